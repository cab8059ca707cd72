import { refuse, type DecisionName, type NounName, type PersonId, type Refusal } from '@lintel/domain'
import type pg from 'pg'
import { askFor } from '../records/after.ts'
import type { Origin } from '../records/answer.ts'
import { written } from '../records/document.ts'
import { idFrom } from '../records/identity.ts'
import { actionOf, type ActionRow, type Chosen } from './row.ts'

export type Prepared = {
  readonly key: string
  readonly noun: NounName
  readonly does: DecisionName
  readonly input: Readonly<Record<string, unknown>>
  readonly chosen: Chosen
  readonly origin: Origin
}
/** Nobody oversees more of them at once. */
const mostAtOnce = 5
const wrong = ({ state }: ActionRow) => refuse('WrongState', { state: `many.${state}` })

/** One person's decisions on many records: asked for, looked at, begun, ended, taken back. X-10 */
export const manyOf = (pool: pg.Pool, person: PersonId) => {
  const mine = async (id: string): Promise<ActionRow | Refusal> => {
    const row = await actionOf(pool, id)
    return row?.by === person ? row : refuse('NotFound')
  }
  const asked = async (id: string) => {
    await askFor(pool, 'acting')
    return mine(id)
  }
  const atOnce = async (id: string) => {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from many_action where by_id = $1 and state in ('checking', 'running') and id <> $2`,
      [person, id],
    )
    return (rows[0]?.n ?? 0) >= mostAtOnce ? refuse('TooManyAtOnce', { most: mostAtOnce }) : undefined
  }
  return {
    /** Has it tried on every record without keeping anything; the same key asks for the same one. B-3 */
    async prepare({ key, noun, does, input, chosen, origin }: Prepared): Promise<ActionRow | Refusal> {
      const id = idFrom('many', person, key)
      const tooMany = await atOnce(id)
      if (tooMany) return tooMany
      await pool.query(
        `insert into many_action (id, by_id, state, noun, does, input, chosen, origin) values ($1, $2, 'checking', $3, $4, $5, $6, $7) on conflict (id) do nothing`,
        [id, person, noun, does, written(input), JSON.stringify(chosen), JSON.stringify(origin)],
      )
      return asked(id)
    },
    /** Does what was tried. */
    async start(id: string): Promise<ActionRow | Refusal> {
      const row = await mine(id)
      if (!isAction(row)) return row
      const { rowCount } = await pool.query(`update many_action set state = 'running' where id = $1 and state = 'checked'`, [id])
      // a repeated click finds it begun
      return rowCount || ['running', 'done'].includes(row.state) ? asked(id) : wrong(row)
    },
    /** Ends it after the records that are being decided on; what was done stays, and can be taken back. */
    async cancel(id: string): Promise<ActionRow | Refusal> {
      const row = await mine(id)
      if (isAction(row) && row.endedAt) return wrong(row)
      if (isAction(row))
        await pool.query(
          `update many_action set stop = true, state = case when state = 'checked' then 'cancelled' else state end,
                  ended_at = case when state = 'checked' then now() end where id = $1 and ended_at is null`,
          [id],
        )
      return isAction(row) ? mine(id) : row
    },
    /** Takes back what it did: an action of its own, begun at once. */
    async undo(id: string, origin: Origin): Promise<ActionRow | Refusal> {
      const row = await mine(id)
      if (!isAction(row)) return row
      if (!row.endedAt) return wrong(row)
      if (row.undoable === 0) return refuse('NothingToUndo')
      const undoing = idFrom('undo', id)
      const tooMany = await atOnce(undoing)
      if (tooMany) return tooMany
      await pool.query(
        `insert into many_action (id, by_id, state, noun, does, input, chosen, origin, undoes) values ($1, $2, 'running', $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
        [
          undoing,
          person,
          row.noun,
          row.does,
          written(row.input),
          JSON.stringify({ doneBy: id } satisfies Chosen),
          JSON.stringify(origin),
          id,
        ],
      )
      return asked(undoing)
    },
  }
}
/** An action has a count of those refused, by which it would pass for a refusal. */
export const isAction = (row: ActionRow | Refusal): row is ActionRow => 'id' in row
export type Many = ReturnType<typeof manyOf>
