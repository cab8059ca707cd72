import type pg from 'pg'
import { cellsOf, type Cells } from './cells.ts'
import type { Ask } from './names.ts'
import { columnsOf, statementOf, type Column, type For, type Shown } from './shown.ts'

const atOnce = 500
/** As the policies of row-level security read it. X-7 */
const seen = (projects: 'all' | readonly string[]) => (projects === 'all' ? '*' : `{${projects.join(',')}}`)

export type WholeList = { readonly columns: readonly Column[]; readonly count: number; readonly portions: AsyncIterable<readonly Cells[]> }

/**
 * A list of any size as it is at one moment, a portion at a time, in a transaction that can only read. X-10, REL-13
 */
export const withWholeList = async <Result>(
  client: pg.ClientBase,
  shown: Shown,
  reading: For,
  work: (list: WholeList) => Promise<Result>,
): Promise<Result> => {
  const columns = columnsOf(shown, reading.language)
  const { text, values, counting } = statementOf(shown, columns, reading)
  const ask: Ask = async (asked, given) => (await client.query(asked, [...given])).rows as never
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`select set_config('lintel.projects', $1, true)`, [seen(reading.reader.projectsOf('customer.read'))])
    const [counted] = await ask<{ n: number }>(counting, values)
    await client.query(`declare shown no scroll cursor for ${text}`, values)
    const portions = async function* () {
      for (;;) {
        const { rows } = await client.query<Readonly<Record<string, unknown>>>(`fetch ${atOnce} from shown`)
        if (rows.length) yield await cellsOf(ask, columns, rows, reading)
        if (rows.length < atOnce) return
      }
    }
    return await work({ columns, count: counted?.n ?? 0, portions: portions() })
  } finally {
    await client.query('rollback').catch(() => {})
  }
}
