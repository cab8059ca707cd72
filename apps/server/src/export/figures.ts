import { fen, writeMoney } from '@lintel/domain'
import { compareWord, dimensionWord, grainWord, keyWord, measureWord, trendWord } from '../reports/written.ts'
import type { Ask, Given } from '../trends/asked.ts'
import type { Figure, Trend, TrendRow } from '../trends/figures.ts'
import type { Language } from '../words/say.ts'
import type { Cell, Cells } from './cells.ts'
import type { Heading } from './heading.ts'

const text = (said: string): Cell => ({ is: 'text', text: said })
// what is computed with is a number: durations in seconds, shares of one
const numberOf = (of: Figure | null): Cell => {
  if (of === null) return undefined
  if (of.money !== null) return { is: 'money', text: writeMoney(fen(of.money)) }
  return of.value === null ? undefined : { is: 'number', text: String(of.value) }
}

/** Figures as rows: the groups, the stretch of time, each measure and, where it is compared, what it was; the whole last. */
export const figureRows = (
  ask: Ask,
  { rows, others, total }: Trend,
  compare: Given['compare'],
  language: Language,
): { readonly columns: readonly Heading[]; readonly rows: readonly Cells[] } => {
  const heading = (label: string, width = 160): Heading => ({ label, field: { width } })
  const columns = [
    ...ask.by.map((one) => heading(dimensionWord(one, language), 220)),
    ...(ask.grain ? [heading(grainWord(ask.grain, language), 120)] : []),
    ...ask.measures.flatMap((one) => {
      const label = measureWord(one, language)
      return [heading(label), ...(compare ? [heading(`${label} · ${compareWord(compare, language)}`)] : [])]
    }),
  ]
  const named = (first: string) => ask.by.map((_, n) => (n === 0 ? text(first) : undefined))
  const cells = (row: TrendRow, keys: Cells): Cells => [
    ...keys,
    ...(ask.grain ? [row.at === null ? undefined : ({ is: 'day', text: row.at } as const)] : []),
    ...row.values.flatMap((value) => [
      value.hidden ? undefined : numberOf(value),
      ...(compare ? [value.hidden ? undefined : numberOf(value.before)] : []),
    ]),
  ]
  return {
    columns,
    rows: [
      ...rows.map((row) =>
        cells(
          row,
          row.keys.map((key) => text(keyWord(key, language))),
        ),
      ),
      ...others.map((row) => cells(row, named(trendWord('others', language)))),
      ...(ask.by.length > 0 ? [cells(total, named(trendWord('total', language)))] : []),
    ],
  }
}
