import { refuse, type Moment } from '@lintel/domain'
import pg from 'pg'
import { registryOf } from '../fields/nouns.ts'
import { UnusableArgument } from '../fields/usable.ts'
import { Statement } from '../fields/readable.ts'
import { log } from '../log/log.ts'
import { keepMessages } from '../messages/keep.ts'
import { channel, type Told } from '../records/after.ts'
import { isDone } from '../records/answer.ts'
import type { Records } from '../records/records.ts'
import { Overtaken } from '../records/save.ts'
import { readerFrom } from '../schema/reader.ts'
import { choose, conditionOf } from './choose.ts'
import { commandOf, decideLines, keepOutcomes, refusedLine, type Line, type Outcome } from './decide-lines.ts'
import { actionOf, type ActionRow } from './row.ts'

export type ActingParts = {
  readonly pool: pg.Pool
  readonly records: Records
  /** The time a decision is made at. T-1 */
  now(): Promise<Moment>
  /** The server ends: what is left is gone on with by the next. */
  readonly signal?: AbortSignal
}

/** How many go in one transaction: people go on working on the others meanwhile. */
const portion = 100
/** So few are told of one by one, as if each had been decided by itself. */
const few = 50
const attempts = 3

class NotKept extends Error {
  override readonly name = 'NotKept'
}
const mayWorkNextTime = (error: unknown) =>
  error instanceof Overtaken || (error instanceof pg.DatabaseError && ['40001', '40P01', '23505', '23503'].includes(error.code ?? ''))

const moving = (row: ActionRow | undefined): row is ActionRow => row?.state === 'checking' || row?.state === 'running'

const next = async (pool: pg.Pool, { id, state }: ActionRow): Promise<readonly Line[]> => {
  const { rows } = await pool.query<Line>(
    `select seq, record_id::text as record, version, undo from many_line where action_id = $1 and state = $2 order by seq limit ${portion}`,
    [id, state === 'checking' ? 'chosen' : 'open'],
  )
  return rows
}

/** Those of the records that still belong to what was chosen; undefined where they were chosen one by one. */
const stillMatching = async ({ pool, records }: ActingParts, action: ActionRow, lines: readonly Line[], now: Moment) => {
  const { chosen } = action
  if (!('filter' in chosen) || action.state !== 'running') return undefined
  const reader = readerFrom(await records.company(), action.by)
  const statement = new Statement()
  const ids = statement.bind(lines.map(({ record }) => record))
  const { rows } = reader
    ? await pool.query<{ id: string }>(
        `select t.id::text as id from ${registryOf(action.noun).table} t where t.id = any(${ids}::uuid[]) and ${conditionOf(action, chosen, reader, now, statement)}`,
        statement.values,
      )
    : { rows: [] }
  return new Set(rows.map(({ id }) => id))
}

/** Tries a portion without keeping anything, or decides it in one transaction with what became of it. */
const together = async (parts: ActingParts, action: ActionRow, lines: readonly Line[]) => {
  const { records, pool } = parts
  const now = await parts.now()
  const trying = action.state === 'checking'
  const matching = await stillMatching(parts, action, lines, now)
  let outcomes: readonly Outcome[] = []
  await records
    .bulk(
      async (bulk) => {
        outcomes = await decideLines(bulk, action, lines, { now, trying, matching })
        if (trying) throw new NotKept()
        await keepOutcomes((text, values) => bulk.beside(text, values), action, outcomes)
      },
      { every: Infinity, ...((action.total ?? 0) <= few ? { by: action.by } : {}) },
    )
    .catch((error: unknown) => {
      if (!(error instanceof NotKept)) throw error
    })
  if (trying) await keepOutcomes((text, values) => pool.query(text, [...values]), action, outcomes)
}

/** One by one, as a person would: where something about one of them keeps the whole portion from being written. */
const oneByOne = async ({ pool, records }: ActingParts, action: ActionRow, lines: readonly Line[]) => {
  for (const line of lines) {
    const outcome = await records.commit(action.by, commandOf(action, line)).then(
      (answer): Outcome => (isDone(answer) ? { seq: line.seq, state: 'done', version: answer.revision } : refusedLine(line, answer)),
      (error: unknown) => {
        log.error({ error, action: action.id }, 'A record could not be decided on')
        return refusedLine(line, refuse('FollowUpRefused', { decision: action.does, reason: '' }))
      },
    )
    await keepOutcomes((text, values) => pool.query(text, [...values]), action, [outcome])
  }
}

const end = async ({ pool, now }: ActingParts, { id, by, state, total, done }: ActionRow, is: 'checked' | 'done' | 'cancelled') => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `update many_action set state = $2, ended_at = case when $2 = 'checked' then null else now() end where id = $1 and state = $3`,
      [id, is, state],
    )
    // of what took a while one is told, whether one still looks or not
    if (state === 'running' && (total ?? 0) > few) {
      const told: Told = {
        to: await keepMessages(
          client,
          [{ person: by, kind: 'outcome', stage: 'acted', title: `${done} / ${total ?? 0}`, key: `many ${id}` }],
          await now(),
        ),
      }
      await client.query('select pg_notify($1, $2)', [channel, JSON.stringify(told)])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

const play = async (parts: ActingParts, id: string) => {
  const { pool, records } = parts
  for (;;) {
    const action = await actionOf(pool, id)
    if (!moving(action) || parts.signal?.aborted) return
    if (action.stop) return end(parts, action, 'cancelled')
    if (action.total === null) {
      const reader = readerFrom(await records.company(), action.by)
      if (!reader) return fail(pool, id)
      await choose(pool, action, reader, await parts.now())
      continue
    }
    const lines = await next(pool, action)
    if (lines.length === 0) return end(parts, action, action.state === 'checking' ? 'checked' : 'done')
    for (let n = 1; ; n++)
      try {
        await together(parts, action, lines)
        break
      } catch (error) {
        if (!mayWorkNextTime(error)) throw error
        if (n < attempts) continue
        if (action.state === 'checking') throw error
        await oneByOne(parts, action, lines)
        break
      }
  }
}

export const fail = (pool: pg.Pool, id: string) =>
  pool.query(`update many_action set state = 'failed', ended_at = now() where id = $1 and ended_at is null`, [id])

/** Goes on with an action from where it stands; one process does it at a time, and what a killed one did is not done again. REL-7 */
export const playAction = async (parts: ActingParts, id: string): Promise<void> => {
  const alone = await parts.pool.connect()
  try {
    const { rows } = await alone.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 13)) as got', [`many ${id}`])
    if (rows[0]?.got) await play(parts, id)
  } catch (error) {
    if (!(error instanceof UnusableArgument)) throw error
    await fail(parts.pool, id)
  } finally {
    await alone.query('select pg_advisory_unlock(hashtextextended($1, 13))', [`many ${id}`]).catch(() => {})
    alone.release()
  }
}
