import type { Element } from '../kernel/building-parts.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id, ProjectId } from '../kernel/values.ts'
import { unitsIn, type AlertMember, type AskedOfGroupAlert, type RaisesGroupAlert } from './group-alert.ts'

type Cluster = {
  readonly project: ProjectId
  readonly building: Id<'building'>
  readonly title: string
  readonly element?: Element
  readonly members: readonly AlertMember[]
}
/** The system's doing; a case is in one alert and never in two. C-3, B-9 */
export const raise: RaisesGroupAlert<Cluster, 'groupAlert.holding'> = {
  opens: true,
  to: ['raised'],
  by: 'asked',
  series: 'groupAlert',
  refuses: ['AlreadyRecorded'],
  needs: { 'groupAlert.holding': (_, { building }) => building },
  decide(id, cluster, { now, number }, facts) {
    const held = cluster.members.flatMap(({ complaint }) => facts['groupAlert.holding'].get(complaint) ?? [])
    return held[0] === undefined
      ? { events: [{ type: 'Raised', id, number, ...cluster, at: now }] }
      : refuse('AlreadyRecorded', { what: held[0] })
  },
}

/**
 * More of the same joins the alert there is. The manager hears of it again: always where it was made a group, since these cases are
 * none of it yet; where it was said to be none, once there are twice as many homes. C-3
 */
export const extend: AskedOfGroupAlert<{ readonly members: readonly AlertMember[] }> = {
  from: ['raised', 'grouped', 'dismissed'],
  to: { raised: ['raised'], grouped: ['raised'], dismissed: ['dismissed', 'raised'] },
  by: 'asked',
  refuses: ['NothingToUndo'],
  decide(alert, { members }, { now }) {
    const joining = members.filter(({ complaint }) => !alert.members.some((one) => one.complaint === complaint))
    if (joining.length === 0) return refuse('NothingToUndo')
    const units = unitsIn([...alert.members, ...joining])
    const again = alert.state === 'grouped' || (alert.state === 'dismissed' && units >= 2 * (alert.dismissedAt ?? units))
    return { events: [{ type: 'Extended', members: joining, again, at: now }] }
  },
}
