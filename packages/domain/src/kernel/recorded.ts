import type { Scene } from './decision.ts'
import { happened, longText, optional, proofs, type Evidence, type Given } from './input.ts'
import { refuse, type Refusal } from './refusal.ts'
import { minutesAfter, type Moment, type PersonId } from './values.ts'

/** A fact with the moment it happened and the moment it was entered; a late entry carries its reason and proof. N-2 */
export type Recorded = {
  readonly at: Moment
  readonly entered: Moment
  readonly by: PersonId
  readonly late?: { readonly reason: string; readonly proof?: string }
  readonly note?: string
  /** Photos and papers of the fact; of a late entry, its proof. N-2 */
  readonly evidence?: readonly Evidence[]
}

/** When it happened, with what shows it; a late entry says why, and what proves it in words or by a file. N-2 */
export const whenInput = {
  at: happened(),
  lateReason: optional(longText(1000)),
  proof: optional(longText(1000)),
  note: optional(longText(1000)),
  evidence: optional(proofs()),
}
export const lateRefusals = ['InTheFuture', 'LateEntryNeedsReason', 'BeforeItsTime'] as const

/** The fact as it will stand on record, or why it cannot be entered like this. N-2 */
export const entered = (
  { at, lateReason, proof, note, evidence }: Given<typeof whenInput>,
  { actor, now, rules }: Pick<Scene, 'actor' | 'now' | 'rules'>,
): Recorded | Refusal => {
  const said = { ...(note === undefined ? {} : { note }), ...(evidence?.length ? { evidence } : {}) }
  if (now <= minutesAfter(at, rules.lateEntryMinutes)) return { at, entered: now, by: actor.person, ...said }
  const proven = proof !== undefined || evidence?.some(({ file }) => file !== undefined)
  if (lateReason === undefined || !proven) return refuse('LateEntryNeedsReason', { minutes: rules.lateEntryMinutes })
  return { at, entered: now, by: actor.person, late: { reason: lateReason, ...(proof === undefined ? {} : { proof }) }, ...said }
}
export const before = (at: Moment, start: Moment | undefined) =>
  start !== undefined && at < start ? refuse('BeforeItsTime', { earliest: start }) : undefined
