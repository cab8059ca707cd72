import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Moment } from '@lintel/domain'
import type pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { UnusableArgument } from '../fields/usable.ts'
import type { Depot } from '../files/depot.ts'
import { keepMessages } from '../messages/keep.ts'
import { channel, type Told } from '../records/after.ts'
import { companyCache } from '../records/scene.ts'
import { readerFrom } from '../schema/reader.ts'
import { exportOf, type ExportRow } from './row.ts'
import { withWholeList } from './rows.ts'
import { writeFile } from './write-file.ts'

export type ExportParts = {
  readonly pool: pg.Pool
  readonly depot: Depot
  /** The time it is read at; tests set it. T-1 */
  readonly now?: Moment
}

class ToldToStop extends Error {
  override readonly name = 'ToldToStop'
}

export const fail = (pool: pg.Pool, id: string, why: string) =>
  pool.query(`update export set state = 'failed', why = $2, ended_at = now() where id = $1 and ended_at is null`, [id, why])

/** Done, and said so at the bell, both or neither. X-6 */
const end = async (pool: pg.Pool, { id, by, title }: ExportRow, now: Moment, place: string, size: number) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query(
      `update export set state = 'done', place = $2, size = $3, rows = written, ended_at = now() where id = $1 and ended_at is null`,
      [id, place, size],
    )
    if (rowCount) {
      const told = await keepMessages(client, [{ person: by, kind: 'outcome', stage: 'exported', title, key: `export ${id}` }], now)
      const word: Told = { to: told }
      await client.query('select pg_notify($1, $2)', [channel, JSON.stringify(word)])
    }
    await client.query('commit')
    return rowCount === 1
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

const write = async ({ pool, depot, now: at }: ExportParts, row: ExportRow, path: string) => {
  const { id, by, shown, title, format, language } = row
  const now = at ?? (await databaseNow(pool))
  const reader = readerFrom(await companyCache().read(pool), by)
  // whoever has left reads nothing any more
  if (!reader) return fail(pool, id, 'notUsable')
  const client = await pool.connect()
  try {
    await withWholeList(client, shown, { reader, now, language }, async (list) => {
      await pool.query(`update export set state = 'running', rows = $2, written = 0 where id = $1`, [id, list.count])
      await writeFile[format](path, title, list, async (rows) => {
        const { rows: told } = await pool.query<{ stop: boolean }>(
          'update export set written = written + $2 where id = $1 returning stop',
          [id, rows],
        )
        if (told[0]?.stop) throw new ToldToStop()
      })
    })
  } finally {
    client.release()
  }
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  // under a name of its own: the bytes of evidence go by theirs
  const place = `${hash.digest('hex')}.${id}`
  await depot.put(place, path)
  if (!(await end(pool, row, now, place, (await stat(path)).size))) await depot.remove(place)
}

/** Writes an export that was asked for, from its beginning; one process does it at a time. REL-13 */
export const playExport = async (parts: ExportParts, id: string): Promise<void> => {
  const { pool } = parts
  const alone = await pool.connect()
  const folder = await mkdtemp(join(tmpdir(), 'lintel-export-'))
  try {
    const { rows } = await alone.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 13)) as got', [`export ${id}`])
    const row = rows[0]?.got ? await exportOf(alone, id) : undefined
    if (row && !row.endedAt) await write(parts, row, join(folder, 'file'))
  } catch (error) {
    if (error instanceof ToldToStop)
      await pool.query(`update export set state = 'cancelled', ended_at = now() where id = $1 and ended_at is null`, [id])
    else if (error instanceof UnusableArgument) await fail(pool, id, 'notUsable')
    else throw error
  } finally {
    await alone.query('select pg_advisory_unlock(hashtextextended($1, 13))', [`export ${id}`]).catch(() => {})
    alone.release()
    await rm(folder, { recursive: true, force: true })
  }
}
