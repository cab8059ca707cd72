import { join } from 'node:path'
import { freePort } from '@lintel/tooling/database/port.ts'
import { pendingMigrations } from '@lintel/tooling/database/migrate.ts'
import { httpServer } from './http/server.ts'
import { makeYoga } from './schema/yoga.ts'
import { bringForward } from './settings/bring-forward.ts'
import { providerFrom } from './auth/provider.ts'
import { openServices, type ServicesOptions } from './services.ts'
import { keepUp } from './upkeep.ts'

export type ServeOptions = { readonly port: number; readonly databaseUrl: string; readonly dataFolder: string; readonly baseUrl?: string }
export type Serving = { readonly url: string; close(): Promise<void> }

const pages = join(import.meta.dirname, '../../admin/dist')
/** Requests under way may end by themselves for so long. */
const grace = 5_000

type WithClock = ServeOptions &
  Pick<ServicesOptions, 'clock' | 'provider'> & {
    /** False: what is done without being asked is left to other processes. */
    readonly upkeep?: boolean
  }

/** Composition for tests too, which bring a clock of their own. */
export const serveWith = async (options: WithClock): Promise<Serving & { readonly services: Awaited<ReturnType<typeof openServices>> }> => {
  const { databaseUrl, dataFolder, clock } = options
  const port = options.port || (await freePort())
  const baseUrl = options.baseUrl ?? `http://127.0.0.1:${port}`
  const provider = options.provider ?? providerFrom(process.env)
  const services = await openServices({ databaseUrl, dataFolder, baseUrl, provider, ...(clock ? { clock } : {}) })
  await bringForward(services)
  const server = httpServer({
    services,
    graphql: makeYoga(services),
    pages,
    behindProxy: process.env['LINTEL_BEHIND_PROXY'] === '1',
    async pending() {
      const client = await services.database.pool.connect()
      try {
        return await pendingMigrations(client)
      } finally {
        client.release()
      }
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, process.env['HOST'] ?? '127.0.0.1', resolve)
  })
  const upkeep = options.upkeep === false ? undefined : keepUp(services, databaseUrl, dataFolder)
  return {
    url: baseUrl,
    services,
    async close() {
      await upkeep?.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // open event streams end with their readers' signal, or with the connection
      const hurry = setTimeout(() => server.closeAllConnections(), grace)
      await services.bus.close()
      await closed
      clearTimeout(hurry)
      await services.close()
    },
  }
}

/** The server: GraphQL, sign-in, health and the screens on one port. */
export const serve = async ({ port, databaseUrl, dataFolder, baseUrl }: ServeOptions): Promise<Serving> => {
  const { url, close } = await serveWith({ port, databaseUrl, dataFolder, ...(baseUrl === undefined ? {} : { baseUrl }) })
  return { url, close }
}
