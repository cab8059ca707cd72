import { minutesAfter, type Moment } from './values.ts'

/** Days since 1970-01-01 as Asia/Shanghai counts them. */
export type Day = number
/** Minutes after midnight at which a stretch of company hours begins and ends. */
export type Stretch = readonly [from: number, until: number]

/** The official holidays and make-up working days of the published years, and the company's hours. T-1 */
export type Calendar = {
  readonly holidays: ReadonlySet<Day>
  readonly makeUpDays: ReadonlySet<Day>
  readonly publishedYears: ReadonlySet<number>
  readonly hours: readonly Stretch[]
}

// Asia/Shanghai has had no daylight saving since 1991, so its offset is a constant for every date this system can hold
const offset = 8 * 3_600_000
const dayLength = 86_400_000
export const dayOf = (at: Moment): Day => Math.floor((at + offset) / dayLength)
export const startOf = (day: Day) => (day * dayLength - offset) as Moment
export const dayFrom = (written: string): Day => Math.floor(Date.parse(`${written}T00:00:00Z`) / dayLength)
/** `2026-11-24` */
export const writtenDay = (day: Day) => new Date(day * dayLength).toISOString().slice(0, 10)
export const yearOf = (day: Day) => new Date(day * dayLength).getUTCFullYear()
// 1970-01-01 was a Thursday
const isWeekend = (day: Day) => (((day + 3) % 7) + 7) % 7 > 4

export const isWorkingDay = (calendar: Calendar, day: Day) =>
  calendar.makeUpDays.has(day) || (!calendar.holidays.has(day) && !isWeekend(day))

const nextWorkingDay = (calendar: Calendar, after: Day): Day => {
  let day = after + 1
  while (!isWorkingDay(calendar, day)) day++
  return day
}
const closing = (calendar: Calendar) => calendar.hours.at(-1)?.[1] ?? 24 * 60

/**
 * The end of company hours on the n-th working day after the day of `from` (which does not count). A half day more ends
 * with the morning of the working day after.
 */
export const workingDaysAfter = (calendar: Calendar, from: Moment, days: number): Moment => {
  let day = dayOf(from)
  for (let n = 0; n < Math.floor(days); n++) day = nextWorkingDay(calendar, day)
  const half = days % 1 !== 0
  if (half) day = nextWorkingDay(calendar, day)
  return minutesAfter(startOf(day), half ? (calendar.hours[0]?.[1] ?? 12 * 60) : closing(calendar))
}

/** When so many minutes of company hours have passed since `from`. */
export const workingMinutesAfter = (calendar: Calendar, from: Moment, minutes: number): Moment => {
  let left = minutes * 60_000
  let day = dayOf(from)
  for (;;) {
    if (isWorkingDay(calendar, day))
      for (const [opens, closes] of calendar.hours) {
        const begins = Math.max(from, minutesAfter(startOf(day), opens))
        const ends = minutesAfter(startOf(day), closes)
        if (ends <= begins) continue
        if (left <= ends - begins) return (begins + left) as Moment
        left -= ends - begins
      }
    day = nextWorkingDay(calendar, day)
  }
}

/** Company hours between two moments, in minutes; none when the second is not later. */
export const workingMinutesBetween = (calendar: Calendar, from: Moment, until: Moment): number => {
  let passed = 0
  for (let day = dayOf(from); day <= dayOf(until); day++) {
    if (!isWorkingDay(calendar, day)) continue
    for (const [opens, closes] of calendar.hours)
      passed += Math.max(0, Math.min(until, minutesAfter(startOf(day), closes)) - Math.max(from, minutesAfter(startOf(day), opens)))
  }
  return passed / 60_000
}

/** The first year from `from` to `until` whose holidays have not been published: a due time there may still move. T-1 */
export const unpublishedYear = (calendar: Calendar, from: Moment, until: Moment): number | undefined => {
  for (let year = yearOf(dayOf(from)); year <= yearOf(dayOf(until)); year++) if (!calendar.publishedYears.has(year)) return year
  return undefined
}
