import { TrendCatalogueDocument, TrendDocument, type TrendCatalogueQuery, type TrendQuery } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { beginOf, daysIn, stepped, type Days } from './period.ts'
import { askOf, fittedTo, type Shown } from './shown.ts'

export type Catalogue = TrendCatalogueQuery['trendCatalogue']
export type Trend = Extract<TrendQuery['trend'], { __typename: 'Trend' }>

/** What this reader may ask. */
export const useCatalogue = () => useRead(TrendCatalogueDocument, {}, { of: [], kept: true })

/** What varies by chance is judged on stretches of time that are over. */
const wholeDays = ({ chart, grain }: Shown, days: Days): Days => {
  if (chart !== 'control' || !grain) return days
  const until = stepped(beginOf(stepped(days.until, 'day', 1), grain), 'day', -1)
  return until < days.from ? days : { ...days, until }
}

/** The figures of what is shown, exact at the moment they are asked for. Y-1 */
export const useTrend = (asked: Shown, pause = false) => {
  const shown = fittedTo(asked)
  const days = wholeDays(shown, daysIn(shown.period, Date.now()))
  const { data, loading, error, again } = useRead(TrendDocument, { ask: { ...askOf(shown), ...days } }, { of: [], pause })
  const answer = data?.trend
  return {
    shown,
    days,
    loading,
    error,
    again,
    trend: answer?.__typename === 'Trend' ? answer : undefined,
    refused: answer && answer.__typename !== 'Trend' ? answer.message : undefined,
  }
}
