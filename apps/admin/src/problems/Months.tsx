import { useWords } from '../words/words.ts'
import classes from './Problems.module.css'

/** Members by month, the newest first: a table whose lines have a bar, so that it reads without colour. */
export function Months({ months }: { months: readonly { month: string; count: number }[] }) {
  const { t } = useWords()
  const most = Math.max(1, ...months.map(({ count }) => count))
  return (
    <div className={classes.months} tabIndex={0} role="region" aria-label={t('problems.trend')}>
      <table className={classes.table}>
        <tbody>
          {months.toReversed().map(({ month, count }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className={classes.number}>{count}</td>
              <td>
                <span className={classes.bar} style={{ inlineSize: `${(100 * count) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
