import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql'
import { UnusableArgument } from '../fields/usable.ts'

/** How a figure is drawn. */
export const chartKinds = ['bars', 'pareto', 'lines', 'control', 'heat', 'pivot', 'multiples'] as const
export type ChartKind = (typeof chartKinds)[number]

/** One figure of a dashboard. What is asked is the JSON of the API's own `TrendAsk`, without its days. */
export type DashboardFigure = {
  readonly title: string
  readonly chart: ChartKind
  /** As wide as the page, or half of it. */
  readonly wide: boolean
  /** `12month`, `4quarter`: so many until now; or days, `2026-01-01..2026-06-30`. */
  readonly period: string
  readonly ask: Readonly<Record<string, unknown>>
}

const periods = /^(?:\d{1,3}(?:day|week|month|quarter|year)|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/
const longest = 4_000

/** Holds a figure against the schema, as if it were asked at this moment. SEC-5 */
export const readFigure = (schema: GraphQLSchema, figure: Omit<DashboardFigure, 'ask'> & { readonly ask?: unknown }): DashboardFigure => {
  const { ask, period, title } = figure
  const type = schema.getType('TrendAsk')
  if (!periods.test(period)) throw new UnusableArgument('period', 'value')
  if (title.length > 80 || title.includes('\0')) throw new UnusableArgument('title', 'value')
  if (typeof ask !== 'object' || ask === null || !isInputType(type) || JSON.stringify(ask).length > longest)
    throw new UnusableArgument('ask', 'value')
  if (coerceInputValue({ ...ask, from: '2026-01-01', until: '2026-12-31' }, type) === undefined) throw new UnusableArgument('ask', 'value')
  return { ...figure, ask: ask as DashboardFigure['ask'] }
}
