import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFine, anApp, type App } from '../build/app.ts'
import { aProvider } from '../build/company-sign-on.ts'
import { email, idOfPerson, password } from '../build/company.ts'
import { codeOf } from '../build/totp.ts'
import { aBrowser, somebody } from './open.ts'

let provider: Awaited<ReturnType<typeof aProvider>>
let app: App
let browser: Browser
beforeAll(async () => {
  provider = await aProvider()
  await provider.start()
  app = await anApp(undefined, { provider: provider.options })
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await provider.stop()
})

const aPage = async (viewport = { width: 1280, height: 800 }) => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  return context.newPage()
}

describe('signing in', () => {
  test('with the company account, there and back; who is not on the list is told what to do; signing out ends it', async () => {
    const page = await aPage()
    provider.is({ sub: 'stranger', email: 'stranger@elsewhere.test', email_verified: true })
    await page.goto(`${app.url}/fines`)
    await page.getByRole('button', { name: '用 公司账号 登录' }).click()
    await page.getByRole('alert').getByText('不在人员名单中').waitFor()
    provider.is({ sub: 'rep', email: email('rep'), email_verified: true })
    await page.goto(`${app.url}/notices`)
    await page.getByRole('button', { name: '用 公司账号 登录' }).click()
    await page.waitForURL('**/notices')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByRole('button', { name: /rep/ }).first().click()
    await page.getByRole('menuitem', { name: '退出' }).click()
    await page.waitForURL('**/sign-in*')
    await page.goto(`${app.url}/notices`)
    await page.waitForURL('**/sign-in*')
    const open = await app.services.database.pool.query('select from auth_session where user_id = $1', [idOfPerson('rep')])
    expect(open.rowCount).toBe(0)
    await page.context().close()
  })

  test('SEC-11 a large fine asks for the password in place: what was typed stays, and it goes on', async () => {
    const { fine } = await aFine(app)
    const page = await somebody(browser, app, 'coordinator')
    await page.goto(`${app.url}/fines/${fine}`)
    await page.getByRole('button', { name: '签发' }).first().click()
    const form = page.getByRole('dialog').first()
    await form.getByLabel('金额').fill('60000.00')
    await form.getByText('严重', { exact: true }).or(form.getByLabel('程度')).first().click()
    await page
      .getByRole('option', { name: '严重' })
      .or(page.getByText('严重', { exact: true }))
      .first()
      .click()
    await form.getByRole('button', { name: '签发' }).click()
    const again = page.getByRole('dialog', { name: '确认是您本人' })
    await again.getByLabel('密码', { exact: true }).fill('not-the-password')
    await again.getByRole('button', { name: '确认并继续' }).click()
    await again.getByRole('alert').getByText('密码不对').waitFor()
    await page.shot('confirm-zh')
    await again.getByLabel('密码', { exact: true }).fill(password)
    await again.getByRole('button', { name: '确认并继续' }).click()
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
    const state = () => app.services.database.pool.query('select state from fine').then(({ rows }) => rows.map((row) => row.state))
    await expect.poll(state).toEqual(['signed'])
    await page.context().close()
  })

  test('a second factor is set up with a drawn code, asked for at the next sign-in, on a phone', async () => {
    const page = await somebody(browser, app, 'manager', { size: 'phone' })
    await page.goto(`${app.url}/settings/sessions`)
    await page.getByRole('button', { name: '设置二次验证' }).waitFor()
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '设置二次验证' }).click()
    await page.getByRole('img', { name: '二次验证的二维码' }).waitFor()
    await page.shot('second-factor-phone-zh')
    const key = ((await page.getByLabel('密钥').textContent()) ?? '').replaceAll(' ', '')
    const uri = `otpauth://totp/x?secret=${key}`
    await page.getByLabel('输入应用上的 6 位验证码').fill(codeOf(uri))
    await page.getByRole('button', { name: '启用', exact: true }).click()
    await page.getByText('已启用').waitFor()
    await app.services.database.pool.query('delete from auth_used_code')
    await page.context().clearCookies()
    await page.goto(app.url)
    await page.getByLabel('邮箱').fill(email('manager'))
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('验证码').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('验证码不对').waitFor()
    await page.shot('code-phone-zh')
    await page.getByLabel('验证码').fill(codeOf(uri))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tasks')
    const { rows } = await app.services.database.pool.query('select second_factor from auth_session where user_id = $1', [
      idOfPerson('manager'),
    ])
    expect(rows.at(-1)?.second_factor).toBe(true)
    await page.context().close()
  })
})
