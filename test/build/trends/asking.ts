import type { DimensionName } from '@lintel/server/trends/registry.ts'
import { nounNames } from '@lintel/server/records/nouns.ts'
import pg from 'pg'
import { anApp } from '../app.ts'
import type { Name } from '../company.ts'
import { diceOf, playHistories } from './histories.ts'
import { countNaively } from './naive.ts'

export type Figure = { readonly value: number | null; readonly money: { readonly amount: string } | null; readonly count: number }
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
type Trend = {
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

/** An app with a year of random decisions in it, and what one counts by looking at every record. */
export const withHistories = async (seed: number, steps = 10_000) => {
  const app = await anApp('2026-11-24 14:05', { upkeep: false })
  const owner = new pg.Pool({ connectionString: app.database.ownerUrl, max: 2 })
  // one that the database ends when it is dropped is gone all the same
  owner.on('error', () => {})
  const played = await app.services.records.bulk((bulk) => playHistories(bulk, diceOf(seed), steps), { whole: nounNames })
  app.at('2027-12-31 12:00')
  return {
    app,
    owner,
    played,
    facts: await countNaively(owner),
    async trend(who: Name, ask: object): Promise<Trend> {
      const { data, errors } = await app.ask(who, question, {
        ask: { by: [], measures: ['count'], from: '2024-01-01', until: '2027-12-31', ...ask },
      })
      if (!data) throw new Error(JSON.stringify(errors))
      return data['trend'] as unknown as Trend
    },
    /** How many records a list has. */
    async listed(who: Name, { noun, filter }: { readonly noun: string; readonly filter: object }) {
      const type = `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}Filter`
      const { data, errors } = await app.ask(who, `query($filter: ${type}) { n: ${noun}Count(filter: $filter, cap: 10000) { value } }`, {
        filter,
      })
      if (!data) throw new Error(`${JSON.stringify(errors)} ${JSON.stringify(filter)}`)
      return Number(data['n']?.['value'])
    },
    async close() {
      await owner.end()
      await app.close()
    },
  }
}
export type WithHistories = Awaited<ReturnType<typeof withHistories>>
