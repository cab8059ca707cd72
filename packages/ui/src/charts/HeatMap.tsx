import { fitted, nameOf, topOf, widthOf, type ChartData } from './chart.ts'
import { Drawing, Mark } from './Drawing.tsx'
import classes from './charts.module.css'

const row = 30
const head = 26
const steps = [classes.heat0, classes.heat1, classes.heat2, classes.heat3, classes.heat4, classes.heat5]

/** How strong a cell is, from 0 (nothing) to 5. */
export const heatOf = (value: number | undefined, top: number) =>
  value === undefined || value <= 0 ? 0 : Math.max(1, Math.ceil((value / top) * 5))

/** Categories down, series across; each cell says its figure, so that it is read without the colour. */
export function HeatMap({ data, label }: { data: ChartData; label: string }) {
  const top = topOf({
    ...data,
    series: data.series.map((one) => ({ ...one, figures: one.figures.map((figure) => figure && { ...figure, before: undefined }) })),
  })
  const columns = data.series.length
  const names = Math.min(Math.max(60, ...data.categories.map((one) => widthOf(one.label) + 12)), 180)
  return (
    <Drawing label={label} height={head + data.categories.length * row} stride={columns} least={names + columns * 46}>
      {(width) => {
        const cell = Math.min(120, (width - names) / Math.max(1, columns))
        return (
          <>
            <g aria-hidden="true">
              {data.series.map((series, n) => (
                <text key={series.key} x={names + n * cell + cell / 2} y={17} textAnchor="middle" className={classes.tick}>
                  {fitted(series.label, cell - 4)}
                </text>
              ))}
            </g>
            {data.categories.map((category, n) => (
              <g key={category.key}>
                <text x={names - 8} y={head + n * row + 19} textAnchor="end" className={classes.name} aria-hidden="true">
                  {fitted(category.label, names - 12)}
                </text>
                {data.series.map((series, at) => {
                  const figure = series.figures[n]
                  const strength = heatOf(figure?.value, top)
                  return (
                    <Mark key={series.key} href={figure?.href} name={nameOf(data, series, n)}>
                      <rect
                        x={names + at * cell + 1}
                        y={head + n * row + 1}
                        width={cell - 2}
                        height={row - 2}
                        rx={2}
                        className={steps[strength]}
                      />
                      <text
                        x={names + at * cell + cell / 2}
                        y={head + n * row + 19}
                        textAnchor="middle"
                        className={strength === 5 ? classes.onHeat : classes.figure}
                      >
                        {fitted(figure?.text ?? '', cell - 4)}
                      </text>
                    </Mark>
                  )
                })}
              </g>
            ))}
          </>
        )
      }}
    </Drawing>
  )
}
