import type { Line } from './read-lines.ts'
import type { Row, Table } from './table/table.ts'

/** How the table in a file is to be read. */
export type Reading = { readonly sheet?: string; readonly headLine: number }

/** `C` for the third: what a column is called that has no heading. */
const letterOf = (n: number): string => (n < 26 ? '' : letterOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

/** Headings as the names of columns: none is empty, and no two are alike. */
export const columnNames = (cells: readonly string[]): readonly string[] => {
  const used = new Map<string, number>()
  return cells.map((cell, n) => {
    const name = cell.replaceAll(/\s+/g, ' ').trim() || letterOf(n)
    const before = used.get(name) ?? 0
    used.set(name, before + 1)
    return before ? `${name} (${before + 1})` : name
  })
}

/**
 * A row as a line with named cells. One with more cells than headings says nothing, and so does one of a csv file with
 * fewer: nobody knows which is which. A workbook leaves out empty cells at the end.
 */
export const lineOf = (columns: readonly string[], { line, cells }: Row, exact: boolean): Line => {
  const more = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  return {
    line,
    cells: more || (exact && cells.length < columns.length) ? {} : Object.fromEntries(columns.map((name, n) => [name, cells[n] ?? ''])),
  }
}

/** The lines after the headings, from one of the file's lines on. */
export async function* linesOf(table: Table, { sheet, headLine }: Reading, after = 0): AsyncGenerator<Line> {
  let columns: readonly string[] | undefined
  for await (const row of table.rows(sheet)) {
    if (row.line < headLine) continue
    if (!columns) columns = columnNames(row.cells)
    else if (row.line > after) yield lineOf(columns, row, table.written !== undefined)
  }
}

/** The same, so many at a time. */
export async function* portionsOf(lines: AsyncIterable<Line>, most: number): AsyncGenerator<readonly Line[]> {
  let portion: Line[] = []
  for await (const line of lines) {
    portion.push(line)
    if (portion.length < most) continue
    yield portion
    portion = []
  }
  if (portion.length) yield portion
}
