// A process that plays one import, to be killed: it starts it without telling other servers.
import { importWorker } from '@lintel/server/import/works.ts'
import { playApart } from '@lintel/server/jobs/play-apart.ts'
import pg from 'pg'

const { DATABASE_URL: databaseUrl = '', LINTEL_DATA: dataFolder = '', IMPORT: id = '' } = process.env
const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
await client.query(
  `update import set state = 'running', started_at = now(), taken = 0, changed = 0, known = 0, differing = 0, errors = 0, "read" = 0, position = 0 where id = $1`,
  [id],
)
await client.end()
await playApart(importWorker, { databaseUrl, dataFolder, id })
