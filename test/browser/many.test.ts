import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { globalId } from '@lintel/server/schema/global-id.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
const person = (name: Name) => globalId('Person', idOfPerson(name))
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  browser = await aBrowser()
  for (let n = 1; n <= 9; n++) await aCase(app, { title: `外墙渗水 ${n}`, representative: person(n === 9 ? 'rep2' : 'rep') })
  await aCase(app, { title: '门锁坏了', representative: person('rep') })
})
afterAll(async () => {
  await browser.close()
  await app.close()
})
const faultless = async (page: Page, part: string) =>
  expect(
    (await new AxeBuilder({ page }).include(part).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations.map(
      ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
    ),
  ).toEqual([])
const theirs = async (name: Name) => {
  const { data } = await app.ask('manager', 'query($f: ComplaintFilter) { complaintCount(filter: $f) { value } }', {
    f: { representative: { in: [person(name)] } },
  })
  return data?.['complaintCount']?.['value']
}

test('X-10 all that match are assigned after a dry run that tells which one is refused and why, and it is undone with one click', async () => {
  const page = await somebody(browser, app, 'manager', { size: 'wide' })
  await page.goto(`${app.url}/complaints?title=${encodeURIComponent('外墙渗水')}`)
  await page.getByRole('checkbox', { name: /^选中/u }).nth(1).check()
  const bar = page.getByRole('toolbar', { name: '选中的记录' })
  await bar.getByText('已选 1 条').waitFor()
  await bar.getByRole('button', { name: '选中全部符合条件的' }).click()
  await bar.getByText('已选中全部符合条件的记录').waitFor()
  await page.shot('many-chosen-zh')
  await bar.getByRole('button', { name: '指派' }).click()
  const form = page.getByRole('dialog')
  await form
    .getByRole('textbox', { name: /投诉代表/u })
    .first()
    .fill('rep2')
  await page.getByRole('option', { name: /rep2/u }).click()
  await page.shot('many-form-zh')
  await form.getByRole('button', { name: '先检查' }).click()
  await page.getByText('可处理 8 条，不可处理 1 条；尚未改动任何记录').waitFor()
  await page.shot('many-tried-zh')
  await faultless(page, '[role="dialog"]')
  expect(await theirs('rep2')).toBe(1)
  await page.getByRole('button', { name: '处理这 8 条' }).click()
  await page.getByText('已处理 8 条，未处理 1 条').waitFor()
  expect(await theirs('rep2')).toBe(9)
  // one may leave, and finds it again
  await page.goto(`${app.url}/jobs`)
  await page.getByText('已处理 8 条，未处理 1 条').waitFor()
  await faultless(page, 'main')
  await page.shot('jobs-zh')
  await page.getByRole('button', { name: /^查看/u }).click()
  await page.getByRole('button', { name: '撤销这 8 条' }).click()
  await page.getByRole('dialog').getByText('已处理 8 条，未处理 0 条').waitFor()
  expect(await theirs('rep2')).toBe(1)
  await page.context().close()
})

test('X-10 the list is exported as it stands there, and the file found again behind the bell', async () => {
  const page = await somebody(browser, app, 'rep', { size: 'desk', language: 'en' })
  await page.goto(`${app.url}/complaints?title=${encodeURIComponent('门锁')}`)
  await page.getByText('门锁坏了').first().waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV file' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Complaints .*\.csv$/u)
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('Number')
  expect(lines[1]).toContain('门锁坏了')
  await page
    .getByRole('button', { name: /Messages/u })
    .first()
    .click()
  await page.getByRole('link', { name: /An exported file is ready/u }).click()
  await page.waitForURL('**/jobs')
  await page.getByText('Done, 1 rows').waitFor()
  await page.shot('jobs-en')
  await page.context().close()
})

test('X-4 a list is printed on A4 as it stands there, across where it is wide, with its heading on every sheet', async () => {
  const page = await somebody(browser, app, 'rep', { size: 'desk' })
  for (let n = 0; n < 60; n++) await aCase(app, { title: `打印 ${n}`, representative: person('rep') })
  await page.goto(`${app.url}/complaints?title=${encodeURIComponent('打印')}&sort=-number`)
  await page.getByText('打印 59').first().waitFor()
  await page.getByRole('button', { name: '导出' }).click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('menuitem', { name: '打印' }).click()
  const sheet = await opened
  await sheet.getByRole('heading', { name: '投诉' }).waitFor()
  await sheet.getByText('筛选：标题 “打印”').waitFor()
  await sheet.getByText(/共 60 条.*打印人：rep/u).waitFor()
  const rows = sheet.getByRole('row')
  expect(await rows.count()).toBe(61)
  expect(await rows.nth(1).textContent()).toContain('打印 59')
  const headings = await page.getByRole('columnheader').allTextContents()
  expect(await sheet.getByRole('columnheader').allTextContents()).toEqual(headings.filter((heading) => heading.trim() !== ''))
  const pdf = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0).toBeGreaterThan(1)
  // A4 laid across, in points
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84[12]\.?\d* 59[45]\.?\d*\]/u)
  await sheet.screenshot({ path: 'test-results/screens/print-zh.png' })
  await page.context().close()
})
