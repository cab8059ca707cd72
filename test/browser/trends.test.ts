import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { aBrowser, somebody, type Screen } from './open.ts'

let app: App
let browser: Browser
let manager: Screen
beforeAll(async () => {
  app = await anApp()
  for (let n = 0; n < 7; n++) {
    app.at(`2026-11-23 10:0${n}`)
    await aCase(app, { title: `漏水第${n + 1}处`, element: n < 5 ? 'bathroom' : 'window', channel: n % 2 ? 'phone' : 'visit' })
  }
  // what is asked for goes by the browser's own day
  app.realTime()
  browser = await aBrowser()
  manager = await somebody(browser, app, 'manager', { size: 'wide' })
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

const lines = (page: Page) => page.getByRole('row').filter({ hasText: 'TS-2026-' })
const period = 'period=2026-11-01..2026-11-30'
const figure = (page: Page, name: string) => page.getByRole('region', { name })
const wcag = async (page: Page) =>
  (
    await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  ).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
/** What a click downloads. */
const taken = async (page: Page, click: () => Promise<void>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('Y-5 from the overview to the explorer, one level down, and to a list with as many records as the figure said', async () => {
  await manager.goto(`${app.url}/trends`)
  await figure(manager, '当月指标').waitFor()
  await figure(manager, '楼盘 × 部位').waitFor()
  await manager.goto(`${app.url}/trends/explore?by=element&measures=count&${period}`)
  const explored = figure(manager, '投诉数 · 部位')
  await explored.getByText('卫生间最多：5，占 71%', { exact: false }).waitFor()

  await manager.getByRole('switch', { name: '点击图形时往下钻取' }).click()
  await explored.getByRole('link', { name: '卫生间 5' }).click()
  await expect.poll(() => manager.url()).toContain('f.element=bathroom')
  const down = figure(manager, '投诉数 · 楼盘')
  await down.getByText('投诉数 5', { exact: false }).first().waitFor()

  // a mark opens its records again
  await manager.getByRole('switch', { name: '点击图形时往下钻取' }).click()
  await expect.poll(() => manager.url()).not.toContain('click=drill')
  await down.getByRole('group').getByRole('link').first().click()
  await manager.waitForURL('**/complaints**')
  await expect.poll(() => lines(manager).count()).toBe(5)
  // and the way back leads to what was looked at
  await manager.goBack()
  await down.waitFor()
}, 90_000)

test('the arrows go from mark to mark, and a table stands beside each chart', async () => {
  await manager.goto(`${app.url}/trends/explore?by=element&measures=count,open&${period}`)
  const explored = figure(manager, '投诉数 · 部位')
  const marks = explored.getByRole('group').getByRole('link')
  await marks.first().focus()
  await manager.keyboard.press('ArrowRight')
  await expect.poll(() => manager.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('窗 2')
  expect(await explored.getByRole('table').getByRole('row').count()).toBe(4)
  expect(await wcag(manager)).toEqual([])
}, 60_000)

test.each(['bars', 'pareto', 'lines', 'control', 'heat', 'pivot', 'multiples'])(
  'drawn as %s, nothing is wrong with it for axe',
  async (chart) => {
    await manager.goto(
      `${app.url}/trends/explore?by=element&measures=count&grain=day&chart=${chart}&period=2026-11-20..2026-11-25&compare=previousPeriod`,
    )
    await manager.getByText('投诉数 7', { exact: false }).first().waitFor()
    expect(await wcag(manager)).toEqual([])
  },
  60_000,
)

test('Y-1 figures are taken as xlsx, csv and a picture', async () => {
  await manager.goto(`${app.url}/trends/explore?by=element&measures=count&${period}`)
  const menu = () => manager.getByRole('button', { name: '导出“投诉数 · 部位”' }).click()
  const item = (name: string) => manager.getByRole('menuitem', { name }).click()
  await menu()
  const xlsx = await taken(manager, () => item('数字（xlsx）'))
  expect(xlsx.name).toMatch(/\.xlsx$/u)
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
  await menu()
  expect((await taken(manager, () => item('数字（csv）'))).bytes.toString()).toContain('卫生间,5')
  await menu()
  const png = await taken(manager, () => item('图片（png）'))
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
}, 60_000)

test('X-9 a figure is kept on a dashboard, arranged by keyboard, shared, and seen by another', async () => {
  await manager.goto(`${app.url}/trends/explore?by=element&measures=count&${period}`)
  await manager.getByRole('button', { name: '保存到看板' }).click()
  const form = manager.getByRole('dialog')
  await form.getByLabel('图表名称').fill('部位一览')
  await form.getByLabel('看板名称').fill('例会')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await manager.goto(`${app.url}/trends/explore?by=channel&measures=count&${period}`)
  await manager.getByRole('button', { name: '保存到看板' }).click()
  await form.getByLabel('图表名称').fill('来源一览')
  await form.getByLabel('看板', { exact: true }).selectOption({ label: '例会' })
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })

  await manager.goto(`${app.url}/trends/dashboards`)
  await manager.getByRole('button', { name: '排列“来源一览”' }).focus()
  await manager.keyboard.press('Enter')
  await manager.getByRole('menuitem', { name: '前移' }).press('Enter')
  await expect
    .poll(() => manager.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts())
    .toEqual(['例会', '来源一览', '部位一览'])
  await manager.getByRole('button', { name: '修改看板' }).click()
  await form.getByRole('radio', { name: '所有人' }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })

  const rep = await somebody(browser, app, 'rep', { size: 'phone' })
  await rep.goto(`${app.url}/trends/dashboards`)
  await figure(rep, '部位一览').getByText('卫生间最多：5', { exact: false }).waitFor()
  expect(await rep.getByRole('button', { name: '修改看板' }).count()).toBe(0)
}, 90_000)

test('M-2 the month’s report is downloaded as PDF, and its sending is set', async () => {
  await manager.goto(`${app.url}/trends/reports`)
  const pdf = await taken(manager, () => manager.getByRole('link', { name: '下载 PDF' }).click())
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await manager.getByRole('switch', { name: '每月发送' }).click()
  await manager.getByRole('button', { name: '保存' }).click()
  await manager.getByRole('alert').getByText('请至少填写一条').waitFor()
  await manager.getByRole('combobox', { name: '收件岗位' }).click()
  await manager.getByRole('option', { name: '客户服务部经理' }).click()
  await manager.keyboard.press('Escape')
  await manager.getByRole('button', { name: '保存' }).click()
  await manager.getByText('已保存').waitFor()
}, 60_000)
