import type pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { turns } from '../files/turns.ts'
import { log } from '../log/log.ts'
import type { Works } from '../jobs/jobs.ts'
import { playApart } from '../jobs/play-apart.ts'
import { askFor } from '../records/after.ts'
import type { Services } from '../services.ts'
import { fail, unfinished } from './run.ts'

/** Long enough for the largest file. */
const atMost = 4 * 3_600
/** Imports that are played at the same time in this process. */
const atOnce = 2
export const importWorker = new URL('import-worker.ts', import.meta.url)

export const askForImports = (pool: pg.Pool) => askFor(pool, 'importing')

/** Imports as jobs: as soon as one is asked for, and every minute those whose process was killed. REL-13 */
export const importWorks = (
  { database: { pool }, clock }: Pick<Services, 'database' | 'clock'>,
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
      // one that another process plays is left to that
      await inTurn(() => playApart(importWorker, { ...where, id, now }, ending.signal))
    } catch (error) {
      log.error({ error, import: id }, 'An import ended with an error')
      await fail(pool, id, 'internal')
    } finally {
      playing.delete(id)
    }
  }
  return {
    works: {
      importing: {
        every: '* * * * *',
        atMost,
        atOnce: 4,
        async play() {
          await Promise.all((await unfinished(pool)).map(play))
        },
      },
    },
    // what is being done ends as in a crash, and is gone on with at the next start
    stop: () => ending.abort(),
  }
}
