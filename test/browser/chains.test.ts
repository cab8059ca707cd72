import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, aSignedFine, type App } from '../build/app.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp()
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

describe('the administrator and the chains', () => {
  test('B-1 G-1 a step for large fines is added, tried out, put in force, and asked of the next large fine', async () => {
    const page = await somebody(browser, app, 'admin')
    await page.goto(`${app.url}/settings/chains`)
    await page.getByRole('button', { name: '罚款会签' }).click()
    await page.getByRole('button', { name: '修改' }).click()
    await page.getByRole('button', { name: '增加一步' }).click()
    const step = page.getByRole('region', { name: '第 2 步', exact: true })
    await step
      .getByRole('combobox', { name: '岗位', exact: true })
      .or(step.getByRole('textbox', { name: '岗位', exact: true }))
      .first()
      .click()
    await page.getByRole('option', { name: '公司分管领导' }).click()
    await step.getByRole('button', { name: '设条件' }).click()
    await step.getByRole('textbox', { name: '金额超过（元）' }).fill('20000')
    // as it is being edited: 8,000 goes to the group alone, 30,000 further
    const tried = page.getByRole('complementary', { name: '试一试：谁会签字' })
    await tried.getByText('deputyLeader').waitFor()
    await expect.poll(() => tried.getByText('公司分管领导').count()).toBe(0)
    await tried.getByRole('textbox', { name: '金额' }).fill('30000')
    await tried.getByText('公司分管领导').waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`))).toEqual([])
    await page.shot('chain-editor-zh')
    await page.getByRole('textbox', { name: '修改原因' }).fill('两万元以上须公司领导批准')
    await page.getByRole('button', { name: '保存为新版本' }).click()
    await page.getByText('第 2 版').waitFor()
    const { approval } = await aSignedFine(app, '30000.00')
    const { data } = await app.ask('leader', 'query($id: ID!) { approval(id: $id) { steps { number } } }', { id: approval })
    expect(data?.['approval']?.['steps']).toHaveLength(2)
  })

  test('F-6 what gets round the group is refused in words, and nothing typed is lost', async () => {
    const page = await somebody(browser, app, 'admin', { size: 'phone' })
    await page.goto(`${app.url}/settings/chains`)
    await page.getByRole('button', { name: '罚款会签' }).click()
    await page.getByRole('button', { name: '修改' }).click()
    await page.getByRole('region', { name: '第 1 步', exact: true }).getByRole('button', { name: '去掉席位' }).first().click()
    await page.getByRole('textbox', { name: '修改原因' }).fill('精简')
    await page.getByRole('button', { name: '保存为新版本' }).click()
    await page
      .getByRole('alert')
      .getByText('应急小组副组长', { exact: false })
      .or(page.getByRole('alert').getByText('副组长', { exact: false }))
      .first()
      .waitFor()
    expect(await page.getByRole('textbox', { name: '修改原因' }).inputValue()).toBe('精简')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
})
