import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, aSignedFine, type App } from '../build/app.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  browser = await aBrowser()
  for (let n = 0; n < 4; n++) await aSignedFine(app, `${8 + n}000.00`)
})
afterAll(async () => {
  await browser.close()
  await app.close()
})
const faultless = async (page: Page) =>
  expect(
    (await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations.map(
      ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
    ),
  ).toEqual([])
const cards = (page: Page) => page.getByRole('region', { name: '待我审批' }).getByRole('listitem')
const waiting = async (page: Page, count: number) => expect.poll(() => cards(page).count()).toBe(count)

test('B-6 with the keyboard alone: the next, the keys there are, a colleague, an approval, and the next comes up', async () => {
  const page = await somebody(browser, app, 'deputyLeader', { size: 'wide' })
  await page.goto(`${app.url}/approvals`)
  await waiting(page, 4)
  await cards(page).first().getByText(/已等/u).waitFor()
  await cards(page)
    .first()
    .getByText(/同意之后/u)
    .waitFor()
  await page.shot('queue-zh')
  await faultless(page)
  const current = () =>
    page
      .locator('[data-current]')
      .getByText(/FK-2026-/u)
      .textContent()
  const first = await current()
  await page.keyboard.press('j')
  await expect.poll(current).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(current).toBe(first)
  await page.keyboard.press('Shift+?')
  await page.getByRole('dialog').getByText('转办').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '同意', exact: true }).waitFor()
  await page.keyboard.press('t')
  await page.getByRole('dialog', { name: /转办/u }).getByRole('textbox').first().waitFor()
  // the list of colleagues closes first, the form after it
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('textbox', { name: '意见' }).fill('同意')
  await page.keyboard.press('Control+Enter')
  await waiting(page, 3)
  await expect.poll(current).not.toBe(first)
  await page.context().close()
})

test('B-6, B-3 several are approved at once, and the one somebody decided meanwhile is told apart', async () => {
  const page = await somebody(browser, app, 'deputyLeader', { size: 'wide' })
  await page.goto(`${app.url}/approvals`)
  await waiting(page, 3)
  const boxes = page.getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  const button = page.getByRole('button', { name: '同意选中的 2 件' })
  await button.waitFor()
  // the list is not read again before the click: the stream of changes is cut
  await page.context().setOffline(true)
  const { data } = await app.ask('deputyLeader', '{ tasks(kinds: [approve], first: 5) { edges { node { recordId part number } } } }')
  const number = await cards(page)
    .first()
    .getByText(/FK-2026-/u)
    .textContent()
  const [, shown = ''] = /(FK-2026-\d+)/u.exec(number ?? '') ?? []
  const edges = (data?.['tasks']?.['edges'] ?? []) as unknown as { node: { recordId: string; part: string; number: string } }[]
  const decided = edges.map(({ node }) => node).find((node) => node.number === shown)
  await app.does('deputyLeader', 'approvalApprove', { id: decided?.recordId ?? '', input: { seat: decided?.part } })
  await page.route('**/graphql', (route) => (/query Tasks/u.test(route.request().postData() ?? '') ? route.abort() : route.continue()))
  await page.context().setOffline(false)
  await button.click()
  await page.getByText(/1 件已同意，1 件未能同意/u).waitFor()
  expect(await page.getByRole('status').filter({ hasText: '未能同意' }).textContent()).toMatch(new RegExp(`${shown}.*：已由`, 'u'))
  await page.shot('queue-many-zh')
  await page.context().close()
})

test('B-6 on a phone with one thumb: the request fills the screen, its decisions lie at the thumb, and the next comes up', async () => {
  const page = await somebody(browser, app, 'leader', { size: 'phone' })
  await page.goto(`${app.url}/approvals`)
  await waiting(page, 4)
  await page.shot('queue-phone-zh')
  await cards(page).first().getByRole('button').click()
  const approve = page.getByRole('button', { name: '同意', exact: true })
  await approve.waitFor()
  const box = await approve.boundingBox()
  expect(box?.y ?? 0).toBeGreaterThan(844 / 2)
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(40)
  await page.shot('request-phone-zh')
  await faultless(page)
  const number = () =>
    page
      .getByText(/^FK-2026-\d+/u)
      .first()
      .textContent()
  const first = await number()
  await approve.click()
  await page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(number).not.toBe(first)
  await page.locator('main').getByRole('button', { name: '关闭' }).first().click()
  await waiting(page, 3)
  await page.context().close()
})
