import { line } from 'd3-shape'
import { useLanguage } from '../language.tsx'
import { CategoryAxis, scaleTo, ValueAxis } from './axes.tsx'
import { mostSeries, nameOf, topOf, widthOf, type ChartData, type Figure } from './chart.ts'
import { isOut, type Limits } from './control.ts'
import { Drawing, Mark } from './Drawing.tsx'
import { Legend, signOf, strokeOf } from './series.tsx'
import classes from './charts.module.css'

type LineChartProps = {
  data: ChartData
  label: string
  /** A control chart: the mean, what chance explains around it, and what is beyond. */
  limits?: Limits | undefined
  height?: number
  /** Where several are to be compared: the largest of all of them. */
  top?: number
}
const known = (figure: Figure | undefined) => figure?.value !== undefined

/** Figures along time or age, a line a series; the earlier period in grey. */
export function LineChart({ data, label, limits, height = 280, top }: LineChartProps) {
  const { say } = useLanguage()
  const series = data.series.slice(0, mostSeries)
  const shown = { ...data, series }
  const bottom = height - 26
  return (
    <>
      <Legend of={series} beforeLabel={data.beforeLabel} />
      <Drawing label={label} height={height}>
        {(width) => {
          const y = scaleTo(data, topOf(shown, [limits?.upper, top]), bottom, 12)
          const left = Math.max(30, ...y.ticks().map((tick) => widthOf(data.write(tick)) + 10))
          const right = width - (limits ? 64 : 14)
          const step = (right - left - 16) / Math.max(1, data.categories.length - 1)
          const x = (n: number) => (data.categories.length < 2 ? (left + right) / 2 : left + 8 + n * step)
          const draw = line<number | undefined>(
            (_, n) => x(n),
            (value) => y(value ?? 0),
          ).defined((value) => value !== undefined)
          return (
            <>
              <ValueAxis data={data} scale={y} left={left} right={right} />
              <CategoryAxis data={data} at={x} y={bottom} room={right - left} />
              {limits && (
                <g aria-hidden="true">
                  {(['upper', 'mean', 'lower'] as const).map((what) => (
                    <g key={what}>
                      <line
                        x1={left}
                        x2={right}
                        y1={y(limits[what])}
                        y2={y(limits[what])}
                        className={classes[what === 'mean' ? 'mean' : 'limit']}
                      />
                      <text x={right + 6} y={y(limits[what]) + 4} className={classes.tick}>
                        {say(what === 'mean' ? 'chartMean' : what === 'upper' ? 'chartUpper' : 'chartLower')}
                      </text>
                    </g>
                  ))}
                </g>
              )}
              {series.map((one, n) => (
                <g key={one.key}>
                  {one.figures.some((figure) => figure?.before) && (
                    <path d={draw(one.figures.map((figure) => figure?.before?.value)) ?? ''} className={classes.beforeLine} />
                  )}
                  <path d={draw(one.figures.map((figure) => figure?.value)) ?? ''} className={classes.line} {...strokeOf(n)} />
                </g>
              ))}
              {series.map((one, n) =>
                one.figures.map((figure, at) => {
                  const category = data.categories[at]
                  if (!known(figure) || !category) return null
                  const out = limits !== undefined && isOut(limits, figure?.value)
                  return (
                    <Mark
                      key={`${one.key} ${category.key}`}
                      href={figure?.href}
                      name={`${nameOf(shown, one, at)}${out ? ` ${say('chartOut')}` : ''}`}
                    >
                      <circle cx={x(at)} cy={y(figure?.value ?? 0)} r={Math.min(12, Math.max(6, step / 2))} className={classes.hit} />
                      {out && <circle cx={x(at)} cy={y(figure?.value ?? 0)} r={9} className={classes.out} />}
                      <path
                        d={signOf(n, data.categories.length > 40 ? 14 : 40)}
                        transform={`translate(${x(at)} ${y(figure?.value ?? 0)})`}
                        fill={strokeOf(n).stroke}
                      />
                    </Mark>
                  )
                }),
              )}
            </>
          )
        }}
      </Drawing>
    </>
  )
}
