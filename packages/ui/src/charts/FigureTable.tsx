import { useLink } from '../link.tsx'
import { Nothing } from '../Money.tsx'
import { heatOf } from './HeatMap.tsx'
import type { ChartData, Figure, Series } from './chart.ts'
import classes from './charts.module.css'

type FigureTableProps = {
  data: ChartData
  label: string
  /** What stands below all others: the whole, which is not the sum where medians are shown. */
  total?: { readonly label: string; readonly figures: readonly (Figure | undefined)[] } | undefined
  /** Strong figures on a stronger ground: of the whole table, or where its columns do not compare, of each column. */
  heat?: 'whole' | 'columns'
}

/** The figures of a chart as a table; each opens the records behind it. Y-5 */
export function FigureTable({ data, label, total, heat }: FigureTableProps) {
  const compared = data.beforeLabel !== undefined
  const topIn = (series: readonly Series[]) =>
    Math.max(0, ...series.flatMap(({ figures }) => figures.flatMap((one) => one?.value ?? []))) || 1
  const tops = data.series.map((one) => topIn(heat === 'columns' ? [one] : data.series))
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{data.over}</th>
            {data.series.flatMap((series) => [
              <th scope="col" key={series.key}>
                {series.label}
              </th>,
              ...(compared
                ? [
                    <th scope="col" key={`${series.key} before`}>
                      {data.beforeLabel}
                    </th>,
                  ]
                : []),
            ])}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, n) => (
            <tr key={category.key}>
              <th scope="row">{category.label}</th>
              {data.series.flatMap((series, at) => [
                <td key={series.key} data-heat={heat ? heatOf(series.figures[n]?.value, tops[at] ?? 1) : undefined}>
                  <FigureLink of={series.figures[n]} name={`${category.label} ${series.label}`} />
                </td>,
                ...(compared
                  ? [
                      <td key={`${series.key} before`} className={classes.soft}>
                        {series.figures[n]?.before?.text ?? <Nothing />}
                      </td>,
                    ]
                  : []),
              ])}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              {data.series.flatMap((series, n) => [
                <td key={series.key}>
                  <FigureLink of={total.figures[n]} name={`${total.label} ${series.label}`} />
                </td>,
                ...(compared
                  ? [
                      <td key={`${series.key} before`} className={classes.soft}>
                        {total.figures[n]?.before?.text ?? <Nothing />}
                      </td>,
                    ]
                  : []),
              ])}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** A figure that opens the records it was counted from. Y-5 */
export function FigureLink({ of, name }: { of: Figure | undefined; name: string }) {
  const Link = useLink()
  if (!of || of.text === '') return <Nothing />
  return of.href === undefined ? (
    <span>{of.text}</span>
  ) : (
    <Link to={of.href} aria-label={`${name} ${of.text}`}>
      {of.text}
    </Link>
  )
}
