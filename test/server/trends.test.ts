import { dimensionNames, type DimensionName } from '@lintel/server/trends/registry.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withHistories, type Figure, type WithHistories } from '../build/trends/asking.ts'
import { naiveMeasures, type Counted, type Facts } from '../build/trends/naive.ts'

let here: WithHistories
let facts: Facts

const seed = Number(process.env['TRENDS_SEED'] ?? 20261124)

beforeAll(async () => {
  here = await withHistories(seed)
  facts = here.facts
  // sums of months, what waits for them, and cases one by one: every road is taken
  await here.owner.query('select trend_fold(700)')
}, 120_000)
afterAll(() => here?.close())

const plainId = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? ''
const refs: readonly DimensionName[] = ['project', 'building', 'contractor', 'category', 'subcategory', 'representative']
const plain = (dimension: DimensionName, value: string | null) => (value !== null && refs.includes(dimension) ? plainId(value) : value)
const fenOf = (amount: string | undefined) => (amount === undefined ? null : BigInt(amount.replace('.', '')))

const grainOf = (grain: string | undefined, day: string) => {
  const date = new Date(`${day}T00:00:00Z`)
  if (grain === undefined) return null
  if (grain === 'day') return day
  if (grain === 'week') return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
  const month = grain === 'year' ? 0 : grain === 'quarter' ? Math.floor(date.getUTCMonth() / 3) * 3 : date.getUTCMonth()
  return new Date(Date.UTC(date.getUTCFullYear(), month, 1)).toISOString().slice(0, 10)
}
type Asked = {
  readonly by: readonly DimensionName[]
  readonly measures: readonly string[]
  readonly from: string
  readonly until: string
  readonly grain?: string
  readonly filter?: readonly { readonly dimension: DimensionName; readonly in: readonly string[]; readonly none: boolean }[]
}
const place = (ask: Asked, keys: readonly (string | null)[], at: string | null) => JSON.stringify([keys, at])
/** The same question answered by looking at every record. */
const naively = (ask: Asked, measure: string) => {
  const { of } = naiveMeasures[measure] ?? { of: 'complaint' }
  const meant = facts[of].filter(
    ({ day, by }) =>
      day >= ask.from &&
      day <= ask.until &&
      (ask.filter ?? []).every(({ dimension, in: values, none }) => {
        const value = by[dimension] ?? null
        return value === null ? none : values.map((one) => plain(dimension, one)).includes(value)
      }),
  )
  const first = (day: string) => {
    const at = grainOf(ask.grain, day)
    return at !== null && at < ask.from ? ask.from : at
  }
  return {
    all: meant,
    groups: Map.groupBy(meant, ({ day, by }) =>
      place(
        ask,
        ask.by.map((name) => by[name] ?? null),
        first(day),
      ),
    ),
  }
}
const equals = (value: Figure, expected: { value: number | null; money: bigint | null; count: number }, why: string) => {
  expect(value.count, why).toBe(expected.count)
  expect(fenOf(value.money?.amount), why).toBe(expected.money)
  if (expected.value === null) expect(value.value, why).toBeNull()
  else expect(value.value, why).toBeCloseTo(expected.value, 6)
}
const holds = async (ask: Asked) => {
  const answer = await here.trend('manager', { ...ask, first: 1000 })
  expect(answer.__typename, JSON.stringify(ask)).toBe('Trend')
  for (const [n, measure] of ask.measures.entries()) {
    const naive = naiveMeasures[measure]
    if (!naive) continue
    const { all, groups } = naively(ask, measure)
    const why = `${measure} of ${JSON.stringify(ask)}`
    const seen = new Set<string>()
    for (const { keys, at, values } of answer.rows) {
      const where = place(
        ask,
        keys.map(({ dimension, value }) => plain(dimension, value)),
        at,
      )
      seen.add(where)
      const value = values[n]
      if (!value) throw new Error(why)
      equals(value, naive.figure((groups.get(where) ?? []) as readonly Counted[]), `${why} ${where}`)
    }
    expect(
      [...groups.keys()].filter((where) => !seen.has(where)),
      why,
    ).toEqual([])
    const total = answer.total.values[n]
    if (total) equals(total, naive.figure(all), `${why} in all`)
  }
  return answer
}

const days = fc.integer({ min: 0, max: 1000 }).map((n) => new Date(Date.UTC(2024, 3, 1) + n * 86_400_000).toISOString().slice(0, 10))
const measureNames = Object.keys(naiveMeasures)
const asks = (): fc.Arbitrary<Asked> =>
  fc
    .record({
      by: fc.uniqueArray(fc.constantFrom(...dimensionNames), { maxLength: 3 }),
      measures: fc.uniqueArray(fc.constantFrom(...measureNames), { minLength: 1, maxLength: 6 }),
      between: fc.tuple(days, days),
      grain: fc.option(fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), { nil: undefined }),
      filtered: fc.uniqueArray(fc.constantFrom(...dimensionNames), { maxLength: 2 }),
      which: fc.infiniteStream(fc.nat(997)),
    })
    .map(({ by, measures, between: [a, b], grain, filtered, which }) => ({
      by,
      measures,
      from: a < b ? a : b,
      until: a < b ? b : a,
      ...(grain ? { grain } : {}),
      filter: filtered.map((dimension) => {
        const values = [...new Set(facts.complaint.flatMap(({ by: of }) => of[dimension] ?? []))].toSorted()
        const some = Array.from(
          { length: (which.next().value ?? 0) % 3 },
          () => values[(which.next().value ?? 0) % Math.max(values.length, 1)] ?? '',
        )
        return { dimension, in: some.map((value) => idFor(dimension, value)), none: (which.next().value ?? 0) % 3 === 0 }
      }),
    }))
const typeFor: Readonly<Partial<Record<DimensionName, string>>> = {
  project: 'Project',
  building: 'Building',
  contractor: 'Contractor',
  category: 'Category',
  subcategory: 'Category',
  representative: 'Person',
}
const idFor = (dimension: DimensionName, value: string) =>
  typeFor[dimension] ? Buffer.from(`${typeFor[dimension]}:${value}`).toString('base64url') : value

describe('Y-1 figures are those of the records', () => {
  test('Y-1 thousands of random decisions were made, of every kind that is counted', () => {
    expect(here.played.done).toBeGreaterThan(3_000)
    expect(facts.complaint.length).toBeGreaterThan(800)
    for (const of of ['fine', 'emergencyRepair', 'visit'] as const) expect(facts[of].length, of).toBeGreaterThan(9)
    expect(facts.emergencyRepair.filter(({ counts }) => counts['audited'] !== undefined).length).toBeGreaterThan(5)
    expect(new Set(facts.complaint.map(({ by }) => by['contractor'])).size).toBe(3)
  })
  test('Y-1 every measure by every dimension', async () => {
    for (const dimension of dimensionNames)
      for (let n = 0; n < measureNames.length; n += 6) {
        const answer = await holds({ by: [dimension], measures: measureNames.slice(n, n + 6), from: '2024-01-01', until: '2027-12-31' })
        expect(answer.groups, dimension).toBeGreaterThan(0)
      }
  })
  test('Y-1 random questions, whatever they combine', async () => {
    await fc.assert(
      fc.asyncProperty(asks(), async (ask) => {
        await holds(ask)
      }),
      { numRuns: 250, seed },
    )
  })
  test('Y-5 every figure opens a list of exactly the records behind it', async () => {
    await fc.assert(
      fc.asyncProperty(asks(), fc.infiniteStream(fc.nat(997)), async (ask, which) => {
        const answer = await here.trend('manager', { ...ask, first: 20 })
        const rows = [answer.total, ...answer.rows]
        for (let n = 0; n < 3; n++) {
          const one = rows[(which.next().value ?? 0) % rows.length]
          for (const value of one?.values ?? []) {
            const counts = await Promise.all(value.opens.map((list) => here.listed('manager', list)))
            expect(
              counts.reduce((a, b) => a + b, 0),
              JSON.stringify({ ask, value }),
            ).toBe(value.count)
          }
        }
      }),
      { numRuns: 120, seed },
    )
  })
  test('Y-1 Y-4 per hundred homes handed over by the end, of those of the group; of an age, of those that reached it', async () => {
    const { rows } = await here.owner.query<{ document: Readonly<Record<string, string>> }>('select document from unit')
    const until = '2026-06-30'
    const homes = rows
      .map(({ document }) => document)
      .filter(({ handedOverOn, state }) => handedOverOn && handedOverOn <= until && state === 'active')
    expect(homes.length).toBeGreaterThan(9)
    const reached = (handedOver: string, months: number) => {
      const [year = 0, month = 0, day = 0] = handedOver.split('-').map(Number)
      return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10) <= until
    }
    for (const dimension of ['project', 'building', 'houseType', 'element', 'age'] as const) {
      const answer = await here.trend('manager', { by: [dimension], measures: ['perHundredUnits'], from: '2026-01-01', until, first: 1000 })
      let told = 0
      for (const { keys, values } of answer.rows) {
        const value = plain(dimension, keys[0]?.value ?? null)
        const among =
          dimension === 'element'
            ? homes.length
            : dimension === 'age'
              ? homes.filter(({ handedOverOn = '' }) => value !== null && reached(handedOverOn, Number(value))).length
              : homes.filter((home) => home[dimension] === value).length
        const [figure] = values
        if (among === 0) expect(figure?.value, `${dimension} ${value}`).toBeNull()
        else {
          told++
          expect(figure?.value, `${dimension} ${value}`).toBeCloseTo((Number(figure?.count) * 100) / among, 9)
        }
      }
      expect(told, dimension).toBeGreaterThan(0)
    }
    const months = await here.trend('manager', { grain: 'month', measures: ['perHundredUnits'], from: '2026-02-01', until })
    expect(months.rows.map(({ values }) => Number(values[0]?.value).toFixed(6))).toEqual(
      months.rows.map(({ values }) => ((Number(values[0]?.count) * 100) / homes.length).toFixed(6)),
    )
  })
})
