// Plays one import in a thread of its own, so that the server goes on answering and memory stays within bounds.
import { workerData } from 'node:worker_threads'
import pg from 'pg'
import { openStore } from '../files/store.ts'
import type { PlayedApart } from '../jobs/play-apart.ts'
import { openRecords } from '../records/records.ts'
import { playImport } from './run.ts'

const { databaseUrl, dataFolder, id, now } = workerData as PlayedApart
const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, application_name: 'lintel import' })
pool.on('error', () => {})
const records = await openRecords({ pool, dataFolder })
try {
  await playImport({ pool, records, ...(await openStore(dataFolder)), ...(now === undefined ? {} : { now }) }, id)
} finally {
  await records.close()
  await pool.end()
}
