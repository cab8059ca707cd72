import type { Moment, NounName, PersonId, TellingStage } from '@lintel/domain'
import type pg from 'pg'

/** What the system said of what is owed, as the history keeps it. B-5, B-9 */
export type NewTelling = {
  readonly record_id: string
  readonly noun: NounName
  readonly project_id: string | null
  readonly task_id: string
  readonly does: string
  readonly part: string
  readonly stage: TellingStage | 'escalated'
  readonly due_at: string
  readonly persons: readonly PersonId[]
}

/** Kept once for each due time, however often it is tried; nothing takes it away again. */
export const keepTellings = async (client: pg.ClientBase, tellings: readonly NewTelling[], now: Moment) => {
  if (tellings.length === 0) return
  await client.query({
    name: 'keep tellings',
    text: `insert into telling (record_id, noun, project_id, task_id, does, part, stage, due_at, persons, at)
           select record_id, noun, project_id, task_id, does, part, stage, due_at, persons, $2
           from json_populate_recordset(null::telling, $1::json) on conflict (task_id, stage, due_at) do nothing`,
    values: [JSON.stringify(tellings), new Date(now).toISOString()],
  })
}
