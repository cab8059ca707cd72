// `npm run import -- FILE …`: a database that is ready, and the server's own import over it. What it takes: apps/server/src/import/main.ts
import { readEnvironment } from './environment.ts'
import { generate } from './generate.ts'
import { readyDatabase } from './ready-database.ts'
import { show } from './run.ts'
import { leave } from './stopped.ts'

const importRecords = async (asked: string[]) => {
  const environment = readEnvironment()
  await generate()
  const database = await readyDatabase(environment)
  process.on('SIGINT', () => {}) // Ctrl-C ends the import, which hears it too; the database is released after it
  try {
    process.exitCode = await show('node', ['apps/server/src/import/main.ts', ...asked], {
      env: { DATABASE_URL: database.databaseUrl, LINTEL_DATA: environment.dataFolder },
    })
  } finally {
    await database.release()
  }
}

await importRecords(process.argv.slice(2)).catch(leave)
