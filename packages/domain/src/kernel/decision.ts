import type { Actor, Holder } from './actor.ts'
import type { KeptFile } from './file.ts'
import type { Given } from './input.ts'
import type { Ask, FactKey, FactValue } from './names.ts'
import type { Series } from './numbering.ts'
import type { Money } from './money.ts'
import type { Reason, Refusal } from './refusal.ts'
import type { Replays } from './replay.ts'
import type { Rules } from './rules.ts'
import type { About, Task } from './task.ts'
import type { Moment, PersonId, ProjectId } from './values.ts'

/**
 * What surrounds a decision. `now` is the database's (T-1). `fresh` gives ids that are a function of the command, so a
 * retry gives the same ones. `mine`: the open tasks of this record the actor may do, as themselves or for someone.
 * `number` is given to openings that declare a series.
 */
export type Scene = {
  readonly actor: Actor
  readonly now: Moment
  readonly rules: Rules
  readonly mine: readonly Task[]
  readonly number: string
  fresh(label: string): string
}

/**
 * Who may: a permission held through positions in the record's project; whoever holds the open task; or nobody, because
 * only another decision asks for it (then it gives no mutation).
 */
export type By = { readonly permission: string } | { readonly task: string } | 'asked'

export type Outcome<Event> = { readonly events: readonly Event[]; readonly follow?: readonly Ask[] }

export type AnyRecord = {
  readonly id: string
  readonly state: string
  readonly project?: ProjectId | undefined
  readonly number?: string | undefined
  /** Every file that was ever shown on it. F-13 */
  readonly files?: readonly KeptFile[] | undefined
}

export type Facts<Names extends string> = { readonly [N in Names]: FactValue<N> }
// A key of undefined finds nothing. `input` is undefined while the screen only asks whether the decision is open.
// `Known` has no `extends FactName`: the list of nouns would be circular. An unknown name has no key, so `needs` cannot be written for it.
type Needs<Names extends string, Args extends readonly unknown[]> = [Names] extends [never]
  ? { readonly needs?: undefined }
  : { readonly needs: { readonly [N in Names]: (...args: Args) => FactKey<N> | undefined } }
/** The states a decision may leave a record in, from all or from each; where nothing is said the state stays. */
export type Becomes<State extends string> = readonly State[] | { readonly [From in State]?: readonly State[] }
/** From one state, the states a decision may leave a record in. */
export const becomes = (to: Becomes<string> | undefined, from: string): readonly string[] =>
  to === undefined
    ? [from]
    : Array.isArray(to)
      ? (to as readonly string[])
      : ((to as { readonly [state: string]: readonly string[] })[from] ?? [from])

/**
 * Makes sense for many records at once, each of which is told the same. `undo` asks for what brings one back to what it was
 * before; where it gives nothing, what was done stays. X-10
 */
export type Many<R> = { undo?(before: R): Ask | undefined }

/** A decision on a record that exists. */
export type Decision<R extends AnyRecord, E, I = {}, Known extends string = never> = {
  readonly from: readonly R['state'][]
  readonly to?: Becomes<R['state']>
  readonly by: By
  readonly refuses?: readonly Reason[]
  readonly many?: Many<R>
  /** What would refuse whatever were typed; the screen asks it before showing the form, `decide` is never reached past it. */
  blocked?(record: R, scene: Scene, facts: Facts<Known>): Refusal | undefined
  /** What is signed, approved or issued with it: above the limit whoever decides says their password again. SEC-11 */
  stakes?(record: R, input: Given<I>): Money | undefined
  decide(record: R, input: Given<I>, scene: Scene, facts: Facts<Known>): Outcome<E> | Refusal
} & Needs<Known, [record: R, input: Given<I> | undefined]> & { readonly input: I }

/** A decision only another decision asks for, with values of the domain as they are. */
export type Asked<R extends AnyRecord, E, Input = {}, Known extends string = never> = {
  readonly from: readonly R['state'][]
  readonly to?: Becomes<R['state']>
  readonly by: 'asked'
  readonly refuses?: readonly Reason[]
  readonly input?: undefined
  blocked?: undefined
  decide(record: R, input: Input, scene: Scene, facts: Facts<Known>): Outcome<E> | Refusal
} & Needs<Known, [record: R, input: Input | undefined]>

/** A decision that brings a record into being; `project` says in whose project the permission must be held, where the input does not. */
export type Opening<R extends AnyRecord, E, I = {}, Known extends string = never> = {
  readonly opens: true
  readonly to: readonly R['state'][]
  readonly by: By
  readonly refuses?: readonly Reason[]
  readonly series?: Series
  project?(input: Given<I>, facts: Facts<Known>): ProjectId | undefined
  decide(id: R['id'], input: Given<I>, scene: Scene, facts: Facts<Known>): Outcome<E> | Refusal
} & Needs<Known, [id: R['id'], input: Given<I>]> & { readonly input: I }

export type AskedOpening<R extends AnyRecord, E, Input = {}, Known extends string = never> = {
  readonly opens: true
  readonly to: readonly R['state'][]
  readonly by: 'asked'
  readonly refuses?: readonly Reason[]
  readonly series?: Series
  readonly input?: undefined
  decide(id: R['id'], input: Input, scene: Scene, facts: Facts<Known>): Outcome<E> | Refusal
} & Needs<Known, [id: R['id'], input: Input]>

/** Which records a fact is about: equality of properties; of a list property, containing; a list of values, any of them. */
export type Which<R> = {
  readonly [K in keyof R]?: R[K] extends readonly (infer One)[] | undefined ? One : R[K] | readonly NonNullable<R[K]>[]
}

/** What a noun tells other nouns: records found by their properties, read by a pure function; with `newest`, only the last few by a time. */
export type Fact<R extends AnyRecord, Key, Value> = {
  find(key: Key): Which<R>
  /** What is decided does not hang on its staying so: it is read without a lock. */
  readonly loose?: true
  readonly newest?: { readonly by: keyof R & string; readonly limit: number }
  read(found: readonly R[], at: { readonly now: Moment; readonly rules: Rules; readonly key: Key }): Value
}
/** The same where only how many there are, by the value of one property, is asked. */
export type Tally<R extends AnyRecord, Key, Value> = {
  find(key: Key): Which<R>
  readonly tally: keyof R & string
  read(counts: ReadonlyMap<string, number>, at: { readonly now: Moment; readonly rules: Rules; readonly key: Key }): Value
}

/** Told to these people once: what it is about and how it ended. X-6 */
export type Word = {
  readonly to: readonly PersonId[]
  readonly outcome: string
  readonly of: { readonly noun: string; readonly id: string }
  readonly about: About
}

/** What a noun is: how events make its record, what is owed, and when it has reached an end. */
export type Noun<R extends AnyRecord, E extends { readonly type: string }> = {
  evolve(record: R | undefined, event: E): R
  /** Who has to do what by when, from the record alone; queues and reminders are nothing else. T-3 */
  tasks(record: R, rules: Rules): readonly Task[]
  readonly states: readonly R['state'][]
  readonly ends: readonly R['state'][]
  /** Who knows of it through a part in it, whatever their positions let them read. */
  involves?(record: R): readonly Holder[]
  /** The record whose tasks move this one, so "stuck" can be checked. */
  waitsOn?(record: R): { readonly noun: string; readonly id: string } | undefined
  /** Who is told how something ended for them, besides what becomes their task. X-6 */
  tells?(before: R, now: R): readonly Word[]
  /** What "changed since seen" compares, where it is less than every change. B-4 */
  revision?(record: R): number
  /** What a change of the settings can be tried on. Y-8 */
  readonly replays?: Replays<R>
}
