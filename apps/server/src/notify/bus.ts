import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { channel, type Told } from '../records/after.ts'
import { nounNames } from '../records/nouns.ts'

/** What changed, told by PostgreSQL to every server process when a transaction is committed. */
export type Bus = {
  /** From now on, until the signal or the end of the loop. A reader that falls far behind is told to look at everything. */
  told(signal?: AbortSignal): AsyncGenerator<Told, void, undefined>
  onTold(listener: (told: Told) => void): () => void
  close(): Promise<void>
}

/** Nobody knows what was missed: everything may have changed. */
const anything: Told = { many: nounNames }
const farBehind = 1_000

type Options = { readonly url: string; readonly onTold: (told: Told) => void }

/** Listens on a connection of its own, and again when it breaks. */
export const openBus = async ({ url, onTold }: Options): Promise<Bus> => {
  const listeners = new Set([onTold])
  const ended = new AbortController()
  let client: pg.Client | undefined

  const hear = (message: Told) => {
    for (const listener of listeners) listener(message)
  }
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'lintel listening', keepAlive: true })
    const lost = new Promise<void>((resolve) => {
      next.on('error', () => resolve())
      next.on('end', () => resolve())
    })
    next.on('notification', ({ payload }) => {
      if (payload) hear(JSON.parse(payload) as Told)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
    return { lost }
  }
  const keepListening = async (first: { readonly lost: Promise<void> }) => {
    let connection: typeof first | undefined = first
    for (let pause = 50; ; pause = connection ? 50 : Math.min(pause * 2, 2_000)) {
      await connection?.lost
      if (ended.signal.aborted) return
      await wait(pause, undefined, { signal: ended.signal }).catch(() => {})
      if (ended.signal.aborted) return
      connection = await connect().catch(() => undefined)
      if (connection) hear(anything)
    }
  }
  const listening = keepListening(await connect())

  return {
    onTold(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async *told(signal) {
      const stop = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal
      let waiting: Told[] = []
      let wake = () => {}
      const listener = (message: Told) => {
        waiting = waiting.length < farBehind ? [...waiting, message] : [anything]
        wake()
      }
      const onStop = () => wake()
      listeners.add(listener)
      stop.addEventListener('abort', onStop)
      try {
        while (!stop.aborted) {
          const now = waiting
          waiting = []
          yield* now
          if (waiting.length === 0 && !stop.aborted) await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        listeners.delete(listener)
        stop.removeEventListener('abort', onStop)
      }
    },
    async close() {
      ended.abort()
      await client?.end().catch(() => {})
      await listening
    },
  }
}
