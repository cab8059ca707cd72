import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp()
  app.realTime()
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

describe('C-9 C-12 what hangs on a case', () => {
  test('C-12 a representative asks finance, who hears of it at the bell and answers; the representative settles it', async () => {
    const complaint = await aCase(app)
    const rep = await somebody(browser, app, 'rep')
    await rep.goto(`${app.url}/complaints/${complaint}`)
    await rep.getByRole('button', { name: '发起督办' }).click()
    const form = rep.getByRole('dialog')
    await form.getByLabel('部门').fill('财务')
    await rep.getByRole('option', { name: '财务部' }).click()
    await form.getByLabel('问题或要求').fill('该楼栋质保金余额还有多少？')
    await form.getByRole('textbox', { name: '答复期限' }).fill('2099-11-30 18:00')
    await rep.shot('request-ask-zh')
    await form.getByRole('button', { name: '发起督办' }).click()
    await rep.getByText('待答复').first().waitFor()

    const finance = await somebody(browser, app, 'finance', { size: 'phone' })
    await finance.getByRole('button', { name: /未读/ }).click()
    await finance.getByRole('link', { name: /答复督办/ }).click()
    await finance.getByText('该楼栋质保金余额还有多少？').first().waitFor()
    await finance.shot('request-phone-zh')
    await finance.getByRole('button', { name: '答复', exact: true }).first().click()
    await finance.getByRole('dialog').getByLabel('答复').first().fill('余 120 万元，可扣。')
    await finance.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
    await finance.getByText('按时答复').waitFor()

    await rep.getByText('已答复').first().waitFor()
    await rep.goto(`${app.url}/department-requests`)
    await rep.getByText('DB-2026-000001').first().click()
    await rep.getByText('余 120 万元，可扣。').first().waitFor()
    await rep.shot('request-list-zh')
    await rep.getByRole('button', { name: '办结' }).first().click()
    await rep.getByText('已办结').first().waitFor()
    // the list may have gone on to what is next
    await rep.goto(finance.url())
    await rep.getByText('已办结').first().waitFor()
    await rep.getByText('按时答复').waitFor()
    expect(await rep.getByText('余 120 万元，可扣。').count()).toBeGreaterThan(0)
  })

  test('C-9 a survey is planned, held, signed on the screen, and leads to a notice', async () => {
    const complaint = await aCase(app, { severity: 'seriousQuality' })
    const survey = await app.does('rep', 'surveyPlan', {
      input: {
        complaint,
        plannedAt: new Date(Date.now() + 60_000).toISOString(),
        participants: [
          { role: 'representative', name: '吴倩' },
          { role: 'contractor', name: '陈工', organisation: '东建集团' },
        ],
      },
    })
    await app.does('rep', 'surveyHold', {
      id: survey,
      input: {
        heldAt: new Date(Date.now() - 60_000).toISOString(),
        findings: '顶板渗水，防水层开裂约 1.2 米',
        measures: '拆除重做防水，闭水 48 小时',
        evidence: [],
        participants: [
          { role: 'representative', name: '吴倩' },
          { role: 'contractor', name: '陈工', organisation: '东建集团' },
        ],
      },
    })
    const rep = await somebody(browser, app, 'rep', { size: 'phone' })
    await rep.goto(`${app.url}/surveys/${survey}`)
    await rep.getByRole('button', { name: '签字' }).first().click()
    const box = await rep.getByRole('img', { name: '手写签名' }).boundingBox()
    if (!box) throw new Error('nothing to sign on')
    await rep.mouse.move(box.x + 30, box.y + 40)
    await rep.mouse.down()
    for (const [x, y] of [
      [80, 20],
      [120, 60],
      [180, 30],
      [240, 70],
    ] as const)
      await rep.mouse.move(box.x + x, box.y + y, { steps: 4 })
    await rep.mouse.up()
    await rep.shot('survey-sign-phone-zh')
    await rep.getByRole('dialog').getByRole('button', { name: '签字' }).click()
    await rep.getByRole('img', { name: '吴倩的签名' }).waitFor()
    await app.does('rep', 'surveySign', { id: survey, input: { participant: '2', refusedBecause: '不认可责任划分' } })
    await rep.getByText('不认可责任划分').waitFor()
    await rep.shot('survey-phone-zh')
    await rep.getByRole('button', { name: '起草通知单' }).click()
    await rep.waitForURL('**/notices/new**')
    expect(rep.url()).toContain('survey=')
  })
})
