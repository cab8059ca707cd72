import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Moment } from '@lintel/domain'

/** What a thread may hold, in megabytes: work of any size fits. REL-13 */
const limits = { maxOldGenerationSizeMb: 144, maxYoungGenerationSizeMb: 12 }

/** One piece of work, and where its records are. `now`: the time it is done at, which tests set. T-1 */
export type PlayedApart = { readonly databaseUrl: string; readonly dataFolder: string; readonly id: string; readonly now?: Moment }

/** Plays a piece of work in a thread of its own; a signal ends the thread as a crash would, and the work is gone on with later. */
export const playApart = async (file: URL, work: PlayedApart, signal?: AbortSignal): Promise<void> => {
  const worker = new Worker(file, { workerData: work, resourceLimits: limits })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    // an error of the thread is this promise's
    await once(worker, 'exit')
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
