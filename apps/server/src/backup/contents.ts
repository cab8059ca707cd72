import type pg from 'pg'

/** The first thing in a backup: what it is, and by which migrations its tables were made. */
export type Manifest = {
  readonly lintelBackup: 1
  readonly madeAt: string
  readonly migrations: readonly string[]
  readonly tables: readonly Table[]
}
export type Table = { readonly name: string; readonly columns: readonly string[] }
/** The last: how much there was, so that a backup cut short is known as one. */
export type Summary = {
  readonly rows: Readonly<Record<string, number>>
  readonly files: number
  /** Sums that must come out the same: the open sums of fines and the ledger, in fen. */
  readonly sums: Readonly<Record<string, string>>
}

type Client = Pick<pg.ClientBase, 'query'>
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const columnsOf = ({ columns }: Table) => columns.map(quoted).join(', ')
export const nameOf = ({ name }: Table) => quoted(name)

/** Every table of ours with its columns; jobs are not kept, for they are asked for again. */
export const tablesIn = async (client: Client): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
  )
  return rows
}
export const migrationsIn = async (client: Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by migration_name`,
  )
  return rows.map(({ name }) => name)
}
export const summaryOf = async (client: Client, tables: readonly Table[]): Promise<Summary> => {
  const rows: Record<string, number> = {}
  for (const table of tables) {
    const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from ${nameOf(table)}`)
    rows[table.name] = Number(counted[0]?.n)
  }
  const { rows: sums } = await client.query<Record<string, string>>(
    `select (select coalesce(sum(open_fen), 0)::text from fine) as open, (select coalesce(sum(amount_fen), 0)::text from ledger_entry) as ledger,
            (select coalesce(sum(seq), 0)::text from event) as events`,
  )
  const { rows: files } = await client.query<{ n: string }>('select count(distinct hash) as n from file')
  return { rows, files: Number(files[0]?.n), sums: sums[0] ?? {} }
}
