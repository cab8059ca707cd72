import type { Snapshot } from '../database/snapshots.ts'
import { Statement } from '../fields/readable.ts'
import type { Ask } from './asked.ts'
import { dayWritten, firstDayOf, type Days } from './calendar.ts'
import { dimensionOf } from './registry.ts'

/** How many homes had been handed over by the end of a stretch of time; of an age, how many had reached it by the end of all. */
export type Homes = (keys: readonly number[], bucket: number | undefined) => number

type Row = { readonly n: number; readonly day: number; readonly age: number; readonly keys: readonly number[] }

/**
 * Homes handed over, by those dimensions that homes have (project, building, house type, age), so that complaints per hundred
 * of them can be told; what homes do not have divides the complaints, not the homes. Y-1, Y-4
 */
export const homesOf = async (snapshot: Snapshot, projects: 'all' | readonly string[], ask: Ask, days: Days): Promise<Homes> => {
  const statement = new Statement()
  const last = `${statement.bind(dayWritten(days.until))}::date`
  const where = [
    `u.state = 'active'`,
    `u.handed_over_on <= ${last}`,
    ...(projects === 'all' ? [] : [`u.project_id = any(${statement.bind(projects)}::uuid[])`]),
    ...ask.filter.flatMap(({ dimension, values }) => {
      const { units } = dimensionOf(dimension)
      return units === undefined ? [] : [`${units} = any(${statement.bind(values)}::text[])`]
    }),
  ]
  const had = ask.by.map((name) => dimensionOf(name)).map(({ units, key }, at) => ({ units, key, at }))
  const homely = had.filter(({ units }) => units !== undefined)
  const keys = homely.map(({ units, key }) => `coalesce((select key from trend_key where of = '${key}' and value = ${units}), 0)`)
  const age = ask.by.indexOf('age')
  const rows = await snapshot<Row>(
    `select keys, day, age, count(*)::int as n from (
       select array[${keys.join(', ')}]::int[] as keys, ${ask.grain ? `u.handed_over_on - date '1970-01-01'` : '0'} as day,
              ${age < 0 ? '0' : `trend_age_of(u.handed_over_on, ${last})`}::int as age
       from unit u where ${where.join(' and ')}) h group by keys, day, age`,
    statement.values,
  )
  const byKeys = Map.groupBy(rows, (row) => row.keys.join(' '))
  return (wanted, bucket) => {
    const end = ask.grain === undefined || bucket === undefined ? days.until : Math.min(firstDayOf(ask.grain, bucket + 1) - 1, days.until)
    // the row of all together has no keys
    const among = wanted.length ? (byKeys.get(homely.map(({ at }) => wanted[at] ?? 0).join(' ')) ?? []) : rows
    const from = wanted[age] ?? 0
    return among.reduce((sum, row) => (row.day <= end && (age < 0 || (from >= 0 && row.age >= from)) ? sum + row.n : sum), 0)
  }
}
