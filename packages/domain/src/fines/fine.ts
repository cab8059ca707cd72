import type { AnyRecord, Asked, Decision, Opening } from '../kernel/decision.ts'
import type { Evidence, Shape } from '../kernel/input.ts'
import { clock, type Clock } from '../kernel/clock.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Recorded } from '../kernel/recorded.ts'
import { minus, nothing, plus, type Money } from '../kernel/money.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'
import type { ApprovalId } from '../approvals/approval.ts'
import { supervisionGrounds, type contractorGrounds, type fineSeverities } from '../approvals/kinds/fine.ts'

export type FineId = Id<'fine'>
type NoticeId = Id<'notice'>
type ContractorId = Id<'contractor'>
export type RepairId = Id<'emergencyRepair'>
export type FineSeverity = (typeof fineSeverities)[number]
/** Of a contractor's default, the five of F-1. */
export type ContractorGround = (typeof contractorGrounds)[number]
/** Of a supervision firm that does not cooperate: their own, each with a written reason. F-11 */
export type SupervisionGround = keyof typeof supervisionGrounds
export type Ground = ContractorGround | (typeof supervisionGrounds)[SupervisionGround]

/** A recorded time as it was known when the fine was drafted or signed. N-6 */
export type KnownProof = { readonly what: string; readonly at?: Moment }
/** F-1: a ground the system did not derive carries the representative's written reason instead of a beginning. */
export type GroundOfFine = {
  readonly ground: Ground
  readonly derivedSince?: Moment
  readonly sub?: string
  readonly proofs: readonly KnownProof[]
  readonly reason?: string
  /** It held when this was drafted and was taken back since. N-2 */
  readonly fellAt?: Moment
}
/** The executing desks; each acknowledges the slip. F-7 */
export const desks = ['costControl', 'economics', 'finance', 'contracts'] as const
export type Desk = (typeof desks)[number]

/** F-14: every change of the open sum is an entry; the sum is nothing else than the entries. */
export const entryKinds = ['issued', 'settlement', 'waiver', 'reduction', 'cancellation'] as const
export type Entry = {
  readonly kind: (typeof entryKinds)[number]
  readonly amount: Money
  readonly at: Moment
  readonly by: PersonId
  readonly note?: string
}

/** What is let off: a waiver 减免, or a reduction 核减. Proposed with its reason, entered once the company leader approves. F-7, F-8 */
export const reliefKinds = ['waiver', 'reduction'] as const
export type Relief = {
  readonly kind: (typeof reliefKinds)[number]
  readonly amount: Money
  readonly reason: string
  readonly by: PersonId
  readonly at: Moment
  readonly approval: ApprovalId
  /** The company leader wants to know more. B-2 */
  readonly returned?: { readonly at: Moment; readonly reason: string }
}
/** What the group's leader makes of an appeal. F-9 */
export const appealOutcomes = ['upheld', 'partly', 'dismissed'] as const
/** How it ended; `notApproved`: it was upheld, and the company leader did not agree. */
export const appealEnds = [...appealOutcomes, 'withdrawn', 'notApproved'] as const
/** 申诉: what the contractor says against an issued fine. F-9 */
export type Appeal = {
  /** When the contractor handed it in, what was shown with it, and when the representative entered it. N-2 */
  readonly fact: Recorded
  readonly reasons: string
  readonly decided?: {
    readonly outcome: (typeof appealOutcomes)[number]
    readonly reason: string
    readonly by: PersonId
    readonly at: Moment
  }
  readonly ended?: { readonly as: (typeof appealEnds)[number]; readonly at: Moment }
}

export const states = [
  'drafted',
  'signed',
  'returned',
  'rejected',
  'stopped',
  'approved',
  'issued',
  'appealed',
  'cleared',
  'cancelled',
] as const
/** 罚款单 */
export type Fine = AnyRecord & {
  readonly id: FineId
  readonly number: string
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly notice: NoticeId
  readonly noticeNumber: string
  readonly contractor: ContractorId
  readonly complaints: readonly Id<'complaint'>[]
  readonly representative: PersonId
  /** Who writes on where the drafter has left. P-5 */
  readonly keeper?: PersonId
  readonly grounds: readonly GroundOfFine[]
  readonly facts: string
  readonly evidence: readonly Evidence[]
  readonly draftedAt: Moment
  /** When it came into its state. */
  readonly since: Moment
  /** Counts the changes of what a signer decides on: grounds, amount, open sum. B-4 */
  readonly edition: number
  readonly approval?: ApprovalId
  readonly coordinator?: PersonId
  readonly severity?: FineSeverity
  readonly amount?: Money
  /** The version of the settings the amount was set under, and its floor. F-4 */
  readonly rulesVersion?: number
  readonly floor?: Money
  readonly signedAt?: Moment
  readonly repair?: RepairId
  readonly approvedAt?: Moment
  readonly issuedAt?: Moment
  readonly endedReason?: string
  readonly replaces?: FineId
  readonly replacedBy?: FineId
  readonly acknowledged: readonly { readonly desk: Desk; readonly by: PersonId; readonly at: Moment }[]
  readonly entries: readonly Entry[]
  /** What is proposed to be let off and not decided yet. */
  readonly relief?: Relief
  /** The last one; earlier ones were withdrawn. */
  readonly appeal?: Appeal
}
export type FineEvent =
  | {
      readonly type: 'Drafted'
      readonly id: FineId
      readonly number: string
      readonly project: ProjectId
      readonly notice: NoticeId
      readonly noticeNumber: string
      readonly contractor: ContractorId
      readonly complaints: readonly Id<'complaint'>[]
      readonly grounds: readonly GroundOfFine[]
      readonly facts: string
      readonly evidence: readonly Evidence[]
      readonly replaces?: FineId
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Redrafted'
      readonly grounds: readonly GroundOfFine[]
      readonly facts: string
      readonly evidence: readonly Evidence[]
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Signed'
      readonly amount: Money
      readonly severity: FineSeverity
      readonly grounds: readonly GroundOfFine[]
      readonly rulesVersion: number
      readonly floor: Money
      readonly by: PersonId
      readonly at: Moment
      readonly approval: ApprovalId
      readonly repair?: RepairId
    }
  | {
      readonly type: 'Answered'
      readonly as: 'approved' | 'rejected' | 'returned'
      readonly by: PersonId
      readonly inNameOf: PersonId
      readonly at: Moment
      readonly reason?: string
    }
  | { readonly type: 'GroundFell'; readonly ground: Ground; readonly at: Moment; readonly returned: boolean }
  | { readonly type: 'HandedOver'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Stopped'; readonly by: PersonId; readonly at: Moment; readonly reason: string }
  | { readonly type: 'Issued'; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Acknowledged'; readonly desk: Desk; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Entered'; readonly entry: Entry }
  | { readonly type: 'Appealed'; readonly appeal: Appeal }
  | {
      readonly type: 'AppealDecided'
      readonly outcome: (typeof appealOutcomes)[number]
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'AppealWithdrawn'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'ReliefProposed'; readonly relief: Relief }
  | { readonly type: 'ReliefReturned'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'ReliefEnded'
      readonly as: 'refused' | 'withdrawn' | 'appealed'
      readonly by: PersonId
      readonly at: Moment
      readonly reason?: string
    }
  | { readonly type: 'Cancelled'; readonly replacedBy: FineId; readonly reason: string; readonly by: PersonId; readonly at: Moment }

export type OnFine<I extends Shape = {}, Known extends string = never> = Decision<Fine, FineEvent, I, Known>
export type AskedOfFine<I = {}, Known extends string = never> = Asked<Fine, FineEvent, I, Known>
export type OpensFine<I extends Shape, Known extends string = never> = Opening<Fine, FineEvent, I, Known>

/** F-5: refusing, no-show, missed deadline and bad work also bring in the emergency team; a missing slip alone does not. */
export const startsEmergencyRepair = ({ ground }: { readonly ground: Ground }) => ground < 5
/** F-11: it is on a supervision firm, for grounds of its own. */
export const onSupervision = ({ grounds }: Pick<Fine, 'grounds'>) =>
  grounds.some(({ ground }) => Object.values(supervisionGrounds).some((own) => own === ground))
/** F-10: which fines block the same ground of the same notice. */
export const blocks = ({ state }: Pick<Fine, 'state'>) => state !== 'rejected' && state !== 'stopped' && state !== 'cancelled'

/** F-14: what is still owed. Nothing is owed before the fine is issued. */
export const openSum = ({ entries }: Pick<Fine, 'entries'>): Money =>
  entries.reduce((sum, { kind, amount }) => (kind === 'issued' ? plus(sum, amount) : minus(sum, amount)), nothing)
/** What may still be settled: the open sum without what is proposed to be let off. F-7, F-8 */
export const toSettle = ({ entries, relief }: Pick<Fine, 'entries' | 'relief'>): Money =>
  minus(openSum({ entries }), relief?.amount ?? nothing)
/** P-2: they let nothing off of it and decide no appeal against it. */
export const makersOf = ({ representative, coordinator }: Pick<Fine, 'representative' | 'coordinator'>): readonly PersonId[] => [
  representative,
  ...(coordinator ? [coordinator] : []),
]
/** Until when the contractor may appeal. F-9 */
export const appealClock = ({ issuedAt }: Pick<Fine, 'issuedAt'>, rules: Rules): Clock | undefined =>
  issuedAt === undefined ? undefined : clock(rules, 'appealWorkingDays', issuedAt, { workingDays: rules.appealWorkingDays })
