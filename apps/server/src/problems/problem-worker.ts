// Looks for common problems in a thread of its own: it holds the words of the language only as long as it looks.
import { workerData } from 'node:worker_threads'
import pg from 'pg'
import { databaseNow } from '../database/time.ts'
import type { PlayedApart } from '../jobs/play-apart.ts'
import { openRecords } from '../records/records.ts'
import { playRun } from './run.ts'

const { databaseUrl, dataFolder, id, now } = workerData as PlayedApart
const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, application_name: 'lintel problems' })
pool.on('error', () => {})
const records = await openRecords({ pool, dataFolder })
try {
  await playRun({ pool, records, now: now ?? (await databaseNow(pool)) }, id)
} finally {
  await records.close()
  await pool.end()
}
