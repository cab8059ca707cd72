import type { Recorded } from '../kernel/recorded.ts'
import type { AnyRecord, Asked, Decision, Opening } from '../kernel/decision.ts'
import type { Element } from '../kernel/building-parts.ts'
import type { Shape } from '../kernel/input.ts'
import type { Evidence } from '../kernel/input.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type NoticeId = Id<'notice'>
type ComplaintId = Id<'complaint'>
type UnitId = Id<'unit'>
type ContractorId = Id<'contractor'>

export type Served = Recorded & { readonly how: (typeof servedHow)[number] }
export type PhoneCall = Recorded & { readonly caller: PersonId; readonly called: string }
export const servedHow = ['paper', 'message'] as const

/** 缺陷: what is to be put right; it may have a deadline earlier than the notice's. N-1 */
export type Defect = {
  readonly id: string
  readonly complaint?: ComplaintId
  readonly unit?: UnitId
  readonly element: Element
  readonly location: string
  readonly requirement: string
  readonly deadline?: Moment
  /** Before the repair. N-4 */
  readonly photos?: readonly Evidence[]
}
/** 无故 is judged by it. N-3 */
export type Excuse = {
  readonly filed: Recorded
  readonly reason: string
  readonly proof: string
  readonly judged?: {
    readonly accepted: boolean
    readonly until?: Moment
    readonly by: PersonId
    readonly at: Moment
    readonly why: string
  }
}
export type DefectResult = {
  readonly defect: string
  readonly standardMet: boolean
  readonly ownerSatisfied: boolean
  readonly note?: string
  /** After the repair. N-4 */
  readonly photos?: readonly Evidence[]
}
/** N-4: defect by defect, by the representative together with its owner. */
export type Inspection = Recorded & {
  readonly results: readonly DefectResult[]
  readonly newDeadline?: Moment
}

export type Ground = 1 | 2 | 3 | 4 | 5
export type TakenBack = { readonly ground: Ground; readonly since: Moment; readonly at: Moment }

export const states = ['drafted', 'running', 'closed', 'withdrawn', 'takenOver'] as const
/** The single facts, each entered once and corrected by a correction. N-2, P-4 */
export const milestones = ['served', 'phoned', 'received', 'refused', 'onSite', 'plan', 'started', 'slip'] as const
export type Milestone = (typeof milestones)[number]

/** 工程整改通知单. Facts arrive in any order, so what they mean (stage, grounds, clocks) is derived from them. N-2 */
export type Notice = AnyRecord & {
  readonly id: NoticeId
  readonly number: string
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly representative: PersonId
  readonly contractor: ContractorId
  readonly supervision?: ContractorId
  /** The joint survey it follows from. C-9 */
  readonly survey?: Id<'survey'>
  readonly defects: readonly Defect[]
  readonly complaints: readonly ComplaintId[]
  readonly units: readonly UnitId[]
  readonly draftedAt: Moment
  readonly deadline: Moment
  readonly newDeadlines: readonly Moment[]
  readonly served?: Served
  readonly phoned?: PhoneCall
  readonly received?: Recorded
  readonly refused?: Recorded
  readonly excuses: readonly Excuse[]
  readonly onSite?: Recorded
  readonly plan?: Recorded
  readonly started?: Recorded
  readonly completions: readonly Recorded[]
  readonly inspections: readonly Inspection[]
  readonly slip?: Recorded
  readonly repair?: Id<'emergencyRepair'>
  readonly endedAt?: Moment
  /** Grounds that a fine in progress rests on, or that were let go with a reason. */
  readonly fined: readonly { readonly ground: Ground; readonly fine: Id<'fine'> }[]
  readonly letGo: readonly { readonly ground: Ground; readonly reason: string; readonly by: PersonId; readonly at: Moment }[]
  readonly noted: readonly Ground[]
  readonly takenBack: readonly TakenBack[]
}

export type NoticeEvent =
  | {
      readonly type: 'Drafted'
      readonly id: NoticeId
      readonly number: string
      readonly project: ProjectId
      readonly representative: PersonId
      readonly contractor: ContractorId
      readonly supervision?: ContractorId
      readonly survey?: Id<'survey'>
      readonly defects: readonly Defect[]
      readonly deadline: Moment
      readonly at: Moment
    }
  | { readonly type: 'Amended'; readonly defects: readonly Defect[]; readonly deadline: Moment; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Served'; readonly fact: Served }
  | { readonly type: 'Phoned'; readonly fact: PhoneCall }
  | { readonly type: 'Recorded'; readonly what: Exclude<Milestone, 'served' | 'phoned'>; readonly fact: Recorded }
  | { readonly type: 'Completed'; readonly fact: Recorded }
  | { readonly type: 'ExcuseFiled'; readonly fact: Recorded; readonly reason: string; readonly proof: string }
  | {
      readonly type: 'ExcuseJudged'
      readonly accepted: boolean
      readonly until?: Moment
      readonly why: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Inspected'; readonly inspection: Inspection }
  | {
      readonly type: 'Corrected'
      readonly what: Milestone | 'completed'
      readonly old?: Moment
      readonly new?: Moment
      readonly reason: string
      readonly proof: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'GroundTakenBack'; readonly ground: Ground; readonly since: Moment; readonly at: Moment }
  | { readonly type: 'GroundNoted'; readonly ground: Ground; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'GroundLetGo'; readonly ground: Ground; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Fined'; readonly grounds: readonly Ground[]; readonly fine: Id<'fine'>; readonly at: Moment }
  | { readonly type: 'FineEnded'; readonly fine: Id<'fine'>; readonly at: Moment }
  | { readonly type: 'HandedOver'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Withdrawn'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'TakenOver'; readonly repair: Id<'emergencyRepair'>; readonly at: Moment }
  | { readonly type: 'HandedBack'; readonly at: Moment }
  | { readonly type: 'Closed'; readonly by: PersonId; readonly at: Moment }

export type OnNotice<I extends Shape = {}, Known extends string = never> = Decision<Notice, NoticeEvent, I, Known>
export type AskedOfNotice<I = {}, Known extends string = never> = Asked<Notice, NoticeEvent, I, Known>
export type OpensNotice<I extends Shape, Known extends string = never> = Opening<Notice, NoticeEvent, I, Known>
