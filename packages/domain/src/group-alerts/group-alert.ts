import type { Element } from '../kernel/building-parts.ts'
import type { AnyRecord, Asked, AskedOpening, Decision } from '../kernel/decision.ts'
import type { Shape } from '../kernel/input.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type GroupAlertId = Id<'groupAlert'>
type ComplaintId = Id<'complaint'>
export const states = ['raised', 'grouped', 'dismissed'] as const

export type AlertMember = { readonly complaint: ComplaintId; readonly unit?: Id<'unit'>; readonly at: Moment }
/** 群诉预警: several homes of one building with the same matter within days. C-3 */
export type GroupAlert = AnyRecord & {
  readonly id: GroupAlertId
  readonly number: string
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly building: Id<'building'>
  /** In the words of the case that came first. */
  readonly title: string
  readonly element?: Element
  readonly members: readonly AlertMember[]
  readonly raisedAt: Moment
  /** When others last joined. */
  readonly extendedAt?: Moment
  readonly dismissedBecause?: string
  /** How many homes there were when the manager said that it is none. */
  readonly dismissedAt?: number
  readonly edition: number
}

type By = { readonly by: PersonId; readonly at: Moment }
export type GroupAlertEvent =
  | ({ readonly type: 'Raised'; readonly id: GroupAlertId; readonly at: Moment } & Pick<
      GroupAlert,
      'number' | 'project' | 'building' | 'title' | 'element' | 'members'
    >)
  | { readonly type: 'Extended'; readonly members: readonly AlertMember[]; readonly again: boolean; readonly at: Moment }
  | ({ readonly type: 'MadeGroup'; readonly complaints: readonly ComplaintId[]; readonly reason: string } & By)
  | ({ readonly type: 'Dismissed'; readonly reason: string } & By)

export type OnGroupAlert<I extends Shape = {}, Known extends string = never> = Decision<GroupAlert, GroupAlertEvent, I, Known>
export type AskedOfGroupAlert<I, Known extends string = never> = Asked<GroupAlert, GroupAlertEvent, I, Known>
export type RaisesGroupAlert<I, Known extends string = never> = AskedOpening<GroupAlert, GroupAlertEvent, I, Known>

export const unitsIn = (members: readonly Pick<AlertMember, 'unit'>[]) => new Set(members.flatMap(({ unit }) => unit ?? [])).size
