// Commands that need a database: a backup, a restore, a look at the history. The server may be running meanwhile.
import { openEmbedded } from './database/embedded.ts'
import { checkOwn, readEnvironment } from './environment.ts'
import { generate } from './generate.ts'
import { readyDatabase, type Ready } from './ready-database.ts'
import { show } from './run.ts'
import { leave, Stopped } from './stopped.ts'

type Reached = Pick<Ready, 'databaseUrl' | 'ownerUrl' | 'release'>

/** As it is: a restore brings its own tables. */
const asItIs = async (): Promise<Reached> => {
  const { own, dataFolder } = readEnvironment()
  if (!own) return openEmbedded(dataFolder)
  const ownerUrl = own.ownerUrl ?? own.databaseUrl
  await checkOwn('DATABASE_OWNER_URL', ownerUrl)
  return { databaseUrl: own.databaseUrl, ownerUrl, release: () => Promise.resolve() }
}

const commands: Readonly<Record<string, { readonly file: string; readonly empty?: true }>> = {
  backup: { file: 'apps/server/src/backup/main.ts' },
  restore: { file: 'apps/server/src/backup/main.ts', empty: true },
  'verify-history': { file: 'apps/server/src/history/main.ts' },
}

const begin = async ([name = '', ...asked]: string[]) => {
  const command = commands[name]
  if (!command) throw new Stopped(`There is no command ${name}.`)
  const environment = readEnvironment()
  await generate()
  const database: Reached = command.empty ? await asItIs() : await readyDatabase(environment)
  process.on('SIGINT', () => {}) // Ctrl-C ends the command, which hears it too; the database is released after it
  try {
    process.exitCode = await show('node', [command.file, ...(name === 'verify-history' ? [] : [name]), ...asked], {
      env: { DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.ownerUrl, LINTEL_DATA: environment.dataFolder },
    })
  } finally {
    await database.release()
  }
}

await begin(process.argv.slice(2)).catch(leave)
