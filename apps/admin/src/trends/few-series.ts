import { mostSeries, type ChartData, type Series } from '@lintel/ui'

const sumOf = ({ figures }: Series) => figures.reduce((sum, figure) => sum + (figure?.value ?? 0), 0)
/** As many series as a reader keeps apart: the largest, and what can be added up of the rest as one. */
export const fewSeries = (data: ChartData, additive: boolean, others: string): ChartData => {
  if (data.series.length <= mostSeries) return data
  const ranked = data.series.toSorted((a, b) => sumOf(b) - sumOf(a))
  if (!additive) return { ...data, series: ranked.slice(0, mostSeries) }
  const [shown, rest] = [ranked.slice(0, mostSeries - 1), ranked.slice(mostSeries - 1)]
  return {
    ...data,
    series: [
      ...shown,
      {
        key: 'others',
        label: others,
        figures: data.categories.map((_, n) => {
          const value = rest.reduce((sum, { figures }) => sum + (figures[n]?.value ?? 0), 0)
          return { value, text: data.write(value) }
        }),
      },
    ],
  }
}
