// What `npm run backup` and `npm run restore` run once the database is ready.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { leave, Stopped } from '@lintel/tooling/stopped.ts'
import { verify } from '../history/main.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'

const environment = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Stopped(`${name} is missing.`)
  return value
}
// paths are meant from where npm was called
const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const amount = ({ rows, files }: { readonly rows: Readonly<Record<string, number>>; readonly files: number }) =>
  `${Object.values(rows).reduce((sum, n) => sum + n, 0)} rows of ${Object.keys(rows).length} tables, ${files} files`

const [what, name, ...more] = process.argv.slice(2)
const main = async () => {
  if (!name || more.length || (what !== 'backup' && what !== 'restore')) throw new Stopped(`npm run ${what ?? 'backup'} -- FILE`)
  const parts = { ownerUrl: environment('DATABASE_OWNER_URL'), dataFolder: environment('LINTEL_DATA'), file: at(name) }
  if (what === 'backup') {
    if (existsSync(parts.file)) throw new Stopped(`${parts.file} is there already: a backup is never written over.`)
    const { file, keys, summary } = await backUp(parts)
    console.log(`\n  ${file}: ${amount(summary)}\n  ${keys}: the keys and checkpoints that prove the history. Keep it in another place.\n`)
    return
  }
  if (!existsSync(parts.file)) throw new Stopped(`${parts.file} is not there.`)
  const databaseUrl = environment('DATABASE_URL')
  const restored = await restore({ ...parts, role: decodeURIComponent(new URL(databaseUrl).username) })
  console.log(`\n  The backup of ${restored.madeAt} is restored: ${amount(restored.summary)}`)
  if (!restored.keys) console.log(`  ${parts.file}.keys is not there: without LINTEL_HISTORY_KEY as it was, the history cannot be proven.`)
  await verify({ databaseUrl, dataFolder: parts.dataFolder })
}
await main().catch(leave)
