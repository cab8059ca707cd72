import { exact, type Language } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { beginOf, stepped, type Days } from './period.ts'
import type { Trend } from './read.ts'
import type { Shown } from './shown.ts'
import { figureOf, type Measure } from './written.ts'

type Noted = {
  readonly note: string | undefined
  readonly shown: Shown
  readonly days: Days
  readonly trend: Trend
  readonly measure: Measure
  /** Groups of which nothing is recorded are left out. */
  readonly known: boolean
  /** Says of when the figures are. */
  readonly exactly: boolean
  /** Series that are drawn, of so many. */
  readonly drawn: number
  readonly of: number
  readonly language: Language
  readonly t: TFunction
}

/** What has to be known of a figure before it is trusted: what is not over, not listed, not drawn, not told. */
export const notesOf = ({ note, shown, days, trend, measure, known, exactly, drawn, of, language, t }: Noted): string | undefined => {
  const valueIn = (row: Trend['total']) => row.values.find((one) => one.measure === measure.name)
  const unknown = known ? trend.rows.filter(({ keys }) => keys.some(({ value }) => value === null)) : []
  const without = unknown.reduce((sum, row) => sum + (valueIn(row)?.count ?? 0), 0)
  const { until } = days
  const { grain } = shown
  const partial = grain !== undefined && stepped(beginOf(until, grain), grain, 1) > stepped(until, 'day', 1)
  // what lies beyond the first ones: one row where it is not told apart by time
  const beyond = trend.others.length === 1 ? trend.others[0] : undefined
  const others = beyond && figureOf(valueIn(beyond), measure, language, t, undefined, false)?.text
  const said = [
    note,
    // exact at the moment it was asked for. Y-1
    exactly ? t('trends.asOf', { at: exact(trend.asOf, language) }) : undefined,
    partial ? t('trends.partialNote', { until }) : undefined,
    without > 0 ? t('trends.withoutNote', { count: without }) : undefined,
    drawn < of && !measure.additive ? t('trends.fewNote', { count: drawn, of }) : undefined,
    others ? t('trends.othersNote', { text: others }) : undefined,
    trend.hidden > 0 ? t('trends.hiddenNote', { count: trend.hidden }) : undefined,
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ') : undefined
}
