import type { KeyboardEvent } from 'react'
import type { Choosing } from './choosing.ts'
import { narrowest, widest, type Column } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'
import { leads, type At } from './keys.ts'
import { movedBy, resized } from './layout.ts'

const isTyping = (target: EventTarget) =>
  target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !== null

type Pressing = {
  columns: readonly Column[]
  active: At
  anchor: At | undefined
  goTo: (at: At, extend?: boolean) => void
  forget: () => void
  choosing: Choosing
  fit: (key: string) => void
  menu: (key: string) => void
  /** Opens the editor over the active cell; false where it cannot be changed. */
  edit: () => boolean
  /** Takes the last change back. */
  undo: (() => void) | undefined
  /** Lines that a page of the screen shows. */
  page: number
  props: DataTableProps
}

/** What the keyboard does; everything the mouse can, without it. */
export const usePressing = ({ columns, active, anchor, goTo, forget, choosing, fit, menu, edit, undo, page, props }: Pressing) => {
  const { lines, onOpen, onSort, onColumns, onToggleGroup, columns: shown } = props
  const column = columns[active.column]
  const steps = { ArrowLeft: -1, ArrowRight: 1 } as const

  /** In the header: sorted by Enter, pulled with Shift, moved with Ctrl and Shift, everything else in its menu. */
  const onHeader = (event: KeyboardEvent): boolean => {
    if (!column) return false
    const { key } = event
    const step = key === 'ArrowLeft' || key === 'ArrowRight' ? steps[key] : undefined
    if (key === 'Enter' && column.field.sortable && onSort) onSort(column.key, event.shiftKey)
    else if ((key === ' ' || key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) && onColumns) menu(column.key)
    else if (step && event.shiftKey && (event.ctrlKey || event.metaKey) && onColumns) {
      onColumns(movedBy(shown, column.key, step))
      goTo({ line: -1, column: Math.max(0, Math.min(columns.length - 1, active.column + step)) })
    } else if (step && event.shiftKey && onColumns)
      onColumns(resized(shown, column.key, Math.max(narrowest, Math.min(widest, column.width + step * 16))))
    else if (key === '=' && onColumns) fit(column.key)
    else return false
    return true
  }
  const onLine = (event: KeyboardEvent): boolean => {
    const { key } = event
    const line = lines.at(active.line)
    const row = line?.is === 'row' ? line.row : undefined
    if (line?.is === 'group' && (key === 'Enter' || key === ' ')) onToggleGroup?.(line.key)
    else if ((key === 'Enter' || key === 'F2') && row && edit()) return true
    else if (key === 'Enter' && row && onOpen) onOpen(row)
    else if ((key === ' ' || key === 'x') && row && props.selection) choosing.toggle(active.line, event.shiftKey)
    else if (key === 'z' && (event.ctrlKey || event.metaKey) && undo) undo()
    else if (key === 'a' && (event.ctrlKey || event.metaKey) && props.selection) choosing.atHand()
    else return false
    return true
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || isTyping(event.target)) return
    const onButton = event.target instanceof Element && event.target.closest('button, a') !== null
    if (onButton && (event.key === 'Enter' || event.key === ' ')) return
    if (event.key === 'Escape' && (anchor || choosing.any)) {
      if (anchor) forget()
      else choosing.none()
      event.preventDefault()
      return
    }
    if (active.line < 0 ? onHeader(event) : onLine(event)) return event.preventDefault()
    const to = leads(event, active, { lines: Math.max(1, lines.count), columns: columns.length, page })
    if (!to) return
    event.preventDefault()
    goTo(to, event.shiftKey && to.line >= 0 && active.line >= 0)
  }
}
