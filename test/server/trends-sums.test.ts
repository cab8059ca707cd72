import { randomUUID } from 'node:crypto'
import { diceOf } from '../build/trends/histories.ts'
import { withHistories, type WithHistories } from '../build/trends/asking.ts'
import { idOfPerson, near, place, type Name } from '../build/company.ts'
import { dimensionOf } from '@lintel/server/trends/registry.ts'
import { rolls } from '@lintel/server/trends/rolls.ts'
import { foldFigures } from '@lintel/server/trends/fold.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let here: WithHistories
beforeAll(async () => {
  here = await withHistories(11, 4_000)
}, 120_000)
afterAll(() => here?.close())

const n = async (sql: string) => Number((await here.owner.query<{ n: string }>(`select (${sql}) as n`)).rows[0]?.n)
const waiting = () => n('select count(*) from trend_delta')
/** What differs between the sums with what waits for them, and the cases one by one. */
const differing = async () => {
  const found: unknown[] = []
  for (const { roll, of } of rolls) {
    const columns = of.map((name) => dimensionOf(name).column)
    const letters = ['a', 'b', 'c'].slice(0, of.length)
    const sums =
      'sum(n)::int as n, sum(open)::int as open, sum(reopened)::int as reopened, sum(on_time)::int as on_time, sum(timed)::int as timed'
    const { rows } = await here.owner.query(
      `with summed as (
         select ${letters.join(', ')}, month, ${sums} from (
           select ${letters.join(', ')}, month, n, open, reopened, on_time, timed from trend_sum where roll = ${roll}
           union all select ${columns.join(', ')}, month, n, open, reopened, on_time, timed from trend_delta) every
         group by ${letters.join(', ')}, month having sum(n) <> 0 or sum(open) <> 0 or sum(reopened) <> 0 or sum(on_time) <> 0 or sum(timed) <> 0
       ), counted as (
         select ${columns.map((column, at) => `${column} as ${letters[at]}`).join(', ')}, month, count(*)::int as n, count(*) filter (where open)::int as open,
                count(*) filter (where reopened)::int as reopened, count(*) filter (where on_time)::int as on_time, count(on_time)::int as timed
         from trend_complaint where counted group by ${columns.join(', ')}, month
       )
       (select * from summed except all select * from counted) union all (select * from counted except all select * from summed)`,
    )
    found.push(...rows)
  }
  return found
}
/** Counts everything anew: whatever was not counted as it is changes now, and is told. */
const changedByCountingAnew = async () => {
  const client = await here.owner.connect()
  try {
    await client.query('begin')
    const before = `select md5(string_agg(f::text, '' order by f.id)) as of from`
    const tables = ['trend_complaint', 'trend_fine', 'trend_repair', 'trend_visit']
    const read = async () => {
      const all: unknown[] = []
      for (const table of tables) all.push((await client.query<{ of: string }>(`${before} ${table} f`)).rows[0]?.of)
      return all
    }
    const was = await read()
    await client.query(
      `select trend_refresh(array(select id from complaint), '{}', array(select id from fine), array(select id from emergency_repair), array(select id from visit), '{}', '{}')`,
    )
    return [was, await read()] as const
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('Y-1 sums of months', () => {
  test('Y-1 sums and what waits for them are the cases, before, while and after it is folded', async () => {
    expect(await waiting()).toBeGreaterThan(300)
    expect(await differing()).toEqual([])
    await here.owner.query('select trend_fold(100)')
    expect(await differing()).toEqual([])
    const ask = {
      by: ['project', 'element'],
      grain: 'quarter',
      measures: ['count', 'open', 'onTimeShare', 'reopenedShare'],
      from: '2025-11-09',
    }
    const before = await here.trend('manager', ask)
    await foldFigures(here.owner)
    expect(await waiting()).toBe(0)
    expect(await differing()).toEqual([])
    expect(await here.trend('manager', ask)).toEqual(before)
  })
  test('Y-1 nothing that changed was left uncounted: counting everything anew changes nothing', async () => {
    const [was, is] = await changedByCountingAnew()
    expect(is).toEqual(was)
  })
  test('Y-1 whoever decides at the same time, and while it is folded: nothing is counted twice, missed or stuck', async () => {
    const { services } = here.app
    const dice = diceOf(3)
    const now = Date.parse('2027-12-31T04:00:00Z')
    const commit = (by: Name, does: string, input: unknown, on?: string) =>
      services.records.commit(idOfPerson(by), { does, input, key: randomUUID(), ...(on ? { on } : {}) } as never) as Promise<{
        done?: { id: string }
      }>
    const register = () =>
      commit('rep', 'complaint.register', {
        project: near,
        unit: place.unit,
        kind: 'complaint',
        channel: 'phone',
        category: place.category,
        severity: 'general',
        title: '漏水',
        wording: '漏水',
      })
    const cases = (await Promise.all(Array.from({ length: 6 }, register))).map(({ done }) => done?.id ?? '')
    for (const id of cases) await commit('rep', 'complaint.accept', {}, id)
    const drafted = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        commit('rep', 'notice.draft', {
          project: near,
          contractor: place.contractor,
          deadline: now + 5 * 86_400_000,
          defects: [cases[at % 6], cases[(at + 1) % 6]].map((complaint) => ({
            complaint,
            element: 'bathroom',
            location: '主卫',
            requirement: '重做',
          })),
        }),
      ),
    )
    const folding = foldFigures(here.owner)
    const answers = await Promise.all([
      ...drafted.map(({ done }) => commit('rep', 'notice.withdraw', { reason: '发错' }, done?.id)),
      ...cases.map((id) => commit('rep', 'complaint.correct', { element: dice.pick(['roof', 'window']), reason: '有误' }, id)),
      ...Array.from({ length: 30 }, register),
      ...['C9', 'D9', 'E9'].map((houseType) =>
        commit(
          'admin',
          'unit.change',
          { project: near, building: place.building, number: '1202', floor: 12, houseType, reason: '更正' },
          place.unit,
        ),
      ),
    ])
    await folding
    expect(answers.filter((answer) => 'done' in answer).length).toBeGreaterThan(60)
    const [was, is] = await changedByCountingAnew()
    expect(is).toEqual(was)
    expect(await differing()).toEqual([])
    await foldFigures(here.owner)
    expect(await differing()).toEqual([])
  })
  test('Y-1 the application writes no figure itself', async () => {
    for (const sql of [
      'delete from trend_complaint',
      'update trend_sum set n = 0',
      'insert into trend_key (of, value) values (1, 2)',
      'delete from trend_delta',
    ])
      await expect(here.app.services.database.pool.query(sql), sql).rejects.toThrow('permission denied')
  })
})
