import { openBus, type Bus } from '@lintel/server/notify/bus.ts'
import type { Told } from '@lintel/server/records/after.ts'
import { deriveAgain } from '@lintel/server/tasks/derive-again.ts'
import { sweep } from '@lintel/server/database/sweep.ts'
import { defaultSettings } from '@lintel/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aDepartment, type Department } from '../build/department.ts'

let here: Department
let bus: Bus
beforeEach(async () => {
  here = await aDepartment()
  bus = await openBus({ url: here.databaseUrl, onTold: () => {} })
})
afterEach(async () => {
  await bus.close()
  await here.close()
})

/** Reads on until something fits. */
const until = async (told: AsyncIterable<Told>, fits: (one: Told) => boolean) => {
  for await (const one of told) if (fits(one)) return one
  throw new Error('the stream ended')
}
const changed = (id: string) => (one: Told) => 'changes' in one && one.changes.some((change) => change.id === id)

describe('word of a change', () => {
  test('reaches every listener when it is committed, with the project and the revision', async () => {
    const stream = bus.told()
    const first = stream.next()
    const { fine } = await here.aFine()
    const { value } = await first
    expect(value && 'changes' in value && value.changes[0]).toMatchObject({ noun: 'complaint', revision: 1 })
    const said = await until(stream, changed(fine.id))
    expect('changes' in said && said.changes.find(({ id }) => id === fine.id)).toEqual({
      noun: 'fine',
      id: fine.id,
      revision: 1,
      project: fine.project,
    })
  })
  test('a refusal says nothing', async () => {
    const { fine } = await here.aFine()
    const said = await here.count('outbox')
    expect(await here.decide('manager', 'fine.issue', fine.id, {})).toMatchObject({ refused: 'WrongState' })
    expect(await here.count('outbox')).toBe(said)
  })
  test('a connection that is cut is made again, and readers are told to look at everything', async () => {
    const stream = bus.told()
    const heard = until(stream, (one) => 'many' in one)
    await here.app.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lintel listening' and datname = current_database()`,
    )
    expect(await heard).toHaveProperty('many')
    // the new connection hears what the old one would have
    const next = bus.told().next()
    await here.aFine()
    expect((await next).value).toHaveProperty('changes')
  })
  test('a stream ends with its signal, and with the server', async () => {
    const leaving = new AbortController()
    const ended = bus.told(leaving.signal).next()
    const other = bus.told().next()
    leaving.abort()
    expect((await ended).done).toBe(true)
    await bus.close()
    expect((await other).done).toBe(true)
  })
})

describe('rules that change', () => {
  test('T-4 due times of everything open are worked out again under the new rules', async () => {
    const { complaint, notice } = await here.aFine()
    const { rows: settings } = await here.owner.query<{ id: string }>('select id from settings')
    const dues = async () =>
      (
        await here.owner.query<{ due_at: Date }>(
          'select due_at from complaint where id = $1 union all select on_site_by from notice where id = $2',
          [complaint.id, notice.id],
        )
      ).rows.map(({ due_at }) => due_at.getTime())
    const task = async () =>
      (
        await here.owner.query<{ due_at: Date; version: number }>(
          `select due_at, (clock ->> 'version')::int as version from task where record_id = $1 and does = 'complaint.resolve'`,
          [complaint.id],
        )
      ).rows[0]
    const [before, taskBefore] = [await dues(), await task()]
    const written = Object.fromEntries(
      Object.entries(defaultSettings).map(([name, value]) => [name, typeof value === 'bigint' ? `${value / 100n}.00` : value]),
    )
    await here.does('settings', 'admin', 'settings.change', settings[0]?.id, {
      ...written,
      onSiteHours: 6,
      resolveWorkingDays: 20,
      reason: '试行',
    })
    expect(await deriveAgain(here.app)).toBe(true)
    const [after, taskAfter] = [await dues(), await task()]
    expect((after[1] ?? 0) - (before[1] ?? 0)).toBe(2 * 3_600_000)
    expect(after[0]).toBeGreaterThan(before[0] ?? 0)
    expect(taskAfter?.due_at.getTime()).toBe(after[0])
    expect([taskBefore?.version, taskAfter?.version]).toEqual([1, 2])
    // done once, by whichever process comes first
    expect(await deriveAgain(here.app)).toBe(false)
    expect((await here.verify()).broken).toBeUndefined()
  })
})

describe('what is kept for a while', () => {
  test('B-3 answers of commands are kept for seven days', async () => {
    const { fine } = await here.aFine()
    await here.owner.query(`update command_key set at = now() - interval '6 days 23 hours'`)
    await sweep(here.app)
    expect(await here.count('command_key')).toBeGreaterThan(0)
    await here.owner.query(`update command_key set at = now() - interval '7 days 1 minute'`)
    await sweep(here.app)
    expect(await here.count('command_key')).toBe(0)
    expect(fine.id).toBeTruthy()
  })
})
