import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react'
import { memo, useState, type DragEvent, type PointerEvent } from 'react'
import type { Sort } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import { cellId } from './BodyLine.tsx'
import { narrowest, widest, type Column } from './columns.ts'
import classes from './DataTable.module.css'

export type HeaderProps = {
  gridId: string
  columns: readonly Column[]
  sort: readonly Sort[]
  onSort: ((key: string, add: boolean) => void) | undefined
  active: number | undefined
  /** Whether all rows at hand are chosen; nothing where rows are not chosen here. */
  chosen: 'all' | 'some' | 'none' | undefined
  onChooseAll: () => void
  /** What may be done to columns; nothing where they stand as they stand. */
  on:
    | {
        /** While it is pulled, and once it is let go. */
        resize: (key: string, width: number, done: boolean) => void
        fit: (key: string) => void
        move: (key: string, to: string) => void
        menu: (key: string, at: HTMLElement) => void
      }
    | undefined
}

/** The names of the columns: sorted by a click, pulled wider at their edge, dragged to another place. */
export const Header = memo(function Header({ gridId, columns, sort, onSort, active, chosen, onChooseAll, on }: HeaderProps) {
  const { say } = useLanguage()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  const before = chosen === undefined ? 0 : 1
  const drop = (event: DragEvent, key: string) => {
    event.preventDefault()
    if (dragged && dragged !== key) on?.move(dragged, key)
    setDragged(undefined)
    setOver(undefined)
  }
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.names}>
        {chosen !== undefined && (
          <div role="columnheader" aria-colindex={1} className={classes.box}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={say('selectAll')}
              checked={chosen === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = chosen === 'some'
              }}
              onChange={onChooseAll}
            />
          </div>
        )}
        {columns.map((column, n) => {
          const at = sort.findIndex(({ key }) => key === column.key)
          const sorted = sort[at]
          return (
            <div
              key={column.key}
              role="columnheader"
              id={cellId(gridId, -1, n)}
              className={classes.name}
              aria-colindex={n + 1 + before}
              aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
              data-column={n}
              data-right={column.right || undefined}
              data-active={n === active || undefined}
              data-over={(over === column.key && dragged !== column.key) || undefined}
              style={column.style}
              draggable={on !== undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', column.field.label)
                setDragged(column.key)
              }}
              onDragOver={(event) => {
                if (!dragged) return
                event.preventDefault()
                setOver(column.key)
              }}
              onDragEnd={() => {
                setDragged(undefined)
                setOver(undefined)
              }}
              onDrop={(event) => drop(event, column.key)}
              onContextMenu={(event) => {
                if (!on) return
                event.preventDefault()
                on.menu(column.key, event.currentTarget)
              }}
            >
              {column.field.sortable && onSort ? (
                <UnstyledButton
                  className={classes.sort}
                  tabIndex={-1}
                  title={sorted ? say(sorted.down ? 'sortedDown' : 'sortedUp') : say('sort')}
                  onClick={(event) => onSort(column.key, event.shiftKey)}
                >
                  <span className={classes.nameText}>{column.field.label}</span>
                  {sorted && (sorted.down ? <IconArrowDown size={13} aria-hidden="true" /> : <IconArrowUp size={13} aria-hidden="true" />)}
                  {sorted && sort.length > 1 && <small>{at + 1}</small>}
                </UnstyledButton>
              ) : (
                <span className={classes.nameText}>{column.field.label}</span>
              )}
              {on && (
                <>
                  <button
                    type="button"
                    tabIndex={-1}
                    className={classes.menu}
                    aria-label={say('columnMenu', { column: column.field.label })}
                    onClick={(event) => on.menu(column.key, event.currentTarget)}
                  >
                    <IconChevronDown size={13} aria-hidden="true" />
                  </button>
                  <Edge column={column} onResize={on.resize} onFit={on.fit} />
                </>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
})

/** The edge one pulls; twice clicked, the column is as wide as what stands in it. The keyboard has Shift and the arrows. */
function Edge({
  column,
  onResize,
  onFit,
}: {
  column: Column
  onResize: (key: string, width: number, done: boolean) => void
  onFit: (key: string) => void
}) {
  const pull = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return
    const edge = event.currentTarget
    const from = event.clientX
    const was = edge.parentElement?.offsetWidth ?? column.width
    const sign = column.pin === 'right' ? -1 : 1
    let width = was
    edge.setPointerCapture(event.pointerId)
    const move = (to: globalThis.PointerEvent) => {
      width = Math.max(narrowest, Math.min(widest, was + sign * (to.clientX - from)))
      onResize(column.key, width, false)
    }
    const done = () => {
      edge.removeEventListener('pointermove', move)
      edge.removeEventListener('lostpointercapture', done)
      if (width !== was) onResize(column.key, width, true)
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', done)
  }
  return (
    <span
      className={classes.edge}
      aria-hidden="true"
      data-edge={column.key}
      data-left={column.pin === 'right' || undefined}
      // otherwise the whole column would be dragged
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={pull}
      onDoubleClick={() => onFit(column.key)}
    />
  )
}
