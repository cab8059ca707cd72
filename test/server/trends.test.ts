import { dimensionNames, type DimensionName } from '@lintel/server/trends/registry.ts'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import type { Name } from '../build/company.ts'
import { diceOf, playHistories } from '../build/trends/histories.ts'
import { countNaively, naiveMeasures, type Counted, type Facts } from '../build/trends/naive.ts'

let app: App
let owner: pg.Pool
let facts: Facts
let played: Awaited<ReturnType<typeof playHistories>>

type Figure = { readonly value: number | null; readonly money: { readonly amount: string } | null; readonly count: number }
type Value = Figure & {
  readonly measure: string
  readonly before: Figure | null
  readonly hidden: boolean
  readonly opens: readonly { readonly noun: string; readonly filter: object }[]
}
type Row = {
  readonly keys: readonly { readonly dimension: DimensionName; readonly value: string | null; readonly label: string | null }[]
  readonly at: string | null
  readonly values: readonly Value[]
}
export type Trend = {
  readonly __typename: string
  readonly rows: readonly Row[]
  readonly total: Row
  readonly others: readonly Row[]
  readonly groups: number
  readonly hidden: number
}
const figure = 'value money { amount } count'
const row = `keys { dimension value label } at values { measure ${figure} before { ${figure} } hidden opens { noun filter } }`
const question = `query($ask: TrendAsk!) { trend(ask: $ask) { __typename ... on Trend { rows { ${row} } total { ${row} } others { ${row} } groups hidden }
  ... on TrendTooWide { argument message } ... on TrendNotUsable { argument message } ... on TrendTookTooLong { message } } }`
const trend = async (who: Name, ask: object): Promise<Trend> => {
  const { data, errors } = await app.ask(who, question, {
    ask: { by: [], measures: ['count'], from: '2024-01-01', until: '2027-12-31', ...ask },
  })
  if (!data) throw new Error(JSON.stringify(errors))
  return data['trend'] as unknown as Trend
}

const seed = Number(process.env['TRENDS_SEED'] ?? 20261124)

beforeAll(async () => {
  app = await anApp('2026-11-24 14:05', { upkeep: false })
  owner = new pg.Pool({ connectionString: app.database.ownerUrl, max: 2 })
  played = await app.services.records.bulk((bulk) => playHistories(bulk, diceOf(seed), 10_000), {
    whole: [
      'complaint',
      'notice',
      'fine',
      'emergencyRepair',
      'visit',
      'approval',
      'unit',
      'category',
      'contractor',
      'person',
      'position',
      'department',
      'delegation',
      'settings',
      'building',
      'project',
      'customer',
      'contract',
      'survey',
      'departmentRequest',
      'chain',
    ],
  })
  app.at('2027-12-31 12:00')
  facts = await countNaively(owner)
}, 120_000)
afterAll(async () => {
  await owner?.end()
  await app?.close()
})

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
  const answer = await trend('manager', { ...ask, first: 1000 })
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

const listed = async (who: Name, { noun, filter }: { readonly noun: string; readonly filter: object }) => {
  const type = `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}Filter`
  const { data, errors } = await app.ask(who, `query($filter: ${type}) { n: ${noun}Count(filter: $filter, cap: 10000) { value } }`, {
    filter,
  })
  if (!data) throw new Error(`${JSON.stringify(errors)} ${JSON.stringify(filter)}`)
  return Number(data['n']?.['value'])
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
    expect(played.done).toBeGreaterThan(3_000)
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
        const answer = await trend('manager', { ...ask, first: 20 })
        const rows = [answer.total, ...answer.rows]
        for (let n = 0; n < 3; n++) {
          const one = rows[(which.next().value ?? 0) % rows.length]
          for (const value of one?.values ?? []) {
            const counts = await Promise.all(value.opens.map((list) => listed('manager', list)))
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
})
