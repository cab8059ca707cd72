// A database a command can work on: the embedded one or one's own, with every migration applied.
import { type Embedded, openEmbedded } from './database/embedded.ts'
import { migrate, pendingMigrations } from './database/migrate.ts'
import { checkOwn, type Environment } from './environment.ts'
import { step, say } from './progress.ts'
import { leave, Stopped } from './stopped.ts'
import { withClient } from './database/with-client.ts'

export type Ready = {
  readonly databaseUrl: string
  readonly ownerUrl: string
  readonly embedded: boolean
  /** Starts the embedded database again when it has died; gives what ends the watch. */
  watch(): () => Promise<void>
  release(): Promise<void>
}

const nothing = () => Promise.resolve()

const migrated = async (ownerUrl: string, databaseUrl: string) => {
  const role = decodeURIComponent(new URL(databaseUrl).username)
  const applied = await step('Bringing the database up to date', () => migrate({ ownerUrl, role }))
  if (applied.length) say(`The database is up to date: ${applied.length} migration${applied.length === 1 ? '' : 's'} applied`)
}

const ownDatabase = async ({ databaseUrl, ownerUrl }: NonNullable<Environment['own']>): Promise<Ready> => {
  const { ownsTables } = await checkOwn('DATABASE_URL', databaseUrl)
  if (ownsTables && process.env['NODE_ENV'] === 'production')
    throw new Stopped(
      'DATABASE_URL: this role owns the tables and could change the history; serve as another role, and give the owner in DATABASE_OWNER_URL.',
    )
  if (ownerUrl) {
    await checkOwn('DATABASE_OWNER_URL', ownerUrl)
    await migrated(ownerUrl, databaseUrl)
  } else {
    const pending = await withClient(databaseUrl, pendingMigrations)
    if (pending.length)
      throw new Stopped(
        `DATABASE_OWNER_URL: the database waits for ${pending.length} migration(s); give the address of the role that owns it.`,
      )
  }
  return { databaseUrl, ownerUrl: ownerUrl ?? databaseUrl, embedded: false, watch: () => nothing, release: nothing }
}

/** Looked at every second: whoever asks meanwhile gets an error that a second try mends. */
const watchOver = (embedded: Embedded) => {
  let looking = Promise.resolve()
  const look = async () => {
    if (await embedded.revive()) say('The database had died: it was started again, and nothing that was acknowledged is lost')
  }
  const watch = setInterval(() => {
    looking = looking.then(look).catch(leave)
  }, 1000)
  return () => {
    clearInterval(watch)
    return looking
  }
}

export const readyDatabase = async ({ own, dataFolder }: Environment): Promise<Ready> => {
  if (own) return ownDatabase(own)
  const embedded = await openEmbedded(dataFolder)
  try {
    await migrated(embedded.ownerUrl, embedded.databaseUrl)
  } catch (error) {
    await embedded.release()
    throw error
  }
  const { databaseUrl, ownerUrl } = embedded
  return { databaseUrl, ownerUrl, embedded: true, watch: () => watchOver(embedded), release: () => embedded.release() }
}
