import type { AnyRecord, Facts } from './decision.ts'
import type { FactKey } from './names.ts'
import type { Money } from './money.ts'
import type { Rules, Settings } from './rules.ts'
import type { Moment } from './values.ts'

/** What it is about a record, without the facts it asks. */
type Asking<R extends AnyRecord, Known extends string> = {
  /** The settings the answer hangs on; who changes none of them need not ask. */
  readonly by: readonly (keyof Settings)[]
  /** Whether it holds of the record under these rules, looking from `now`; undefined: the question does not arise. */
  holds(record: R, rules: Rules, now: Moment, facts: Facts<Known>): boolean | undefined
  /** What is at stake, where it holds. */
  amount?(record: R, rules: Rules): Money | undefined
}
/**
 * A question that the recorded times and sums of one record answer under any rules, so that a change of the settings can be
 * tried on what has happened before it is made. Y-8
 */
export type Question<R extends AnyRecord, Known extends string = never> = Asking<R, Known> &
  ([Known] extends [never]
    ? { readonly needs?: undefined }
    : {
        /** What it asks of other records, as of which moment. */
        readonly needs: { readonly [N in Known]: (record: R) => FactKey<N> | undefined }
        at(record: R): Moment
      })

/** A question, whatever facts it asks. */
export type AnyQuestion<R extends AnyRecord> = Asking<R, never> & {
  readonly needs?: Readonly<Record<string, (record: R) => unknown>> | undefined
  at?(record: R): Moment
}
/** The questions of a noun, over its records that began in a period. */
export type Replays<R extends AnyRecord> = {
  /** The moment a record began, which says in which period it is. */
  readonly since: keyof R & string
  readonly questions: Readonly<Record<string, AnyQuestion<R>>>
}

/** Not done when it was due, or not done yet and due before now. Exactly at the due time is on time. */
export const missedBy = (due: Moment, done: Moment | undefined, now: Moment) => (done ?? now) > due
