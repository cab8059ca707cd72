import { refuse, type Moment, type PersonId, type Refusal } from '@lintel/domain'
import type pg from 'pg'
import { askFor } from '../records/after.ts'
import { idFrom } from '../records/identity.ts'
import type { Records } from '../records/records.ts'
import { lookForProblems } from './look.ts'

export const runStates = ['waiting', 'running', 'done', 'failed'] as const
/** A look through all complaints, asked for by somebody or by the night. */
export type Run = {
  readonly id: string
  readonly state: (typeof runStates)[number]
  readonly at: Date
  readonly endedAt: Date | null
  readonly month: string | null
  readonly cells: number
  readonly done: number
  readonly proposed: number
  readonly joined: number
}
const columns = `id, state, at, ended_at as "endedAt", month, cells, done, proposed, joined`
export const lastRun = async (pool: Pick<pg.Pool, 'query'>): Promise<Run | undefined> =>
  (await pool.query<Run>(`select ${columns} from problem_run order by at desc, id limit 1`)).rows[0]

/** Asks for a look; while one waits or goes on, that one is it. */
export const askForLook = async (pool: pg.Pool, by: PersonId | undefined, key: string): Promise<Run | Refusal> => {
  const { rows } = await pool.query<Run>(
    `with open as (select ${columns} from problem_run where state in ('waiting', 'running') order by at limit 1),
          made as (insert into problem_run (id, by_id, state, at) select $1::uuid, $2::uuid, 'waiting', now() where not exists (select 1 from open)
                   on conflict (id) do nothing returning ${columns})
     select * from open union all select * from made union all
     select ${columns} from problem_run where id = $1::uuid limit 1`,
    [idFrom('problem run', key), by ?? null],
  )
  await askFor(pool, 'analysing')
  return rows[0] ?? refuse('NotFound')
}
export const waitingRuns = async (pool: pg.Pool): Promise<readonly string[]> =>
  (await pool.query<{ id: string }>(`select id from problem_run where state in ('waiting', 'running') order by at limit 5`)).rows.map(
    ({ id }) => id,
  )

export const failRun = (pool: pg.Pool, id: string) =>
  pool.query(`update problem_run set state = 'failed', ended_at = now() where id = $1 and ended_at is null`, [id])

/** Plays one to its end; what a killed one had found is there, and found no second time. REL-12 */
export const playRun = async (
  { pool, records, now }: { readonly pool: pg.Pool; readonly records: Records; readonly now: Moment },
  id: string,
) => {
  const { rowCount } = await pool.query(`update problem_run set state = 'running' where id = $1 and ended_at is null`, [id])
  if (!rowCount) return
  const { month, proposed, joined } = await lookForProblems({
    pool,
    records,
    now,
    async onProgress({ cells, done, proposed: found, joined: came }) {
      await pool.query(`update problem_run set cells = $2, done = $3, proposed = $4, joined = $5 where id = $1`, [
        id,
        cells,
        done,
        found,
        came,
      ])
    },
  })
  await pool.query(
    `update problem_run set state = 'done', ended_at = now(), month = $2, proposed = $3, joined = $4, done = cells where id = $1`,
    [id, month, proposed, joined],
  )
}
