import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { allInTurn } from './in-turn.ts'
import { snapshotsOf, type Snapshots } from './snapshots.ts'
import { PrismaClient, type Prisma } from '../generated/prisma/client.ts'

// enough for decisions to wait in PostgreSQL for a record, not in Node for a connection, and few enough for one machine
const decisionConnections = 16
const readingConnections = 16
// sums over everything keep a processor busy for as long as they take; more of them at once would only each take longer
const snapshotConnections = 4
/** A caller is told after this long that there is no connection, instead of waiting for ever. */
const patience = 10_000

export type Db = Prisma.TransactionClient

export type Database = {
  /** For decisions: `records/` alone uses it. */
  readonly pool: pg.Pool
  /** For what is no record: accounts and sessions. */
  readonly prisma: PrismaClient
  /**
   * Reads in one transaction that sees the customers of these projects and no others, however deep a query nests; it
   * cannot write. Without projects no customer is seen at all. X-7
   */
  reading<Result>(projects: 'all' | readonly string[] | undefined, work: (db: Db) => Promise<Result>): Promise<Result>
  /** The same for so many milliseconds a statement at most; nothing where one took longer. */
  readingAtMost<Result>(
    projects: 'all' | readonly string[] | undefined,
    milliseconds: number,
    work: (db: Db) => Promise<Result>,
  ): Promise<Result | undefined>
  /** Several questions about one moment, without customers: figures over everything. */
  readonly snapshot: Snapshots
  /** Whether the database answers. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

/** As the policies of row-level security read it. */
const settingOf = (projects: 'all' | readonly string[] | undefined) =>
  projects === undefined ? '' : projects === 'all' ? '*' : `{${projects.join(',')}}`

const config = (url: string, max: number): pg.PoolConfig => ({
  connectionString: url,
  max,
  connectionTimeoutMillis: patience,
  idleTimeoutMillis: 60_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
  application_name: 'lintel',
})

/** PostgreSQL ended a statement that took too long (57014); Prisma passes its words on. */
const wasCancelled = (error: unknown) => error instanceof Error && error.message.includes('57014')

export const openDatabase = (url: string): Database => {
  const pool = new pg.Pool(config(url, decisionConnections))
  const forSnapshots = new pg.Pool(config(url, snapshotConnections))
  const forReading = allInTurn(new pg.Pool(config(url, readingConnections)))
  // a connection that PostgreSQL closed is replaced by the pool, and whoever asks on it gets an error; neither is a reason to end
  for (const each of [pool, forReading, forSnapshots]) {
    each.on('error', () => {})
    each.on('connect', (client) => client.on('error', () => {}))
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(forReading, { disposeExternalPool: true }) })
  const reading: Database['reading'] = (projects, work) =>
    prisma.$transaction(
      async (db) => {
        await db.$executeRaw`select set_config('lintel.projects', ${settingOf(projects)}, true), set_config('transaction_read_only', 'on', true)`
        return work(db)
      },
      { maxWait: patience, timeout: 30_000 },
    )
  return {
    pool,
    prisma,
    reading,
    async readingAtMost(projects, milliseconds, work) {
      try {
        return await reading(projects, async (db) => {
          await db.$executeRaw`select set_config('statement_timeout', ${String(milliseconds)}, true)`
          return work(db)
        })
      } catch (error) {
        if (wasCancelled(error)) return undefined
        throw error
      }
    },
    snapshot: snapshotsOf(forSnapshots),
    answers: () =>
      forReading.query('select 1').then(
        () => true,
        () => false,
      ),
    async close() {
      await prisma.$disconnect()
      await pool.end()
      await forSnapshots.end()
    },
  }
}
