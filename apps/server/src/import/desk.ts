import { randomUUID } from 'node:crypto'
import { refuse, type PersonId, type Refusal } from '@lintel/domain'
import type pg from 'pg'
import type { Depot } from '../files/depot.ts'
import { readHead, type Asked, type Head } from './head.ts'
import { isKindName, kindCalled, kindsFor, type KindName } from './kinds/kinds.ts'
import type { ImportKind } from './kinds/kind.ts'
import { withLocalFile } from './local-file.ts'
import { guess, isMappingProblem, readMapping, type Mapping } from './mapping.ts'
import { importOf, type ImportRow } from './row.ts'
import { delimiters, encodings } from './table/csv.ts'
import { Unreadable } from './table/table.ts'

export type DeskParts = { readonly pool: pg.Pool; readonly depot: Depot }
/** Who imports, with what their positions let them. */
export type Importer = { readonly person: PersonId; may(permission: string): boolean }
export type File = { readonly id: string; readonly hash: string; readonly name: string }
export type Choices = { readonly applyChanges: boolean; readonly allOrNothing: boolean }

/** Nothing is being done with it. */
const idle = ['draft', 'checked']
const no = (field: string, problem: string) => refuse('BadInput', { field, problem })
const wrong = ({ state }: ImportRow) => refuse('WrongState', { state: `import.${state}` })

const headOf = async (depot: Depot, hash: string, kind: ImportKind, asked: Asked): Promise<Head | Refusal> => {
  try {
    return await withLocalFile(depot, hash, (path) => readHead(path, kind, asked))
  } catch (error) {
    if (error instanceof Unreadable) return no('file', error.reason)
    throw error
  }
}
export const isHead = (read: Head | Refusal): read is Head => 'columns' in read

/** What people do with their imports before and while they are played; none of it changes a record. X-5 */
export const importDesk = ({ pool, depot }: DeskParts, { person, may }: Importer) => {
  const allowed = (name: string) => kindsFor(may).find((kind) => kind.name === name)
  const mine = async (id: string): Promise<ImportRow | Refusal> => {
    const row = await importOf(pool, id)
    return row && row.by === person && allowed(row.kind) ? row : refuse('NotFound')
  }
  /** How the same columns were mapped by this person the last time. */
  const lastTime = async (kind: string) => {
    const { rows } = await pool.query<{ source: string; inputs: Mapping['inputs'] }>(
      `select source, mapping as inputs from import where by_id = $1 and kind = $2 and state <> 'draft' order by at desc limit 1`,
      [person, kind],
    )
    return rows[0]
  }
  const update = async (id: string, text: string, values: readonly unknown[]): Promise<ImportRow | Refusal> => {
    const { rowCount } = await pool.query(`update import set ${text} where id = $1 and ended_at is null`, [id, ...values])
    const row = await importOf(pool, id)
    if (!row) return refuse('NotFound')
    return rowCount ? row : wrong(row)
  }
  const forget = `taken = 0, changed = 0, known = 0, differing = 0, errors = 0, "read" = 0, position = 0, lines = null, sample = null, checked_at = null`

  return {
    /** Begins an import of a file: finds its headings and guesses which column is what. */
    async begin(name: string, file: File, asked: Asked = {}): Promise<ImportRow | Refusal> {
      const kind = isKindName(name) ? allowed(name) : undefined
      if (!kind) return refuse('NotAllowed')
      const head = await headOf(depot, file.hash, kind, asked)
      if (!isHead(head)) return head
      const last = await lastTime(name)
      const inputs = guess(
        kind,
        head.columns.map((column) => column.name),
        last,
      )
      const id = randomUUID()
      await pool.query(
        `insert into import (id, kind, state, by_id, file_id, file_name, file_hash, sheet, head_line, encoding, delimiter, source, mapping, head)
         values ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          id,
          name,
          person,
          file.id,
          file.name,
          file.hash,
          head.sheet ?? null,
          head.headLine,
          head.encoding ?? null,
          head.delimiter ?? null,
          last?.source ?? file.name.replace(/\.\w+$/, '').slice(0, 60),
          JSON.stringify(inputs),
          JSON.stringify({ sheets: head.sheets, columns: head.columns }),
        ],
      )
      return mine(id)
    },
    /** Reads the file otherwise: another sheet, another row of headings, another encoding. */
    async readOtherwise(id: string, asked: Asked): Promise<ImportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (!idle.includes(row.state)) return wrong(row)
      if (asked.encoding !== undefined && !encodings.includes(asked.encoding)) return no('encoding', 'notAChoice')
      if (asked.delimiter !== undefined && !delimiters.includes(asked.delimiter)) return no('delimiter', 'notAChoice')
      const kind = kindCalled(row.kind)
      const head = await headOf(depot, row.fileHash, kind, asked)
      if (!isHead(head)) return head
      const inputs = guess(
        kind,
        head.columns.map((column) => column.name),
        { source: row.source, inputs: row.mapping },
      )
      return update(id, `sheet = $2, head_line = $3, encoding = $4, delimiter = $5, mapping = $6, head = $7, state = 'draft', ${forget}`, [
        head.sheet ?? null,
        head.headLine,
        head.encoding ?? null,
        head.delimiter ?? null,
        JSON.stringify(inputs),
        JSON.stringify({ sheets: head.sheets, columns: head.columns }),
      ])
    },
    /** Says which column is what, and asks for a check of every line. */
    async check(
      id: string,
      raw: { source: unknown; inputs: unknown },
      { applyChanges, allOrNothing }: Choices,
    ): Promise<ImportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (!idle.includes(row.state)) return wrong(row)
      const mapping = readMapping(kindCalled(row.kind), raw)
      if (isMappingProblem(mapping)) return no(mapping.input, `mapping.${mapping.problem}`)
      return update(id, `source = $2, mapping = $3, apply_changes = $4, all_or_nothing = $5, state = 'checking', stop = false, ${forget}`, [
        mapping.source,
        JSON.stringify(mapping.inputs),
        applyChanges,
        allOrNothing,
      ])
    },
    /** Takes over without a check first: for whoever has looked at the file elsewhere. */
    async startAtOnce(id: string, mapping: Mapping, { applyChanges, allOrNothing }: Choices): Promise<ImportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (row.state !== 'draft') return wrong(row)
      return update(id, `source = $2, mapping = $3, apply_changes = $4, all_or_nothing = $5, state = 'running', started_at = now()`, [
        mapping.source,
        JSON.stringify(mapping.inputs),
        applyChanges,
        allOrNothing,
      ])
    },
    /** Takes over what was checked. */
    async start(id: string, { applyChanges, allOrNothing }: Choices): Promise<ImportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (row.state !== 'checked') return wrong(row)
      return update(
        id,
        `apply_changes = $2, all_or_nothing = $3, state = 'running', started_at = now(), stop = false,
         taken = 0, changed = 0, known = 0, differing = 0, errors = 0, "read" = 0, position = 0`,
        [applyChanges, allOrNothing],
      )
    },
    /** Ends it: at once where nothing is being done, else after the portion that is. */
    async cancel(id: string): Promise<ImportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (row.endedAt) return wrong(row)
      return idle.includes(row.state) ? update(id, `state = 'cancelled', ended_at = now()`, []) : update(id, 'stop = true', [])
    },
    /** Keeps a mapping under a name, or forgets it. */
    async keepMapping(kind: KindName, name: string, raw: { source: unknown; inputs: unknown } | undefined): Promise<Refusal | undefined> {
      const of = allowed(kind)
      if (!of) return refuse('NotAllowed')
      const called = name.trim()
      if (called === '' || called.length > 60) return no('name', called === '' ? 'missing' : 'tooLong')
      if (!raw) {
        await pool.query('delete from import_mapping where by_id = $1 and kind = $2 and name = $3', [person, kind, called])
        return undefined
      }
      const mapping = readMapping(of, raw)
      if (isMappingProblem(mapping)) return no(mapping.input, `mapping.${mapping.problem}`)
      await pool.query(
        `insert into import_mapping (by_id, kind, name, source, inputs) values ($1, $2, $3, $4, $5)
         on conflict (by_id, kind, name) do update set source = excluded.source, inputs = excluded.inputs, at = now()`,
        [person, kind, called, mapping.source, JSON.stringify(mapping.inputs)],
      )
      return undefined
    },
  }
}
export type ImportDesk = ReturnType<typeof importDesk>
