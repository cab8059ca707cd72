import { unpublishedYear, workingDaysAfter, workingMinutesAfter, workingMinutesBetween } from './calendar.ts'
import type { Rules } from './rules.ts'
import { daysAfter, minutesAfter, type Moment } from './values.ts'

/** `minutes` and `days` run on the wall clock; the others in company hours and working days. T-1 */
export type Span =
  | { readonly minutes: number }
  | { readonly days: number }
  | { readonly workingMinutes: number }
  | { readonly workingDays: number }
/** A stretch in which a clock stands still; without `until` it still does. T-2 */
export type Pause = { readonly from: Moment; readonly until?: Moment; readonly reason: string }

/** A due time with everything that explains it. T-4 */
export type Clock = {
  /** The setting it comes from, a key of the catalogue. */
  readonly rule: string
  readonly version: number
  readonly start: Moment
  readonly span: Span
  readonly pauses: readonly Pause[]
  /** While paused: when it would be due if it went on at once. */
  readonly due: Moment
  readonly paused?: { readonly since: Moment; readonly reason: string }
  /** A year on the way whose holidays are not published yet. */
  readonly unpublishedYear?: number
}

const dueWithoutPauses = ({ calendar }: Rules, start: Moment, span: Span): Moment =>
  'minutes' in span
    ? minutesAfter(start, span.minutes)
    : 'days' in span
      ? daysAfter(start, span.days)
      : 'workingMinutes' in span
        ? workingMinutesAfter(calendar, start, span.workingMinutes)
        : workingDaysAfter(calendar, start, span.workingDays)

const onTheWall = (span: Span) => 'minutes' in span || 'days' in span

/** What was left when a pause began is what is left when it ends. T-2 */
const shifted = ({ calendar }: Rules, due: Moment, { from, until }: Pause, span: Span): Moment =>
  until === undefined || from >= due
    ? due
    : onTheWall(span)
      ? ((due + (until - from)) as Moment)
      : workingMinutesAfter(calendar, until, workingMinutesBetween(calendar, from, due))

export const clock = (rules: Rules, rule: string, start: Moment, span: Span, pauses: readonly Pause[] = []): Clock => {
  const due = pauses.reduce(
    (at, pause) => (pause.from < start && (pause.until ?? Infinity) <= start ? at : shifted(rules, at, pause, span)),
    dueWithoutPauses(rules, start, span),
  )
  const standing = pauses.at(-1)
  const missing = onTheWall(span) ? undefined : unpublishedYear(rules.calendar, start, due)
  return {
    rule,
    version: rules.version,
    start,
    span,
    pauses,
    due,
    ...(standing && standing.until === undefined ? { paused: { since: standing.from, reason: standing.reason } } : {}),
    ...(missing === undefined ? {} : { unpublishedYear: missing }),
  }
}

/** Exactly at the due time is still on time. N-3 */
export const late = (due: Moment, done: Moment | undefined) => done === undefined || done > due
