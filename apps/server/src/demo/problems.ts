import type { Moment } from '@lintel/domain'
import type pg from 'pg'
import { lookForProblems } from '../problems/look.ts'
import type { Records } from '../records/records.ts'
import { does, whoIs } from './known.ts'

/** The first night's look; the analyst has confirmed the clearest, and the manager follows it. Y-2 */
export const findProblems = async (pool: pg.Pool, records: Records, now: Moment) => {
  await lookForProblems({ pool, records, now, onProgress: () => Promise.resolve() })
  const { rows } = await pool.query<{ id: string; name: string; place: string | null }>(
    `select p.id, p.name, j.name as place from problem p left join project j on j.id = any(p.project_ids) and cardinality(p.project_ids) = 1
     where p.state = 'proposed' order by p.members desc, p.id limit 1`,
  )
  const [clearest] = rows
  if (!clearest) return
  const [analyst, manager] = await whoIs(pool, ['analyst', 'manager'])
  if (!analyst || !manager) return
  const name = `${clearest.place ?? ''}${clearest.name.replaceAll(' ', '')}`
  await does(records, analyst, 'problem.confirm', { name }, { on: clearest.id, key: 'confirm' })
  await does(records, manager, 'problem.follow', {}, { on: clearest.id, key: 'follow' })
}
