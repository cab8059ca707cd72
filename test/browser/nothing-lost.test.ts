import type { Browser } from 'playwright-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../build/app.ts'
import { aDatabase, type TestDatabase } from '../build/database.ts'
import { aServer, type Server } from '../soak/processes.ts'
import { aBrowser, somebody, type Screen } from './open.ts'

let database: TestDatabase
let server: Server
let browser: Browser
beforeAll(async () => {
  database = await aDatabase()
  server = await aServer(database.databaseUrl, database.dataFolder, {})
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await database.drop()
})

const wording = '主卧卫生间顶板漏水，楼上一用水就滴。'
const cases = async (like: string) => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from complaint where wording = $1', [like])
  await client.end()
  return rows[0]?.n
}
// the process that is killed answers as the app in this process does
const frontDesk = () => somebody(browser, { url: server.url } as App, 'frontDesk')
const fill = async (page: Screen, words: string) => {
  await page.goto(`${server.url}/complaints/new`)
  await page.getByLabel('客户', { exact: true }).fill('5678')
  await page.getByRole('option').first().click()
  await page.getByRole('textbox', { name: '分类' }).fill('质量')
  await page.getByRole('option').first().click()
  await page.getByLabel('客户原话').fill(words)
}

describe('what is typed is never lost', () => {
  test('the server is killed while somebody types: what they typed is there after a reload, sent once it answers again, and once only', async () => {
    const page = await frontDesk()
    await fill(page, wording.slice(0, 8))
    const back = server.kill()
    await page.getByLabel('客户原话').fill(wording)
    await page.keyboard.press('Control+Enter')
    await page.getByText('没有收到服务器的应答').waitFor()
    expect(await page.getByLabel('客户原话').inputValue()).toBe(wording)
    await page.shot('register-server-gone-zh')
    await back
    await page.reload()
    await page.getByText('已恢复').first().waitFor()
    expect(await page.getByLabel('客户原话').inputValue()).toBe(wording)
    await page.getByLabel('客户原话').focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => /\/complaints\/(?!new)/.test(url.pathname))
    expect(await cases(wording)).toBe(1)
    await page.goto(`${server.url}/complaints/new`)
    expect(await page.getByLabel('客户原话').inputValue()).toBe('')
  })

  test('B-3 REL-7 the answer is lost and the page is loaded anew: sent again, it is the same case', async () => {
    const page = await frontDesk()
    const words = `${wording}（第二次来电）`
    await fill(page, words)
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('complaintRegister')) return route.continue()
      // the server does it, and its answer never comes
      await route.fetch()
      return route.abort()
    })
    await page.keyboard.press('Control+Enter')
    await page.getByText('没有收到服务器的应答').waitFor()
    expect(await cases(words)).toBe(1)
    await page.unroute('**/graphql')
    await page.reload()
    await page.getByText('已恢复').first().waitFor()
    await page.getByLabel('客户原话').focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => /\/complaints\/(?!new)/.test(url.pathname))
    expect(await cases(words)).toBe(1)
  })

  test('without network one goes on typing, and sends when it is back; whoever signs out leaves nothing behind', async () => {
    const page = await frontDesk()
    const words = `${wording}（断网时登记）`
    await fill(page, '半句')
    await page.context().setOffline(true)
    await page.getByLabel('客户原话').fill(words)
    await page.keyboard.press('Control+Enter')
    await page.getByText('没有收到服务器的应答').waitFor()
    await page.context().setOffline(false)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => /\/complaints\/(?!new)/.test(url.pathname))
    expect(await cases(words)).toBe(1)
    await fill(page, '没有写完的话')
    await page.getByRole('button', { name: /frontDesk/ }).click()
    await page.getByRole('menuitem', { name: '退出' }).click()
    await page.waitForURL('**/sign-in')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('没有写完的话')
  })
})
