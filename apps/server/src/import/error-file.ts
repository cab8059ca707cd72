import type pg from 'pg'
import type { Depot } from '../files/depot.ts'
import type { Reader } from '../schema/context.ts'
import type { Language } from '../words/say.ts'
import { phrase } from '../words/say.ts'
import { kindCalled } from './kinds/kinds.ts'
import { linesOf } from './lines.ts'
import { withLocalFile } from './local-file.ts'
import { csvLine, neutral } from './neutral.ts'
import { columnOfInput, maskedCell, noteSays, seesPersonal, visibleImports, type Note } from './reading.ts'
import { importColumns, type ImportRow } from './row.ts'
import { readTable } from './table/open-table.ts'

/** An import the reader may see. */
export const importFor = async (client: Pick<pg.ClientBase, 'query'>, reader: Reader, id: string): Promise<ImportRow | undefined> => {
  const values: unknown[] = [id]
  const visible = visibleImports(reader, (value) => `$${values.push(value)}`)
  const { rows } = await client.query<ImportRow>(`select ${importColumns} from import i where i.id = $1 and ${visible}`, values)
  return rows[0]
}

const atOnce = 1_000
async function* notesOf(pool: pg.Pool, id: string): AsyncGenerator<Note> {
  for (let after = 0; ;) {
    const { rows } = await pool.query<Note>(
      `select line, "is", field, problem, value, details from import_line where import_id = $1 and line > $2 and "is" = 'error' order by line limit ${atOnce}`,
      [id, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.line
  }
}

/**
 * The lines with errors as a csv file: as they stand in the file, with what is wrong and what to do. No cell is a formula, and
 * corrected, the file is imported again as it is. SEC-15
 */
export const writeErrors = (
  { pool, depot }: { readonly pool: pg.Pool; readonly depot: Depot },
  row: ImportRow,
  reader: Reader,
  language: Language,
  write: (text: string) => Promise<void>,
): Promise<void> => {
  const kind = kindCalled(row.kind)
  const open = seesPersonal(reader)
  const inputOf = (column: string) => kind.inputs[Object.keys(row.mapping).find((name) => row.mapping[name]?.column === column) ?? '']
  const columns = row.head.columns.map(({ name }) => name)
  const heads = ['line', 'column', 'problem'].map((name) => phrase(language, `importErrors.${name}`, {}))
  return withLocalFile(depot, row.fileHash, (path) =>
    readTable(
      path,
      { ...(row.encoding ? { encoding: row.encoding } : {}), ...(row.delimiter ? { delimiter: row.delimiter } : {}) },
      async (table) => {
        // spreadsheets take a file for UTF-8 by its mark
        await write(`\uFEFF${csvLine([...columns, ...heads].map(neutral))}`)
        const notes = notesOf(pool, row.id)
        let note = (await notes.next()).value as Note | undefined
        for await (const { line, cells } of linesOf(table, { headLine: row.headLine, ...(row.sheet ? { sheet: row.sheet } : {}) })) {
          if (!note) break
          if (line < note.line) continue
          const shown = (column: string) => (open ? (cells[column] ?? '') : maskedCell(inputOf(column), cells[column] ?? ''))
          const column = columnOfInput(row.mapping, kind, note.field) ?? ''
          const value = open ? note.value : maskedCell(kind.inputs[note.field], note.value)
          const said = [String(line), column, noteSays(note, language, value)]
          await write(csvLine([...columns.map(shown), ...said].map(neutral)))
          note = (await notes.next()).value as Note | undefined
        }
      },
    ),
  )
}
