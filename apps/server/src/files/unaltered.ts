import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { Missing, type Depot } from './depot.ts'

/** What the store's bytes are, held against their hash. F-13 */
export type Standing = 'unaltered' | 'altered' | 'missing'

export const standing = async (depot: Depot, hash: string): Promise<Standing> => {
  try {
    const now = createHash('sha256')
    await pipeline(await depot.open(hash), now)
    return now.digest('hex') === hash ? 'unaltered' : 'altered'
  } catch (error) {
    if (error instanceof Missing) return 'missing'
    throw error
  }
}

const atOnce = 500
type Hanging = { id: string; noun: string; record_id: string; hash: string }
/** Reads every file that hangs on a record; the first that is not what its record says. F-13 */
export const firstAltered = async (
  client: Pick<pg.ClientBase, 'query'>,
  depot: Depot,
): Promise<(Hanging & { standing: Standing }) | undefined> => {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await client.query<Hanging>(
      `select id, noun, record_id, hash from evidence_file where id > $1 order by id limit ${atOnce}`,
      [after],
    )
    for (const file of rows) {
      const is = await standing(depot, file.hash)
      if (is !== 'unaltered') return { ...file, standing: is }
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return undefined
    after = last.id
  }
}
