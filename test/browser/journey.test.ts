import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, anApprovedFine, aSignedFine, type App } from '../build/app.ts'
import { aBrowser, somebody, type Screen } from './open.ts'

let app: App
/** Another company, where the clock is the database's. */
let live: App
let browser: Browser
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  live = await anApp()
  live.realTime()
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
  await live.close()
})

/** Counts what a person types: a minute holds some three hundred strokes. */
const typist = (page: Screen) => {
  let strokes = 0
  return {
    async press(key: string, times = 1) {
      strokes += times
      for (let n = 0; n < times; n++) await page.keyboard.press(key)
    },
    async type(text: string) {
      strokes += text.length
      await page.keyboard.type(text)
    },
    get strokes() {
      return strokes
    },
  }
}
describe('whole journeys in Chinese', () => {
  test('C-1 C-6 a call is registered by keyboard alone: customer by phone ending, home by itself, what they say', async () => {
    await aCase(app)
    const page = await somebody(browser, app, 'frontDesk')
    const hands = typist(page)
    await hands.press('n')
    await page.getByRole('heading', { name: '登记投诉' }).waitFor()
    await page.shot('register-empty-zh')
    await hands.type('5678')
    await page.getByRole('option').first().waitFor()
    await hands.press('Enter')
    await page.getByText('TS-2026-000001').first().waitFor()
    await page.getByLabel('客户原话').focus()
    await hands.type('主卧卫生间顶板又开始漏水，楼上一用水就滴。')
    await hands.press('Tab')
    await hands.type('质量')
    await hands.press('Enter')
    await page.getByRole('button', { name: /清除 分类|分类/ }).waitFor()
    await page.shot('register-filled-zh')
    await hands.press('Control+Enter')
    await page.getByRole('heading', { name: '主卧卫生间顶板又开始漏水' }).waitFor()
    await page.shot('complaint-zh')
    expect(hands.strokes).toBeLessThan(120)
  })

  test('N-2 F-1 a notice is served, refused and fined', async () => {
    const complaint = await aCase(live, { title: '厨房地漏返水' })
    const page = await somebody(browser, live, 'rep')
    await page.goto(`${live.url}/complaints/${complaint}`)
    await page.getByRole('button', { name: '起草通知单' }).first().click()
    await page.getByRole('main').getByLabel('施工单位').fill('东建')
    await page.getByRole('option').first().click()
    await page.getByRole('main').getByLabel('部位').click()
    await page.getByRole('option', { name: '卫生间' }).click()
    await page.getByLabel('具体位置').fill('厨房地漏')
    await page.getByLabel('整改要求').fill('疏通并重做防水')
    await page.getByRole('textbox', { name: '整改期限' }).last().fill('12-05 18:00')
    await page.shot('notice-draft-zh')
    await page.getByRole('button', { name: '保存，下一步送达' }).click()
    await page.getByRole('button', { name: '送达' }).first().waitFor()
    await page.shot('notice-drafted-zh')
    await page.getByRole('button', { name: '送达' }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.shot('notice-serve-zh')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('书面').click()
    await dialog.getByRole('button', { name: '送达' }).click()
    await page.getByRole('button', { name: '到场' }).waitFor()
    await page.shot('notice-running-zh')
    await page.getByRole('button', { name: '拒收' }).click()
    await dialog.getByRole('button', { name: '拒收' }).click()
    await page.getByRole('button', { name: '起草罚款' }).click()
    await page.getByRole('heading', { name: '起草罚款' }).waitFor()
    await page.getByRole('textbox', { name: '事实经过' }).fill('当面拒收通知单，称与其无关。')
    await page.shot('fine-draft-zh')
    await page.getByRole('button', { name: '报总协调员签发' }).click()
    await page.getByText('FK-2026-000001').first().waitFor()
    await page.shot('fine-zh')
    expect(await page.getByText('待签发').first().isVisible()).toBe(true)
  })

  test('F-6 the manager finds the fine that waits for them, sees why, and issues it', async () => {
    const { fine } = await anApprovedFine(app)
    const page = await somebody(browser, app, 'manager')
    await page.goto(`${app.url}/approvals`)
    await page.getByText('东建集团').first().click()
    await page.getByText('8,000.00 元').first().waitFor()
    // the ground with the times that prove it, and what happens on approval
    await page.getByText('四小时').first().waitFor()
    await page
      .getByText(/2026-11-23 \(周一\) 09:00/)
      .first()
      .waitFor()
    await page.shot('approvals-zh')
    await page.getByRole('button', { name: '下达', exact: true }).first().click()
    const confirm = page.getByRole('dialog').getByRole('button', { name: '下达', exact: true })
    await Promise.race([confirm.click(), page.getByText('没有').first().waitFor()])
    await expect
      .poll(async () => (await app.ask('manager', 'query($id: ID!) { fine(id: $id) { state } }', { id: fine })).data?.['fine']?.['state'])
      .toBe('issued')
    await page.shot('fine-issued-zh')
  })

  test('E-2 the repair that the signature started waits for a team, on a phone', async () => {
    await aSignedFine(app)
    const page = await somebody(browser, app, 'manager', { size: 'phone' })
    await page.shot('tasks-phone-zh')
    await page.goto(`${app.url}/emergency-repairs`)
    await page
      .getByText(/YJ-2026-/)
      .first()
      .click()
    await page.getByRole('button', { name: '派队' }).first().waitFor()
    expect(await page.getByRole('button', { name: '派队' }).first().isEnabled()).toBe(true)
    await page.shot('repair-phone-zh')
  })
})

describe('the same in English, and in the dark', () => {
  const pages = {
    tasks: 'My tasks',
    approvals: '',
    complaints: 'Complaints',
    notices: '',
    fines: 'Fines',
    'emergency-repairs': '',
    visits: '',
    contractors: '',
    projects: '',
    settings: '',
    'settings/departments': 'Departments',
    'settings/chains': 'Approval chains',
  }
  test.each([
    ['en', false, 'wide'],
    ['zh', true, 'desk'],
    ['en', false, 'phone'],
  ] as const)(
    'X-1 every page in %s, dark %s, %s: no word is missing, nothing is out of place, and axe finds nothing',
    async (language, dark, size) => {
      const page = await somebody(browser, app, 'manager', { language, dark, size })
      const found: string[] = []
      for (const [path, heading] of Object.entries(pages)) {
        await page.goto(`${app.url}/${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        if (heading && language === 'en') await page.getByRole('heading', { name: heading }).first().waitFor()
        await expect.poll(() => page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root').count()).toBe(0)
        await expect.poll(() => page.getByText(/^(Loading|正在读取)/).count()).toBe(0)
        await page.shot(`${path}-${language}-${dark ? 'dark-' : ''}${size}`)
        const text = await page.locator('body').innerText()
        // a key that was never translated shows itself by its dots
        expect(
          text.match(/\b[a-z]+(\.[a-zA-Z]+){1,3}\b(?!\.test)/g)?.filter((word) => !/\.(test|com|ts)$|^v\d/.test(word)) ?? [],
          path,
        ).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} fits`).toBe(true)
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path}: ${id} ${String(target)}`)))
      }
      expect(found).toEqual([])
    },
  )
})
