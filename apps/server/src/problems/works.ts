import { databaseNow } from '../database/time.ts'
import { playApart } from '../jobs/play-apart.ts'
import type { Works } from '../jobs/jobs.ts'
import { log } from '../log/log.ts'
import { monthsUpTo } from './months.ts'
import type { Services } from '../services.ts'
import { askForLook, failRun, waitingRuns } from './run.ts'

const worker = new URL('problem-worker.ts', import.meta.url)

/** Looks for common problems: every night, and as soon as somebody asks. Y-2 */
export const problemWorks = (
  { database: { pool }, clock }: Pick<Services, 'database' | 'clock'>,
  where: { readonly databaseUrl: string; readonly dataFolder: string },
): { readonly works: Works; stop(): void } => {
  const ending = new AbortController()
  return {
    works: {
      analysing: {
        every: '* * * * *',
        atMost: 3_600,
        async play() {
          for (const id of await waitingRuns(pool)) {
            if (ending.signal.aborted) return
            try {
              await playApart(worker, { ...where, id, now: clock.now(await databaseNow(pool)) }, ending.signal)
            } catch (error) {
              log.error({ error, run: id }, 'Looking for common problems ended with an error')
              await failRun(pool, id)
            }
          }
        },
      },
      analyseNightly: {
        every: '30 2 * * *',
        async play() {
          const now = clock.now(await databaseNow(pool))
          // one a night, however many processes there are
          await askForLook(pool, undefined, new Date(now).toISOString().slice(0, 10) + (monthsUpTo(now, 1)[0] ?? ''))
        },
      },
    },
    stop: () => ending.abort(),
  }
}
