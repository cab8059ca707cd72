import { Worker } from 'node:worker_threads'
import { turns } from '../files/turns.ts'
import type { Report } from './page.ts'

const inTurn = turns(1)
const limits = { maxOldGenerationSizeMb: 256 }

/** A report as PDF, made in a thread of its own, one after the other. */
export const pdfOf = (report: Report): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('pdf-worker.ts', import.meta.url), { workerData: report, resourceLimits: limits })
        worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
        worker.once('error', reject)
        // after a message this changes nothing any more
        worker.once('exit', () => reject(new Error('The report was not made.')))
      }),
  )
