import type { Moment } from '@lintel/domain'
import type pg from 'pg'

/** The database's time, to the millisecond: the one every decision is made at. T-1 */
export const databaseNow = async (client: Pick<pg.ClientBase, 'query'>): Promise<Moment> => {
  const { rows } = await client.query<{ now: string }>(`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`)
  const [row] = rows
  if (!row) throw new Error('the database does not tell the time')
  return Number(row.now) as Moment
}
