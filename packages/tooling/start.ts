// `npm start`: everything between a fresh clone and a page one can sign in to. What is done already is not done again.
import { keepCompiled } from './compiled.ts'
import { readEnvironment } from './environment.ts'
import { firstRecords, sayReady } from './first-records.ts'
import { generate } from './generate.ts'
import { onlyServer } from './only-server.ts'
import { readyDatabase } from './ready-database.ts'
import { buildScreens } from './screens.ts'
import { leave } from './stopped.ts'
import { untilStopped } from './until-stopped.ts'

const start = async (asked: readonly string[]) => {
  keepCompiled()
  const environment = readEnvironment()
  const { port, dataFolder } = environment
  const leaveSoon = await onlyServer(environment)
  await generate()
  const database = await readyDatabase(environment)
  await untilStopped(leaveSoon, async (alsoEnd) => {
    alsoEnd(() => database.release())
    // the screens are built while the records are made
    await Promise.all([firstRecords(database, { dataFolder, port, demo: asked.includes('--demo') }), buildScreens()])
    const { serve } = await import('../../apps/server/src/main.ts')
    const server = await serve({ port, databaseUrl: database.databaseUrl, dataFolder })
    alsoEnd(database.watch())
    alsoEnd(() => server.close())
    await sayReady(server.url, database)
  })
}

await start(process.argv.slice(2)).catch(leave)
