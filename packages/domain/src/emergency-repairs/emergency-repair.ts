import type { ApprovalId } from '../approvals/approval.ts'
import type { AnyRecord, Asked, AskedOpening, Decision, Opening } from '../kernel/decision.ts'
import type { Evidence, Shape } from '../kernel/input.ts'
import { plus, type Money } from '../kernel/money.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'
import type { QuantityLine } from './quantities.ts'

export type RepairId = Id<'emergencyRepair'>
type ContractorId = Id<'contractor'>

/** E-1 */
export const startedByWhat = ['suggestion', 'danger', 'fine'] as const
/** Who confirms the quantities: the responsible contractor, the team, the department. E-2 */
export const parties = ['contractor', 'team', 'department'] as const
export type Party = (typeof parties)[number]
/** 监控日志: what was done, with materials, hours and what it cost. E-3 */
export type LogEntry = {
  readonly at: Moment
  readonly entered: Moment
  readonly by: PersonId
  readonly work: string
  readonly materials?: string
  readonly hours?: number
  readonly cost?: Money
  readonly evidence: readonly Evidence[]
}
export type Confirmation = {
  readonly party: Party
  readonly signed: boolean
  readonly who: string
  /** In words, as it was recorded before there were lines. */
  readonly quantities?: string
  readonly lines?: readonly QuantityLine[]
  readonly note?: string
  readonly by: PersonId
  readonly at: Moment
}

export const states = [
  'suggested',
  'approved',
  'assigned',
  'working',
  'completed',
  'confirmed',
  'audited',
  'charged',
  'closed',
  'rejected',
  'cancelled',
] as const
/** 应急维修 */
export type EmergencyRepair = AnyRecord & {
  readonly id: RepairId
  readonly number: string
  readonly state: (typeof states)[number]
  readonly project: ProjectId
  readonly notice: Id<'notice'>
  readonly noticeNumber: string
  /** The contractor in whose place the work is done. */
  readonly contractor: ContractorId
  readonly complaints: readonly Id<'complaint'>[]
  readonly representative: PersonId
  readonly startedBy: (typeof startedByWhat)[number]
  readonly reason: string
  readonly fine?: Id<'fine'>
  readonly approver?: PersonId
  readonly since: Moment
  readonly startedAt: Moment
  readonly edition: number
  readonly estimate?: Money
  /** What may be spent. E-5 */
  readonly budget?: Money
  readonly budgetAsked?: { readonly amount: Money; readonly approval: ApprovalId }
  readonly approval?: ApprovalId
  /** Waits for the suggester to say more. */
  readonly returned?: { readonly at: Moment; readonly reason: string }
  /** E-1: approved after the fact, or not. */
  readonly disapproved?: { readonly at: Moment; readonly reason: string }
  readonly team?: ContractorId
  readonly log: readonly LogEntry[]
  readonly confirmations: readonly Confirmation[]
  readonly audited?: {
    readonly amount: Money
    readonly lines?: readonly QuantityLine[]
    readonly note?: string
    readonly by: PersonId
    readonly at: Moment
  }
  /** E-4: cost plus surcharge, an entry of the contractor's ledger. */
  readonly charge?: {
    readonly amount: Money
    readonly surchargePermille: number
    /** Why it is more than the least of what was measured. E-6 */
    readonly reason?: string
    readonly by: PersonId
    readonly at: Moment
  }
  /** The fine that started it was rejected or stopped; the manager decides. F-5 */
  readonly fineFellAt?: Moment
  readonly endedReason?: string
}

export type RepairEvent =
  | {
      readonly type: 'Suggested' | 'StartedAtOnce'
      readonly id: RepairId
      readonly number: string
      readonly project: ProjectId
      readonly notice: Id<'notice'>
      readonly noticeNumber: string
      readonly contractor: ContractorId
      readonly complaints: readonly Id<'complaint'>[]
      readonly reason: string
      readonly estimate: Money
      /** E-1, E-5: what may be spent before the approval after the fact. */
      readonly budget?: Money
      readonly approval: ApprovalId
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'StartedByFine'
      readonly id: RepairId
      readonly number: string
      readonly project: ProjectId
      readonly notice: Id<'notice'>
      readonly noticeNumber: string
      readonly contractor: ContractorId
      readonly complaints: readonly Id<'complaint'>[]
      readonly representative: PersonId
      readonly fine: Id<'fine'>
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Answered'
      readonly as: 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'overtaken'
      readonly by: PersonId
      readonly at: Moment
      readonly reason?: string
    }
  | { readonly type: 'Resuggested'; readonly reason: string; readonly estimate: Money; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'BudgetAsked'
      readonly amount: Money
      readonly approval: ApprovalId
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'BudgetSet'; readonly amount: Money; readonly by: PersonId; readonly at: Moment; readonly reason?: string }
  | { readonly type: 'BudgetRefused'; readonly by: PersonId; readonly at: Moment; readonly reason?: string }
  | { readonly type: 'Assigned'; readonly team: ContractorId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Began' | 'Completed'; readonly by: PersonId; readonly at: Moment; readonly entered: Moment }
  | { readonly type: 'Logged'; readonly entry: LogEntry }
  | { readonly type: 'Confirmed'; readonly confirmation: Confirmation }
  | {
      readonly type: 'Audited'
      readonly amount: Money
      readonly lines?: readonly QuantityLine[]
      readonly note?: string
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'ChargedBack'
      readonly amount: Money
      readonly surchargePermille: number
      readonly reason?: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'FineFell'; readonly fine: Id<'fine'>; readonly at: Moment }
  | { readonly type: 'CarriedOn'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'HandedOver'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Cancelled'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Closed'; readonly by: PersonId; readonly at: Moment }

export type OnRepair<I extends Shape = {}, Known extends string = never> = Decision<EmergencyRepair, RepairEvent, I, Known>
export type AskedOfRepair<I = {}, Known extends string = never> = Asked<EmergencyRepair, RepairEvent, I, Known>
export type OpensRepair<I extends Shape, Known extends string = never> = Opening<EmergencyRepair, RepairEvent, I, Known>
export type AskedOpensRepair<I, Known extends string = never> = AskedOpening<EmergencyRepair, RepairEvent, I, Known>

/** F-5: it exists and was not rejected; then no second one is started for its notice. */
export const stands = ({ state }: Pick<EmergencyRepair, 'state'>) => state !== 'rejected' && state !== 'cancelled'
export const spent = ({ log }: Pick<EmergencyRepair, 'log'>): Money => plus(...log.flatMap(({ cost }) => cost ?? []))
/** The notice has been taken out of the contractor's hands. */
export const takenOver = ({ state }: Pick<EmergencyRepair, 'state'>) =>
  ['assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'].includes(state)
