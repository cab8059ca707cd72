import { randomBytes } from 'node:crypto'
import { superuser } from './cluster.ts'
import { withClient } from './with-client.ts'

/** The owner migrates; the application serves as a role that owns nothing, so that history is safe from it. */
const owner = 'lintel_owner'
export const application = 'lintel_app'

export type Passwords = { superuser: string; owner: string; app: string }

const password = () => randomBytes(24).toString('base64url')

export const newPasswords = (): Passwords => ({ superuser: password(), owner: password(), app: password() })

export type Urls = { superuserUrl: string; ownerUrl: string; databaseUrl: string }

export const urlsOf = (port: number, passwords: Passwords, database: string): Urls => {
  const as = (user: string, secret: string) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${database}`
  return {
    superuserUrl: as(superuser, passwords.superuser),
    ownerUrl: as(owner, passwords.owner),
    databaseUrl: as(application, passwords.app),
  }
}

/** Both roles and a database that the owner owns: what is missing of them. */
export const establish = (port: number, passwords: Passwords, database: string) =>
  withClient(urlsOf(port, passwords, 'postgres').superuserUrl, async (client) => {
    for (const [role, secret] of [
      [owner, passwords.owner],
      [application, passwords.app],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (!rowCount) await client.query(`create role ${role} login password ${client.escapeLiteral(secret)}`)
    }
    const name = client.escapeIdentifier(database)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${name} owner ${owner}`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${application}`)
  })
