import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { PgBoss, type Job } from 'pg-boss'
import { log } from '../log/log.ts'

/** What one kind of job does; it may be played again after a crash, so its effect has to be one either way. REL-12 */
export type Work<Data extends object = object> = {
  /** Every minute and the like, by Asia/Shanghai; the database starts it once for all server processes. */
  readonly every?: string
  /** How long one may take, in seconds, before another process plays it again. */
  readonly atMost?: number
  /** How often it is tried again after an error, each time after twice as long. */
  readonly again?: number
  /** How many at once in this process. */
  readonly atOnce?: number
  play(data: Data, signal: AbortSignal): Promise<void>
}
export type Works = Readonly<Record<string, Work<never>>>

export type Jobs = {
  /**
   * Asks for a job; inside a transaction it is there when that is committed and not otherwise. Of one `key` only one waits
   * at a time. `after`: not before so many seconds.
   */
  ask(
    work: string,
    data?: object,
    options?: { readonly client?: pg.ClientBase; readonly key?: string; readonly after?: number },
  ): Promise<void>
  /** Lets what is being done end, for a while. */
  close(): Promise<void>
}

const grace = 5_000

const begin = async (url: string, works: Works): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'lintel jobs',
    schema: 'pgboss',
    max: 4,
    // migrations bring its tables; this role owns nothing
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    useListenNotify: true,
  })
  // a lost connection is taken up again by itself; what fails is told by its own line
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const [name, work] of Object.entries(works)) await queue(boss, name, work)
    return boss
  } catch (error) {
    await boss.stop({ graceful: false, close: true }).catch(() => {})
    throw error
  }
}

const queue = async (boss: PgBoss, name: string, { every, atMost = 300, again = 5, atOnce = 1, play }: Work<never>) => {
  const settings = { policy: 'short', retryLimit: again, retryDelay: 2, retryBackoff: true, expireInSeconds: atMost, notify: true } as const
  await boss.createQueue(name, settings)
  await boss.updateQueue(name, { retryLimit: again, expireInSeconds: atMost })
  if (every) await boss.schedule(name, every, {}, { tz: 'Asia/Shanghai' })
  else await boss.unschedule(name)
  await boss.work(name, { localConcurrency: atOnce, pollingIntervalSeconds: 2 }, async ([job]: Job<object>[]) => {
    if (!job) return
    // each kind is asked with its own data
    await play(job.data as never, job.signal).catch((error: unknown) => {
      log.error({ job: name, error }, 'A job failed and is tried again')
      throw error
    })
  })
}

/**
 * Jobs in the database, by pg-boss: any number of server processes share them, and what a killed one held is played again.
 * A database that is away while a server begins is waited for; people are served meanwhile.
 */
export const openJobs = (url: string, works: Works): Jobs => {
  const ended = new AbortController()
  const opening = async (): Promise<PgBoss | undefined> => {
    for (let pause = 250; !ended.signal.aborted; pause = Math.min(pause * 2, 5_000))
      try {
        return await begin(url, works)
      } catch (error) {
        if (pause === 1_000) log.warn({ error }, 'Jobs wait for the database')
        await wait(pause, undefined, { signal: ended.signal }).catch(() => {})
      }
    return undefined
  }
  const opened = opening()
  return {
    async ask(work, data = {}, { client, key = '', after } = {}) {
      await (
        await opened
      )?.send(work, data, {
        singletonKey: key,
        ...(after === undefined ? {} : { startAfter: after }),
        ...(client ? { db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) } } : {}),
      })
    },
    async close() {
      ended.abort()
      await (await opened)?.stop({ graceful: true, timeout: grace, close: true })
    },
  }
}
