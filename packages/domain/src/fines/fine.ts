import type { AnyRecord, Asked, Decision, Opening } from '../kernel/decision.ts'
import type { Evidence, Shape } from '../kernel/input.ts'
import { minus, nothing, plus, type Money } from '../kernel/money.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'
import type { ApprovalId } from '../approvals/approval.ts'
import type { fineGrounds, fineSeverities } from '../approvals/kinds/fine.ts'

export type FineId = Id<'fine'>
type NoticeId = Id<'notice'>
type ContractorId = Id<'contractor'>
export type RepairId = Id<'emergencyRepair'>
export type FineSeverity = (typeof fineSeverities)[number]
export type Ground = (typeof fineGrounds)[number]

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

export const states = ['drafted', 'signed', 'returned', 'rejected', 'stopped', 'approved', 'issued', 'cleared', 'cancelled'] as const
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
  | { readonly type: 'Cancelled'; readonly replacedBy: FineId; readonly reason: string; readonly by: PersonId; readonly at: Moment }

export type OnFine<I extends Shape = {}, Known extends string = never> = Decision<Fine, FineEvent, I, Known>
export type AskedOfFine<I = {}, Known extends string = never> = Asked<Fine, FineEvent, I, Known>
export type OpensFine<I extends Shape, Known extends string = never> = Opening<Fine, FineEvent, I, Known>

/** F-5: refusing, no-show, missed deadline and bad work also bring in the emergency team; a missing slip alone does not. */
export const startsEmergencyRepair = ({ ground }: { readonly ground: Ground }) => ground !== 5
/** F-10: which fines block the same ground of the same notice. */
export const blocks = ({ state }: Pick<Fine, 'state'>) => state !== 'rejected' && state !== 'stopped' && state !== 'cancelled'

/** F-14: what is still owed. Nothing is owed before the fine is issued. */
export const openSum = ({ entries }: Pick<Fine, 'entries'>): Money =>
  entries.reduce((sum, { kind, amount }) => (kind === 'issued' ? plus(sum, amount) : minus(sum, amount)), nothing)
