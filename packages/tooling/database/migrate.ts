// Applies prisma/migrations without Prisma's CLI, with its bookkeeping: `prisma migrate` agrees with what is done here.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { say } from '../progress.ts'
import { inRepository } from '../repository.ts'
import { Stopped } from '../stopped.ts'

type Migration = { name: string; sql: string; checksum: string }
type Row = { name: string; checksum: string; finished: boolean }

/** What `create index concurrently` and its like need; such a file may be run twice, so it is written for that. */
const outsideTransaction = '-- outside a transaction'

const prismasLock = 72707369

const bookkeeping = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

export const migrationsFolder = inRepository('prisma', 'migrations')

const readMigrations = (folder: string): Migration[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })

const readRows = async (client: pg.ClientBase) => {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('_prisma_migrations') is not null as there`)
  if (!found[0]?.there) return []
  const { rows } = await client.query<Row>(
    `select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null`,
  )
  return rows
}

const pendingAmong = (migrations: Migration[], rows: Row[]) => {
  for (const { name, checksum } of migrations)
    if (rows.some((row) => row.name === name && row.finished && row.checksum !== checksum))
      throw new Stopped(`The migration ${name} was changed after it was applied to this database. Change the database by a new migration.`)

  const unknown = rows.find((row) => migrations.every(({ name }) => name !== row.name))
  if (unknown)
    throw new Stopped(
      `The database is newer than this Lintel: it has the migration ${unknown.name}. Update Lintel, or use another database.`,
    )

  return migrations.filter(({ name }) => rows.every((row) => row.name !== name || !row.finished))
}

const failed = ({ name, sql }: Migration, error: unknown) => {
  const position = error instanceof pg.DatabaseError && error.position ? Number(error.position) : undefined
  const line = position ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
  const kept = sql.includes(outsideTransaction) ? '' : ' Nothing of it was kept.'
  return new Stopped(`The migration ${name} failed${line}: ${error instanceof Error ? error.message : String(error)}.${kept}`, 1)
}

const record = (client: pg.ClientBase, { name, checksum }: Migration, finished: boolean) =>
  client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, case when $4 then clock_timestamp() end, case when $4 then 1 else 0 end)`,
    [randomUUID(), checksum, name, finished],
  )

/** The migration and its row stand or fall together, so a killed run leaves neither. */
const applyWhole = async (client: pg.ClientBase, migration: Migration) => {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await record(client, migration, true)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw failed(migration, error)
  }
}

const applyPiecewise = async (client: pg.ClientBase, migration: Migration) => {
  await record(client, migration, false)
  try {
    for (const statement of migration.sql.split(/;\s*$/m)) if (statement.replace(/^\s*--.*$/gm, '').trim()) await client.query(statement)
  } catch (error) {
    throw failed(migration, error)
  }
  await client.query(
    `update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where migration_name = $1 and rolled_back_at is null`,
    [migration.name],
  )
}

/** A row that was never finished: the run was killed, and PostgreSQL took its transaction back by itself. */
const forgetInterrupted = async (client: pg.ClientBase) => {
  const { rows } = await client.query<{ name: string }>(
    `update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null returning migration_name as name`,
  )
  for (const { name } of rows)
    say(`The migration ${name} was interrupted by an earlier run that ended in the middle of it: it is applied again`)
}

/** What the application's role may do; it owns nothing. A file beside the migrations says it once for whatever name the role has. */
const grant = async (client: pg.Client, role: string, folder: string) => {
  const file = join(folder, '..', 'grants.sql')
  if (existsSync(file)) await client.query(readFileSync(file, 'utf8').replaceAll(':application', client.escapeIdentifier(role)))
}

type Options = {
  ownerUrl: string
  /** The role the application serves as. */
  role: string
  folder?: string
  /** No further than this migration: what an earlier Lintel had. Then nobody may use the tables yet. */
  until?: string
}

/** Brings the database up to date; gives the names of the migrations that were applied. */
export const migrate = async ({ ownerUrl, role, folder = migrationsFolder, until }: Options): Promise<string[]> => {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c client_min_messages=warning' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [prismasLock])
    await client.query(bookkeeping)
    await forgetInterrupted(client)
    const pending = pendingAmong(migrations, await readRows(client)).filter(({ name }) => until === undefined || name <= until)
    for (const migration of pending)
      await (migration.sql.includes(outsideTransaction) ? applyPiecewise(client, migration) : applyWhole(client, migration))
    if (until === undefined) await grant(client, role, folder)
    return pending.map(({ name }) => name)
  } finally {
    await client.end() // the lock goes with the connection
  }
}

/** The migrations this Lintel brings that the database has not seen; any role that may read the bookkeeping can ask. */
export const pendingMigrations = async (client: pg.ClientBase, folder = migrationsFolder): Promise<string[]> =>
  pendingAmong(readMigrations(folder), await readRows(client)).map(({ name }) => name)
