import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, aSignedFine, type App } from '../build/app.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp()
  await aSignedFine(app)
  for (let n = 0; n < 7; n++) {
    app.at(`2026-11-23 14:0${n}`)
    await aCase(app, { title: `次卧窗边渗水第${n + 1}处`, wording: '下雨后窗边墙面渗水，墙皮脱落' })
  }
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

test('X-3 everything is found by keyboard alone: words marked, arrows, Home and End, Enter, Esc', async () => {
  const page = await somebody(browser, app, 'manager', { size: 'wide' })
  const box = page.getByRole('combobox', { name: '查找' })
  const focused = () => expect.poll(() => box.evaluate((input) => input === document.activeElement)).toBe(true)
  const chosen = async () => page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`).innerText()
  await page.keyboard.press('/')
  await focused()
  await page.keyboard.type('窗')
  await page.getByText('至少输入两个字').waitFor()
  await page.keyboard.type('边渗水')
  await page.getByRole('group', { name: '投诉' }).getByRole('option').nth(4).waitFor()
  await page.shot('search-zh')
  expect(await page.locator('mark').allInnerTexts()).toContain('窗边渗水')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await chosen()).toContain('第7处')
  await page.keyboard.press('ArrowDown')
  expect(await chosen()).toContain('第6处')
  await page.keyboard.press('End')
  expect(await chosen()).toContain('全部结果')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  expect(await chosen()).toContain('第7处')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '次卧窗边渗水第7处' }).waitFor()
  expect(page.url()).toContain('/complaints/')

  // a number typed in one go and Enter at once
  await page.keyboard.press('/')
  await page.getByRole('group', { name: '最近打开' }).getByRole('option', { name: /第7处/ }).waitFor()
  await page.getByRole('option', { name: '窗边渗水', exact: true }).waitFor()
  await page.shot('search-recent-zh')
  await page.keyboard.type('FK-2026-000001')
  await page.keyboard.press('Enter')
  await page.getByText('FK-2026-000001').first().waitFor()
  await expect.poll(() => page.url()).toContain('/fines/')

  await page.keyboard.press('/')
  await page.keyboard.type('3栋1202')
  await page
    .getByRole('group', { name: '房屋' })
    .getByRole('option', { name: /郦城 一期 3栋 1202/ })
    .waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })

  await page.keyboard.press('/')
  await focused()
  await page.keyboard.type('没有这句话')
  await page.getByText('没有找到“没有这句话”').waitFor()
  await page.context().close()
})

test('X-3 the page of all results keeps in its address what was looked for, and of which kind', async () => {
  const page = await somebody(browser, app, 'manager', { language: 'en' })
  await page.goto(`${app.url}/search?q=渗水`)
  await page
    .getByRole('heading', { name: 'Complaints' })
    .or(page.getByRole('heading', { name: 'Complaint' }))
    .first()
    .waitFor()
  await page.shot('search-page-en')
  await page.goto(`${app.url}/search?q=${encodeURIComponent('卫生间')}`)
  await page
    .getByRole('region', { name: 'Notice' })
    .or(page.getByRole('region', { name: 'Rectification notice' }))
    .first()
    .waitFor()
  await page.getByRole('button', { name: /otice/ }).first().click()
  await expect.poll(() => page.url()).toContain('of=notice')
  await page.reload()
  await page.getByRole('link', { name: /ZG-2026-000001/ }).waitFor()
  expect(await page.getByRole('region').count()).toBe(1)
  await page.context().close()
})

test('X-3 on a phone', async () => {
  const page = await somebody(browser, app, 'manager', { size: 'phone' })
  await page.getByRole('link', { name: '查找' }).click()
  await page.getByRole('textbox', { name: '查找' }).fill('渗水')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /第7处/ }).waitFor()
  await page.shot('search-phone-zh')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.context().close()
})

test('X-7 who signs in next on the same browser finds nothing of what was looked for', async () => {
  const page = await somebody(browser, app, 'rep')
  await page.keyboard.press('/')
  await expect.poll(() => page.getByRole('combobox', { name: '查找' }).evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type('王小明')
  await page.getByRole('group', { name: '客户' }).getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/complaints?customer=*')
  expect(await page.evaluate(() => localStorage.getItem('recent'))).toContain('王小明')
  await page
    .getByRole('button', { name: /^rep/ })
    .or(page.getByRole('button', { name: /rep/ }))
    .first()
    .click()
  await page
    .getByRole('menuitem', { name: '退出' })
    .or(page.getByRole('menuitem', { name: '退出登录' }))
    .first()
    .click()
  await page.waitForURL('**/sign-in')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('王小明')
  await page.context().close()
})
