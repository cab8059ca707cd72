import { choice, count, group, list, longText, money, optional, ref, text, type Given } from '../../kernel/input.ts'
import type { AnyRecord } from '../../kernel/decision.ts'
import type { Id, Moment, PersonId } from '../../kernel/values.ts'
import { modes } from '../modes.ts'
import type { RequestKind } from '../kinds/kinds.ts'

/** Who signs by what they are to the request. B-1 */
export const relations = ['drafterSuperior', 'drafterDepartmentHead', 'projectRepresentative'] as const
/** Limits among the company's settings that an amount may be held against. */
export const limits = ['managerRepairLimit'] as const

/** One of them; which is checked when the chain is changed. */
const seatShape = {
  position: optional(text(60)),
  department: optional(ref('department')),
  person: optional(ref('person')),
  relation: optional(choice('ChainRelation', relations)),
}
/** All that is said must hold. `over` and `upTo` are yuan; `limit` is a setting the amount must exceed. */
const conditionShape = {
  over: optional(money()),
  upTo: optional(money()),
  limit: optional(choice('ChainLimit', limits)),
  grounds: optional(list(count(1, 5), { max: 5 })),
  severities: optional(list(text(40), { max: 10 })),
  categories: optional(list(ref('category'), { max: 50 })),
  draftedBy: optional(list(text(60), { max: 20 })),
  notDraftedBy: optional(list(text(60), { max: 20 })),
}
const stepShape = {
  mode: choice('ApprovalMode', modes),
  seats: list(group('ChainSeat', seatShape), { min: 1, max: 12 }),
  /** The step is asked where any of them holds; where there is none, always. */
  when: list(group('ChainCondition', conditionShape), { max: 8 }),
}
export const stepsInput = list(group('ChainStep', stepShape), { min: 1, max: 10 })
export const changeInput = { steps: stepsInput, reason: longText(500) }

export type ChainSeat = Given<typeof seatShape>
export type Condition = Given<typeof conditionShape>
export type ChainStep = Given<typeof stepShape>

/** A version is never changed: a request keeps the one it was opened under. G-1 */
export type ChainVersion = {
  readonly version: number
  readonly steps: readonly ChainStep[]
  readonly by: PersonId
  readonly at: Moment
  readonly reason?: string
}
export const states = ['inForce'] as const
/** 审批链: who approves a kind of request, as data the administrator edits. B-1, G-1 */
export type Chain = AnyRecord & {
  readonly id: Id<'chain'>
  readonly state: 'inForce'
  readonly kind: RequestKind
  readonly versions: readonly ChainVersion[]
}
export type ChainEvent =
  | {
      readonly type: 'Opened'
      readonly id: Id<'chain'>
      readonly kind: RequestKind
      readonly steps: readonly ChainStep[]
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Changed'
      readonly version: number
      readonly steps: readonly ChainStep[]
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
