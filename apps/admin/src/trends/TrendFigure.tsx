import { Button, Skeleton } from '@mantine/core'
import { Blank, FigureFrame, FigureTable } from '@lintel/ui'
import { useRef, type ReactNode } from 'react'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import { answerOf } from './answer.ts'
import { Chart } from './Chart.tsx'
import { chartData } from './chart-data.ts'
import { fewSeries } from './few-series.ts'
import type { Row } from './keys.ts'
import { FigureMenu } from './FigureMenu.tsx'
import { notesOf } from './notes.ts'
import { useTrend } from './read.ts'
import { recordsOf } from './records.ts'
import { partsOf } from './split.ts'
import type { Shown } from './shown.ts'
import { useTrends } from './with.tsx'
import { figureOf, type TrendValue } from './written.ts'

type TrendFigureProps = {
  title: ReactNode
  name: string
  shown: Shown
  /** Where a mark leads instead of to its records. */
  drill?: ((row: Row) => string | undefined) | undefined
  seriesHref?: (key: string) => string | undefined
  actions?: ReactNode
  tableOpen?: boolean
  note?: string
  /** Groups of which nothing is recorded are left out, and said below. */
  known?: boolean
}

/** One figure: asked, said in a sentence, drawn, and written in a table; each mark opens its records. Y-5 */
export function TrendFigure({
  title,
  name,
  shown: asked,
  drill,
  seriesHref,
  actions,
  tableOpen = false,
  note,
  known = false,
}: TrendFigureProps) {
  const { t, say, language } = useWords()
  const { catalogue, fieldsOf } = useTrends()
  const holder = useRef<HTMLDivElement>(null)
  const { shown, days, trend, refused, loading, error, again } = useTrend(asked)
  const measures = shown.measures.flatMap((measure) => catalogue.measures.find((one) => one.name === measure) ?? [])
  const [measure] = measures
  if (!trend || !measure)
    return (
      <FigureFrame
        title={title}
        actions={actions}
        chart={
          loading ? (
            <Skeleton height={240} />
          ) : (
            <Blank
              title={refused ?? (error ? whatFailed(error, t) : t('trends.notForYou'))}
              {...(refused ? { hint: t('trends.tooWideHint') } : {})}
              action={<Button onClick={again}>{say('retry')}</Button>}
            />
          )
        }
      />
    )
  const hrefOf = (row: Row, value: TrendValue) =>
    drill?.(row) ?? recordsOf(value, fieldsOf) ?? partsOf(shown, days, row, value, catalogue.measures)
  const whole = chartData({
    shown,
    days,
    rows: known ? trend.rows.filter(({ keys }) => keys.every(({ value }) => value !== null)) : trend.rows,
    measures,
    language,
    t,
    hrefOf,
  })
  const data = shown.chart === 'lines' ? fewSeries(whole, measure.additive, t('trends.others')) : whole
  const compared = shown.compare !== undefined
  const valueIn = (row: typeof trend.total, which: string) => row.values.find((one) => one.measure === which)
  // below a table of measures stands the whole; beside crossed groups it would be read as their sum
  const byMeasure = whole.series.every(({ key }, n) => key === measures[n]?.name)
  const total = byMeasure
    ? {
        label: t('trends.total'),
        figures: measures.map((one) => {
          const value = valueIn(trend.total, one.name)
          return figureOf(
            value,
            one,
            language,
            t,
            value && (recordsOf(value, fieldsOf) ?? partsOf(shown, days, trend.total, value, catalogue.measures)),
            compared,
          )
        }),
      }
    : undefined
  const said = notesOf({
    note,
    shown,
    days,
    trend,
    measure,
    known,
    exactly: tableOpen,
    drawn: data.series.length,
    of: whole.series.length,
    language,
    t,
  })
  return (
    <div ref={holder}>
      <FigureFrame
        title={title}
        answer={answerOf({ shown, data, trend, measure, language, t })}
        actions={
          <>
            {actions}
            <FigureMenu name={name} shown={shown} days={days} drawingIn={holder} />
          </>
        }
        chart={
          whole.categories.length === 0 ? (
            <Blank title={t('trends.empty')} hint={t('trends.emptyHint')} />
          ) : (
            <Chart
              kind={shown.chart}
              data={data}
              label={name}
              byMeasure={byMeasure}
              total={total}
              {...(seriesHref ? { hrefOf: seriesHref } : {})}
            />
          )
        }
        note={said}
        table={
          shown.chart === 'pivot' || whole.categories.length === 0 ? undefined : <FigureTable data={whole} label={name} total={total} />
        }
        tableOpen={tableOpen}
      />
    </div>
  )
}
