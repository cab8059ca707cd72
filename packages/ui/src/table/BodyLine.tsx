import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, type CSSProperties, type ReactNode } from 'react'
import { FieldValue } from '../FieldValue.tsx'
import type { Row } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import type { Column } from './columns.ts'
import type { CellEdit } from './editing.ts'
import classes from './DataTable.module.css'
import type { GroupLine, Line } from './lines.ts'

export type Cells = Readonly<Record<string, (row: Row) => ReactNode>>

export type BodyLineProps = {
  line: Line | undefined
  index: number
  start: number
  columns: readonly Column[]
  cells: Cells | undefined
  /** Nothing where rows are not chosen here. */
  chosen: boolean | undefined
  open: boolean
  links: boolean
  /** The column of the active cell, where it stands on this line. */
  active: number | undefined
  /** The columns of a chosen block of cells on this line. */
  from: number | undefined
  until: number | undefined
  /** Where heights differ, what measures them. */
  measure: ((node: HTMLElement | null) => void) | undefined
  gridId: string
  /** Changes of its cells that are under way or could not be made, by column; the same object while they are the same. */
  edits: Readonly<Record<string, CellEdit>> | undefined
  /** Which columns can be changed here and now. */
  editable: Readonly<Record<string, unknown>> | undefined
}

export const cellId = (gridId: string, line: number, column: number) => `${gridId}-${line}-${column}`

/** One line in its slot. Slots are used again as one scrolls; whoever points, clicks and types is listened to by the grid. */
export const BodyLine = memo(function BodyLine(props: BodyLineProps) {
  const { line, index, start, columns, chosen, open, links, measure, gridId } = props
  const { say } = useLanguage()
  const before = chosen === undefined ? 0 : 1
  const row = line?.is === 'row' ? line : undefined
  return (
    <div
      role="row"
      ref={measure}
      className={classes.line}
      data-index={index}
      data-line={index}
      data-open={open || undefined}
      data-link={(row && links) || undefined}
      data-mark={row?.mark}
      data-group={line?.is === 'group' || undefined}
      aria-rowindex={index + 2}
      aria-selected={row ? chosen : undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {chosen !== undefined && (
        <div role="gridcell" aria-colindex={1} className={classes.box} id={cellId(gridId, index, -1)}>
          {row && <input type="checkbox" tabIndex={-1} data-box aria-label={say('selectRow')} checked={chosen} readOnly />}
        </div>
      )}
      {line?.is === 'group' ? (
        <Group {...props} of={line} before={before} />
      ) : (
        columns.map((column, n) => {
          const edit = props.edits?.[column.key]
          return (
            <div
              key={column.key}
              role="gridcell"
              id={cellId(gridId, index, n)}
              className={classes.cell}
              aria-colindex={n + 1 + before}
              data-column={n}
              data-right={column.right || undefined}
              data-active={n === props.active || undefined}
              data-block={(props.from !== undefined && props.until !== undefined && n >= props.from && n <= props.until) || undefined}
              data-edit={edit?.standing}
              aria-invalid={(edit && edit.standing !== 'saving') || undefined}
              aria-readonly={props.editable ? !(column.key in props.editable) : undefined}
              style={column.style}
            >
              {edit ? (
                <div className={classes.value} title={edit.message}>
                  {edit.label}
                </div>
              ) : row ? (
                <Value column={column} row={row.row} cells={props.cells} />
              ) : (
                <span className={classes.coming} style={{ inlineSize: `${45 + ((index * 17 + n * 29) % 45)}%` }} />
              )}
              {n === 0 && row?.mark && <span className={classes.mark}>{say(row.mark === 'gone' ? 'rowGone' : 'rowChanged')}</span>}
            </div>
          )
        })
      )}
    </div>
  )
})

function Value({ column, row, cells }: { column: Column; row: Row; cells: Cells | undefined }) {
  return <div className={classes.value}>{cells?.[column.key]?.(row) ?? <FieldValue field={column.field} value={row[column.key]} />}</div>
}

/** A group says its name over the columns up to its first sum. */
function Group({ of: line, columns, index, gridId, active, before }: BodyLineProps & { of: GroupLine; before: number }) {
  const first = columns.findIndex(({ key }) => key in line.totals)
  const span = first === -1 ? columns.length : Math.max(1, first)
  const at = { gridColumn: `${before + 1} / span ${span}`, position: 'sticky', insetInlineStart: 0, zIndex: 1 } satisfies CSSProperties
  return (
    <>
      <div
        role="gridcell"
        id={cellId(gridId, index, 0)}
        className={classes.cell}
        aria-colindex={before + 1}
        aria-colspan={span}
        data-column={0}
        data-active={(active !== undefined && active < span) || undefined}
        style={at}
      >
        <button type="button" tabIndex={-1} className={classes.toggle} data-toggle aria-expanded={line.opened}>
          {line.opened ? <IconChevronDown size={15} aria-hidden="true" /> : <IconChevronRight size={15} aria-hidden="true" />}
          <strong>{line.label}</strong>
          <span className={classes.soft}>{line.count}</span>
        </button>
      </div>
      {columns.slice(span).map((column, n) => (
        <div
          key={column.key}
          role="gridcell"
          id={cellId(gridId, index, span + n)}
          className={classes.cell}
          aria-colindex={span + n + 1 + before}
          data-column={span + n}
          data-right={column.right || undefined}
          data-active={span + n === active || undefined}
          style={column.style}
        >
          {column.key in line.totals && (
            <div className={classes.value}>
              <FieldValue field={column.field} value={line.totals[column.key]} />
            </div>
          )}
        </div>
      ))}
    </>
  )
}
