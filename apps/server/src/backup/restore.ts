import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { buffer } from 'node:stream/consumers'
import { createZstdDecompress } from 'node:zlib'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar-stream'
import type { Depot } from '../files/depot.ts'
import { openStore } from '../files/store.ts'
import { checkpointFile } from '../history/checkpoints.ts'
import { columnsOf, nameOf, summaryOf, tablesIn, type Manifest, type Summary } from './contents.ts'

type Where = { readonly ownerUrl: string; readonly role: string; readonly dataFolder: string; readonly file: string }

const isEmpty = async (client: pg.Client) => {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('event') is not null as there`)
  if (!rows[0]?.there) return true
  const { rows: events } = await client.query('select from event limit 1')
  return events.length === 0
}

/** References are taken off while rows come in any order, and put back when all are there: then each is looked at. */
const withoutReferences = async (client: pg.Client, work: () => Promise<void>) => {
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  const { rows: fenced } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { table } of fenced) await client.query(`alter table ${table} no force row level security`)
  await work()
  // what is looked at when a transaction ends is looked at now: no table changes while that waits
  await client.query('set constraints all immediate')
  for (const { table } of fenced) await client.query(`alter table ${table} force row level security`)
  for (const { table, name, definition } of references) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

/** Numbers go on after those that were given. */
const sequences = async (client: pg.Client) => {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select s.oid::regclass::text as sequence, d.refobjid::regclass::text as table, quote_ident(a.attname) as column
     from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`,
  )
  for (const { sequence, table, column } of rows)
    await client.query(`select setval('${sequence}', greatest((select coalesce(max(${column}), 0) from ${table}), 1))`)
}

/** Keys go where none are; others that are there stay, and the check of the history tells whether they fit. */
const keys = async (dataFolder: string, file: string) => {
  if (!existsSync(`${file}.keys`)) return false
  const { history, auth, heads } = JSON.parse(await readFile(`${file}.keys`, 'utf8')) as Readonly<Record<string, string>>
  for (const [path, text] of [
    [join(dataFolder, 'history.key'), history],
    [join(dataFolder, 'auth.secret'), auth],
    [checkpointFile(dataFolder), heads],
  ] as const) {
    if (!text || existsSync(path)) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { mode: 0o600 })
  }
  return true
}

const keepFile = async (depot: Depot, box: string, name: string, bytes: Buffer) => {
  const path = join(box, 'file')
  await writeFile(path, bytes)
  await depot.put(name, path)
}

export type Restored = { readonly madeAt: string; readonly summary: Summary; readonly keys: boolean }

/**
 * A backup into an empty database: whole or not at all. Its tables are made by the migrations they had, and brought up to
 * date after. What comes out is counted and summed up again; a backup that was cut short or altered is refused.
 */
export const restore = async ({ ownerUrl, role, dataFolder, file }: Where): Promise<Restored> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lintel restore', options: '-c statement_timeout=0' })
  await client.connect()
  const box = await mkdtemp(join(tmpdir(), 'lintel-restore-'))
  let into: { readonly name: string; readonly rows: Writable } | undefined
  try {
    if (!(await isEmpty(client))) throw new Stopped('The database has records already: a backup is restored into an empty one.')
    const { depot } = await openStore(dataFolder)
    const entries = extract()
    // an error anywhere in it ends the reading with that error
    pipeline(createReadStream(file), createZstdDecompress(), entries, () => {})
    const reading = entries[Symbol.asyncIterator]()
    const first = await reading.next().catch(() => ({ done: true as const, value: undefined }))
    const text = first.done || first.value.header.name !== 'manifest.json' ? undefined : (await buffer(first.value)).toString('utf8')
    const manifest = text === undefined ? undefined : (JSON.parse(text) as Manifest)
    if (manifest?.lintelBackup !== 1) throw new Stopped(`${file} is no backup of Lintel.`)
    const until = manifest.migrations.at(-1)
    await migrate({ ownerUrl, role, ...(until === undefined ? {} : { until }) })
    let summary: Summary | undefined
    await client.query(`begin; select set_config('lintel.projects', '*', true)`)
    await withoutReferences(client, async () => {
      // what the migrations put there is in the backup as well
      for (const { name } of await tablesIn(client))
        if (!['event', 'ledger_entry'].includes(name)) await client.query(`delete from "${name}"`)
      const close = async () => {
        if (!into) return
        into.rows.end()
        await finished(into.rows)
        into = undefined
      }
      for (let next = await reading.next(); !next.done; next = await reading.next()) {
        const { header } = next.value
        const [kind, name = ''] = header.name.split('/')
        const bytes = await buffer(next.value)
        if (kind === 'tables') {
          const table = manifest.tables.find((one) => one.name === name)
          if (!table) throw new Stopped(`${file} holds a table that its list does not name.`)
          if (into?.name !== name) {
            await close()
            into = { name, rows: client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`)) }
          }
          const { rows } = into
          if (!rows.write(bytes)) await new Promise<void>((resolve, reject) => rows.once('drain', resolve).once('error', reject))
        } else {
          await close()
          if (kind === 'files') await keepFile(depot, box, name, bytes)
          if (header.name === 'summary.json') summary = JSON.parse(bytes.toString('utf8')) as Summary
        }
      }
      await close()
    })
    await sequences(client)
    if (!summary) throw new Stopped(`${file} was cut short: its end is missing.`)
    const now = await summaryOf(client, manifest.tables)
    if (JSON.stringify(now) !== JSON.stringify(summary))
      throw new Stopped(`${file} does not hold what it says it holds; nothing was restored.`)
    await client.query('commit')
    await migrate({ ownerUrl, role })
    return { madeAt: manifest.madeAt, summary, keys: await keys(dataFolder, file) }
  } catch (error) {
    if (into) {
      into.rows.on('error', () => {})
      into.rows.destroy(new Error('the backup broke off'))
    }
    await client.query('rollback').catch(() => {})
    // a stream that breaks off in the middle is a backup that was cut short or altered
    if (error instanceof Error && !(error instanceof Stopped) && !(error instanceof pg.DatabaseError))
      throw new Stopped(`${file} cannot be read to its end (${error.message}); nothing was restored.`)
    throw error
  } finally {
    await rm(box, { recursive: true, force: true })
    await client.end().catch(() => {})
  }
}
