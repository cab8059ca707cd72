import { AxeBuilder } from '@axe-core/playwright'
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
  complaints = await manyComplaints(app, 12)
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

const numbered = (n: number) => `TS-2026-${String(n).padStart(6, '0')}`
const rowOf = (page: Screen, n: number) => page.getByRole('row', { name: numbered(n) })
const cellOf = (page: Screen, n: number, column: number) => rowOf(page, n).locator(`[data-column="${column}"]`)
/** 编号 0 · 标题 1 · 严重程度 2 · 部位 3 · 投诉代表 4 */
const opened = async () => {
  const page = await somebody(browser, app, 'manager')
  await page.goto(`${app.url}/complaints?sort=number&columns=number~left,title:300,severity,element,representative:160`)
  await rowOf(page, 1).waitFor()
  return page
}
const switchedOn = async (page: Screen, reason = '电话核实后更正') => {
  await page.getByRole('button', { name: '在列表里修改' }).click()
  await page.getByRole('textbox', { name: '修改原因' }).fill(reason)
  await page.locator('[aria-readonly="false"]').first().waitFor()
}
const title = async (n: number) =>
  (
    await app.ask('manager', 'query($id: ID!) { complaint(id: $id) { title severity element representative { name } } }', {
      id: complaints[n - 1],
    })
  ).data?.['complaint']
const paste = (page: Screen, text: string) =>
  page.getByRole('grid').evaluate((grid, given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
const problems = (page: Screen) => page.getByRole('region', { name: '没有改成的单元格' })

test('X-9 nothing in a table can be changed until it is switched on; then by its decision with its reason, and taken back', async () => {
  const page = await opened()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0)
  await switchedOn(page, '')
  await cellOf(page, 1, 1).dblclick()
  await page.getByRole('textbox', { name: '标题' }).fill('主卧窗边渗水')
  await page.keyboard.press('Enter')
  await problems(page).getByText('请先在上面填写修改原因').waitFor()
  await page.getByRole('textbox', { name: '修改原因' }).fill('客户来电更正')
  await problems(page).getByRole('button', { name: '重试' }).click()
  await expect.poll(async () => (await title(1))?.['title']).toBe('主卧窗边渗水')
  await cellOf(page, 1, 1).getByText('主卧窗边渗水').waitFor()
  await page.shot('table-editing-zh')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await title(1))?.['title']).toContain('次卧窗边渗水第001处')
  // by the keyboard alone: down two, severity, the list of choices
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page
    .getByRole('radio', { name: '群诉' })
    .or(page.getByRole('combobox', { name: '严重程度' }))
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.context().close()
})

test('B-4 what another person changed meanwhile is shown beside what one typed, and one of the two is kept', async () => {
  const page = await opened()
  await switchedOn(page)
  await cellOf(page, 3, 1).dblclick()
  await page.getByRole('textbox', { name: '标题' }).fill('我改的标题')
  await app.does('rep', 'complaintCorrect', { id: complaints[2] ?? '', input: { title: '别人改的标题', reason: '核对' } })
  await page.keyboard.press('Enter')
  await problems(page).getByText('您填的是“我改的标题”').waitFor()
  await problems(page).getByText('现在是“别人改的标题”').waitFor()
  await page.shot('table-conflict-zh')
  await problems(page).getByRole('button', { name: '用我填的' }).click()
  await expect.poll(async () => (await title(3))?.['title']).toBe('我改的标题')
  expect(await problems(page).count()).toBe(0)
  await page.context().close()
})

test('X-2 a block from a spreadsheet is pasted cell by cell; each that cannot be taken says why; all of it is taken back at once', async () => {
  const page = await opened()
  await switchedOn(page)
  await cellOf(page, 5, 1).click()
  await paste(page, '粘贴一\t重大突发\t卫生间\trep2\n粘贴二\t没有这种\t卫生间\t没有这个人\n')
  await expect.poll(async () => (await title(5))?.['title']).toBe('粘贴一')
  await expect.poll(async () => (await title(6))?.['element']).toBe('bathroom')
  expect(await title(5)).toMatchObject({ severity: 'major', element: 'bathroom', representative: { name: 'rep2' } })
  await problems(page).getByText('没有“没有这种”这个选项').waitFor()
  await problems(page).getByText('没有找到“没有这个人”').waitFor()
  expect((await title(6))?.['title']).toBe('粘贴二')
  await page.shot('table-paste-zh')
  for (const _ of [1, 2]) await problems(page).getByRole('button', { name: '放弃' }).first().click()
  expect(await problems(page).count()).toBe(0)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await title(6))?.['title']).toContain('第006处')
  await expect.poll(async () => (await title(5))?.['title']).toContain('第005处')
  await page.getByRole('button', { name: '完成修改' }).click()
  await page.context().close()
})

test('P-1 whoever may not change a cell is told so where they try', async () => {
  const page = await somebody(browser, app, 'analyst')
  await page.goto(`${app.url}/complaints?sort=number&columns=number~left,title:300,severity`)
  await rowOf(page, 1).waitFor()
  await page.getByRole('button', { name: '在列表里修改' }).click()
  await page.locator('[aria-readonly="false"]').first().waitFor()
  await cellOf(page, 2, 1).dblclick()
  await page.getByRole('alert').waitFor()
  await page.shot('table-not-allowed-zh')
  expect(await page.getByRole('textbox', { name: '标题' }).count()).toBe(0)
  await page.context().close()
})
