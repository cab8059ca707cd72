import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WorkerTask } from './import-worker.ts'

/** What a thread may hold, in megabytes: an import of any size fits. REL-13 */
const limits = { maxOldGenerationSizeMb: 144, maxYoungGenerationSizeMb: 12 }

/** Plays an import in a thread of its own; a signal ends the thread as a crash would, and the import is gone on with later. */
export const playApart = async (task: WorkerTask, signal?: AbortSignal): Promise<void> => {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: task, resourceLimits: limits })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    // an error of the thread is this promise's
    await once(worker, 'exit')
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
