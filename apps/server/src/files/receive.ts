import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { KeptFile, Moment, PersonId, Rules } from '@lintel/domain'
import type pg from 'pg'
import { nameOf, type Depot } from './depot.ts'
import { identify, type Identified } from './identify.ts'

type Parts = { readonly pool: pg.Pool; readonly depot: Depot; readonly rules: Rules }
export type Coming = { readonly id: string; readonly by: PersonId; readonly path: string; readonly size: number; readonly name: string }

export const hashOf = async (path: string): Promise<string> => {
  const hash: Hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

export type FileRow = {
  id: string
  hash: string
  kind: KeptFile['kind']
  type: string
  name: string
  size: string
  by_id: string
  at: Date
  taken_at: Date | null
  position: unknown
}
/** A file as records know it. */
export const keptFrom = ({ id, hash, kind, type, name, size, by_id, at, taken_at, position }: FileRow): KeptFile => ({
  id: id as KeptFile['id'],
  hash,
  kind,
  type,
  name,
  size: Number(size),
  by: by_id as PersonId,
  at: at.getTime() as Moment,
  ...(taken_at ? { takenAt: taken_at.getTime() as Moment } : {}),
  ...(position === null ? {} : { located: true as const }),
})
export const fileColumns = 'f.id, f.hash, f.kind, f.type, f.name, f.size, f.by_id, f.at, f.taken_at, f.position'

/** Bytes of one hash are stored, or cleared, by one transaction at a time. */
export const alone = (client: pg.ClientBase, hash: string) =>
  client.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`file ${hash}`])

/** A file as it is entered in the database: what it is, of whom, under which id. */
export type NewFile = Identified & { readonly id: string; readonly hash: string; readonly size: number; readonly by: string }
export const insertFile = async (client: Pick<pg.ClientBase, 'query'>, file: NewFile): Promise<KeptFile> => {
  const { id, hash, kind, type, name, size, by, takenAt, position, shown, hidden } = file
  const { rows } = await client.query<FileRow>(
    `insert into file as f (id, hash, kind, type, name, size, by_id, taken_at, position, pictured, hidden)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${fileColumns}`,
    [
      id,
      hash,
      kind,
      type,
      name,
      size,
      by,
      takenAt === undefined ? null : new Date(takenAt),
      position ? JSON.stringify(position) : null,
      shown !== undefined,
      hidden?.length ? JSON.stringify(hidden) : null,
    ],
  )
  const [row] = rows
  if (!row) throw new Error('a file was entered and is not there')
  return keptFrom(row)
}
/** Puts a file's bytes where they are kept, with the pictures that are shown of them. */
export const keepBytes = async (depot: Depot, hash: string, path: string, shown: Identified['shown']) => {
  await depot.put(hash, path)
  if (!shown) return
  const made = await mkdtemp(join(tmpdir(), 'lintel-made-'))
  try {
    for (const part of ['picture', 'thumbnail'] as const) {
      await writeFile(join(made, part), shown[part])
      await depot.put(nameOf(hash, part), join(made, part))
    }
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

/** Looks at a file that came whole, keeps its bytes under their hash and what it is in the database. X-8, F-13 */
export const receive = async ({ pool, depot, rules }: Parts, { id, by, path, size, name }: Coming): Promise<KeptFile> => {
  const found = await identify(path, size, name, rules)
  const hash = await hashOf(path)
  // should this process end before the file stands in the database, whoever clears up knows the bytes
  await pool.query('update upload set hash = $2 where id = $1', [id, hash])
  const client = await pool.connect()
  try {
    await client.query('begin')
    await alone(client, hash)
    await keepBytes(depot, hash, path, found.shown)
    const kept = await insertFile(client, { ...found, id, hash, size, by })
    await client.query('delete from upload where id = $1', [id])
    await client.query('commit')
    return kept
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
