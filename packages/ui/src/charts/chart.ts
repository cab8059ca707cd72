/** One figure of a chart: what is drawn, how it is written, and the list of the records it was counted from. Y-5 */
export type Figure = {
  /** None: there is nothing to draw, because nothing was there or it is not shown. */
  readonly value: number | undefined
  readonly text: string
  readonly href?: string | undefined
  /** The same of the earlier period. */
  readonly before?: { readonly value: number | undefined; readonly text: string } | undefined
  /** Of so few that whoever may not read the records is not told it. */
  readonly hidden?: boolean | undefined
}
export type Named = { readonly key: string; readonly label: string }
export type Series = Named & {
  /** One for each category, in their order. */
  readonly figures: readonly (Figure | undefined)[]
}
/** What every chart draws: categories (along an axis, or the rows of a table) by series. */
export type ChartData = {
  readonly categories: readonly Named[]
  readonly series: readonly Series[]
  /** What the categories are: 月份, 楼盘. */
  readonly over: string
  /** Writes a figure of an axis. */
  readonly write: (value: number) => string
  /** What the earlier period is called, where there is one. */
  readonly beforeLabel?: string | undefined
  /** What ticks are counted in, where it is not one: a day of seconds. */
  readonly unit?: number | undefined
  /** Whole numbers have no half ticks. */
  readonly whole?: boolean | undefined
}

/** No more lines or colours than a reader keeps apart. */
export const mostSeries = 6

export const nameOf = (data: ChartData, series: Series, n: number) => {
  const figure = series.figures[n]
  const category = data.categories[n]?.label ?? ''
  const what = data.series.length > 1 ? `${category} · ${series.label}` : category
  return `${what} ${figure?.text ?? ''}`
}

const largest = (values: readonly (number | undefined)[]) => Math.max(0, ...values.flatMap((value) => value ?? []))
/** The largest figure a chart has to find room for, the earlier period's among them. */
export const topOf = (data: ChartData, also: readonly (number | undefined)[] = []) =>
  largest([...data.series.flatMap(({ figures }) => figures.flatMap((one) => [one?.value, one?.before?.value])), ...also]) || 1

const wide = /[\u1100-\uFFFF]/u
/** About how many pixels a label takes at 12 px: Chinese signs are as wide as they are high. */
export const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 12 : 6.6), 0)
/** A label that fits; the whole of it is said by its mark and stands in the table. */
export const fitted = (text: string, room: number) => {
  if (widthOf(text) <= room) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(`${kept}${sign}…`) > room) break
    kept += sign
  }
  return `${kept}…`
}

/** Which of so many labels can stand beside each other: every first, second, fifth … */
export const everyNth = (labels: readonly string[], room: number) => {
  const widest = Math.max(12, ...labels.map(widthOf)) + 10
  return Math.max(1, Math.ceil((labels.length * widest) / Math.max(room, 1)))
}
