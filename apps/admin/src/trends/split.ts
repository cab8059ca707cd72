import type { Row } from './keys.ts'
import { beginOf, stepped, type Days } from './period.ts'
import { exploreHref, type Kept, type Shown } from './shown.ts'
import type { Measure, TrendValue } from './written.ts'

/** A figure put together from several kinds of records leads to its parts, and each of those to its records. Y-5, Y-7 */
export const partsOf = (
  shown: Shown,
  days: Days,
  row: Row,
  { measure, opens }: TrendValue,
  measures: readonly Measure[],
): string | undefined => {
  if (opens.length < 2) return undefined
  // sums of money of one kind of record each
  const parts = measures.filter(({ kind, nouns }) => kind === 'money' && nouns.length === 1 && opens.some(({ noun }) => noun === nouns[0]))
  const kept = row.keys.map(({ dimension, value }): Kept => (value === null ? { dimension, none: true } : { dimension, in: [value] }))
  const { grain } = shown
  const end = row.at && grain ? stepped(stepped(beginOf(row.at, grain), grain, 1), 'day', -1) : days.until
  return exploreHref({
    by: ['contractor'],
    measures: [measure, ...parts.map(({ name }) => name)].slice(0, 6),
    period: `${row.at ?? days.from}..${end < days.until ? end : days.until}`,
    chart: 'bars',
    filter: [...shown.filter.filter(({ dimension }) => kept.every((one) => one.dimension !== dimension)), ...kept],
  })
}
