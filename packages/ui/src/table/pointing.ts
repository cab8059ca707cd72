import { useRef, type MouseEvent, type PointerEvent } from 'react'
import type { Choosing } from './choosing.ts'
import type { DataTableProps } from './DataTable.tsx'
import type { At } from './keys.ts'
import type { Lines } from './lines.ts'

const numberOf = (element: Element | null | undefined, name: 'line' | 'column') => {
  const said = element instanceof HTMLElement ? element.dataset[name] : undefined
  return said === undefined ? undefined : Number(said)
}
const cellAt = (target: EventTarget): At | undefined => {
  if (!(target instanceof Element)) return undefined
  const line = numberOf(target.closest('[data-line]'), 'line')
  return line === undefined ? undefined : { line, column: numberOf(target.closest('[data-column]'), 'column') ?? 0 }
}
const isControl = (target: Element) => target.closest('a, button, input, label, textarea, select') !== null
const isEditable = (target: Element) => target.closest('[aria-readonly="false"]') !== null
const hasText = (target: Element) => (target.ownerDocument.getSelection()?.toString() ?? '') !== ''

type Pointing = {
  lines: Lines
  goTo: (at: At, extend?: boolean) => void
  choosing: Choosing
  /** Opens the editor over a cell, where it can be changed. */
  edit: (at: At) => boolean
  props: DataTableProps
}

/** What the mouse does on the lines: one listener for all of them. A click opens, a pull over several cells chooses a block. */
export const usePointing = ({ lines, goTo, choosing, edit, props }: Pointing) => {
  const { onOpen, href, onToggleGroup } = props
  const pulled = useRef<{ from: At; over: boolean }>(undefined)
  const rowAt = (index: number) => {
    const line = lines.at(index)
    return line?.is === 'row' ? line.row : undefined
  }
  const inNewTab = (index: number) => {
    const row = rowAt(index)
    if (row && href) window.open(href(row), '_blank', 'noopener')
  }
  const click = (event: MouseEvent) => {
    const at = cellAt(event.target)
    if (!at || !(event.target instanceof Element)) return
    const pulledOver = pulled.current?.over
    pulled.current = undefined
    if (event.target.closest('[data-box]')) return choosing.toggle(at.line, event.shiftKey)
    const line = lines.at(at.line)
    if (line?.is === 'group') {
      goTo(at)
      return onToggleGroup?.(line.key)
    }
    if (pulledOver || isControl(event.target)) return
    if (event.shiftKey) return goTo(at, true)
    if (hasText(event.target)) return
    goTo(at)
    const row = rowAt(at.line)
    if (!row) return
    if (event.metaKey || event.ctrlKey) inNewTab(at.line)
    // while cells are changed, a click on one that can be is for the cell
    else if (!isEditable(event.target)) onOpen?.(row)
  }
  return {
    onClick: click,
    onDoubleClick: (event: MouseEvent) => {
      const at = cellAt(event.target)
      if (at) edit(at)
    },
    onAuxClick: (event: MouseEvent) => {
      const at = cellAt(event.target)
      if (at && event.button === 1) inNewTab(at.line)
    },
    onMouseDown: (event: MouseEvent) => {
      // a shift-click means cells, not the text between them
      if (event.shiftKey) event.preventDefault()
    },
    onPointerDown: (event: PointerEvent) => {
      const at = cellAt(event.target)
      if (at && event.button === 0 && event.pointerType === 'mouse' && !event.shiftKey) pulled.current = { from: at, over: false }
    },
    onPointerMove: (event: PointerEvent) => {
      const from = pulled.current
      const at = from && event.buttons === 1 ? cellAt(event.target) : undefined
      if (!from || !at) return
      if (!from.over && at.line === from.from.line && at.column === from.from.column) return
      if (!from.over) goTo(from.from)
      pulled.current = { ...from, over: true }
      document.getSelection()?.removeAllRanges()
      goTo(at, true)
    },
  }
}
