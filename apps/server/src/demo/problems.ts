import type { Id, Moment, PersonId } from '@lintel/domain'
import type pg from 'pg'
import { lookForProblems } from '../problems/look.ts'
import { idFrom } from '../records/identity.ts'
import type { Records } from '../records/records.ts'
import { emailOf } from './staff.ts'

type ProblemId = Id<'problem'>

/** The first night's look; the analyst has confirmed the clearest, and the manager follows it. Y-2 */
export const findProblems = async (pool: pg.Pool, records: Records, now: Moment) => {
  await lookForProblems({ pool, records, now, onProgress: () => Promise.resolve() })
  const { rows } = await pool.query<{ id: ProblemId; name: string; place: string | null }>(
    `select p.id, p.name, coalesce(j.name, '') as place from problem p left join project j on j.id = any(p.project_ids) and cardinality(p.project_ids) = 1
     where p.state = 'proposed' order by p.members desc, p.id limit 1`,
  )
  const [clearest] = rows
  if (!clearest) return
  const people = await pool.query<{ id: PersonId; email: string }>('select id, email from person where email = any($1)', [
    [emailOf('analyst'), emailOf('manager')],
  ])
  const who = (key: string) => people.rows.find(({ email }) => email === emailOf(key))?.id
  const [analyst, manager] = [who('analyst'), who('manager')]
  if (!analyst || !manager) return
  await records.commit(analyst, {
    does: 'problem.confirm',
    on: clearest.id,
    key: idFrom('demo', 'confirm'),
    input: { name: `${clearest.place ?? ''}${clearest.name.replaceAll(' ', '')}` },
  })
  await records.commit(manager, { does: 'problem.follow', on: clearest.id, key: idFrom('demo', 'follow'), input: {} })
}
