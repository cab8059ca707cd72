import { defaultSettings, type Id, type Moment } from '@lintel/domain'
import type pg from 'pg'
import { watchGroups } from '../group-alerts/watch.ts'
import type { Records } from '../records/records.ts'
import { does, whoIs } from './known.ts'

const said = ['家里停水，水管没有水', '停水了，楼上楼下都没有水', '从早上起停水，没有水用']

/** This morning three homes of a building call about the same: the manager is told. C-3 */
export const waterIsOff = async (pool: pg.Pool, records: Records, now: Moment) => {
  const [desk] = await whoIs(pool, ['frontdesk'])
  const { rows: homes } = await pool.query<{ id: Id<'unit'>; project: Id<'project'> }>(
    `select u.id, u.project_id as project from unit u where u.handed_over_on is not null
       and u.building_id = (select b.id from building b join project p on p.id = b.project_id order by p.name, b.name, b.id limit 1)
     order by u.number, u.id limit 3`,
  )
  const { rows: categories } = await pool.query<{ id: Id<'category'> }>(
    `select id from category where level = 3 order by (name_zh like '%水%') desc, name_zh, id limit 1`,
  )
  const category = categories[0]?.id
  if (!desk || !category) return
  for (const [n, { id, project }] of homes.entries())
    await does(
      records,
      desk,
      'complaint.register',
      {
        project,
        unit: id,
        kind: 'complaint',
        channel: 'phone',
        category,
        element: 'plumbing',
        severity: 'general',
        title: said[n] ?? '停水',
        wording: `${said[n] ?? '停水'}，请尽快恢复。`,
      },
      { key: `water ${n}` },
    )
  await watchGroups(pool, records, defaultSettings, (now + 60_000) as Moment)
}
