import type { AnyRecord, Asked, Decision, Opening } from '../kernel/decision.ts'
import type { Pause } from '../kernel/clock.ts'
import type { Element, Trade } from '../kernel/building-parts.ts'
import type { Evidence, Shape } from '../kernel/input.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type ComplaintId = Id<'complaint'>
type CustomerId = Id<'customer'>

/** C-1 */
export const channels = [
  'phone',
  'visit',
  'letter',
  'email',
  'message',
  'forum',
  'propertyCompany',
  'returnVisit',
  'inspection',
  'survey',
] as const
/** C-2 */
export const kinds = ['complaint', 'repairRequest', 'enquiry', 'suggestion'] as const
/** C-3: general, serious quality, major or sudden, group, litigated. */
export const severities = ['general', 'seriousQuality', 'major', 'group', 'litigated'] as const
/** C-3: these go to the manager at once. */
export const toManagerAtOnce: readonly (typeof severities)[number][] = ['major', 'group', 'litigated']
/** C-7: whom progress was told, and after what. */
export const toldWhom = ['customer', 'propertyCompany', 'department'] as const
export const milestones = ['accepted', 'noticeIssued', 'repairAccepted', 'result'] as const
export type Milestone = (typeof milestones)[number]
export const feedbackMethods = ['phone', 'visit', 'message', 'letter', 'email'] as const

export type Feedback = {
  readonly to: (typeof toldWhom)[number]
  readonly method: (typeof feedbackMethods)[number]
  readonly content: string
  readonly at: Moment
  readonly entered: Moment
  readonly by: PersonId
  readonly sharedFrom?: string
}

export const states = ['registered', 'accepted', 'inProgress', 'suspended', 'resolved', 'reopened', 'closed', 'rejected', 'merged'] as const
/** 客户意见/投诉记录处理单: the case file. C-1, C-4, C-10 */
export type Complaint = AnyRecord & {
  readonly id: ComplaintId
  readonly number: string
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly building?: Id<'building'>
  readonly unit?: Id<'unit'>
  /** C-13: a public area or a facility, in words. */
  readonly place?: string
  readonly customer?: CustomerId
  readonly kind: (typeof kinds)[number]
  readonly channel: (typeof channels)[number]
  readonly category: Id<'category'>
  readonly element?: Element
  readonly trade?: Trade
  readonly severity: (typeof severities)[number]
  readonly title: string
  readonly wording: string
  readonly wish?: string
  readonly evidence: readonly Evidence[]
  readonly registeredAt: Moment
  readonly registeredBy: PersonId
  readonly representative?: PersonId
  readonly acceptedAt?: Moment
  readonly contactedAt?: Moment
  readonly feedback: readonly Feedback[]
  /** Milestones the customer has not been told of yet, oldest first. C-7 */
  readonly owedFeedback: readonly { readonly milestone: Milestone; readonly since: Moment }[]
  readonly pauses: readonly Pause[]
  /** The state it was in when it was suspended. */
  readonly suspendedFrom?: 'accepted' | 'inProgress' | 'reopened'
  readonly resolvedAt?: Moment
  readonly resolvedBy?: PersonId
  readonly resolution?: string
  /** C-11: the resolve clock as it stood when it was resolved. */
  readonly onTime?: boolean
  readonly reopenedTimes: number
  /** The moment the resolve clock started again. */
  readonly reopenedAt?: Moment
  readonly visit?: Id<'visit'>
  /** C-9: joint surveys about it; or why none is needed. */
  readonly surveys?: readonly Id<'survey'>[]
  readonly surveyWaived?: string
  readonly satisfaction?: string
  readonly closedAt?: Moment
  readonly closedWithout?: string
  readonly rejectedReason?: string
  readonly mergedInto?: ComplaintId
  readonly merged: readonly ComplaintId[]
  readonly notedByManager: boolean
  /** C-15: imported as history, it owes nothing. */
  readonly history?: { readonly source: string; readonly sourceId: string }
  /** Source and its id in one: the same record is never imported twice. X-5 */
  readonly historyKey?: string
  readonly edition: number
}

type Registration = Pick<Complaint, 'project' | 'kind' | 'channel' | 'category' | 'severity' | 'title' | 'wording'> &
  Partial<Pick<Complaint, 'building' | 'unit' | 'place' | 'customer' | 'element' | 'trade' | 'wish' | 'representative'>>
export type ComplaintEvent =
  | ({
      readonly type: 'Registered'
      readonly id: ComplaintId
      readonly number: string
      readonly evidence: readonly Evidence[]
      readonly by: PersonId
      readonly at: Moment
      readonly answer?: string
    } & Registration)
  | ({
      readonly type: 'Imported'
      readonly id: ComplaintId
      readonly number: string
      readonly source: string
      readonly sourceId: string
      readonly registeredAt: Moment
      readonly reply?: { readonly content: string; readonly at: Moment }
      readonly by: PersonId
      readonly at: Moment
    } & Registration)
  | { readonly type: 'Assigned'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Accepted' | 'ManagerNoted' | 'Resumed'; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'EvidenceAdded'; readonly evidence: readonly Evidence[]; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'FedBack'; readonly feedback: Feedback }
  | { readonly type: 'MilestoneReached'; readonly milestone: Milestone; readonly at: Moment }
  | { readonly type: 'SurveyTaken'; readonly survey: Id<'survey'>; readonly at: Moment }
  | { readonly type: 'SurveyWaived'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'NoticeTaken'; readonly notice: Id<'notice'>; readonly at: Moment }
  | { readonly type: 'Suspended'; readonly reason: string; readonly waitsFor: string; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'Resolved'
      readonly resolution: string
      readonly onTime: boolean
      readonly visit: Id<'visit'>
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Reopened'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Closed'; readonly satisfaction?: string; readonly without?: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Rejected'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Merged'; readonly into: ComplaintId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Absorbed'; readonly other: ComplaintId; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'Identified'
      readonly customer?: CustomerId
      readonly unit?: Id<'unit'>
      readonly building?: Id<'building'>
      readonly place?: string
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Corrected'
      readonly changes: Partial<Pick<Complaint, 'kind' | 'category' | 'severity' | 'element' | 'trade' | 'title' | 'wish'>>
      readonly old: Partial<Pick<Complaint, 'kind' | 'category' | 'severity' | 'element' | 'trade' | 'title' | 'wish'>>
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }

export type OnComplaint<I extends Shape = {}, Known extends string = never> = Decision<Complaint, ComplaintEvent, I, Known>
export type AskedOfComplaint<I = {}, Known extends string = never> = Asked<Complaint, ComplaintEvent, I, Known>
export type OpensComplaint<I extends Shape, Known extends string = never> = Opening<Complaint, ComplaintEvent, I, Known>

/** Somebody works on it, or will. */
export const living = ['registered', 'accepted', 'inProgress', 'suspended', 'reopened'] as const
