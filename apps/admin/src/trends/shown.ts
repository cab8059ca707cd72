import type { TrendAsk, TrendChart, TrendCompare, TrendDimension, TrendGrain, TrendMeasure } from '../gql/graphql.ts'
import { writeAddress, type ListSearch } from '../list/address.ts'
import { grains } from './period.ts'

/** What one dimension is kept to; none: where nothing is recorded. */
export type Kept = { readonly dimension: TrendDimension; readonly in?: readonly string[]; readonly none?: boolean }
/** A figure as it is asked for and drawn: all of it stands in the address. Y-1 */
export type Shown = {
  readonly by: readonly TrendDimension[]
  readonly grain?: TrendGrain | undefined
  readonly measures: readonly TrendMeasure[]
  readonly period: string
  readonly compare?: TrendCompare | undefined
  readonly filter: readonly Kept[]
  readonly chart: TrendChart
  /** How many groups, the largest first. */
  readonly first?: number | undefined
  /** Smallest first. */
  readonly up?: boolean | undefined
}
export const charts = ['bars', 'pareto', 'lines', 'control', 'heat', 'pivot', 'multiples'] as const satisfies readonly TrendChart[]
const compares = ['previousPeriod', 'sameLastYear'] as const satisfies readonly TrendCompare[]
export const usual: Shown = { by: ['project'], measures: ['count'], period: '12month', filter: [], chart: 'bars' }

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined => all.find((one) => one === text)
const listOf = (text = '') => text.split(',').filter(Boolean)
/** As many as the API hands out. */
const mostGroups = 1_000
const before = 'f.'
const nothing = '-'

type Known = {
  readonly dimensions: readonly { readonly name: TrendDimension }[]
  readonly measures: readonly { readonly name: TrendMeasure }[]
}

/** What the address asks for, as far as this reader may ask it. */
export const readShown = (search: ListSearch, { dimensions, measures }: Known): Shown => {
  const [all, every] = [dimensions.map(({ name }) => name), measures.map(({ name }) => name)]
  const bare = search['measures'] === undefined && search['by'] === undefined
  const asked = listOf(search['measures']).flatMap((name) => oneOf(every, name) ?? [])
  const first = Number(search['first'])
  return {
    by: bare
      ? usual.by.filter((one) => all.includes(one))
      : [...new Set(listOf(search['by']).flatMap((name) => oneOf(all, name) ?? []))].slice(0, 3),
    measures: asked.length > 0 ? [...new Set(asked)].slice(0, 6) : usual.measures,
    grain: oneOf(grains, search['grain']),
    period: search['period'] ?? usual.period,
    compare: oneOf(compares, search['compare']),
    filter: all.flatMap((dimension): Kept[] => {
      const text = search[before + dimension]
      if (text === undefined || text === '') return []
      const values = listOf(text)
      return values.includes(nothing) ? [{ dimension, none: true }] : [{ dimension, in: values }]
    }),
    chart: oneOf(charts, search['chart']) ?? usual.chart,
    first: Number.isInteger(first) && first > 0 ? Math.min(first, mostGroups) : undefined,
    up: search['up'] === 'yes',
  }
}

export const writeShown = ({ by, grain, measures, period, compare, filter, chart, first, up }: Shown): ListSearch => ({
  by: by.join(',') || undefined,
  measures: measures.join(','),
  grain,
  period: period === usual.period ? undefined : period,
  compare,
  chart: chart === usual.chart ? undefined : chart,
  first: first === undefined ? undefined : String(first),
  up: up ? 'yes' : undefined,
  ...Object.fromEntries(filter.map((kept) => [before + kept.dimension, kept.none ? nothing : (kept.in ?? []).join(',')])),
})

/** Where a figure can be asked further. */
export const exploreHref = (shown: Shown) => `/trends/explore${writeAddress(writeShown(shown))}`

/** As the API takes it, but for the days. */
export const askOf = ({ by, grain, measures, compare, filter, first, up }: Shown): Omit<TrendAsk, 'from' | 'until'> => ({
  by: [...by],
  measures: [...measures],
  ...(grain ? { grain } : {}),
  ...(compare ? { compare } : {}),
  filter: filter.map(({ dimension, none, in: values }) => (none ? { dimension, none } : { dimension, in: [...(values ?? [])] })),
  // crossed groups are many, and one that is missing looks like none
  first: first ?? mostGroups,
  ...(first && measures[0] ? { order: { measure: measures[0], descending: !up } } : {}),
})

/** What a kind of chart can draw of it: a control chart has one line, a heat map two sides. */
export const fittedTo = (shown: Shown): Shown => {
  const { by, chart, measures } = shown
  const grain = shown.grain ?? 'month'
  const aged = by.includes('age')
  const one = measures.slice(0, 1)
  switch (chart) {
    case 'bars':
    case 'pareto':
      return { ...shown, by: by.slice(0, 1), grain: by.length > 0 ? undefined : grain }
    case 'lines': {
      const kept = aged ? (['age', ...by.filter((each) => each !== 'age').slice(0, 1)] as const) : by.slice(0, 1)
      return { ...shown, by: kept, grain: aged ? undefined : grain, measures: kept.length > (aged ? 1 : 0) ? one : measures }
    }
    case 'control':
      return { ...shown, by: aged ? ['age'] : [], grain: aged ? undefined : grain, measures: one }
    case 'multiples': {
      const kept = by.filter((each) => each !== 'age').slice(0, 1)
      return { ...shown, by: aged ? ['age', ...kept] : kept, grain: aged ? undefined : grain, measures: one }
    }
    case 'heat':
      return { ...shown, by: by.slice(0, 2), grain: by.length < 2 ? grain : undefined, measures: one }
    case 'pivot':
      return { ...shown, grain: by.length < 2 ? shown.grain : undefined }
  }
}
