import { TrendCatalogueDocument, TrendDocument, type TrendCatalogueQuery, type TrendQuery } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { daysIn } from './period.ts'
import { askOf, fittedTo, type Shown } from './shown.ts'

export type Catalogue = TrendCatalogueQuery['trendCatalogue']
export type Trend = Extract<TrendQuery['trend'], { __typename: 'Trend' }>

/** What this reader may ask. */
export const useCatalogue = () => useRead(TrendCatalogueDocument, {}, { of: [], kept: true })

/** The figures of what is shown, exact at the moment they are asked for. Y-1 */
export const useTrend = (asked: Shown, pause = false) => {
  const shown = fittedTo(asked)
  const days = daysIn(shown.period, Date.now())
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
