import { FieldValue } from '../FieldValue.tsx'
import { useLanguage } from '../language.tsx'
import type { Column } from './columns.ts'
import classes from './DataTable.module.css'

export type Totals = { readonly values: Readonly<Record<string, unknown>>; /** Why there are none. */ readonly note?: string | undefined }

/** Sums of all that match, under their columns. */
export function Foot({ columns, totals, before, index }: { columns: readonly Column[]; totals: Totals; before: number; index: number }) {
  const { say } = useLanguage()
  return (
    <div role="rowgroup" className={classes.foot}>
      <div role="row" aria-rowindex={index} className={classes.names}>
        {before > 0 && <div role="gridcell" aria-colindex={1} className={classes.box} />}
        {columns.map((column, n) => (
          <div
            key={column.key}
            role="gridcell"
            className={classes.cell}
            aria-colindex={n + 1 + before}
            data-right={column.right || undefined}
            style={column.style}
          >
            {column.key in totals.values ? (
              <div className={classes.value}>
                <FieldValue field={column.field} value={totals.values[column.key]} />
              </div>
            ) : (
              n === 0 && <strong className={classes.value}>{totals.note ?? say('totals')}</strong>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}
