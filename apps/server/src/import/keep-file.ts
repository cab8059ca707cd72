import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Depot } from '../files/depot.ts'
import { identifyTable } from '../files/identify.ts'
import { alone, insertFile, keepBytes } from '../files/receive.ts'
import type { File } from './desk.ts'

/** Keeps a file of this machine as one that somebody sent. */
export const keepFile = async (pool: pg.Pool, depot: Depot, path: string, called: string, by: PersonId): Promise<File | undefined> => {
  const found = await identifyTable(path, called)
  if (!found) return undefined
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const [id, digest, { size }] = [randomUUID(), hash.digest('hex'), await stat(path)]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await alone(client, digest)
    await keepBytes(depot, digest, path, undefined)
    await insertFile(client, { ...found, id, hash: digest, size, by })
    await client.query('commit')
    return { id, hash: digest, name: found.name }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
