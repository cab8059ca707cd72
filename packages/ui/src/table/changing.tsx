import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../fields.ts'
import type { Column } from './columns.ts'
import type { CellEdit, Editing, UsedEdits } from './editing.ts'
import type { At, Block } from './keys.ts'
import type { Lines } from './lines.ts'
import { usePasting } from './pasting.ts'

// fetched when somebody changes a cell
const CellEditor = lazy(() => import('./CellEditor.tsx'))

type Changing = {
  lines: Lines
  columns: readonly Column[]
  block: Block
  editing: Editing | undefined
  edits: UsedEdits
  cellAt: (at: At) => HTMLElement | null
  tell: (said: string) => void
  /** The keyboard goes back to the table. */
  back: () => void
}

/** Changing cells in place: the editor over one of them, what is pasted, and what is under way in each line. */
export const useChanging = ({ lines, columns, block, editing, edits, cellAt, tell, back }: Changing) => {
  const [open, setOpen] = useState<{ row: Row; key: string; at: HTMLElement }>()
  const paste = usePasting({ lines, columns, block, editing, edits, tell })
  const byRow = useMemo(() => {
    const rows = new Map<string, Record<string, CellEdit>>()
    for (const edit of edits.edits.values()) rows.set(edit.row.id, { ...rows.get(edit.row.id), [edit.key]: edit })
    return rows
  }, [edits.edits])
  const close = () => {
    setOpen(undefined)
    back()
  }
  const editor: ReactNode = open && editing && (
    <Suspense>
      <CellEditor
        key={`${open.row.id} ${open.key}`}
        editing={editing}
        row={open.row}
        of={open.key}
        at={open.at}
        onSave={(typed) => {
          void edits.change([{ row: open.row, key: open.key, typed }])
          close()
        }}
        onClose={close}
      />
    </Suspense>
  )
  return {
    paste,
    byRow,
    editor,
    /** Opens the editor over a cell; false where it cannot be changed in place. */
    edit: (at: At): boolean => {
      const line = lines.at(at.line)
      const key = columns[at.column]?.key
      const cell = cellAt(at)
      if (!editing || line?.is !== 'row' || key === undefined || !(key in editing.inputs) || !cell) return false
      setOpen({ row: line.row, key, at: cell })
      return true
    },
  }
}
