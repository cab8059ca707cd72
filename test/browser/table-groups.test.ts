import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, aSignedFine, type App } from '../build/app.ts'
import { manyComplaints } from '../build/many-complaints.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp()
  await aSignedFine(app)
  await manyComplaints(app, 170)
  browser = await aBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

test('X-2 Y-5 groups say how many they hold; an opened one lists exactly those, by pages; a link opens the groups', async () => {
  const page = await somebody(browser, app, 'manager')
  await page.goto(`${app.url}/complaints?sort=number`)
  await page.getByRole('button', { name: '分组', exact: true }).click()
  await page.getByRole('menuitem', { name: '严重程度' }).click()
  await page.keyboard.press('Escape')
  // one of the fine, and a third of the others each
  await page.getByRole('button', { name: '一般 58 条', expanded: false }).waitFor()
  await page.getByRole('button', { name: '严重质量 57 条' }).waitFor()
  await page.getByRole('button', { name: '重大突发 56 条' }).click()
  await page.getByRole('row', { name: 'TS-2026-000004' }).waitFor()
  await page.shot('table-groups-zh')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${String(nodes[0]?.target)}`)).toEqual([])
  // by the keyboard to the end of the group: all of its members came, and nothing else
  await page.getByRole('grid').focus()
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+End')
      return page.getByRole('grid').getAttribute('aria-rowcount')
    })
    .toBe(String(1 + 3 + 56))
  const again = await somebody(browser, app, 'rep')
  await again.goto(page.url())
  await again.getByRole('button', { name: '严重质量 57 条', expanded: false }).waitFor()
  await again.context().close()
  await page.context().close()
})

test('X-2 amounts are added up under their column, for the list and for each group', async () => {
  const page = await somebody(browser, app, 'manager', { size: 'wide' })
  await page.goto(`${app.url}/fines?groups=contractor`)
  const head = page.getByRole('row', { name: /东建集团/ }).first()
  await head.getByText('8,000.00 元').first().waitFor()
  const foot = page.getByRole('row', { name: /合计/ })
  await foot.getByText('8,000.00 元').first().waitFor()
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3')
  await page.shot('table-totals-zh')
  await page.context().close()
})
