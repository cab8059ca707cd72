import type { AnyRecord, Asked, AskedOpening, Decision } from '../kernel/decision.ts'
import type { Shape } from '../kernel/input.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type VisitId = Id<'visit'>
/** 非常满意 · 满意 · 基本满意 · 不满意. R-1 */
export const levels = ['verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied'] as const
export const visitMethods = ['phone', 'visit'] as const
/** What the manager is shown. R-4 */
export const oddities = ['soonAfterResolution', 'alwaysTheSamePair'] as const

export type Attempt = { readonly at: Moment; readonly entered: Moment; readonly by: PersonId; readonly why: string }
export const states = ['due', 'done', 'givenUp', 'dropped'] as const
/** 回访 */
export type Visit = AnyRecord & {
  readonly id: VisitId
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly complaint: Id<'complaint'>
  readonly complaintNumber: string
  readonly title: string
  readonly unit?: Id<'unit'>
  readonly customer?: Id<'customer'>
  readonly representative: PersonId
  readonly resolvedBy: PersonId
  readonly openedAt: Moment
  readonly attempts: readonly Attempt[]
  readonly visitor?: PersonId
  readonly level?: (typeof levels)[number]
  readonly wording?: string
  readonly method?: (typeof visitMethods)[number]
  readonly visitedAt?: Moment
  readonly odd: readonly (typeof oddities)[number][]
  readonly reviewed?: { readonly by: PersonId; readonly at: Moment; readonly note: string }
}
type Opened = Pick<Visit, 'complaint' | 'complaintNumber' | 'title' | 'project' | 'representative' | 'resolvedBy' | 'unit' | 'customer'>
export type VisitEvent =
  | ({ readonly type: 'Opened'; readonly id: VisitId; readonly at: Moment } & Opened)
  | {
      readonly type: 'Visited'
      readonly level: (typeof levels)[number]
      readonly wording: string
      readonly method: (typeof visitMethods)[number]
      readonly happened: Moment
      readonly odd: readonly (typeof oddities)[number][]
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Failed'; readonly attempt: Attempt }
  | { readonly type: 'GivenUp' | 'Dropped'; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Reviewed'; readonly by: PersonId; readonly at: Moment; readonly note: string }

export type OnVisit<I extends Shape = {}, Known extends string = never> = Decision<Visit, VisitEvent, I, Known>
export type AskedOfVisit<I = {}> = Asked<Visit, VisitEvent, I>
export type AskedOpensVisit = AskedOpening<Visit, VisitEvent, Opened>
