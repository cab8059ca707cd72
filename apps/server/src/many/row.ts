import type { DecisionName, NounName, PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { KeptFilter } from '../fields/kept-filter.ts'
import type { Origin } from '../records/answer.ts'

export const actionStates = ['checking', 'checked', 'running', 'done', 'cancelled', 'failed'] as const
export type ActionState = (typeof actionStates)[number]
export const lineStates = ['chosen', 'open', 'refused', 'done'] as const
export type LineState = (typeof lineStates)[number]

/** Which records: these, all of a list but these, or what another action did. */
export type Chosen =
  | { readonly ids: readonly string[] }
  | { readonly filter: KeptFilter; readonly except: readonly string[] }
  | { readonly doneBy: string }

/** One decision on many records as it lies in its table. X-10 */
export type ActionRow = {
  readonly id: string
  readonly by: PersonId
  readonly at: Date
  readonly state: ActionState
  readonly noun: NounName
  readonly does: DecisionName
  readonly input: Readonly<Record<string, unknown>>
  readonly chosen: Chosen
  readonly origin: Origin
  /** How many were chosen, once that is written down. */
  readonly total: number | null
  readonly open: number
  readonly refused: number
  readonly done: number
  readonly stop: boolean
  readonly endedAt: Date | null
  /** The action this one takes back, and the one that took this one back. */
  readonly undoes: string | null
  readonly undoneBy: string | null
  /** How many of what was done can be taken back. */
  readonly undoable: number
}
export const actionColumns = `a.id::text as id, a.by_id::text as by, a.at, a.state, a.noun, a.does, a.input, a.chosen, a.origin, a.total, a.open, a.refused, a.done,
  a.stop, a.ended_at as "endedAt", a.undoes::text as undoes, (select u.id::text from many_action u where u.undoes = a.id) as "undoneBy", a.undoable`

export const actionOf = async (client: Pick<pg.ClientBase, 'query'>, id: string): Promise<ActionRow | undefined> => {
  const { rows } = await client.query<ActionRow>(`select ${actionColumns} from many_action a where a.id = $1`, [id])
  return rows[0]
}
