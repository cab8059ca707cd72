import { openAuth, type Auth } from './auth/auth.ts'
import type { Provider } from './auth/provider.ts'
import { openDatabase, type Database } from './database/database.ts'
import type { Depot } from './files/depot.ts'
import type { Staging } from './files/staging.ts'
import { openStore } from './files/store.ts'
import { openBus, type Bus } from './notify/bus.ts'
import { databaseTime, type Clock } from './records/company.ts'
import { openRecords, type Records } from './records/records.ts'
import { companyNouns } from './records/scene.ts'

/** What the server is made of, once, for everything that answers requests. */
export type Services = {
  readonly database: Database
  readonly records: Records
  readonly bus: Bus
  readonly auth: Auth
  /** Bytes of evidence, and uploads until they are whole. */
  readonly depot: Depot
  readonly staging: Staging
  readonly baseUrl: string
  readonly clock: Clock
  close(): Promise<void>
}

export type ServicesOptions = {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly baseUrl: string
  /** For tests; the server's own start does not pass one. T-1 */
  readonly clock?: Clock
  /** The company's own sign-on. */
  readonly provider?: Provider | undefined
}

export const openServices = async ({
  databaseUrl,
  dataFolder,
  baseUrl,
  clock = databaseTime,
  provider,
}: ServicesOptions): Promise<Services> => {
  const database = openDatabase(databaseUrl)
  const records = await openRecords({ pool: database.pool, dataFolder, clock })
  const bus = await openBus({
    url: databaseUrl,
    // SEC-11: who was demoted in another process is demoted here as well
    onTold(told) {
      if ('to' in told) return
      const nouns = 'many' in told ? told.many : told.changes.map(({ noun }) => noun)
      if (nouns.some((noun) => companyNouns.includes(noun))) records.forgetCompany()
    },
  })
  const store = await openStore(dataFolder)
  const auth = openAuth({ prisma: database.prisma, dataFolder, baseUrl, company: records.company, provider })
  return {
    database,
    records,
    bus,
    auth,
    ...store,
    baseUrl,
    clock,
    async close() {
      await bus.close()
      await records.close()
      await database.close()
    },
  }
}
