import type { PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Language } from '../words/say.ts'
import type { Shown } from './shown.ts'

export const formats = ['xlsx', 'csv'] as const
export type Format = (typeof formats)[number]
export const exportStates = ['waiting', 'running', 'done', 'cancelled', 'failed', 'gone'] as const
export type ExportState = (typeof exportStates)[number]

/** An export as it lies in its table. X-10 */
export type ExportRow = {
  readonly id: string
  readonly by: PersonId
  readonly at: Date
  readonly state: ExportState
  readonly format: Format
  readonly language: Language
  readonly title: string
  readonly shown: Shown
  /** Of the whole list, once it is counted. */
  readonly rows: number | null
  readonly written: number
  /** The name its bytes lie under in the depot. */
  readonly place: string | null
  readonly size: string | null
  readonly stop: boolean
  readonly why: string | null
  readonly endedAt: Date | null
  readonly takenAt: Date | null
}
export const exportColumns = `e.id::text as id, e.by_id::text as by, e.at, e.state, e.format, e.language, e.title, e.shown, e.rows, e.written, e.place, e.size::text as size,
  e.stop, e.why, e.ended_at as "endedAt", e.taken_at as "takenAt"`

export const exportOf = async (client: Pick<pg.ClientBase, 'query'>, id: string): Promise<ExportRow | undefined> => {
  const { rows } = await client.query<ExportRow>(`select ${exportColumns} from export e where e.id = $1`, [id])
  return rows[0]
}
