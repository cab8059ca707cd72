import type { PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Head } from './head.ts'
import type { KindName } from './kinds/kinds.ts'
import type { Mapping } from './mapping.ts'

export const importStates = ['draft', 'checking', 'checked', 'running', 'done', 'refused', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]
export const counted = ['taken', 'changed', 'known', 'differing', 'errors'] as const
export type Counts = { readonly [name in (typeof counted)[number]]: number }
export const none: Counts = { taken: 0, changed: 0, known: 0, differing: 0, errors: 0 }

/** An import as it lies in its table. X-5 */
export type ImportRow = Counts & {
  readonly id: string
  readonly kind: KindName
  readonly state: ImportState
  readonly by: PersonId
  readonly at: Date
  readonly fileId: string
  readonly fileName: string
  readonly fileHash: string
  readonly sheet: string | null
  readonly headLine: number
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly source: string
  readonly mapping: Mapping['inputs']
  readonly applyChanges: boolean
  readonly allOrNothing: boolean
  readonly lines: number | null
  readonly position: number
  readonly read: number
  readonly head: Pick<Head, 'sheets' | 'columns'>
  readonly sample: readonly Sampled[] | null
  readonly stop: boolean
  readonly why: string | null
  readonly checkedAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
}
/** A record as it would be, in the words of the file. */
export type Sampled = { readonly line: number; readonly values: Readonly<Record<string, string>> }

export const importColumns = `i.id::text as id, i.kind, i.state, i.by_id::text as by, i.at, i.file_id::text as "fileId", i.file_name as "fileName",
  i.file_hash as "fileHash", i.sheet, i.head_line as "headLine", i.encoding, i.delimiter, i.source, i.mapping,
  i.apply_changes as "applyChanges", i.all_or_nothing as "allOrNothing", i.lines, i.position, i.read, i.taken, i.changed, i.known,
  i.differing, i.errors, i.head, i.sample, i.stop, i.why, i.checked_at as "checkedAt", i.started_at as "startedAt", i.ended_at as "endedAt"`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const importOf = async (client: Pick<pg.ClientBase, 'query'>, id: string): Promise<ImportRow | undefined> => {
  if (!uuid.test(id)) return undefined
  const { rows } = await client.query<ImportRow>(`select ${importColumns} from import i where i.id = $1`, [id])
  return rows[0]
}
