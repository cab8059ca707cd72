import type { DecisionName, IdOf, InputOf, Moment, NounName, NounOf, RecordOf, Refusal } from '@lintel/domain'

/** Where a command came from. P-3 */
export type Origin = { readonly address?: string; readonly agent?: string }

/** A record as the person saw it when they decided. B-4 */
export type Seen = { readonly noun: NounName; readonly id: string; readonly revision: number }

/** What somebody asks for. A retry carries the same key and has no second effect. */
export type Command<D extends DecisionName = DecisionName> = {
  readonly does: D
  /** The record decided on; none where the decision brings one into being. */
  readonly on?: IdOf<NounOf<D>>
  /** As it came from outside: declared inputs are read by their declaration. */
  readonly input: unknown
  readonly key: string
  readonly saw?: readonly Seen[]
  readonly origin?: Origin
  /** When they said again that it is they: above a limit nothing is decided without. Whether it was so is no matter of the caller's. SEC-11 */
  readonly confirmedAt?: Moment
}
/** For callers inside the server, whose input is typed. */
export const command = <D extends DecisionName>(does: D, on: IdOf<NounOf<D>> | undefined, input: InputOf<D>, key: string): Command<D> => ({
  does,
  input,
  key,
  ...(on === undefined ? {} : { on }),
})

export type Done<D extends DecisionName = DecisionName> = { readonly done: RecordOf<NounOf<D>>; readonly revision: number }
export type Answer<D extends DecisionName = DecisionName> = Done<D> | Refusal
export const isDone = <D extends DecisionName>(answer: Answer<D>): answer is Done<D> => 'done' in answer
