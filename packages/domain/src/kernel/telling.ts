import { workingDaysAfter } from './calendar.ts'
import type { Rules } from './rules.ts'
import type { Task } from './task.ts'
import type { Moment } from './values.ts'

/** 开始 · 将到期 · 到期 · 逾期: what is said of a task to whoever holds it, in the order of time. B-5 */
export const tellingStages = ['begun', 'soon', 'due', 'late'] as const
export type TellingStage = (typeof tellingStages)[number]
export type Telling = { readonly stage: TellingStage; readonly at: Moment }

/**
 * When something is said of a task: that it begins, that most of its time has run (three quarters), that it is due, and once
 * more some working days after (one); both are settings. Computed from its times alone, so a server that slept says what still holds and nothing twice. B-5, T-3
 */
export const tellings = (
  { from, clock }: Pick<Task, 'from' | 'clock'>,
  { calendar, remindAtPercent, remindLateWorkingDays }: Pick<Rules, 'calendar' | 'remindAtPercent' | 'remindLateWorkingDays'>,
): readonly Telling[] => {
  const begun: Telling = { stage: 'begun', at: from }
  if (!clock || clock.paused) return [begun]
  const { start, due } = clock
  const soon = Math.round(start + ((due - start) * remindAtPercent) / 100) as Moment
  return [
    begun,
    ...(soon > from ? [{ stage: 'soon', at: soon } as const] : []),
    ...(due > from ? [{ stage: 'due', at: due } as const] : []),
    { stage: 'late', at: workingDaysAfter(calendar, due, remindLateWorkingDays) },
  ]
}

/** What is to be said now, if anything: of everything since `after`, inclusive, only the last, for the others have been overtaken. */
export const tellingNow = (all: readonly Telling[], after: Moment, now: Moment): Telling | undefined =>
  all.findLast(({ at }) => after <= at && at <= now)

/** When something is said next. */
export const nextTelling = (all: readonly Telling[], now: Moment): Moment | undefined => all.find(({ at }) => at > now)?.at
