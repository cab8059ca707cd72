import type { Actor, Holder } from '../kernel/actor.ts'
import { actsAs } from '../kernel/actor.ts'
import type { AnyRecord, Asked, AskedOpening, Decision } from '../kernel/decision.ts'
import type { DecisionName, InputOf, Ref } from '../kernel/names.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { About, Task } from '../kernel/task.ts'
import type { RequestKind } from './kinds/kinds.ts'
import type { Mode } from './modes.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type ApprovalId = Id<'approval'>
export type SeatId = Id<'seat'>

/** Kept for ever; `void` says why it no longer counts. */
export type Signature = {
  readonly by: PersonId
  readonly inNameOf: PersonId
  readonly at: Moment
  readonly round: number
  readonly seat: SeatId
  readonly comment?: string
  readonly void?: 'sentBack' | 'resubmitted'
}

/** A place to sign. Those asked first (`before`) and those who must sign as well (`after`) hang on it: a small tree. B-11 */
export type Seat = {
  readonly id: SeatId
  readonly holder: Holder
  readonly signed?: Signature
  readonly before: readonly Seat[]
  readonly after: readonly Seat[]
}
export type Step = { readonly mode: Mode; readonly seats: readonly Seat[] }
export type NewStep = { readonly mode: Mode; readonly seats: readonly Holder[] }

/** What the subject's answering decisions are told. */
export type Verdict = { readonly approval: ApprovalId; readonly by: PersonId; readonly inNameOf: PersonId; readonly reason?: string }
/** Any decision that takes a verdict can be named as an answer; the list of nouns proves the name. */
export type AnswerName = {
  [D in DecisionName]: [InputOf<D>] extends [Verdict] ? ([Verdict] extends [InputOf<D>] ? D : never) : never
}[DecisionName]
export type Answers = Readonly<Record<'approved' | 'rejected' | 'returned' | 'withdrawn', AnswerName>>

export const states = ['open', 'returned', 'approved', 'rejected', 'withdrawn', 'void'] as const

/** What is asked of whom: a noun of its own, so every kind of request is approved the same way. §17 */
export type Approval = AnyRecord & {
  readonly id: ApprovalId
  readonly state: (typeof states)[number]
  readonly project?: ProjectId
  readonly subject: Ref
  readonly answers: Answers
  /** P-2: they never approve what they made. */
  readonly makers: readonly PersonId[]
  /** Unset only where it was opened before chains were kept as data. */
  readonly kind?: RequestKind
  /** The version of its kind's chain that it finishes on. G-1 */
  readonly chainVersion: number
  readonly round: number
  readonly steps: readonly Step[]
  readonly past: readonly Signature[]
  readonly openedAt: Moment
  readonly since: Moment
  readonly dueAt?: Moment
  readonly urgedAt?: Moment
  readonly ended?: { readonly by: PersonId; readonly at: Moment; readonly reason?: string }
  readonly about: About
  /** The records a signer needs to read. B-7 */
  readonly reads: readonly string[]
}
/** What is submitted; its steps follow from the chain of its kind. The first of the makers is the drafter. */
export type Request = {
  readonly kind: RequestKind
  readonly makers: readonly PersonId[]
  /** Cases it is about: a chain may depend on their categories. */
  readonly complaints: readonly Id<'complaint'>[]
  readonly about: About
  readonly reads: readonly string[]
}
type Submitted = Omit<Request, 'complaints'> & { readonly steps: readonly NewStep[] }
export type ApprovalEvent =
  | ({
      readonly type: 'Opened'
      readonly id: ApprovalId
      readonly project?: ProjectId
      readonly subject: Ref
      readonly answers: Answers
      readonly chainVersion: number
      readonly dueAt?: Moment
      readonly at: Moment
    } & Submitted)
  | { readonly type: 'Signed'; readonly seat: SeatId; readonly signature: Signature }
  | {
      readonly type: 'SignersAdded'
      readonly seat: SeatId
      readonly where: 'before' | 'after'
      readonly added: readonly { readonly id: SeatId; readonly holder: Holder }[]
      readonly by: PersonId
      readonly at: Moment
      readonly comment?: string
    }
  | {
      readonly type: 'HandedOver'
      readonly seat: SeatId
      readonly to: Holder
      readonly by: PersonId
      readonly inNameOf: PersonId
      readonly at: Moment
      readonly comment?: string
    }
  | {
      readonly type: 'SentBack'
      readonly step: number
      readonly by: PersonId
      readonly inNameOf: PersonId
      readonly reason: string
      readonly at: Moment
    }
  | ({ readonly type: 'Resubmitted'; readonly at: Moment } & Submitted)
  | { readonly type: 'Urged'; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Commented'; readonly by: PersonId; readonly at: Moment; readonly text: string }
  | {
      readonly type: 'Ended'
      readonly as: 'returned' | 'approved' | 'rejected' | 'withdrawn' | 'void'
      readonly by: PersonId
      readonly inNameOf?: PersonId
      readonly at: Moment
      readonly reason?: string
    }
export type On<I = {}, Known extends string = never> = Decision<Approval, ApprovalEvent, I, Known>
export type OnAsked<I = {}, Known extends string = never> = Asked<Approval, ApprovalEvent, I, Known>
export type Opens<I, Known extends string = never> = AskedOpening<Approval, ApprovalEvent, I, Known>

/** A seat is settled when it is signed and so is everybody asked before and after. B-11 */
export const settled = (seat: Seat): boolean => !!seat.signed && [...seat.before, ...seat.after].every(settled)
export const stepSettled = ({ mode, seats }: Step) => (mode === 'any' ? seats.some(settled) : seats.every(settled))
export const currentStep = (approval: Approval) => approval.steps.findIndex((step) => !stepSettled(step))

/** Where a signature is owed now. An unsettled seat always owes at least one: nobody's task can get lost. B-8 */
const owed = (seat: Seat): readonly Seat[] => {
  const first = seat.before.filter((other) => !settled(other))
  if (first.length) return first.flatMap(owed)
  return seat.signed ? seat.after.flatMap(owed) : [seat]
}
export const openSeats = (approval: Approval): readonly Seat[] => {
  const step = approval.state === 'open' ? approval.steps[currentStep(approval)] : undefined
  if (!step) return []
  const unsettled = step.seats.filter((seat) => !settled(seat))
  return (step.mode === 'inOrder' ? unsettled.slice(0, 1) : unsettled).flatMap(owed)
}
export const allSeats = (seats: readonly Seat[]): readonly Seat[] =>
  seats.flatMap((seat) => [seat, ...allSeats(seat.before), ...allSeats(seat.after)])
export const seatsOf = (approval: Approval) => allSeats(approval.steps.flatMap((step) => step.seats))
export const signatures = (approval: Approval): readonly Signature[] => [
  ...approval.past,
  ...seatsOf(approval).flatMap((seat) => seat.signed ?? []),
]
export const validSignatures = (approval: Approval) => signatures(approval).filter((signature) => !signature.void)

/** The seat, and in whose name the actor sits there; or why not. P-2, B-3 */
export const sitting = (
  approval: Approval,
  id: SeatId,
  actor: Actor,
  now: Moment,
): { readonly seat: Seat; readonly inNameOf: PersonId } | Refusal => {
  const seat = openSeats(approval).find((open) => open.id === id)
  if (!seat) {
    const there = seatsOf(approval).find((other) => other.id === id)
    const step = approval.steps.find(({ seats }) => allSeats(seats).some((other) => other.id === id))
    const by = there?.signed ?? (step?.mode === 'any' ? step.seats.find(settled)?.signed : undefined)
    return by ? refuse('AlreadyDecided', { by: by.by, at: by.at }) : refuse('NoSuchSeat')
  }
  const inNameOf = actsAs(actor, seat.holder, now)
  if (!inNameOf) return refuse('NotYourTask')
  if (approval.makers.includes(actor.person) || approval.makers.includes(inNameOf)) return refuse('OwnRequest')
  const people = [actor.person, inNameOf]
  if (validSignatures(approval).some(({ by, inNameOf: name }) => people.includes(by) || people.includes(name)))
    return refuse('AlreadySigned')
  // B-11 delegation: nobody signs for another beside a seat of their own
  const alone = { ...actor, standsInFor: [] }
  if (inNameOf !== actor.person && seatsOf(approval).some((other) => !other.signed && other.id !== id && actsAs(alone, other.holder, now)))
    return refuse('HasOwnSeat')
  return { seat, inNameOf }
}

/** The signer's task: what is asked, and what they may read for as long as it is theirs. B-3, B-6, B-7 */
export const tasks = (approval: Approval): readonly Task[] =>
  openSeats(approval).map((seat) => ({
    kind: 'approve',
    holder: seat.holder,
    does: 'approval.approve',
    part: seat.id,
    from: approval.since,
    except: approval.makers,
    about: approval.about,
    reads: [approval.subject.id, ...approval.reads],
    ...(approval.dueAt === undefined
      ? {}
      : {
          clock: {
            rule: 'approval',
            version: 0,
            start: approval.openedAt,
            span: { minutes: (approval.dueAt - approval.openedAt) / 60_000 },
            pauses: [],
            due: approval.dueAt,
          },
        }),
  }))
