import i18next from 'i18next'
import { expect, test } from 'vitest'
import { chartData } from './chart-data.ts'
import { fewSeries } from './few-series.ts'
import type { Row } from './keys.ts'
import { usual, type Shown } from './shown.ts'
import type { Measure } from './written.ts'

const count: Measure = { name: 'count', kind: 'count', additive: true, nouns: ['complaint'] }
const median: Measure = { name: 'resolveMedian', kind: 'duration', additive: false, nouns: ['complaint'] }
type Key = readonly [dimension: Row['keys'][number]['dimension'], value: string | null]
const row = (value: number, at: string | null, ...keys: readonly Key[]): Row => ({
  at,
  keys: keys.map(([dimension, of]) => ({ dimension, value: of, label: dimension === 'project' ? of : null })),
  values: [{ measure: 'count', value, money: null, count: value, before: null, hidden: value < 0, opens: [] }],
})
const drawn = (shown: Partial<Shown>, rows: readonly Row[], measures: readonly Measure[] = [count]) =>
  chartData({
    shown: { ...usual, ...shown },
    days: { from: '2026-09-15', until: '2026-11-24' },
    rows,
    measures,
    language: 'zh',
    // the keys of words stand for the words
    t: ((key: string) => key) as unknown as typeof i18next.t,
    hrefOf: (of) => `#${of.keys.map(({ value }) => value).join('-')}${of.at ?? ''}`,
  })
const figures = (data: ReturnType<typeof drawn>) => data.series.map((one) => one.figures.map((figure) => figure?.value))

test('a month in which nothing happened is drawn as none, and one that began before the period stands at its beginning', () => {
  const data = drawn({ by: [], grain: 'month', chart: 'lines' }, [row(3, '2026-09-15'), row(5, '2026-11-01')])
  expect(data.categories.map(({ label }) => label)).toEqual(['2026-09', '2026-10', '2026-11'])
  expect(figures(data)).toEqual([[3, 0, 5]])
})

test('how long nothing took cannot be said', () => {
  const data = drawn({ by: [], grain: 'month', measures: ['resolveMedian'], chart: 'lines' }, [], [median])
  expect(figures(data)).toEqual([[undefined, undefined, undefined]])
})

test('a heat map has the first dimension down, the second across, and nothing where they do not meet', () => {
  const data = drawn({ by: ['project', 'element'], chart: 'heat' }, [
    row(7, null, ['project', 'A'], ['element', 'bathroom']),
    row(2, null, ['project', 'B'], ['element', 'window']),
  ])
  expect(data.categories.map(({ label }) => label)).toEqual(['A', 'B'])
  expect(data.series.map(({ label }) => label)).toEqual(['choice.Element.bathroom', 'choice.Element.window'])
  expect(figures(data)).toEqual([
    [7, undefined],
    [undefined, 2],
  ])
  expect(data.series[0]?.figures[0]?.href).toBe('#A-bathroom')
})

test('Y-4 months since handover stand in their order, whatever is most', () => {
  const data = drawn({ by: ['age', 'project'], chart: 'lines' }, [
    row(9, null, ['age', '10'], ['project', 'A']),
    row(4, null, ['age', '2'], ['project', 'A']),
    row(3, null, ['age', null], ['project', 'A']),
  ])
  expect(data.categories.map(({ key }) => key)).toEqual(['', '2', '10'])
  expect(figures(data)).toEqual([[3, 4, 9]])
})

test('Y-6 of fewer than five the reader is told that they are fewer, and no mark is drawn', () => {
  const data = drawn({ by: ['project'] }, [row(-1, null, ['project', 'A'])])
  expect(data.series[0]?.figures[0]).toMatchObject({ value: undefined, text: 'trends.fewerThanFive', hidden: true })
})

test('at most six lines: what adds up is drawn as the rest, what does not is left to the table', () => {
  const rows = Array.from({ length: 8 }, (_, n) => row(80 - n, '2026-10-01', ['project', `P${n}`]))
  const data = drawn({ by: ['project'], grain: 'month', chart: 'lines' }, rows)
  const few = fewSeries(data, true, '其他')
  expect(few.series.map(({ label }) => label)).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', '其他'])
  expect(few.series.at(-1)?.figures.map((figure) => figure?.value)).toEqual([0, 75 + 74 + 73, 0])
  expect(fewSeries(data, false, '其他').series.map(({ label }) => label)).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5'])
})
