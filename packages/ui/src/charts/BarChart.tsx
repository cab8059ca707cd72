import { line } from 'd3-shape'
import { useLanguage } from '../language.tsx'
import { scaleTo } from './axes.tsx'
import { fitted, nameOf, topOf, widthOf, type ChartData } from './chart.ts'
import { Drawing, Mark } from './Drawing.tsx'
import { Legend } from './series.tsx'
import classes from './charts.module.css'

const row = 34

type BarChartProps = {
  data: ChartData
  label: string
  /** Pareto: a line of what the bars make up together, from the top. */
  cumulative?: boolean
}

/** Bars from the top down, their figures beside them; the earlier period is the grey bar below. */
export function BarChart({ data, label, cumulative = false }: BarChartProps) {
  const { say } = useLanguage()
  const [series] = data.series
  if (!series) return null
  const height = data.categories.length * row + (cumulative ? 30 : 12)
  const sum = series.figures.reduce((total, one) => total + (one?.value ?? 0), 0)
  const shares = series.figures.map(
    (_, n) => series.figures.slice(0, n + 1).reduce((part, one) => part + (one?.value ?? 0), 0) / (sum || 1),
  )
  return (
    <>
      <Legend of={[series]} beforeLabel={data.beforeLabel} bars />
      <Drawing label={label} height={height}>
        {(width) => {
          const names = Math.min(Math.max(60, ...data.categories.map((one) => widthOf(one.label) + 14)), width * 0.36, 220)
          const figures = Math.max(36, ...series.figures.map((one) => widthOf(one?.text ?? '') + 14))
          const right = width - figures - (cumulative ? 44 : 0)
          const x = scaleTo(data, topOf({ ...data, series: [series] }), names, right)
          const share = (part: number) => names + (right - names) * part
          const path = line<number>(
            (part) => share(part),
            (_, n) => n * row + row / 2,
          )(shares)
          return (
            <>
              {data.categories.map((category, n) => {
                const figure = series.figures[n]
                const y = n * row + 6
                const end = figure?.value === undefined ? names : x(figure.value)
                return (
                  <Mark key={category.key} href={figure?.href} name={nameOf({ ...data, series: [series] }, series, n)}>
                    <rect x={0} y={y - 5} width={width} height={row - 2} className={classes.hit} />
                    <text x={names - 8} y={y + 13} textAnchor="end" className={classes.name}>
                      {fitted(category.label, names - 12)}
                    </text>
                    <rect x={names} y={y} width={Math.max(0, end - names)} height={figure?.before ? 15 : 20} className={classes.bar} />
                    {figure?.before?.value !== undefined && (
                      <rect
                        x={names}
                        y={y + 16}
                        width={Math.max(0, x(figure.before.value) - names)}
                        height={5}
                        className={classes.before}
                      />
                    )}
                    <text x={end + 6} y={y + 13} className={classes.beside}>
                      {figure?.text}
                    </text>
                  </Mark>
                )
              })}
              <line x1={names} x2={names} y1={0} y2={data.categories.length * row} className={classes.base} />
              {cumulative && path && (
                <g aria-hidden="true">
                  <path d={path} className={classes.cumulative} />
                  {shares.map((part, n) => (
                    <g key={data.categories[n]?.key}>
                      <circle cx={share(part)} cy={n * row + row / 2} r={3} className={classes.dot} />
                      <text x={width} y={n * row + row / 2 + 4} textAnchor="end" className={classes.tick}>
                        {Math.round(part * 100)}%
                      </text>
                    </g>
                  ))}
                  <text x={width} y={height - 8} textAnchor="end" className={classes.tick}>
                    {say('chartCumulative')}
                  </text>
                </g>
              )}
            </>
          )
        }}
      </Drawing>
    </>
  )
}
