import type { TFunction } from 'i18next'
import type { ChartData, Figure, Language, Named, Series } from '@lintel/ui'
import { keyLabel, type Row } from './keys.ts'
import { beginOf, stepName, stepsIn, type Days } from './period.ts'
import type { Shown } from './shown.ts'
import { figureOf, onAxis, unitOf, type Measure, type TrendValue } from './written.ts'

export type Drawn = {
  readonly shown: Shown
  readonly days: Days
  readonly rows: readonly Row[]
  readonly measures: readonly Measure[]
  readonly language: Language
  readonly t: TFunction
  /** Where a figure leads: its records, or further down. */
  readonly hrefOf: (row: Row, value: TrendValue) => string | undefined
}

const apart = '\u0001'
const keyOf = (row: Row, n: number) => row.keys[n]?.value ?? ''
const labelOf = (row: Row, n: number, t: TFunction) => keyLabel(row.keys[n], t)

/** What lies along the axis or down the side, and what is told apart within it. */
const layout = ({ shown }: Drawn) => {
  const { by, grain, chart } = shown
  const age = by.indexOf('age')
  const alongAge = age >= 0 && (chart === 'lines' || chart === 'multiples' || chart === 'control')
  const alongTime = grain !== undefined && !alongAge && chart !== 'bars' && chart !== 'pareto' && chart !== 'heat' && chart !== 'pivot'
  const rest = by.map((_, n) => n).filter((n) => !alongAge || n !== age)
  const acrossTime = grain !== undefined && !alongTime && !alongAge
  return { along: alongAge ? age : alongTime ? ('time' as const) : ('group' as const), rest, acrossTime }
}

const sorted = (named: readonly Named[], by: string | undefined): readonly Named[] =>
  by === 'time'
    ? named.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    : by === 'age'
      ? named.toSorted((one, other) => (one.key === '' ? -1 : Number(one.key)) - (other.key === '' ? -1 : Number(other.key)))
      : named

/** The rows of the API as what a chart draws. */
export const chartData = (drawn: Drawn): ChartData => {
  const { shown, days, rows, measures, language, t, hrefOf } = drawn
  const { by, grain, compare } = shown
  const { along, rest, acrossTime } = layout(drawn)
  const compared = compare !== undefined
  const steps = grain ? stepsIn(days, grain) : []
  const timeName = (at: string): Named => {
    const begin = grain && at ? beginOf(at, grain) : at
    return { key: begin, label: grain && begin ? stepName(begin, grain) : begin }
  }
  const down = along === 'group' ? (rest.length > 2 ? rest.slice(0, 2) : rest.slice(0, 1)) : []
  const across = along === 'group' ? rest.slice(down.length) : rest
  const categoryOf = (row: Row): Named => {
    if (along === 'time') return timeName(row.at ?? '')
    if (along !== 'group') return { key: keyOf(row, along), label: labelOf(row, along, t) }
    if (down.length === 0) return acrossTime ? timeName(row.at ?? '') : { key: 'all', label: t('trends.all') }
    return { key: down.map((n) => keyOf(row, n)).join(apart), label: down.map((n) => labelOf(row, n, t)).join(' · ') }
  }
  const seriesOf = (row: Row): Named | undefined => {
    const timed = acrossTime && down.length > 0
    if (across.length === 0 && !timed) return undefined
    const named = across.map((n) => ({ key: keyOf(row, n), label: labelOf(row, n, t) }))
    const parts = timed ? [...named, timeName(row.at ?? '')] : named
    return { key: parts.map(({ key }) => key).join(apart), label: parts.map(({ label }) => label).join(' · ') }
  }
  const categories = new Map<string, Named>()
  const series = new Map<string, Named>()
  const cells = new Map<string, { row: Row; value: TrendValue }>()
  if (along === 'time' || (along === 'group' && down.length === 0 && acrossTime)) for (const at of steps) categories.set(at, timeName(at))
  if (acrossTime && down.length > 0 && across.length === 0) for (const at of steps) series.set(at, timeName(at))
  const [first] = measures
  for (const row of rows) {
    const category = categoryOf(row)
    categories.set(category.key, categories.get(category.key) ?? category)
    const one = seriesOf(row)
    if (one) series.set(one.key, series.get(one.key) ?? one)
    for (const measure of one ? measures.slice(0, 1) : measures) {
      const value = row.values.find((each) => each.measure === measure.name)
      if (value) cells.set(`${category.key}${apart}${one?.key ?? measure.name}`, { row, value })
    }
  }
  // months since handover stand in their order, groups in that of the API
  const inOrder = sorted(
    [...categories.values()],
    along === 'time' ? 'time' : down.length === 1 || along !== 'group' ? by[along === 'group' ? (down[0] ?? 0) : along] : undefined,
  )
  const acrossAge = across.length === 1 && !(acrossTime && down.length > 0) ? by[across[0] ?? 0] : undefined
  const named: readonly (Named & { measure: Measure })[] =
    series.size > 0 && first
      ? sorted([...series.values()], acrossAge).map((one) => ({ ...one, measure: first }))
      : measures.map((measure) => ({ key: measure.name, label: t(`trends.measure.${measure.name}`), measure }))
  // in a month without any there were none; how long they took cannot be said
  const empty = (measure: Measure, n: number): Figure | undefined =>
    (along === 'time' || acrossTime) && (measure.kind === 'count' || measure.kind === 'money') && inOrder[n]
      ? { value: 0, text: onAxis(0, measure.kind, language, t) }
      : undefined
  const kind = first?.kind ?? 'count'
  const longest = Math.max(0, ...rows.flatMap(({ values }) => values.find(({ measure }) => measure === first?.name)?.value ?? []))
  const unit = kind === 'duration' ? unitOf(longest) : undefined
  return {
    categories: inOrder,
    series: named.map(({ key, label, measure }): Series => ({
      key,
      label,
      figures: inOrder.map((category, n) => {
        const cell = cells.get(`${category.key}${apart}${key}`)
        return cell ? figureOf(cell.value, measure, language, t, hrefOf(cell.row, cell.value), compared) : empty(measure, n)
      }),
    })),
    over:
      along === 'time' || down.length === 0
        ? t(grain ? `trends.grain.${grain}` : 'trends.all')
        : along === 'group'
          ? down.map((n) => t(`trends.dimension.${by[n] ?? ''}`)).join(' · ')
          : t(`trends.dimension.${by[along] ?? ''}`),
    write: (value) => onAxis(value, kind, language, t, unit),
    unit,
    whole: kind === 'count',
    beforeLabel: compared ? t(`trends.compare.${compare}`) : undefined,
  }
}
