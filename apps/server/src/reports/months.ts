import { dayOf, writtenDay, type Moment } from '@lintel/domain'

/** A month in Asia/Shanghai, `2026-10`. */
export type Month = string & { readonly month?: never }
export const isMonth = (text: string): text is Month => /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text)
export const monthOf = (now: Moment): Month => writtenDay(dayOf(now)).slice(0, 7)
/** So many months before this one. */
export const monthBefore = (month: Month, by = 1): Month => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
export const firstDay = (month: Month) => `${month}-01`
export const lastDay = (month: Month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

const madeFrom = 8 * 60
/** Whether the report of the month before is due: from eight in the morning of its day, until the month ends. T-1, T-3 */
export const isDue = (day: number, now: Moment, minute: number) => {
  const today = Number(writtenDay(dayOf(now)).slice(8))
  return today > day || (today === day && minute >= madeFrom)
}
