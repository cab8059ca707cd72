import pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { Overtaken } from '../records/save.ts'
import { kindCalled } from './kinds/kinds.ts'
import { linesOf, portionsOf } from './lines.ts'
import { withLocalFile } from './local-file.ts'
import type { ImportParts } from './import-parts.ts'
import { Play } from './play-import.ts'
import { importOf, type ImportRow } from './row.ts'
import { readTable } from './table/open-table.ts'
import { Unreadable } from './table/table.ts'

/** How many lines go in one transaction where each line stands for itself: people go on working meanwhile. */
const portion = 1_000
/** What may be another's change at the same moment is tried again. */
const attempts = 3
const mayWorkNextTime = (error: unknown) =>
  error instanceof Overtaken || (error instanceof pg.DatabaseError && ['40001', '40P01', '23505'].includes(error.code ?? ''))

const inState = (row: ImportRow | undefined): row is ImportRow => row?.state === 'checking' || row?.state === 'running'

const play = async (parts: ImportParts, row: ImportRow) => {
  const { depot, pool } = parts
  const { sheet, headLine, encoding, delimiter } = row
  const now = parts.now ?? (await databaseNow(pool))
  const playing = new Play(parts, row, kindCalled(row.kind), now)
  await playing.begin()
  await withLocalFile(depot, row.fileHash, (path) =>
    readTable(path, { ...(encoding === null ? {} : { encoding }), ...(delimiter === null ? {} : { delimiter }) }, (table) =>
      playing.all(portionsOf(linesOf(table, { headLine, ...(sheet === null ? {} : { sheet }) }, playing.from), portion)),
    ),
  )
}

/**
 * Plays an import that is being checked or taken over, from where it stands, to its end. One process plays it at a time;
 * what a killed one had committed stays and is not done again. REL-13
 */
export const playImport = async (parts: ImportParts, id: string): Promise<void> => {
  const { pool } = parts
  const alone = await pool.connect()
  try {
    const { rows } = await alone.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 13)) as got', [`import ${id}`])
    if (!rows[0]?.got) return
    for (let n = 1; ; n++) {
      const row = await importOf(alone, id)
      if (!inState(row)) return
      try {
        return await play(parts, row)
      } catch (error) {
        if (error instanceof Unreadable) {
          await fail(pool, id, error.line === undefined ? error.reason : `${error.reason} ${error.line}`)
          return
        }
        if (!mayWorkNextTime(error) || n === attempts) throw error
      }
    }
  } finally {
    await alone.query('select pg_advisory_unlock(hashtextextended($1, 13))', [`import ${id}`]).catch(() => {})
    alone.release()
  }
}

/** Waits for whichever process plays it, such as a server that found it first; whether it still has to be played. */
export const leftToPlay = async (pool: pg.Pool, id: string): Promise<boolean> => {
  const client = await pool.connect()
  try {
    const lock = [`import ${id}`]
    await client.query('select pg_advisory_lock(hashtextextended($1, 13))', lock)
    await client.query('select pg_advisory_unlock(hashtextextended($1, 13))', lock)
    return inState(await importOf(client, id))
  } finally {
    client.release()
  }
}

/** Nothing more can be taken from this file; what was taken stays. */
export const fail = (pool: pg.Pool, id: string, why: string) =>
  pool.query(`update import set state = 'failed', why = $2, ended_at = now() where id = $1 and ended_at is null`, [id, why])

/** Imports that nobody may be playing: whose process was killed, or that were just asked for. */
export const unfinished = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(`select id from import where state in ('checking', 'running') order by at limit 100`)
  return rows.map(({ id }) => id)
}
