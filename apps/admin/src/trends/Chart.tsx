import { BarChart, controlLimits, FigureTable, HeatMap, LineChart, SmallMultiples, type ChartData } from '@lintel/ui'
import type { TrendChart } from '../gql/graphql.ts'

type ChartProps = {
  kind: TrendChart
  data: ChartData
  label: string
  hrefOf?: (key: string) => string | undefined
  byMeasure: boolean
  total: Parameters<typeof FigureTable>[0]['total']
}

/** Data drawn as was asked. */
export function Chart({ kind, data, label, hrefOf, byMeasure, total }: ChartProps) {
  switch (kind) {
    case 'bars':
      return <BarChart data={data} label={label} />
    case 'pareto':
      return <BarChart data={data} label={label} cumulative />
    case 'lines':
      return <LineChart data={data} label={label} />
    case 'control':
      return <LineChart data={data} label={label} limits={controlLimits(data.series[0]?.figures.map((one) => one?.value) ?? [])} />
    case 'heat':
      return <HeatMap data={data} label={label} />
    case 'pivot':
      return <FigureTable data={data} label={label} heat={byMeasure ? 'columns' : 'whole'} total={total} />
    case 'multiples':
      return <SmallMultiples data={data} label={label} {...(hrefOf ? { hrefOf } : {})} />
  }
}
