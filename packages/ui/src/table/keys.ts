/** A cell by its place: line -1 is the header. */
export type At = { readonly line: number; readonly column: number }
export type Bounds = {
  readonly lines: number
  readonly columns: number
  /** Lines that a page of the screen shows. */ readonly page: number
}
export type Pressed = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }

const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/** Where a key leads from a cell, as in every grid; nothing for keys that lead nowhere. */
export const leads = ({ key, ctrlKey, metaKey }: Pressed, at: At, { lines, columns, page }: Bounds): At | undefined => {
  const far = ctrlKey || metaKey
  const last = { line: lines - 1, column: columns - 1 }
  const to = (line: number, column: number): At => ({ line: between(line, -1, last.line), column: between(column, 0, last.column) })
  switch (key) {
    case 'ArrowDown':
      return to(far ? last.line : at.line + 1, at.column)
    case 'ArrowUp':
      return to(far ? 0 : at.line - 1, at.column)
    case 'ArrowRight':
      return to(at.line, far ? last.column : at.column + 1)
    case 'ArrowLeft':
      return to(at.line, far ? 0 : at.column - 1)
    case 'PageDown':
      return to(at.line + page, at.column)
    case 'PageUp':
      return to(Math.max(0, at.line - page), at.column)
    case 'Home':
      return to(far ? 0 : at.line, 0)
    case 'End':
      return to(far ? last.line : at.line, last.column)
    case 'j':
      return far ? undefined : to(at.line + 1, at.column)
    case 'k':
      return far ? undefined : to(Math.max(0, at.line - 1), at.column)
    default:
      return undefined
  }
}

/** A block of cells from one corner to the other. */
export type Block = { readonly from: At; readonly until: At }
export const blockOf = (a: At, b: At): Block => ({
  from: { line: Math.max(0, Math.min(a.line, b.line)), column: Math.min(a.column, b.column) },
  until: { line: Math.max(a.line, b.line), column: Math.max(a.column, b.column) },
})
