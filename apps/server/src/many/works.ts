import pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { turns } from '../files/turns.ts'
import type { Works } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import type { Services } from '../services.ts'
import { fail, playAction } from './run.ts'

const atMost = 4 * 3_600
/** Actions that are played at the same time in this process: each has a connection for itself. */
const atOnce = 2
/** What became of each record is of use for so long. */
const kept = '90 days'

/** Nothing is wrong with what was asked: the database was not there. */
const away = (error: unknown) => !(error instanceof pg.DatabaseError) || /^(08|57)/.test(error.code ?? '')

const unfinished = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from many_action where state in ('checking', 'running') order by at limit 100`,
  )
  return rows.map(({ id }) => id)
}

/** Decisions on many records as jobs: as soon as one is asked for, and every minute those whose process was killed. */
export const actingWorks = ({
  database: { pool },
  records,
  clock,
}: Pick<Services, 'database' | 'records' | 'clock'>): { readonly works: Works; stop(): void } => {
  const ending = new AbortController()
  const playing = new Set<string>()
  const inTurn = turns(atOnce)
  const now = async () => clock.now(await databaseNow(pool))
  const play = async (id: string) => {
    if (playing.has(id)) return
    playing.add(id)
    try {
      await inTurn(() => playAction({ pool, records, now, signal: ending.signal }, id))
    } catch (error) {
      log.error({ error, action: id }, 'A decision on many records was interrupted')
      // a database that went away comes back, and it is gone on with
      if (!away(error)) await fail(pool, id)
    } finally {
      playing.delete(id)
    }
  }
  return {
    works: {
      acting: {
        every: '* * * * *',
        atMost,
        atOnce: 4,
        async play() {
          await Promise.all((await unfinished(pool)).map(play))
        },
      },
      clearActions: {
        every: '29 * * * *',
        async play() {
          await pool.query(`delete from many_action where at < now() - interval '${kept}' and state not in ('checking', 'running')`)
        },
      },
    },
    stop: () => ending.abort(),
  }
}
