import { clustersOf, isRefusal, similarity, type AlertMember, type Moment, type Neighbour, type Rules } from '@lintel/domain'
import type pg from 'pg'
import type { Records } from '../records/records.ts'
import { system } from '../records/company.ts'
import { idFrom } from '../records/identity.ts'

type Row = {
  id: string
  unit: string | null
  element: string | null
  category: string
  title: string
  wording: string
  at: Date
  project: string
  alert: string | null
}
/** Of a building with more cases than these in its days, the newest are compared. */
const most = 300
/** A transaction may have begun before it was committed. */
const unsettled = 600_000

/** What counts: as complaints and repair requests, right, no duplicate, and no history, which owes nobody anything. C-15 */
const counted = `c.kind in ('complaint', 'repairRequest') and c.state not in ('rejected', 'merged') and c.history_key is null`

const casesOf = async (pool: pg.Pool, building: string, from: Date): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>(
    `select c.id, c.unit_id as unit, c.element, c.category_id as category, c.title, c.wording, c.registered_at as at, c.project_id as project, a.alert_id as alert
     from complaint c left join group_alert_complaint a on a.complaint_id = c.id
     where c.building_id = $1 and c.registered_at >= $2 and ${counted} order by c.registered_at desc, c.id limit ${most}`,
    [building, from],
  )
  return rows
}
const neighbour = ({ id, unit, element, category, title, wording, at }: Row): Neighbour =>
  ({
    complaint: id,
    ...(unit ? { unit } : {}),
    ...(element && element !== 'other' ? { element } : {}),
    category,
    title,
    wording,
    at: at.getTime(),
  }) as unknown as Neighbour
const memberOf = ({ complaint, unit, at }: Neighbour): AlertMember => ({ complaint, at, ...(unit === undefined ? {} : { unit }) })

const tell = async (records: Pick<Records, 'commit'>, building: string, cluster: readonly Neighbour[], rows: ReadonlyMap<string, Row>) => {
  const rowOf = ({ complaint }: Neighbour) => rows.get(complaint)
  const fresh = cluster.filter((one) => !rowOf(one)?.alert).map(memberOf)
  const [oldest] = cluster
  const first = oldest && rowOf(oldest)
  if (!first || fresh.length === 0) return 0
  // two alerts that have become one matter both stay: who was told of them was told; what is new joins the older
  const alert = cluster.map((one) => rowOf(one)?.alert).find(Boolean)
  const answer = alert
    ? await records.commit(system, {
        does: 'groupAlert.extend',
        on: alert as never,
        key: idFrom('group alert', alert, ...fresh.map(({ complaint }) => complaint).toSorted()),
        input: { members: fresh },
      })
    : await records.commit(system, {
        does: 'groupAlert.raise',
        // the same cases are told of once, whoever looks and however often. REL-12
        key: idFrom('group alert', building, ...fresh.map(({ complaint }) => complaint).toSorted()),
        input: {
          project: first.project as never,
          building: building as never,
          title: first.title,
          ...(first.element ? { element: first.element as never } : {}),
          members: fresh,
        },
      })
  return isRefusal(answer) ? 0 : 1
}

/** Looks at what was registered since the last look for the same matter in several homes of a building. C-3, T-3 */
export const watchGroups = async (
  pool: pg.Pool,
  records: Pick<Records, 'commit'>,
  rules: Pick<Rules, 'groupUnits' | 'groupDays'>,
  now: Moment,
) => {
  const { rows: last } = await pool.query<{ at: Date }>(`select up_to as at from group_watch`)
  const days = rules.groupDays * 86_400_000
  const since = new Date((last[0]?.at.getTime() ?? now - days) - unsettled)
  const from = new Date(Math.min(since.getTime(), now) - days)
  // only where something is new, and only where there are homes enough
  const { rows: buildings } = await pool.query<{ id: string }>(
    `select c.building_id as id from complaint c where c.registered_at >= $1 and c.building_id is not null and ${counted}
     group by 1 having count(distinct c.unit_id) >= $2 and max(c.changed_at) >= $3 order by 1`,
    [from, rules.groupUnits, since],
  )
  let told = 0
  for (const { id } of buildings) {
    const cases = await casesOf(pool, id, from)
    const rows = new Map(cases.map((row) => [row.id, row]))
    for (const cluster of clustersOf(cases.map(neighbour), rules, similarity)) told += await tell(records, id, cluster, rows)
  }
  await pool.query(
    `insert into group_watch (id, up_to) values (1, $1) on conflict (id) do update set up_to = greatest(group_watch.up_to, $1)`,
    [new Date(now)],
  )
  return told
}
