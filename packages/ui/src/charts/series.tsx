import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolTriangle, symbolWye } from 'd3-shape'
import type { Series } from './chart.ts'
import classes from './charts.module.css'

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolWye]
const dashes = ['none', '7 3', '2 3', '10 3 2 3', '4 2', '1 4']

/** How the nth series is drawn: told apart by dash and sign as well as by colour. */
export const strokeOf = (n: number) => ({ stroke: `var(--series-${(n % 6) + 1})`, strokeDasharray: dashes[n % 6] ?? 'none' })
export const signOf = (n: number, size = 44) => symbol(shapes[n % 6] ?? symbolCircle, size)() ?? ''

type LegendProps = { of: readonly Series[]; beforeLabel?: string | undefined; bars?: boolean }

/** Which line is whose, where there are several. */
export function Legend({ of, beforeLabel, bars = false }: LegendProps) {
  if (of.length < 2 && beforeLabel === undefined) return null
  return (
    <ul className={classes.legend}>
      {of.length > 1 &&
        of.map((series, n) => (
          <li key={series.key}>
            <svg width={30} height={12} aria-hidden="true">
              <line x1={0} x2={30} y1={6} y2={6} strokeWidth={2} {...strokeOf(n)} />
              <path d={signOf(n)} transform="translate(15 6)" fill={strokeOf(n).stroke} />
            </svg>
            {series.label}
          </li>
        ))}
      {beforeLabel !== undefined && (
        <li>
          <svg width={30} height={12} aria-hidden="true">
            {bars ? (
              <rect x={0} y={4} width={30} height={5} className={classes.before} />
            ) : (
              <line x1={0} x2={30} y1={6} y2={6} className={classes.beforeLine} />
            )}
          </svg>
          {beforeLabel}
        </li>
      )}
    </ul>
  )
}
