import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { aBrowser, somebody, type Screen } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp()
  for (let n = 0; n < 6; n++) {
    app.at(`2026-11-23 10:0${n}`)
    await aCase(app, { title: `卫生间漏水第${n + 1}处`, severity: n % 2 ? 'major' : 'general' })
  }
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

const tabs = (page: Page) => page.getByRole('navigation', { name: '视图' })
const lines = (page: Page) => page.getByRole('row').filter({ hasText: 'TS-2026-' })
/** Chooses what is major by the chip of the severity. */
const onlyMajor = async (page: Page) => {
  await page.getByRole('toolbar', { name: '筛选条件' }).getByRole('button', { name: '严重程度' }).first().click()
  await page.getByRole('checkbox', { name: '重大突发' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => lines(page).count()).toBe(3)
}
const keep = async (page: Screen, name: string, forWhom: '只有我' | '所有人') => {
  await page.getByRole('button', { name: '视图操作' }).click()
  await page.getByRole('menuitem', { name: '存为新视图' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill(name)
  await form.getByRole('radio', { name: forWhom }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await tabs(page)
    .getByRole('link', { name: new RegExp(name, 'u') })
    .waitFor()
}

test('X-9 two people with views for all and of their own: nothing leaks, nothing vanishes, and a link reopens what was seen', async () => {
  const [manager, rep] = await Promise.all([
    somebody(browser, app, 'manager', { size: 'wide' }),
    somebody(browser, app, 'rep', { size: 'wide' }),
  ])
  await Promise.all([manager.goto(`${app.url}/complaints`), rep.goto(`${app.url}/complaints`)])
  await Promise.all([onlyMajor(manager), onlyMajor(rep)])
  await keep(manager, '重大一览', '所有人')
  await keep(rep, '我的重大', '只有我')
  await expect
    .poll(() =>
      tabs(manager)
        .getByRole('link', { name: /重大一览/u })
        .innerText(),
    )
    .toContain('3')

  // what is for all is there for the other, what is one's own is not
  await Promise.all([manager.reload(), rep.reload()])
  await tabs(rep)
    .getByRole('link', { name: /重大一览/u })
    .waitFor()
  expect(
    await tabs(manager)
      .getByRole('link', { name: /我的重大/u })
      .count(),
  ).toBe(0)
  await rep.shot('views-rep-zh')
  const { violations } = await new AxeBuilder({ page: rep }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])

  // the representative may use a shared view otherwise, but not change it
  await tabs(rep)
    .getByRole('link', { name: /重大一览/u })
    .click()
  await rep.getByRole('button', { name: '清除筛选' }).first().click()
  await expect.poll(() => lines(rep).count()).toBe(6)
  await tabs(rep).getByText('有改动').waitFor()
  expect(await rep.getByRole('button', { name: '保存', exact: true }).count()).toBe(0)
  const link = rep.url()
  await rep.getByRole('button', { name: '放弃改动' }).click()
  await expect.poll(() => lines(rep).count()).toBe(3)
  await manager.goto(link)
  await expect.poll(() => lines(manager).count()).toBe(6)
  await tabs(manager).getByText('有改动').waitFor()
  await manager.getByRole('button', { name: '放弃改动' }).click()

  // who saves on what somebody else has just changed is told, and nothing is overwritten unseen
  const deputy = await somebody(browser, app, 'deputy')
  await deputy.goto(manager.url())
  await tabs(deputy)
    .getByRole('link', { name: /重大一览/u })
    .waitFor()
  for (const page of [deputy, manager]) {
    await page.getByRole('button', { name: '清除筛选' }).first().click()
    await tabs(page).getByText('有改动').waitFor()
  }
  await deputy.getByRole('button', { name: '保存', exact: true }).click()
  await deputy.getByText('已保存').waitFor()
  await manager.getByRole('button', { name: '保存', exact: true }).click()
  await manager.getByText('这个视图刚被别人改过').waitFor()
  await expect.poll(() => tabs(manager).getByText('有改动').count()).toBe(0)
  // nothing of one's own has vanished
  await tabs(rep)
    .getByRole('link', { name: /我的重大/u })
    .click()
  await expect.poll(() => lines(rep).count()).toBe(3)
})

test('SEC-5 a link with a column and a condition the receiver may not see opens without them, and says so', async () => {
  const analyst = await somebody(browser, app, 'analyst', { size: 'wide' })
  await analyst.goto(`${app.url}/complaints?severity=major&customer=X&columns=number:150~left,customer,title&sort=-registeredAt`)
  await analyst.getByText('您的岗位看不到：客户').waitFor()
  await expect.poll(() => lines(analyst).count()).toBe(3)
  expect(await analyst.getByRole('columnheader', { name: '客户' }).count()).toBe(0)
  await analyst.shot('views-without-zh')
  await analyst.getByRole('button', { name: '知道了' }).click()
  await expect.poll(() => analyst.url()).not.toContain('customer')
  await expect.poll(() => analyst.url()).toContain('severity=major')
})

test('X-2 conditions any of which must hold are built by keyboard, and stand in the address', async () => {
  const page = await somebody(browser, app, 'rep', { size: 'phone' })
  await page.goto(`${app.url}/complaints?view=all&severity=major`)
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByRole('menuitem', { name: '组合条件' }).press('Enter')
  const built = page.getByRole('dialog', { name: '组合条件' })
  await built.getByRole('button', { name: '添加条件' }).press('Enter')
  await built.getByLabel('字段').nth(1).selectOption({ label: '标题' })
  await built.getByRole('button', { name: '条件', exact: true }).nth(1).press('Enter')
  await page.getByRole('textbox', { name: /标题/u }).fill('第1处')
  await page.keyboard.press('Enter')
  await built.getByLabel('满足方式').selectOption({ label: '任一满足' })
  await page.shot('views-builder-phone-zh')
  await built.getByRole('button', { name: '确定' }).press('Enter')
  await expect.poll(() => decodeURIComponent(page.url())).toContain('where=(severity:major|title:第1处)')
  await expect.poll(() => page.getByText(/卫生间漏水第/u).count()).toBe(4)
  await page.shot('views-phone-zh')
  // kept with another condition beside it, it is what was kept: nothing is changed
  await page.goto(`${page.url()}&dueAt=nextDays:60&registeredAt=lastDays:30`)
  await expect.poll(() => page.getByText(/卫生间漏水第/u).count()).toBe(4)
  await keep(page, '多个条件', '只有我')
  await expect
    .poll(() =>
      tabs(page)
        .getByRole('link', { name: /多个条件/u })
        .innerText(),
    )
    .toContain('4')
  expect(await tabs(page).getByText('有改动').count()).toBe(0)
})
