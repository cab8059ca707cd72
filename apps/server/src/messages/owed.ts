import type { Moment } from '@lintel/domain'
import type pg from 'pg'
import { heldBy } from '../fields/readable.ts'
import type { Deciding } from '../records/play.ts'
import type { Written } from './write.ts'

const shownAtMost = 30

/** What somebody owes now: how much, how much of it is late, and the first of it by due time. */
export const owedBy = async (
  pool: Pick<pg.Pool, 'query'>,
  { actor }: Deciding,
  now: Moment,
): Promise<{ readonly count: number; readonly late: number; readonly shown: readonly Written[] }> => {
  const values: unknown[] = []
  const held = heldBy({ actor }, now, { bind: (value) => `$${values.push(value)}` })
  const at = `$${values.push(new Date(now).toISOString())}::timestamptz`
  const { rows } = await pool.query<Written & { count: number; late: number }>(
    `select 'digest' as kind, 'begun' as stage, '' as title, k.noun, k.record_id as "recordId", k.does, k.part, k.about ->> 'number' as number,
            case when k.due_at < '9000-01-01' then k.due_at end as due,
            count(*) over ()::int as count, (count(*) filter (where k.due_at < ${at} and not k.paused) over ())::int as late
     from task k where ${held} order by k.due_at, k.id limit ${shownAtMost}`,
    values,
  )
  return { count: rows[0]?.count ?? 0, late: rows[0]?.late ?? 0, shown: rows }
}
