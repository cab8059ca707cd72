// `npm start`: everything between a fresh clone and a page one can sign in to. What is done already is not done again.
import { join } from 'node:path'
import { makeDataFolder } from './database/data-folder.ts'
import { take } from './database/holder.ts'
import { whyTaken } from './database/port.ts'
import { readEnvironment } from './environment.ts'
import { generate } from './generate.ts'
import { step } from './progress.ts'
import { readyDatabase, type Ready } from './ready-database.ts'
import { buildScreens } from './screens.ts'
import { leave, Stopped } from './stopped.ts'

const signIns =
  'manager deputy rep rep2 frontdesk coordinator leader deputy-leader company cost contracts finance economic analyst admin'.split(' ')

/** One server of this folder at a time on this machine, unless the database is one's own. */
const alone = (dataFolder: string) => {
  makeDataFolder(dataFolder)
  const holder = take(join(dataFolder, 'server.lock'))
  if (holder)
    throw new Stopped(
      `Lintel is running on this data folder already (process ${holder.pid}). Stop that one, or choose another folder with LINTEL_DATA.`,
    )
}

const portIsFree = async (port: number) => {
  const code = await whyTaken(port, process.env['HOST'] ?? '127.0.0.1')
  if (code === 'EADDRINUSE')
    throw new Stopped(`PORT: another program listens on ${port}. Stop it, or choose another port, such as PORT=${port + 1}.`)
  if (code) throw new Stopped(`PORT: nobody may listen on ${port} here (${code}).`)
}

const demo = async ({ databaseUrl, ownerUrl }: Ready, dataFolder: string) => {
  const { loadDemo } = await import('../../apps/server/src/demo/load.ts')
  await step('Making two years of demo records', (tell) =>
    loadDemo({
      databaseUrl,
      ownerUrl,
      dataFolder,
      onProgress: (name, done, total) => tell(total > 1 ? `${name} ${Math.floor((100 * done) / total)} %` : name),
    }),
  )
}

const start = async (asked: readonly string[]) => {
  const environment = readEnvironment()
  const { port, dataFolder, own } = environment
  await portIsFree(port)
  if (!own) alone(dataFolder)
  await generate()
  const database = await readyDatabase(environment)
  let closing: Promise<void> | undefined
  let serving: { close(): Promise<void> } | undefined
  const stop = () =>
    (closing ??= (async () => {
      await serving?.close()
      await database.release()
    })())
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.log('  Stopping …')
      void stop().then(
        () => process.exit(0),
        (error: unknown) => leave(error),
      )
    })
  try {
    const { hasRecords } = await import('../../apps/server/src/demo/load.ts')
    const isEmpty = !(await hasRecords(database.databaseUrl))
    const wanted = asked.includes('--demo') || (database.embedded && process.env['NODE_ENV'] !== 'production')
    // the screens are built while the records are made
    await Promise.all([isEmpty && wanted ? demo(database, dataFolder) : undefined, buildScreens()])
    if (isEmpty && !wanted) {
      const { foundCompany } = await import('../../apps/server/src/settings/found.ts')
      await foundCompany({
        databaseUrl: database.databaseUrl,
        dataFolder,
        baseUrl: `http://127.0.0.1:${port}`,
        administrator: process.env['LINTEL_ADMIN_EMAIL'],
      })
    }
    const { serve } = await import('../../apps/server/src/main.ts')
    const { url, ...server } = await serve({ port, databaseUrl: database.databaseUrl, dataFolder })
    serving = server
    console.log(`\nLintel is ready at ${url}\n`)
    const { isDemo } = await import('../../apps/server/src/demo/load.ts')
    if (await isDemo(database.databaseUrl))
      console.log(`  Sign in as ${signIns.map((name) => `${name}@lintel.test`).join(', ')}\n  with the password lintel-demo\n`)
  } catch (error) {
    await stop()
    throw error
  }
}

await start(process.argv.slice(2)).catch(leave)
