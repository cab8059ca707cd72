import type { Statement } from '../fields/readable.ts'
import type { Reader } from '../schema/context.ts'
import { dimensionOf, subjects, type Counted, type DimensionName } from './registry.ts'

/** A group of fewer is told to nobody who may not read the records themselves. Y-6 */
const fewest = 5
/** What is kept back of a place and quarter comes to so many at least, so that a total tells nothing of one group. */
const together = 2 * fewest

/** Whoever may not read the records has figures of them by this alone. */
export const aggregates = 'trend.read'
/** Whether a reader has figures of a subject without its records. */
export const isGuarded = (reader: Reader, subject: keyof typeof subjects) => !reader.may(`${subjects[subject].noun}.read`)

/**
 * The cells that may be told, as a table `told` of project, quarter and group. Cells are always the same, whatever is asked:
 * one dimension within one project and one calendar quarter. Those of fewer than five are left out, and with them the next
 * smallest until ten are, from every figure alike; a figure is the sum of whole cells, so that no two of them differ by less.
 */
export const toldCells = (
  { of, subject }: Counted,
  dimension: DimensionName | undefined,
  where: string,
  statement: Statement,
): { readonly cte: string; readonly join: string; readonly hidden: string } => {
  const group = dimension === undefined ? '0' : `f.${dimensionOf(dimension).column}`
  const few = statement.bind(fewest)
  const cte = `cells as (
      select f.project, f.month / 3 as quarter, ${group} as part, ${of} as n from ${subjects[subject].table} f where ${where} group by 1, 2, 3
    ), placed as (
      select *, sum(n) over (partition by project, quarter order by n, part rows unbounded preceding) - n as smaller,
             sum(n) filter (where n < ${few}) over (partition by project, quarter) as small
      from cells where n > 0
    ), told as (
      select project, quarter, part from placed where n >= ${few} and (small is null or smaller >= ${statement.bind(together)})
    )`
  return {
    cte,
    join: `join told on told.project = f.project and told.quarter = f.month / 3 and told.part = ${group}`,
    hidden: `(select count(*) from placed) - (select count(*) from told)`,
  }
}
