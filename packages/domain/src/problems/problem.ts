import type { AnyRecord, Asked, AskedOpening, Decision, Opening } from '../kernel/decision.ts'
import type { Element } from '../kernel/building-parts.ts'
import type { Shape } from '../kernel/input.ts'
import type { DepartmentId, Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'
import type { Finding } from './find.ts'

export type ProblemId = Id<'problem'>
type ComplaintId = Id<'complaint'>
export const states = ['proposed', 'confirmed', 'dismissed', 'merged', 'closed'] as const
/** How a problem ended. */
export const outcomes = ['solved', 'designChanged', 'noLongerOccurs', 'notACommonProblem'] as const

/** Why it was proposed: what was seen, what chance would have brought, and how often one errs when believing it. Y-2 */
export type Evidence = Finding & { readonly month: string; readonly falseDiscovery: number; readonly among: number }
/** What a department said about it on a product-suggestion table. Y-3 */
export type DepartmentSaid = {
  readonly table: Id<'suggestionTable'>
  readonly number: string
  readonly department: DepartmentId
  readonly answer: string
  readonly reason: string
  readonly doneBy?: string
  readonly by: PersonId
  readonly at: Moment
}
/** Where new complaints are collected from: everywhere, or one project, building, contractor or house type. */
export type Scope = Pick<Finding, 'dimension' | 'value'>

/** 共性问题: complaints about the same thing that grow or concentrate more than chance explains. Y-2 */
export type Problem = AnyRecord & {
  readonly id: ProblemId
  readonly number: string
  readonly state: (typeof states)[number]
  /** What the analyst calls it; until then the words its members share. */
  readonly name: string
  readonly element?: Element
  /** The top category of its members. C-2 */
  readonly category: Id<'category'>
  readonly scope: Scope
  readonly evidence: readonly Evidence[]
  readonly members: readonly ComplaintId[]
  /** Taken out by hand: they stay out. */
  readonly excluded: readonly ComplaintId[]
  readonly projects: readonly ProjectId[]
  readonly followers: readonly PersonId[]
  readonly openedAt: Moment
  readonly confirmedAt?: Moment
  /** When complaints last joined by themselves. B-9 */
  readonly grewAt: Moment
  readonly dismissedBecause?: string
  readonly mergedInto?: ProblemId
  readonly splitFrom?: ProblemId
  readonly outcome?: (typeof outcomes)[number]
  readonly outcomeNote?: string
  readonly said: readonly DepartmentSaid[]
  readonly edition: number
}

type Beginning = Pick<Problem, 'number' | 'name' | 'category' | 'scope' | 'members' | 'projects'> & Partial<Pick<Problem, 'element'>>
type By = { readonly by: PersonId; readonly at: Moment }
export type ProblemEvent =
  | ({ readonly type: 'Proposed'; readonly id: ProblemId; readonly evidence: readonly Evidence[]; readonly at: Moment } & Beginning)
  | ({ readonly type: 'Opened'; readonly id: ProblemId; readonly splitFrom?: ProblemId } & Beginning & By)
  | ({ readonly type: 'Confirmed' | 'Renamed'; readonly name: string } & By)
  | ({ readonly type: 'Dismissed'; readonly reason: string } & By)
  | ({ readonly type: 'Followed' | 'Unfollowed' } & By)
  | ({ readonly type: 'MembersAdded'; readonly complaints: readonly ComplaintId[]; readonly projects: readonly ProjectId[] } & By)
  | ({
      readonly type: 'Collected'
      readonly complaints: readonly ComplaintId[]
      readonly projects: readonly ProjectId[]
      readonly evidence: readonly Evidence[]
    } & By)
  | ({ readonly type: 'MembersRemoved'; readonly complaints: readonly ComplaintId[]; readonly reason: string } & By)
  | ({ readonly type: 'SplitOff'; readonly complaints: readonly ComplaintId[]; readonly into: ProblemId } & By)
  | ({ readonly type: 'Merged'; readonly into: ProblemId } & By)
  | ({
      readonly type: 'Absorbed'
      readonly other: ProblemId
      readonly members: readonly ComplaintId[]
      readonly projects: readonly ProjectId[]
    } & By)
  | { readonly type: 'DepartmentSaid'; readonly said: DepartmentSaid }
  | ({ readonly type: 'Closed'; readonly outcome: (typeof outcomes)[number]; readonly note: string } & By)
  | ({ readonly type: 'Reopened'; readonly reason: string } & By)

export type OnProblem<I extends Shape = {}, Known extends string = never> = Decision<Problem, ProblemEvent, I, Known>
export type AskedOfProblem<I = {}, Known extends string = never> = Asked<Problem, ProblemEvent, I, Known>
export type OpensProblem<I extends Shape, Known extends string = never> = Opening<Problem, ProblemEvent, I, Known>
export type ProposesProblem<I, Known extends string = never> = AskedOpening<Problem, ProblemEvent, I, Known>

/** It is looked after. */
export const living = ['proposed', 'confirmed'] as const
/** As many as one problem holds: beyond it, it is not one problem. */
export const mostMembers = 10_000
