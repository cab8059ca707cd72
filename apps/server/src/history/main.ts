// What `npm run verify-history` runs once the database is ready, and `npm run restore` when it is done.
import { leave } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { openStore } from '../files/store.ts'
import { loadCompany } from '../records/scene.ts'
import { chainWith, historyKey } from './chain.ts'
import { readCheckpoints } from './checkpoints.ts'
import { verifyHistory } from './verify.ts'

/** Walks the whole history and says what was found; the exit code is 1 where something is not what happened. P-3 */
export const verify = async ({ databaseUrl, dataFolder }: { readonly databaseUrl: string; readonly dataFolder: string }) => {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'lintel verify', options: '-c statement_timeout=0' })
  await client.connect()
  try {
    // read first: whatever they know of is in the one moment that is looked at, while people go on working
    const heads = await readCheckpoints(dataFolder)
    await client.query(`begin isolation level repeatable read read only; select set_config('lintel.projects', '*', true)`)
    const { rules } = await loadCompany(client)
    const { depot } = await openStore(dataFolder)
    const { records, events, broken } = await verifyHistory({ client, chain: chainWith(historyKey(dataFolder)), heads, rules, depot })
    if (!broken) return console.log(`  The history holds: ${events} events of ${records} records are what happened.\n`)
    process.exitCode = 1
    console.error(
      `  The history is broken after ${events} events: ${broken.noun} ${broken.record}${broken.seq === undefined ? '' : `, event ${broken.seq}`}: ${broken.why}.\n`,
    )
  } finally {
    await client.end()
  }
}

if (import.meta.main)
  await verify({ databaseUrl: process.env['DATABASE_URL'] ?? '', dataFolder: process.env['LINTEL_DATA'] ?? '' }).catch(leave)
