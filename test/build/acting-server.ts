// A process that decides on many records, to be killed: nothing tells other servers of it.
import { databaseNow } from '@lintel/server/database/time.ts'
import { playAction } from '@lintel/server/many/run.ts'
import { openRecords } from '@lintel/server/records/records.ts'
import pg from 'pg'

const { DATABASE_URL: connectionString = '', LINTEL_DATA: dataFolder = '', ACTION: id = '' } = process.env
const pool = new pg.Pool({ connectionString, max: 6 })
const records = await openRecords({ pool, dataFolder })
await playAction({ pool, records, now: () => databaseNow(pool) }, id)
await records.close()
await pool.end()
