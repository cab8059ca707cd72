import { dayOf, daysAfter, minutesAfter, startOf, type Moment } from '@lintel/domain'
import type { Choice } from './choices.ts'

/** Minutes of the day in Asia/Shanghai. */
export const minuteOfDay = (at: Moment) => Math.floor((at - startOf(dayOf(at))) / 60_000)

/** When something may go out: now, or when the quiet hours are over, which may go across midnight. X-6 */
export const afterQuiet = ({ quiet }: Pick<Choice, 'quiet'>, now: Moment): Moment => {
  if (!quiet || quiet.from === quiet.until) return now
  const { from, until } = quiet
  const at = minuteOfDay(now)
  const isQuiet = from < until ? from <= at && at < until : from <= at || at < until
  if (!isQuiet) return now
  const end = minutesAfter(startOf(dayOf(now)), until)
  return end > now ? end : daysAfter(end, 1)
}
