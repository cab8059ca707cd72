import { writtenMoment, phrase, type Language } from '../words/say.ts'
import type { Moment } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import type { Snapshot } from '../database/snapshots.ts'
import { asked, readsBehind, type Given } from '../trends/asked.ts'
import { trendOf, type Trend, type Value } from '../trends/figures.ts'
import { dimensionNames, type DimensionName, type MeasureName } from '../trends/registry.ts'
import { firstDay, lastDay, monthBefore, type Month } from './months.ts'
import type { Report, Section } from './page.ts'
import { dimensionWord, keyWord, measureWord, trendWord, valueText, figureText } from './written.ts'

export type For = {
  readonly reader: Reader
  readonly name: string
  readonly month: Month
  readonly language: Language
  readonly now: Moment
}

const headline: readonly MeasureName[] = ['count', 'open', 'onTimeShare', 'resolveMedian', 'satisfaction', 'reopenedShare']
const money: readonly MeasureName[] = ['fines', 'fineSum', 'emergencyRepairs', 'emergencyCost', 'costOfPoorQuality']
const most = 10

/** The parts of the report that compare groups: by what, and of what; the first measure has the bars. */
const compared: readonly { readonly by: DimensionName; readonly measures: readonly MeasureName[]; readonly up?: true }[] = [
  { by: 'project', measures: ['count', 'onTimeShare', 'satisfaction'] },
  { by: 'element', measures: ['count', 'reopenedShare', 'resolveMedian'] },
  { by: 'contractor', measures: ['count', 'onTimeShare', 'fineSum', 'emergencyCost'] },
  { by: 'representative', measures: ['count', 'open', 'onTimeShare'] },
  { by: 'channel', measures: ['count'] },
]

const daysOf = (month: Month) => ({ from: firstDay(month), until: lastDay(month) })
const partOf = (value: Value) => (value.hidden ? 0 : value.money === null ? (value.value ?? 0) : Number(value.money))

/**
 * A month's report for one reader, from the same figures as the screens, all as of one moment: what they may not read is
 * not counted, and what they may not measure is not in it. M-2, Y-1
 */
export const reportOf = async (snapshot: Snapshot, { reader, name, month, language, now }: For): Promise<Report> => {
  const trend = (given: Omit<Given, 'from' | 'until'>, days = daysOf(month)): Promise<Trend> =>
    trendOf(snapshot, reader, language, asked(reader, { ...given, ...days }, now))
  const may = (names: readonly MeasureName[]) => names.filter((one) => readsBehind(reader, one))
  let hidden = 0

  const whole = async (key: string, measures: readonly MeasureName[]): Promise<Section[]> => {
    if (measures.length === 0) return []
    const before = daysOf(monthBefore(month))
    const year = daysOf(monthBefore(month, 12))
    const [is, was, lastYear] = [
      await trend({ by: [], measures }),
      await trend({ by: [], measures }, before),
      await trend({ by: [], measures }, year),
    ]
    const text = (of: Trend, n: number) => valueText(of.total.values[n], language)
    return [
      {
        title: phrase(language, `report.${key}`, {}),
        answer: phrase(language, 'report.answer.whole', {
          what: measureWord(measures[0] ?? 'count', language),
          now: text(is, 0),
          before: text(was, 0),
          year: text(lastYear, 0),
        }),
        head: ['', month, monthBefore(month), monthBefore(month, 12)],
        rows: measures.map((measure, n) => [measureWord(measure, language), text(is, n), text(was, n), text(lastYear, n)]),
      },
    ]
  }
  const months = async (): Promise<Section[]> => {
    const [measure] = may(['count'])
    if (!measure) return []
    const begin = monthBefore(month, 12)
    const { rows, total } = await trend(
      { by: [], grain: 'month', measures: [measure], compare: 'sameLastYear' },
      { from: firstDay(begin), until: lastDay(month) },
    )
    const all = Array.from({ length: 13 }, (_, n) => monthBefore(month, 12 - n))
    const values = all.map((one) => rows.find(({ at }) => at?.startsWith(one))?.values[0])
    const largest = Math.max(1, ...values.map((value) => (value ? partOf(value) : 0)))
    return [
      {
        title: phrase(language, 'report.months', {}),
        answer: phrase(language, 'report.answer.months', { text: valueText(total.values[0], language) }),
        head: [phrase(language, 'report.month', {}), measureWord(measure, language), phrase(language, 'report.year', {})],
        rows: all.map((one, n) => {
          const value = values[n]
          return [one, value ? valueText(value, language) : '0', value?.before ? figureText(measure, value.before, language) : '—']
        }),
        bars: values.map((value) => (value ? partOf(value) / largest : 0)),
      },
    ]
  }
  const groups = async (by: DimensionName, all: readonly MeasureName[]): Promise<Section[]> => {
    const measures = may(all)
    const [measure] = measures
    if (!measure || !dimensionNames.includes(by)) return []
    const of = await trend({ by: [by], measures, first: most })
    hidden += of.hidden
    const rows = [...of.rows, ...of.others]
    const largest = Math.max(1, ...of.rows.map(({ values: [value] }) => (value ? partOf(value) : 0)))
    const called = (row: (typeof rows)[number]) => (row.keys[0] ? keyWord(row.keys[0], language) : trendWord('others', language))
    const [top] = of.rows
    return [
      {
        title: phrase(language, 'report.by', { what: dimensionWord(by, language) }),
        answer: top
          ? phrase(language, 'report.answer.most', { label: called(top), text: valueText(top.values[0], language) })
          : phrase(language, 'report.answer.none', {}),
        head: [dimensionWord(by, language), ...measures.map((one) => measureWord(one, language))],
        rows: rows.map((row) => [called(row), ...row.values.map((value) => valueText(value, language))]),
        bars: rows.map((row) => (row.keys.length && row.values[0] ? partOf(row.values[0]) / largest : 0)),
      },
    ]
  }
  const sections = [...(await whole('head', may(headline))), ...(await whole('money', may(money))), ...(await months())]
  for (const { by, measures } of compared) sections.push(...(await groups(by, measures)))
  return {
    language,
    title: phrase(language, 'report.title', { month }),
    about: [phrase(language, 'report.for', { name }), phrase(language, 'report.asOf', { at: writtenMoment(now) })],
    sections,
    notes: [phrase(language, 'report.rights', {}), ...(hidden > 0 ? [phrase(language, 'report.hidden', { count: hidden })] : [])],
  }
}
