import { watchGroups } from '@lintel/server/group-alerts/watch.ts'
import { idFrom } from '@lintel/server/records/identity.ts'
import { system } from '@lintel/server/records/company.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'
import { near, place } from '../build/company.ts'
import { at } from '../build/town.ts'

let app: App
let homes: string[]
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00', { upkeep: false })
  homes = await app.services.records.bulk(async (bulk) => {
    const made = []
    for (let n = 1; n <= 8; n++) {
      const unit = await bulk.decide(
        system,
        {
          does: 'unit.add',
          key: idFrom('home', `${n}`),
          input: { project: near, building: place.building, number: `${n}01`, floor: n, houseType: 'A1' },
        },
        at('2026-11-20 09:00'),
      )
      if ('refused' in unit) throw new Error('unit')
      made.push(globalId('Unit', unit.id))
    }
    return made
  })
})
afterAll(() => app.close())

const register = (home: number, title: string) =>
  app.does('rep', 'complaintRegister', {
    input: {
      project: ids.near,
      unit: homes[home],
      kind: 'complaint',
      channel: 'phone',
      category: ids.category,
      element: 'plumbing',
      severity: 'general',
      title,
      wording: `${title}，请尽快恢复`,
    },
  })
const look = async (when: string) => {
  const { rules } = await app.services.records.company()
  return watchGroups(app.services.database.pool, app.services.records, rules, at(when))
}
type Alert = { id: string; number: string; state: string; units: number; cases: number; complaints: { id: string; severity: string }[] }
const alerts = async () => {
  const { data } = await app.ask(
    'manager',
    '{ groupAlerts(first: 10) { edges { node { id number state units cases complaints { id severity } } } } }',
  )
  return ((data?.['groupAlerts']?.['edges'] ?? []) as unknown as { node: Alert }[]).map(({ node }) => node)
}

describe('C-3 the same matter in several homes of a building', () => {
  test('C-3 at the third home the manager has it among their tasks, with the cases', async () => {
    await register(0, '家里停水，水管没有水')
    await register(1, '停水了，水管里没有水')
    expect(await look('2026-11-23 09:01')).toBe(0)
    await register(2, '从早上起停水，没有水用')
    expect(await look('2026-11-23 09:02')).toBe(1)
    expect(await alerts()).toMatchObject([{ number: 'QS-2026-000001', state: 'raised', units: 3, cases: 3, complaints: { length: 3 } }])
    const { data } = await app.ask('manager', '{ tasks(first: 20) { edges { node { does noun title } } } }')
    expect(JSON.stringify(data)).toContain('groupAlert_makeGroup')
  })
  test('C-3 REL-12 looking again, and eight at once, tell of it no second time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => look('2026-11-23 09:03')))
    expect(await alerts()).toHaveLength(1)
    await register(3, '停水，水管没有水')
    await Promise.all(Array.from({ length: 8 }, () => look('2026-11-23 09:04')))
    expect(await alerts()).toMatchObject([{ units: 4, cases: 4 }])
  })
  test('C-3 other words in the same building are another matter', async () => {
    await register(4, '水龙头把手松动掉漆')
    await look('2026-11-23 09:05')
    expect(await alerts()).toMatchObject([{ cases: 4 }])
  })
  test('C-3 the manager makes it a group: the cases have the severity, and the history says by what', async () => {
    const [alert] = await alerts()
    await app.does('manager', 'groupAlertMakeGroup', { id: alert?.id ?? '', input: { reason: '水泵故障' } })
    expect((await alerts())[0]).toMatchObject({ state: 'grouped', complaints: Array.from({ length: 4 }, () => ({ severity: 'group' })) })
    expect((await app.decide('manager', 'groupAlertDismiss', { id: alert?.id ?? '', input: { reason: '不是' } })).code).toBe(
      'AlreadyDecided',
    )
  })
  test('C-3 T-3 what came while nobody looked for two weeks is found afterwards, once', async () => {
    for (const home of [5, 6, 7]) await register(home, '燃气灶打不着火，没有燃气')
    app.at('2026-12-07 09:00')
    expect(await look('2026-12-07 09:00'), 'registered on 23 November').toBe(1)
    expect(await look('2026-12-07 09:01')).toBe(0)
    expect(await alerts()).toHaveLength(2)
  })
})

test('C-3 a server that is up tells of it within seconds of the registration', async () => {
  const up = await anApp('2026-11-23 09:00')
  try {
    const units = await up.services.records.bulk(async (bulk) => {
      const made = []
      for (const n of [1, 2, 3]) {
        const unit = await bulk.decide(
          system,
          {
            does: 'unit.add',
            key: idFrom('up', `${n}`),
            input: { project: near, building: place.building, number: `${n}02`, floor: n, houseType: 'A1' },
          },
          at('2026-11-20 09:00'),
        )
        made.push('refused' in unit ? '' : globalId('Unit', unit.id))
      }
      return made
    })
    for (const unit of units)
      await up.does('rep', 'complaintRegister', {
        input: {
          project: ids.near,
          unit,
          kind: 'complaint',
          channel: 'phone',
          category: ids.category,
          severity: 'general',
          title: '停水没有水',
          wording: '停水没有水用',
        },
      })
    const raised = async () => (await up.services.database.pool.query('select 1 from group_alert')).rows.length
    for (let n = 0; n < 100 && !(await raised()); n++) await wait(100)
    expect(await raised()).toBe(1)
  } finally {
    await up.close()
  }
}, 20_000)
