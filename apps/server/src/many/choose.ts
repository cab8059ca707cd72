import type { Moment } from '@lintel/domain'
import type pg from 'pg'
import { readKeptFilter } from '../fields/kept-filter.ts'
import { registryOf } from '../fields/nouns.ts'
import { matching } from '../fields/query.ts'
import { Statement } from '../fields/readable.ts'
import type { Reader } from '../schema/context.ts'
import type { ActionRow, Chosen } from './row.ts'

type Matching = Extract<Chosen, { filter: unknown }>
/** All of a list, as a condition over its table as `t`. SEC-5 */
export const conditionOf = ({ noun }: ActionRow, { filter, except }: Matching, reader: Reader, now: Moment, statement: Statement) => {
  const registry = registryOf(noun)
  const list = { registry, reader, now, filter: readKeptFilter(registry, reader, filter) }
  return `${matching(list, statement)} and t.id <> all(${statement.bind(except)}::uuid[])`
}

const linesOf = (action: ActionRow, reader: Reader, now: Moment, statement: Statement): string => {
  const { id, noun, chosen } = action
  const of = `${statement.bind(id)}::uuid`
  if ('ids' in chosen)
    return `select ${of}, row_number() over (order by n), id, 'chosen', null::int, null::jsonb from unnest(${statement.bind(chosen.ids)}::uuid[]) with ordinality as c(id, n)`
  if ('doneBy' in chosen)
    return `select ${of}, row_number() over (order by l.seq), l.record_id, 'open', l.version, l.undo from many_line l
            where l.action_id = ${statement.bind(chosen.doneBy)}::uuid and l.state = 'done' and l.undo is not null`
  const { table } = registryOf(noun)
  return `select ${of}, row_number() over (order by t.id), t.id, 'chosen', null::int, null::jsonb from ${table} t where ${conditionOf(action, chosen, reader, now, statement)}`
}

/** Writes down which records are meant, in one statement, however many they are. */
export const choose = async (pool: pg.Pool, action: ActionRow, reader: Reader, now: Moment) => {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local statement_timeout = 0; select set_config('lintel.projects', '*', true)`)
    const statement = new Statement()
    const lines = linesOf(action, reader, now, statement)
    const { rowCount } = await client.query(
      `insert into many_line (action_id, seq, record_id, state, version, undo) ${lines} on conflict do nothing`,
      statement.values,
    )
    await client.query(
      `update many_action set total = $2, open = case when state = 'running' then $2 else 0 end where id = $1 and total is null`,
      [action.id, rowCount ?? 0],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
