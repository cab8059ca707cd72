import type { ClipboardEvent } from 'react'
import { useLanguage } from '../language.tsx'
import { copyOf } from './clipboard.ts'
import type { Column } from './columns.ts'
import type { Block } from './keys.ts'
import type { Lines } from './lines.ts'

/** Copies the chosen block, or the one cell one is at; `tell` says what was copied. */
export const useCopying = (lines: Lines, columns: readonly Column[], block: Block, tell: (said: string) => void) => {
  const { say } = useLanguage()
  return (event: ClipboardEvent<HTMLElement>) => {
    // text somebody marked with the mouse is copied as it is
    if (event.target !== event.currentTarget || (document.getSelection()?.toString() ?? '') !== '') return
    const { from, until } = block
    const rows = []
    for (let n = from.line; n <= until.line; n++) {
      const line = lines.at(n)
      if (line?.is === 'row') rows.push(line.row)
      else if (!line) return tell(say('copyTooFar'))
    }
    const chosen = columns.slice(from.column, until.column + 1)
    if (rows.length === 0 || chosen.length === 0) return
    event.preventDefault()
    const { text, html } = copyOf(rows, chosen, say)
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    tell(say('blockCopied', { rows: rows.length, columns: chosen.length }))
  }
}
