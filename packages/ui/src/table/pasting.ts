import type { ClipboardEvent } from 'react'
import { useLanguage } from '../language.tsx'
import { readPasted } from './clipboard.ts'
import type { Column } from './columns.ts'
import type { Change, Editing, UsedEdits } from './editing.ts'
import type { Block } from './keys.ts'
import type { Lines } from './lines.ts'

/** As many cells as somebody can still look through afterwards; more of them are an import. */
const most = 500

type Pasting = {
  lines: Lines
  columns: readonly Column[]
  /** Where it is pasted to; one value fills all of it. */
  block: Block
  editing: Editing | undefined
  edits: UsedEdits
  tell: (said: string) => void
}

/** A block from a spreadsheet, into the columns that can be changed: cell by cell, each with what came of it. */
export const usePasting = ({ lines, columns, block, editing, edits, tell }: Pasting) => {
  const { say } = useLanguage()
  const paste = async (how: Editing, pasted: readonly (readonly string[])[]) => {
    const [only] = pasted.length === 1 && pasted[0]?.length === 1 ? pasted[0] : []
    const height = only === undefined ? pasted.length : block.until.line - block.from.line + 1
    const width = only === undefined ? Math.max(...pasted.map((line) => line.length)) : block.until.column - block.from.column + 1
    if (height * width > most) return tell(say('pasteTooMuch', { count: most }))
    const changes: Change[] = []
    for (let n = 0; n < height; n++)
      for (let m = 0; m < width; m++) {
        const text = only ?? pasted[n]?.[m]
        const line = lines.at(block.from.line + n)
        const column = columns[block.from.column + m]
        if (text === undefined || line?.is !== 'row' || !column) continue
        const change = { row: line.row, key: column.key, typed: text }
        if (!how.inputs[column.key]) {
          edits.refuse(change, text, say('pasteNotHere'))
          continue
        }
        const read = await how.read(column.key, text.trim())
        if ('problem' in read) edits.refuse(change, text, read.problem)
        else changes.push({ ...change, typed: read.typed })
      }
    tell(say('pasted', { count: changes.length }))
    await edits.change(changes)
  }
  return (event: ClipboardEvent<HTMLElement>) => {
    if (!editing || event.target !== event.currentTarget) return
    const pasted = readPasted(event.clipboardData.getData('text/plain'))
    if (pasted.length === 0) return
    event.preventDefault()
    void paste(editing, pasted)
  }
}
