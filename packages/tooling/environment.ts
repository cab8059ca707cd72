// What the commands take from the environment; a wrong value is one line that names its variable.
import { resolve } from 'node:path'
import { repository } from './repository.ts'
import { Stopped } from './stopped.ts'
import { withClient } from './database/with-client.ts'

export type Environment = {
  readonly port: number
  /** A PostgreSQL of one's own; without it the embedded one serves. */
  readonly own: { readonly databaseUrl: string; readonly ownerUrl: string | undefined } | undefined
  readonly dataFolder: string
}

const readPort = (written: string | undefined) => {
  if (written === undefined || written === '') return 4000
  const port = Number(written)
  if (!/^\d+$/.test(written) || port < 1 || port > 65_535)
    throw new Stopped(`PORT: "${written}" is not a port; give a number from 1 to 65535.`)
  return port
}
const readUrl = (name: string, written: string | undefined) => {
  if (written === undefined || written === '') return undefined
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new Stopped(`${name}: this is not the address of a database; give one such as postgresql://user:password@host:5432/lintel.`)
  return written
}

export const readEnvironment = (from: NodeJS.ProcessEnv = process.env): Environment => {
  const databaseUrl = readUrl('DATABASE_URL', from['DATABASE_URL'])
  const ownerUrl = readUrl('DATABASE_OWNER_URL', from['DATABASE_OWNER_URL'])
  if (ownerUrl && !databaseUrl) throw new Stopped('DATABASE_OWNER_URL: it is of use only together with DATABASE_URL.')
  return {
    port: readPort(from['PORT']),
    own: databaseUrl ? { databaseUrl, ownerUrl } : undefined,
    dataFolder: resolve(repository, from['LINTEL_DATA'] || '.data'),
  }
}

const why = (error: unknown) =>
  error instanceof Error ? error.message || ('code' in error ? String(error.code) : 'no answer') : String(error)

/** That a database of one's own can be reached, and serves as a role that cannot touch the history. */
export const checkOwn = async (name: string, url: string) => {
  try {
    return await withClient({ connectionString: url, connectionTimeoutMillis: 10_000 }, async (client) => {
      const { rows } = await client.query<{ owns: boolean; role: string }>(
        `select exists (select from pg_tables where schemaname = 'public' and tablename = 'event' and tableowner = current_user) as owns, current_user as role`,
      )
      return { ownsTables: rows[0]?.owns === true, role: rows[0]?.role ?? '' }
    })
  } catch (error) {
    throw new Stopped(`${name}: the database cannot be reached (${why(error)}).`)
  }
}
