// What an empty database begins with: two years of demo records, or the company with its first administrator.
import { step } from './progress.ts'
import type { Ready } from './ready-database.ts'

const signIns =
  'manager deputy rep rep2 frontdesk coordinator leader deputy-leader company cost contracts finance economic planning product analyst admin'.split(
    ' ',
  )

const loader = () => import('../../apps/server/src/demo/load.ts')

const makeDemo = async ({ databaseUrl, ownerUrl }: Ready, dataFolder: string) => {
  const { loadDemo } = await loader()
  await step('Making two years of demo records', (tell) =>
    loadDemo({
      databaseUrl,
      ownerUrl,
      dataFolder,
      onProgress: (name, done, total) => tell(total > 1 ? `${name} ${Math.floor((100 * done) / total)} %` : name),
    }),
  )
}

export const firstRecords = async (database: Ready, { dataFolder, port, demo }: { dataFolder: string; port: number; demo: boolean }) => {
  const { hasRecords } = await loader()
  if (await hasRecords(database.databaseUrl)) return
  if (demo || (database.embedded && process.env['NODE_ENV'] !== 'production')) return makeDemo(database, dataFolder)
  const { foundCompany } = await import('../../apps/server/src/settings/found.ts')
  await foundCompany({
    databaseUrl: database.databaseUrl,
    dataFolder,
    baseUrl: `http://127.0.0.1:${port}`,
    administrator: process.env['LINTEL_ADMIN_EMAIL'],
  })
}

/** The line a command ends with: where to go, and as whom where the records are demo records. */
export const sayReady = async (url: string, { databaseUrl }: Ready) => {
  const { isDemo } = await loader()
  // asked first: once this is said nothing is left that could fail
  const demo = await isDemo(databaseUrl)
  console.log(`\nLintel is ready at ${url}\n`)
  if (demo) console.log(`  Sign in as ${signIns.map((name) => `${name}@lintel.test`).join(', ')}\n  with the password lintel-demo\n`)
}
