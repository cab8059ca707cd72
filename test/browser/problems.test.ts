import { idFrom } from '@lintel/server/records/identity.ts'
import { system } from '@lintel/server/records/company.ts'
import { idOf } from '@lintel/server/schema/global-id.ts'
import type { Id } from '@lintel/domain'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { near, place } from '../build/company.ts'
import { at } from '../build/town.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
let cases: string[]
beforeAll(async () => {
  app = await anApp()
  cases = []
  for (const title of ['停水，水管没有水', '家里停水', '停水没有水用']) cases.push(await aCase(app, { title }))
  app.realTime()
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

describe('Y-2 C-3 what keeps going wrong', () => {
  test('Y-2 Y-5 the analyst opens a problem, sees what is said, and its complaints as a list', async () => {
    const problem = await app.does('analyst', 'problemOpen', { input: { name: '停水', category: ids.category, complaints: cases } })
    const analyst = await somebody(browser, app, 'analyst', { size: 'wide' })
    await analyst.goto(`${app.url}/problems`)
    await analyst.getByText('GX-2026-000001').first().waitFor()
    await analyst.goto(`${app.url}/problems/${problem}`)
    await analyst.getByText('人工新建').waitFor()
    await analyst.getByRole('button', { name: '改名' }).first().click()
    await analyst.getByRole('dialog').getByLabel('名称').fill('三号楼停水')
    await analyst.getByRole('dialog').getByRole('button', { name: '改名' }).click()
    await analyst.getByRole('heading', { name: '三号楼停水' }).waitFor()
    await analyst.shot('problem-zh')
    await analyst.getByRole('button', { name: '全部投诉' }).click()
    await analyst.waitForURL(/\/complaints\?.*problems=/)
    for (const title of ['家里停水', '停水没有水用']) await analyst.getByText(title).first().waitFor()
    expect(await analyst.getByText(/^TS-/).count()).toBe(3)
  })
  test('C-3 the manager makes it a group case with one thumb', async () => {
    const members = cases.map((one, n) => ({
      complaint: idOf('complaint', one) as Id<'complaint'>,
      unit: `${n}` as Id<'unit'>,
      at: at('2026-11-23 09:00'),
    }))
    await app.services.records.commit(system, {
      does: 'groupAlert.raise',
      key: idFrom('browser', 'alert'),
      input: { project: near, building: place.building, title: '停水', members },
    })
    const manager = await somebody(browser, app, 'manager', { size: 'phone' })
    await manager.goto(`${app.url}/group-alerts`)
    await manager.getByText('停水').first().click()
    await manager.getByText('3 户').first().waitFor()
    await manager.shot('group-alert-phone-zh')
    await manager.getByRole('button', { name: '定为群诉' }).first().click()
    const form = manager.getByRole('dialog')
    await form.getByLabel('理由').fill('同一水泵故障')
    await form.getByRole('button', { name: '定为群诉' }).click()
    await manager.getByText('已定为群诉').first().waitFor()
    const { data } = await app.ask('manager', 'query($id: ID!) { complaint(id: $id) { severity } }', { id: cases[0] })
    expect(data?.['complaint']?.['severity']).toBe('group')
  })
})
