import type { TFunction } from 'i18next'
import { figure, money, type Figure, type Language } from '@lintel/ui'
import type { TrendCatalogueQuery, TrendFiguresFragment } from '../gql/graphql.ts'

export type TrendValue = TrendFiguresFragment['values'][number]
export type Measure = TrendCatalogueQuery['trendCatalogue']['measures'][number]
type Kind = Measure['kind']

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB')
const minute = 60
const day = 86_400

/** A figure as people read it; durations come in seconds, shares from 0 to 1, money in yuan. X-1 */
const written = (value: number, kind: Kind, language: Language, t: TFunction, as?: number): string => {
  const rounded = (most: number) => new Intl.NumberFormat(locale(language), { maximumFractionDigits: most }).format(value)
  switch (kind) {
    case 'count':
      return figure(value, language)
    case 'share':
      return new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 }).format(value)
    case 'rate':
    case 'hours':
      return rounded(1)
    case 'money':
      return money(value.toFixed(2), language)
    case 'duration': {
      const said = (n: number) => new Intl.NumberFormat(locale(language), { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n)
      const unit = as ?? unitOf(value)
      return t(unit === minute ? 'trends.minutes' : unit === day ? 'trends.days' : 'trends.hours', { n: said(value / unit) })
    }
  }
}

/** What a duration of this length is counted in, in seconds. */
export const unitOf = (seconds: number) => (seconds < 90 * minute ? minute : seconds < 2 * day ? 3_600 : day)

/** Short, for an axis. */
export const onAxis = (value: number, kind: Kind, language: Language, t: TFunction, unit?: number): string =>
  kind === 'money'
    ? new Intl.NumberFormat(locale(language), { notation: 'compact', maximumFractionDigits: 1 }).format(value)
    : written(value, kind, language, t, unit)

/** A figure of the API as one of a chart. */
export const figureOf = (
  value: TrendValue | undefined,
  { kind }: Measure,
  language: Language,
  t: TFunction,
  href: string | undefined,
  compared: boolean,
): Figure | undefined => {
  if (!value) return undefined
  if (value.hidden) return { value: undefined, text: t('trends.fewerThanFive'), hidden: true }
  const { before } = value
  return {
    ...numberOf(value, kind, language, t),
    href,
    ...(compared && before ? { before: numberOf(before, kind, language, t) } : {}),
  }
}
type Counted = { readonly value: number | null; readonly money: { readonly amount: string } | null }
const numberOf = ({ value, money: sum }: Counted, kind: Kind, language: Language, t: TFunction) =>
  sum
    ? { value: Number(sum.amount), text: money(sum.amount, language) }
    : { value: value ?? undefined, text: value === null ? '' : written(value, kind, language, t) }
