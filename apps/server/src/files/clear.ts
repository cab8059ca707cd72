import type pg from 'pg'
import { nameOf, parts, type Depot } from './depot.ts'
import { alone } from './receive.ts'
import type { Staging } from './staging.ts'

/** How long a file may wait for a record, and an upload for its end. */
const wait = '1 day'
const atOnce = 500

type Gone = { id: string; hash: string | null }
/** Takes a row away, and its bytes where nobody else's row means them. */
const take = async (pool: pg.Pool, depot: Depot, table: 'upload' | 'file', { id, hash }: Gone) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    if (hash) await alone(client, hash)
    const { rowCount } = await client.query(`delete from ${table} where id = $1`, [id])
    // one that came onto a record meanwhile is refused by the database and stays
    await client.query('set constraints all immediate')
    const { rows } = await client.query('select from file where hash = $1 limit 1', [hash])
    if (rowCount && hash && rows.length === 0) for (const part of parts) await depot.remove(nameOf(hash, part))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** What came and was put on no record within a day, and what began and never ended. X-8 */
export const clearFiles = async ({
  pool,
  depot,
  staging,
}: {
  readonly pool: pg.Pool
  readonly depot: Depot
  readonly staging: Staging
}) => {
  const left = await pool.query<Gone>(
    `select id, hash from file f where at < now() - interval '${wait}' and not exists (select from evidence_file e where e.id = f.id)
     and not exists (select from import i where i.file_id = f.id) order by at limit ${atOnce}`,
  )
  for (const file of left.rows) await take(pool, depot, 'file', file)
  const begun = await pool.query<Gone>(`select id, hash from upload where at < now() - interval '${wait}' order by at limit ${atOnce}`)
  for (const upload of begun.rows) {
    await staging.remove(upload.id)
    await take(pool, depot, 'upload', upload)
  }
}
