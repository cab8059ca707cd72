import { dimensionNames, type DimensionName } from '@lintel/server/trends/registry.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ids } from '../build/app.ts'
import { withHistories, type WithHistories } from '../build/trends/asking.ts'

let here: WithHistories
beforeAll(async () => {
  here = await withHistories(7)
}, 120_000)
afterAll(() => here?.close())

// the company's leader has figures of cases, and not the cases: `trend.read` without `complaint.read`
const leader = 'company'
const whole = { from: '2024-01-01', until: '2027-12-31' }
const groups: readonly DimensionName[] = dimensionNames.filter((name) => name !== 'project')
type Told = ReadonlyMap<string, number>
/** What is told of each project and quarter, by one dimension or none. */
const told = async (dimension?: DimensionName, more: object = {}): Promise<Told> => {
  const answer = await here.trend(leader, {
    ...whole,
    by: ['project', ...(dimension ? [dimension] : [])],
    grain: 'quarter',
    first: 1000,
    ...more,
  })
  expect(answer.__typename).toBe('Trend')
  return new Map(
    answer.rows.flatMap(({ keys, at, values: [value] }) =>
      value && !value.hidden ? [[`${keys.map((key) => key.value).join(' ')} ${at}`, value.count] as const] : [],
    ),
  )
}
const placeOf = (cell: string) => [cell.split(' ')[0], cell.split(' ').at(-1)].join(' ')
const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)

describe('Y-6 figures without the records behind them', () => {
  test.each(groups)('Y-6 by %s no group of fewer than five is told, nor by taking what is told from its total', async (dimension) => {
    const [places, cells] = [await told(), await told(dimension)]
    expect(places.size).toBeGreaterThan(3)
    for (const n of [...places.values(), ...cells.values()]) expect(n).toBeGreaterThanOrEqual(5)
    const byPlace = Map.groupBy(cells, ([cell]) => placeOf(cell))
    for (const [where, n] of places) {
      const parts = (byPlace.get(where) ?? []).map(([, part]) => part)
      const rest = n - sum(parts)
      // all of it is told, or what is kept back cannot be one small group; where nothing is told, nothing can be taken away
      expect(rest === 0 || rest >= 10 || parts.length === 0, `${where}: ${n} less ${parts.join()}`).toBe(true)
    }
  })
  test('Y-6 over years, over projects and with some left out, the same cells are told: nothing is to be had by a difference', async () => {
    for (const dimension of ['element', 'houseType', 'representative'] as const) {
      const cells = await told(dimension)
      const all = await here.trend(leader, { ...whole, by: [dimension], first: 1000 })
      expect(all.total.values[0]?.count, dimension).toBe(sum(cells.values()))
      for (const { keys, values } of all.rows) {
        const value = keys[0]?.value ?? null
        const but = all.rows.flatMap(({ keys: other }) => (other[0]?.value != null && other[0].value !== value ? [other[0].value] : []))
        const without = await here.trend(leader, { ...whole, filter: [{ dimension, in: but, none: value !== null }] })
        expect(without.total.values[0]?.count, `${dimension} without ${value}`).toBe(sum(cells.values()) - (values[0]?.count ?? 0))
      }
      const years = await here.trend(leader, { ...whole, by: ['project', dimension], grain: 'year', first: 1000 })
      expect(sum(years.rows.map(({ values }) => values[0]?.count ?? 0))).toBe(sum(cells.values()))
    }
  })
  test('Y-6 what would take two such answers apart is not answered', async () => {
    const refused = async (ask: object) => (await here.trend(leader, { ...whole, ...ask })).__typename
    expect(await refused({ by: ['element', 'trade'] })).toBe('TrendNotUsable')
    expect(await refused({ by: ['element'], filter: [{ dimension: 'kind', in: ['complaint'] }] })).toBe('TrendNotUsable')
    expect(await refused({ grain: 'month' })).toBe('TrendNotUsable')
    expect(await refused({ from: '2026-02-01' })).toBe('TrendNotUsable')
    expect(await refused({ until: '2026-11-24' })).toBe('TrendNotUsable')
    expect(await refused({ measures: ['perHundredUnits'] })).toBe('TrendNotUsable')
    // of fines and repairs they have the records
    expect(await refused({ by: ['element', 'trade'], grain: 'day', measures: ['fines'] })).toBe('Trend')
    expect((await here.trend('economic', {})).__typename).toBe('TrendNotUsable')
    expect((await here.trend('nobody', {})).__typename).toBe('TrendNotUsable')
  })
  test('Y-6 shares and medians are those of the same kind of cells, and open nothing', async () => {
    const measures = ['closeMedian', 'onTimeShare', 'satisfaction', 'count']
    const { rows } = await here.trend(leader, { ...whole, by: ['channel'], measures, compare: 'sameLastYear' })
    expect(rows.length).toBeGreaterThan(2)
    for (const value of rows.flatMap(({ values }) => values)) {
      expect(value.opens).toEqual([])
      expect(value.hidden ? value.count === 0 && value.value === null : value.count >= 5, JSON.stringify(value)).toBe(true)
    }
    const known = (await here.app.ask(leader, '{ trendCatalogue { measures { name } guarded { name } } }')).data?.['trendCatalogue']
    expect(known?.['measures']).toContainEqual({ name: 'fines' })
    expect(known?.['guarded']).toContainEqual({ name: 'count' })
    expect(known?.['guarded']).not.toContainEqual({ name: 'perHundredUnits' })
  })
  test('P-1 whoever reads one project has the figures of that one', async () => {
    const { rows } = await here.trend('rep', { by: ['project'] })
    expect(rows.map(({ keys }) => keys[0]?.value)).toEqual([ids.near])
    const all = await here.trend('manager', { by: ['project'] })
    expect(all.rows.length).toBe(2)
    expect(rows[0]?.values[0]?.count).toBe(all.rows.find(({ keys }) => keys[0]?.value === ids.near)?.values[0]?.count)
  })
  test('Y-6 analysts have the figures and the cases behind them, without whose they are', async () => {
    const ask = { by: ['element'], measures: ['count', 'closeMedian'] }
    const [mine, theirs] = [await here.trend('analyst', ask), await here.trend('manager', ask)]
    expect(mine.rows).toEqual(theirs.rows)
    const opens = mine.rows[0]?.values[0]?.opens[0]
    const { data } = await here.app.ask(
      'analyst',
      'query($filter: ComplaintFilter) { complaints(first: 5, filter: $filter) { edges { node { number customer { name phone } } } } }',
      {
        filter: opens?.filter,
      },
    )
    expect(JSON.stringify(data)).not.toMatch(/王小明|13812345678/)
    expect((await here.app.ask('analyst', '{ complaintCount(filter: { customer: { empty: false } }) { value } }')).errors).toBeDefined()
    expect((await here.app.ask('analyst', '{ search(text: "5678") { groups { noun } } }')).data).toEqual({ search: { groups: [] } })
  })
})
