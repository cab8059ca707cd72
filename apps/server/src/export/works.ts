import type pg from 'pg'
import { databaseNow } from '../database/time.ts'
import type { Depot } from '../files/depot.ts'
import { turns } from '../files/turns.ts'
import { playApart } from '../jobs/play-apart.ts'
import type { Works } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import { askFor } from '../records/after.ts'
import type { Services } from '../services.ts'
import { fail } from './run.ts'

/** Long enough for the largest list. */
const atMost = 4 * 3_600
/** Exports that are written at the same time in this process. */
const atOnce = 2
export const exportWorker = new URL('export-worker.ts', import.meta.url)
/** How long a file lies ready. It holds what its reader saw then, so it is not kept for long. X-7 */
const kept = '7 days'

export const askForExports = (pool: pg.Pool) => askFor(pool, 'exporting')

const unfinished = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(`select id from export where state in ('waiting', 'running') order by at limit 100`)
  return rows.map(({ id }) => id)
}

/** Files whose time is over go; that they were there stays on record. */
export const clearExports = async (pool: pg.Pool, depot: Depot) => {
  const { rows } = await pool.query<{ id: string; place: string }>(
    `select id, place from export where place is not null and ended_at < now() - interval '${kept}' order by ended_at limit 500`,
  )
  for (const { id, place } of rows) {
    await depot.remove(place)
    await pool.query(`update export set state = 'gone', place = null where id = $1`, [id])
  }
}

/** Exports as jobs: as soon as one is asked for, and every minute those whose process was killed, from the beginning. REL-13 */
export const exportWorks = (
  { database: { pool }, depot, clock }: Pick<Services, 'database' | 'depot' | 'clock'>,
  where: { readonly databaseUrl: string; readonly dataFolder: string },
): { readonly works: Works; stop(): void } => {
  const ending = new AbortController()
  const playing = new Set<string>()
  const inTurn = turns(atOnce)
  const play = async (id: string) => {
    if (playing.has(id) || ending.signal.aborted) return
    playing.add(id)
    try {
      const now = clock.now(await databaseNow(pool))
      await inTurn(() => playApart(exportWorker, { ...where, id, now }, ending.signal))
    } catch (error) {
      log.error({ error, export: id }, 'An export ended with an error')
      await fail(pool, id, 'internal')
    } finally {
      playing.delete(id)
    }
  }
  return {
    works: {
      exporting: {
        every: '* * * * *',
        atMost,
        atOnce: 4,
        async play() {
          await Promise.all((await unfinished(pool)).map(play))
        },
      },
      clearExports: { every: '17 * * * *', play: () => clearExports(pool, depot) },
    },
    stop: () => ending.abort(),
  }
}
