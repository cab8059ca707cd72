import type { KeptFile } from '@lintel/domain'
import type pg from 'pg'
import { fileColumns, keptFrom, type FileRow } from '../files/receive.ts'
import { revived } from './document.ts'
import { columnOf, type Mapping } from './mapping.ts'
import { mappings } from './mappings.ts'
import type { AnyRecord, DecisionName, Moment, NounName, Where } from './nouns.ts'
import type { Stored } from './stored.ts'

export type Newest = { readonly by: string; readonly limit: number }

/** Where a unit of work finds what it has not seen yet. */
export type Source = {
  load(noun: NounName, ids: readonly string[]): Promise<readonly Stored[]>
  find(noun: NounName, where: Where, newest?: Newest, loose?: boolean): Promise<readonly Stored[]>
  tally(noun: NounName, where: Where, by: string): Promise<ReadonlyMap<string, number>>
  /** Who last did that to the record, or changed it at all. B-3 */
  lastDone(record: string, does: DecisionName): Promise<{ readonly by: string; readonly at: Moment } | undefined>
  /** Takes the next number of a series. */
  nextNumber(series: string, year: number): Promise<number>
  /** Files that somebody sent and that hang on nothing yet, or on that record. X-8 */
  files(ids: readonly string[], to: { readonly by: string; readonly on: string }): Promise<readonly KeptFile[]>
  /** Whether nothing of that noun can be found but what the unit of work holds already. */
  holdsAll(noun: NounName): boolean
}

export type StoredRow = { id: string; version: number; head: string; changed_at: Date; document: unknown }
export const storedColumns = 'id, version, head, changed_at, document'
export const storedFrom = (noun: NounName, row: StoredRow): Stored => ({
  noun,
  record: revived(row.document) as AnyRecord,
  version: row.version,
  head: row.head,
  changedAt: row.changed_at.getTime() as Moment,
})

/** Property equality as SQL: a list property contains, a list of values means any of them. */
export const conditionOf = (mapping: Mapping, where: Where, after = 0): { readonly text: string; readonly values: readonly unknown[] } => {
  const values: unknown[] = []
  const tests = Object.entries(where).map(([property, wanted]) => {
    const column = columnOf(mapping, property)
    if (wanted === undefined) return `${column} is null`
    values.push(column.endsWith('_ids') || column.endsWith('_keys') ? [wanted] : wanted)
    if (column.endsWith('_ids') || column.endsWith('_keys')) return `${column} @> $${after + values.length}`
    return Array.isArray(wanted) ? `${column} = any($${after + values.length})` : `${column} = $${after + values.length}`
  })
  return { text: tests.length ? tests.join(' and ') : 'true', values }
}

/**
 * Reads inside the command's transaction. What is decided on is locked, and so is the open work its facts are read from,
 * in the order of ids; master data is not: nothing that is decided about it depends on a case.
 */
export const lockingSource = (client: pg.ClientBase): Source => ({
  async load(noun, ids) {
    const { table } = mappings[noun]
    const { rows } = await client.query<StoredRow>({
      name: `load ${table}`,
      text: `select ${storedColumns} from "${table}" where id = any($1::uuid[]) order by id for update`,
      values: [ids],
    })
    return rows.map((row) => storedFrom(noun, row))
  },
  async find(noun, where, newest, loose = false) {
    const mapping: Mapping = mappings[noun]
    const { text, values } = conditionOf(mapping, where)
    const order = newest ? `${columnOf(mapping, newest.by)} desc nulls last, id limit ${newest.limit}` : 'id'
    const lock = mapping.lockedByFacts && !newest && !loose ? 'for update' : ''
    const { rows } = await client.query<StoredRow>(
      `select ${storedColumns} from "${mapping.table}" where ${text} order by ${order} ${lock}`,
      [...values],
    )
    return rows.map((row) => storedFrom(noun, row))
  },
  async tally(noun, where, by) {
    const mapping: Mapping = mappings[noun]
    const { text, values } = conditionOf(mapping, where)
    const column = columnOf(mapping, by)
    const { rows } = await client.query<{ of: string; n: number }>(
      `select ${column}::text as of, count(*)::int as n from "${mapping.table}" where ${text} and ${column} is not null group by ${column}`,
      [...values],
    )
    return new Map(rows.map(({ of, n }) => [of, n]))
  },
  async lastDone(record, does) {
    const { rows } = await client.query<{ actor: string; at: Date }>(
      `select actor, at from event where record_id = $1 order by decision = $2 desc, seq desc limit 1`,
      [record, does],
    )
    const last = rows[0]
    return last && { by: last.actor, at: last.at.getTime() as Moment }
  },
  async nextNumber(series, year) {
    const { rows } = await client.query<{ last: number }>({
      name: 'next number',
      text: `insert into series_counter as c (series, year, last) values ($1, $2, 1)
             on conflict (series, year) do update set last = c.last + 1 returning last`,
      values: [series, year],
    })
    const next = rows[0]
    if (!next) throw new Error(`no number for ${series} ${year}`)
    return next.last
  },
  async files(ids, { by, on }) {
    const { rows } = await client.query<FileRow>(
      `select ${fileColumns} from file f left join evidence_file e on e.id = f.id
       where f.id = any($1::uuid[]) and (e.record_id = $3 or e.id is null and f.by_id = $2 and not exists (select from import i where i.file_id = f.id))`,
      [ids, by, on],
    )
    return rows.map(keptFrom)
  },
  holdsAll: () => false,
})
