import { scaleLinear } from 'd3-scale'
import { everyNth, fitted, type ChartData } from './chart.ts'
import classes from './charts.module.css'

/** From zero to something round above the largest, in whatever unit is read. Amounts always begin at zero. */
export const scaleTo = ({ unit = 1 }: Pick<ChartData, 'unit'>, top: number, from: number, to: number) => {
  const scale = scaleLinear()
    .domain([0, top / unit])
    .nice(4)
    .range([from, to])
  return Object.assign((value: number) => scale(value / unit), { ticks: () => scale.ticks(4).map((tick) => tick * unit) })
}
type Scale = ReturnType<typeof scaleTo>

const ticksOf = (scale: Scale, whole: boolean | undefined) => scale.ticks().filter((tick) => !whole || Number.isInteger(tick))

/** Horizontal lines with their figures at the left. */
export function ValueAxis({ data, scale, left, right }: { data: ChartData; scale: Scale; left: number; right: number }) {
  return (
    <g aria-hidden="true">
      {ticksOf(scale, data.whole).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={scale(tick)} y2={scale(tick)} className={tick === 0 ? classes.base : classes.grid} />
          <text x={left - 8} y={scale(tick) + 4} textAnchor="end" className={classes.tick}>
            {data.write(tick)}
          </text>
        </g>
      ))}
    </g>
  )
}

type CategoryAxisProps = { data: ChartData; at: (n: number) => number; y: number; room: number }
/** As many names of the categories as have room beside each other. */
export function CategoryAxis({ data, at, y, room }: CategoryAxisProps) {
  const labels = data.categories.map(({ label }) => fitted(label, 90))
  const nth = everyNth(labels, room)
  return (
    <g aria-hidden="true">
      {data.categories.map(({ key }, n) =>
        n % nth === 0 ? (
          <text key={key} x={at(n)} y={y + 16} textAnchor="middle" className={classes.tick}>
            {labels[n]}
          </text>
        ) : null,
      )}
    </g>
  )
}
