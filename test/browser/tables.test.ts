import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { manyComplaints } from '../build/many-complaints.ts'
import { aBrowser, somebody, type Screen } from './open.ts'

let app: App
let browser: Browser
let complaints: readonly string[]
beforeAll(async () => {
  app = await anApp()
  complaints = await manyComplaints(app, 130)
  browser = await aBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

/** Numbered upwards, so that a row's place is its number. */
const list = '/complaints?sort=number'
const numbered = (n: number) => `TS-2026-${String(n).padStart(6, '0')}`
const rowOf = (page: Screen, n: number) => page.getByRole('row', { name: numbered(n) })
const opened = async (page: Screen, address = list) => {
  await page.goto(`${app.url}${address}`)
  await page
    .getByRole('row', { name: /TS-2026/ })
    .first()
    .waitFor()
  return page
}
/** The names of the columns; the boxes that rows are chosen by stand under none. */
const names = async (page: Screen) =>
  (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? '').filter(Boolean)
const cellOf = (page: Screen, n: number, column: number) => rowOf(page, n).locator(`[data-column="${column}"]`)
const leftOf = async (page: Screen, name: string) => (await page.getByRole('columnheader', { name }).boundingBox())?.x ?? -1
const widthOf = async (page: Screen, name: string) => (await page.getByRole('columnheader', { name }).boundingBox())?.width ?? -1
const grid = (page: Screen) => page.getByRole('grid', { name: '投诉' })
const activeText = (page: Screen) =>
  page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '')

test('X-9 any number of columns is frozen on both sides, and a link opens the same layout on another machine', async () => {
  const page = await opened(
    await somebody(browser, app, 'manager'),
    `${list}&columns=number~left,title:260~left,state,dueAt:200,severity:200,project:200,unit:200,representative:200,registeredAt:150~right,customer:110~right`,
  )
  const standing = async (on: Screen) => {
    const places = []
    for (const name of ['编号', '标题', '状态', '登记时间', '客户']) places.push(await leftOf(on, name))
    return places
  }
  const before = await standing(page)
  await grid(page).evaluate((element) => element.scrollTo({ left: 500 }))
  await expect.poll(async () => (await leftOf(page, '状态')) < (before[2] ?? 0)).toBe(true)
  const after = await standing(page)
  expect([after[0], after[1], after[3], after[4]]).toEqual([before[0], before[1], before[3], before[4]])
  await page.getByRole('columnheader', { name: '严重程度' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '冻结在左边' }).click()
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual(['编号', '标题', '严重程度'])
  const elsewhere = await somebody(browser, app, 'rep')
  await elsewhere.goto(page.url())
  await elsewhere
    .getByRole('row', { name: /TS-2026/ })
    .first()
    .waitFor()
  expect(await names(elsewhere)).toEqual(await names(page))
  await elsewhere.context().close()
  await page.context().close()
})

test('X-2 columns are dragged to another place, pulled wider, fitted to their content, left out and brought back', async () => {
  const page = await opened(await somebody(browser, app, 'manager', { size: 'wide' }))
  await page.getByRole('columnheader', { name: '严重程度' }).dragTo(page.getByRole('columnheader', { name: '标题' }))
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual(['编号', '严重程度', '标题'])
  const edge = page.locator('[data-edge="title"]')
  const box = await edge.boundingBox()
  if (!box) throw new Error('no edge')
  const was = await widthOf(page, '标题')
  await page.mouse.move(box.x + 4, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x - 96, box.y + 8, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.round(was - (await widthOf(page, '标题')))).toBe(100)
  const cut = () =>
    cellOf(page, 1, 2)
      .locator('div')
      .evaluate((cell) => cell.scrollWidth > cell.clientWidth)
  expect(await cut()).toBe(true)
  await edge.dblclick()
  await expect.poll(cut).toBe(false)
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('checkbox', { name: '状态' }).uncheck()
  await expect.poll(async () => (await names(page)).includes('状态')).toBe(false)
  await page.getByRole('button', { name: '恢复默认列' }).click()
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual(['编号', '标题', '状态'])
  await page.context().close()
})

test('X-2 the keyboard alone sorts by several, moves and widens columns, walks, opens and closes', async () => {
  const page = await opened(await somebody(browser, app, 'manager', { size: 'wide' }), '/complaints')
  await grid(page).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('sort=number')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await expect.poll(async () => (await names(page)).slice(0, 2)).toEqual(['标题', '编号'])
  const was = await widthOf(page, '编号')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await widthOf(page, '编号')) > was).toBe(true)
  // 登记时间 beside it
  for (let n = 0; n < 20; n++) {
    if ((await activeText(page)).startsWith('登记时间')) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Shift+Enter')
  await expect.poll(() => page.url()).toContain('sort=number,registeredAt')
  await page.keyboard.press('Control+Home')
  await rowOf(page, 1).waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await activeText(page)).toBe(numbered(1))
  await page.keyboard.press('PageDown')
  await page.keyboard.press('j')
  const far = await activeText(page)
  expect(Number(far.slice(-6))).toBeGreaterThan(10)
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByText(far).first().waitFor()
  await page.keyboard.press('Shift+Slash')
  await page.getByRole('dialog').getByText('选中一块单元格').waitFor()
  await page.context().close()
})

test('X-2 pages come as one scrolls, rows of far pages are let go, and the place is kept for whoever comes back', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  await grid(page).focus()
  for (const last of [50, 100, 130]) {
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+End')
        return rowOf(page, last).isVisible()
      })
      .toBe(true)
    expect(await page.getByRole('row').count()).toBeLessThan(45)
  }
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('131')
  expect(await rowOf(page, 130).getAttribute('aria-rowindex')).toBe('131')
  for (let n = 0; n < 20; n++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  const at = await activeText(page)
  expect(at).toBe(numbered(110))
  const top = () => grid(page).evaluate((element) => element.scrollTop)
  const was = await top()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /第110处/ }).waitFor()
  await page.goBack()
  await rowOf(page, 110).waitFor()
  expect(await top()).toBe(was)
  await grid(page).focus()
  expect(await activeText(page)).toBe(numbered(110))
  await page.context().close()
})

test('REL-11 what another person changes is marked where it stands; new rows are announced, not put in', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  const place = async () => (await rowOf(page, 5).boundingBox())?.y
  const was = await place()
  await app.does('rep', 'complaintAccept', { id: complaints[4] ?? '' })
  await rowOf(page, 5).getByText('刚有改动').waitFor()
  await rowOf(page, 5).getByText('已受理').waitFor()
  expect(await place()).toBe(was)
  await page.goto(`${app.url}/complaints?sort=-number`)
  await rowOf(page, 130).waitFor()
  await manyComplaints(app, 2, '新来的')
  await page.getByRole('button', { name: '2 条新记录 · 显示' }).waitFor()
  expect(await rowOf(page, 131).count()).toBe(0)
  await page.getByRole('button', { name: '2 条新记录 · 显示' }).click()
  await rowOf(page, 132).waitFor()
  await page.context().close()
})

test('REL-11 a lost connection is shown and heals by itself; a list that could not be read says so and reads again', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  await page.context().setOffline(true)
  await page.getByText('未连接').first().waitFor()
  await page.context().setOffline(false)
  await expect.poll(() => page.getByText('未连接').count()).toBe(0)
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('query Fines') ? route.abort() : route.continue()))
  await page.goto(`${app.url}/fines`)
  await page.getByRole('alert').getByText('没能读取').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText('还没有罚款').first().waitFor()
  await page.context().close()
})

test('X-10 rows are chosen one by one, up to another one across pages, and all that match', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  const bar = page.getByRole('toolbar', { name: '选中的记录' })
  await rowOf(page, 2).getByRole('checkbox').check()
  await bar.getByText('已选 1 条').waitFor()
  await grid(page).focus()
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+End')
      return rowOf(page, 120).isVisible()
    })
    .toBe(true)
  // from the second to the hundred-and-twentieth, though its first page was let go
  await rowOf(page, 120)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await bar.getByText('已选 119 条').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bar.count()).toBe(0)
  await rowOf(page, 120).getByRole('checkbox').check()
  await bar.getByRole('button', { name: /选中全部/ }).click()
  await bar.getByText('已选中全部符合条件的记录').waitFor()
  await rowOf(page, 119).getByRole('checkbox').uncheck()
  await bar.getByText('1 条除外').waitFor()
  await page.context().close()
})

test('X-2 a block of cells is copied as a spreadsheet takes it', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const from = await cellOf(page, 2, 0).boundingBox()
  const to = await cellOf(page, 3, 1).boundingBox()
  if (!from || !to) throw new Error('no cells')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 6 })
  await page.mouse.up()
  await page.getByText('选中 2 行 × 2 列').waitFor()
  await page.keyboard.press('Control+c')
  await page.getByText('已复制 2 行 × 2 列').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text.split('\n').map((line) => line.split('\t')[0])).toEqual([numbered(2), numbered(3)])
  expect(text).toContain('次卧窗边渗水第003处')
  await page.context().close()
})

test('X-2 rows are dense or wide, long texts wrap, on a phone they are cards, and nothing is cut off at 200 %', async () => {
  const page = await opened(await somebody(browser, app, 'manager'))
  const height = async () => (await rowOf(page, 1).boundingBox())?.height ?? 0
  const choose = async (name: string) => {
    await page.getByRole('button', { name: '行高' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  for (const [name, pixels] of [
    ['紧凑', 32],
    ['宽松', 52],
  ] as const) {
    await choose(name)
    await expect.poll(height).toBe(pixels)
  }
  await choose('紧凑')
  await choose('长文字换行')
  await expect.poll(height).toBeGreaterThan(40)
  // half the pixels are twice the size
  await page.setViewportSize({ width: 640, height: 400 })
  await page
    .getByRole('row', { name: /TS-2026/ })
    .first()
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.setViewportSize({ width: 360, height: 740 })
  await page
    .getByRole('link', { name: /TS-2026/ })
    .first()
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page
    .getByRole('link', { name: /TS-2026/ })
    .first()
    .click()
  await page
    .getByRole('heading', { level: 1, name: /次卧窗边渗水/ })
    .or(page.getByRole('heading', { name: /次卧窗边渗水/ }).first())
    .first()
    .waitFor()
  await page.context().close()
})
