import type { ImportKind } from './kinds/kind.ts'
import { columnNames, lineOf } from './lines.ts'
import { headings } from './mapping.ts'
import { readTable } from './table/open-table.ts'
import { Unreadable, type Row } from './table/table.ts'

/** How somebody says that a file is to be read; what they do not say is found. */
export type Asked = {
  readonly sheet?: string
  readonly headLine?: number
  readonly encoding?: string
  readonly delimiter?: string
}
export type Column = { readonly name: string; readonly examples: readonly string[] }
/** What a file looks like at its beginning. */
export type Head = {
  readonly sheets: readonly string[]
  readonly sheet?: string
  readonly headLine: number
  readonly encoding?: string
  readonly delimiter?: string
  readonly columns: readonly Column[]
}

/** Headings stand in the first rows or nowhere. */
const looked = 30
const shownExamples = 3
const longest = 80

/** The row with the headings: where most of them are known, else where most cells hold something; the first of equals. */
const headOf = (kind: ImportKind, rows: readonly Row[]) => {
  const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== '').length
  const best = (count: (row: Row) => number) =>
    rows.reduce<Row | undefined>((found, row) => (found && count(found) >= count(row) ? found : row), undefined)
  const known = best((row) => headings(kind, row.cells))
  return known && headings(kind, known.cells) > 1 ? known : best(filled)
}

/** Reads the beginning of a file: its sheets, the row with the headings, and what stands under them. X-5 */
export const readHead = (path: string, kind: ImportKind, asked: Asked): Promise<Head> =>
  readTable(path, asked, async (table) => {
    const sheet = asked.sheet ?? table.sheets[0]
    const rows: Row[] = []
    for await (const row of table.rows(sheet)) {
      if (row.line < (asked.headLine ?? 0)) continue
      rows.push(row)
      if (rows.length >= looked) break
    }
    const head = asked.headLine === undefined ? headOf(kind, rows) : rows[0]
    if (!head) throw new Unreadable('empty')
    const names = columnNames(head.cells)
    const below = rows.filter(({ line }) => line > head.line).map((row) => lineOf(names, row, table.written !== undefined))
    return {
      sheets: table.sheets,
      ...(sheet === undefined ? {} : { sheet }),
      headLine: head.line,
      ...table.written,
      columns: names.map((name) => ({
        name,
        examples: below
          .map(({ cells }) => (cells[name] ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longest))
          .filter((text) => text !== '')
          .slice(0, shownExamples),
      })),
    }
  })
