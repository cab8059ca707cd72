import type { Statement } from '../fields/readable.ts'
import type { Ask } from './asked.ts'
import type { Days } from './calendar.ts'
import { countedOf, dimensionOf, type MeasureName, type SubjectName } from './registry.ts'
import { ofMonths, rollFor, wholeMonths } from './rolls.ts'

const sums = ['n', 'open', 'reopened', 'on_time', 'timed'] as const

/**
 * Where sums of months can tell what is asked: they, what changed since they were folded, and the records of the days at the
 * edges, as one table. In one statement, so that nothing is counted twice or missed while somebody folds.
 */
export const rolledSource = (
  ask: Ask,
  subject: SubjectName,
  names: readonly MeasureName[],
  days: Days,
  restricted: boolean,
  statement: Statement,
): string | undefined => {
  if (subject !== 'complaint' || !ofMonths(ask)) return undefined
  if (!names.every((name) => countedOf(name).rolled)) return undefined
  const needed = [...new Set([...ask.by, ...ask.filter.map(({ dimension }) => dimension), ...(restricted ? (['project'] as const) : [])])]
  const roll = rollFor(needed)
  const months = roll && wholeMonths(days, ask.today)
  if (!roll || !months) return undefined
  const columns = roll.of.map((name) => dimensionOf(name).column)
  const between = `f.month between ${statement.bind(months.first)}::int and ${statement.bind(months.last)}::int`
  const plain = columns.map((column) => `f.${column}`)
  const edges = months.edges.map(
    ({ from, until }) =>
      `select ${[...plain, 'f.month', '1', 'f.open::int', 'f.reopened::int', 'coalesce(f.on_time, false)::int', '(f.on_time is not null)::int'].join(', ')}
       from trend_complaint f where f.counted and f.day between ${statement.bind(from)}::int and ${statement.bind(until)}::int`,
  )
  const folded = ['a', 'b', 'c'].slice(0, columns.length).map((letter, n) => `f.${letter} as ${columns[n]}`)
  const each = sums.map((name) => `f.${name}`)
  return `(${[
    `select ${[...folded, 'f.month', ...each].join(', ')} from trend_sum f where f.roll = ${roll.roll} and ${between}`,
    `select ${[...plain, 'f.month', ...each].join(', ')} from trend_delta f where ${between}`,
    ...edges,
  ].join(' union all ')})`
}
