import type { Holder } from './actor.ts'
import type { DecisionName } from './names.ts'
import type { Clock } from './clock.ts'
import type { Money } from './money.ts'
import type { Moment, PersonId } from './values.ts'

/** What a decision needs to be taken from a queue without opening the record. B-6 */
export type About = {
  readonly number?: string
  readonly title: string
  readonly amount?: Money
  readonly contractor?: string
  readonly unit?: string
  readonly grounds?: readonly number[]
  readonly severity?: string
  /** What happens on approval, as keys of the catalogue. */
  readonly onApproval?: readonly string[]
}

/** `approve`: a signature is asked; `do`: work; `alert`: something to know, done by saying so; `escalation`: what somebody of theirs is late with. */
export const taskKinds = ['approve', 'do', 'alert', 'escalation'] as const
export type TaskKind = (typeof taskKinds)[number]

/** What somebody owes. It may begin in the future (`from`): queues show it when its time has come, no job needed. T-3 */
export type Task = {
  readonly kind: TaskKind
  readonly holder: Holder
  readonly does: DecisionName
  /** Which of several tasks of the same verb: a seat, a milestone, a desk, a ground. */
  readonly part?: string
  readonly from: Moment
  /** The clock that says by when, with what explains it; none where nothing is due. T-4 */
  readonly clock?: Clock
  /** People who may not do it even if they hold it: the makers of a request. P-2 */
  readonly except?: readonly PersonId[]
  readonly about: About
  /** Ids of the records a holder may read for as long as the task is theirs. B-7 */
  readonly reads?: readonly string[]
}
