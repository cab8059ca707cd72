import { dayOf, startOf, type Moment } from '@lintel/domain'

/**
 * Periods that move with the day on which they are asked, in Asia/Shanghai, weeks beginning on Monday. `lastDays` and
 * `nextDays` take their number and count today; `past` ends and `future` begins now.
 */
export const periodNames = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
  'lastYear',
  'lastDays',
  'nextDays',
  'past',
  'future',
] as const
export type PeriodName = (typeof periodNames)[number]
export type Period = { readonly of: PeriodName; readonly n?: number | null | undefined }
export const mostDays = 3_660
export const takesNumber = (of: PeriodName) => of === 'lastDays' || of === 'nextDays'

/** Days since 1970-01-01; `until` is the first day after it. */
type Days = { readonly from: number; readonly until: number }

const dayLength = 86_400_000
const weekLength = 7
// 1970-01-01 was a Thursday
const mondayOf = (day: number) => day - ((((day + 3) % weekLength) + weekLength) % weekLength)
const firstOf = (year: number, month: number) => Math.round(Date.UTC(year, month, 1) / dayLength)
const months = (year: number, month: number, many: number): Days => ({ from: firstOf(year, month), until: firstOf(year, month + many) })
const days = (from: number, many: number): Days => ({ from, until: from + many })

type Dated = Exclude<PeriodName, 'past' | 'future'>
const daysIn = (of: Dated, n: number, today: number): Days => {
  const date = new Date(today * dayLength)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (of) {
    case 'today':
      return days(today, 1)
    case 'yesterday':
      return days(today - 1, 1)
    case 'tomorrow':
      return days(today + 1, 1)
    case 'thisWeek':
      return days(mondayOf(today), weekLength)
    case 'lastWeek':
      return days(mondayOf(today) - weekLength, weekLength)
    case 'nextWeek':
      return days(mondayOf(today) + weekLength, weekLength)
    case 'thisMonth':
      return months(year, month, 1)
    case 'lastMonth':
      return months(year, month - 1, 1)
    case 'thisQuarter':
      return months(year, month - (month % 3), 3)
    case 'thisYear':
      return months(year, 0, 12)
    case 'lastYear':
      return months(year - 1, 0, 12)
    case 'lastDays':
      return days(today - n + 1, n)
    case 'nextDays':
      return days(today, n)
  }
}

/** The moments of a period asked now: from, and up to but without until. */
export const momentsIn = ({ of, n }: Period, now: Moment): { readonly from?: Moment; readonly until?: Moment } => {
  if (of === 'past') return { until: now }
  if (of === 'future') return { from: now }
  const { from, until } = daysIn(of, n ?? 1, dayOf(now))
  return { from: startOf(from), until: startOf(until) }
}

/** The days of a period asked now, as `2026-11-24`; today is neither past nor future. */
export const datesIn = ({ of, n }: Period, now: Moment): { readonly from?: string; readonly until?: string } => {
  const today = dayOf(now)
  const written = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10)
  if (of === 'past') return { until: written(today) }
  if (of === 'future') return { from: written(today + 1) }
  const { from, until } = daysIn(of, n ?? 1, today)
  return { from: written(from), until: written(until) }
}
