import type { PersonId, Refusal } from '@lintel/domain'
import { refuse } from '@lintel/domain'
import type pg from 'pg'
import { idFrom } from '../records/identity.ts'
import type { Language } from '../words/say.ts'
import { exportOf, type ExportRow, type Format } from './row.ts'
import type { Shown } from './shown.ts'
import { askForExports } from './works.ts'

export type Begun = {
  readonly key: string
  readonly title: string
  readonly format: Format
  readonly language: Language
  readonly shown: Shown
}
/** Nobody needs more of them at once, and each holds a snapshot of the database. */
const mostAtOnce = 5

/** A person's exports: what they do with them changes no record. X-10 */
export const exportsOf = (pool: pg.Pool, person: PersonId) => {
  const mine = async (id: string): Promise<ExportRow | Refusal> => {
    const row = await exportOf(pool, id)
    return row?.by === person ? row : refuse('NotFound')
  }
  return {
    /** Asks for one; the same key asks for the same one. B-3 */
    async begin({ key, title, format, language, shown }: Begun): Promise<ExportRow | Refusal> {
      const id = idFrom('export', person, key)
      const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from export where by_id = $1 and state in ('waiting', 'running') and id <> $2`,
        [person, id],
      )
      if ((rows[0]?.n ?? 0) >= mostAtOnce) return refuse('TooManyAtOnce', { most: mostAtOnce })
      await pool.query(
        `insert into export (id, by_id, state, format, language, title, shown) values ($1, $2, 'waiting', $3, $4, $5, $6) on conflict (id) do nothing`,
        [id, person, format, language, title, JSON.stringify(shown)],
      )
      await askForExports(pool)
      return mine(id)
    },
    async cancel(id: string): Promise<ExportRow | Refusal> {
      const row = await mine(id)
      if ('refused' in row) return row
      if (row.endedAt) return refuse('WrongState', { state: `export.${row.state}` })
      await pool.query(
        `update export set stop = true, state = case when state = 'waiting' then 'cancelled' else state end,
                ended_at = case when state = 'waiting' then now() end where id = $1 and ended_at is null`,
        [id],
      )
      return mine(id)
    },
  }
}
export type Exports = ReturnType<typeof exportsOf>
