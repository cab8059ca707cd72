import type { ReactNode } from 'react'
import { useLink } from '../link.tsx'
import { topOf, type ChartData } from './chart.ts'
import { LineChart } from './LineChart.tsx'
import classes from './charts.module.css'

type SmallMultiplesProps = {
  data: ChartData
  label: string
  /** Where a series has a page of its own. */
  hrefOf?: (key: string) => string | undefined
  /** What is said below each. */
  notes?: (key: string) => ReactNode
}

/** The same small picture for each series, on one scale, so that they compare. */
export function SmallMultiples({ data, label, hrefOf, notes }: SmallMultiplesProps) {
  const Link = useLink()
  const top = topOf(data)
  return (
    <ul className={classes.multiples} aria-label={label}>
      {data.series.map((series) => {
        const href = hrefOf?.(series.key)
        return (
          <li key={series.key}>
            <h3>{href === undefined ? series.label : <Link to={href}>{series.label}</Link>}</h3>
            <LineChart
              data={{ ...data, series: [series], beforeLabel: undefined }}
              label={`${label} · ${series.label}`}
              height={120}
              top={top}
            />
            {notes?.(series.key)}
          </li>
        )
      })}
    </ul>
  )
}
