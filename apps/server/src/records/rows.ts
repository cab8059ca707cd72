import type pg from 'pg'

// so many rows go with one statement
const atOnce = 2_000
export function* portions<T>(all: readonly T[]) {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce)
}
export const array = (rows: readonly string[]) => `[${rows.join(',')}]`

/** Inserts rows written as JSON; the table is `t` in what is to happen otherwise. */
export const insert = async (client: pg.ClientBase, table: string, columns: readonly string[], rows: readonly string[], otherwise = '') => {
  const names = columns.map((column) => `"${column}"`).join(', ')
  for (const portion of portions(rows))
    await client.query({
      name: `insert ${table}${otherwise ? ' where new' : ''}`,
      text: `insert into "${table}" as t (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json) ${otherwise}`,
      values: [array(portion)],
    })
}
