/** Days since 1970-01-01 in Asia/Shanghai; months since 1970-01. */
const dayLength = 86_400_000
export const dayFrom = (written: string): number | undefined => {
  const at = Date.parse(`${written}T00:00:00Z`)
  // 2026-02-30 is no day
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written ? undefined : at / dayLength
}
export const dayWritten = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10)
export const monthOf = (day: number) => {
  const date = new Date(day * dayLength)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}
const firstOfMonth = (month: number) => Date.UTC(1970, month, 1) / dayLength
/** The same day so many months later, or the last of that month. */
const monthsLater = (day: number, months: number) => {
  const month = monthOf(day) + months
  return Math.min(firstOfMonth(month) + (day - firstOfMonth(monthOf(day))), firstOfMonth(month + 1) - 1)
}

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]
/** What days have in common, as a number that grows by one; in SQL over a table of figures as `f`, and here. Weeks begin on Monday. */
export const bucketSql: Readonly<Record<Grain, string>> = {
  day: 'f.day',
  week: '(f.day + 3) / 7',
  month: 'f.month',
  quarter: 'f.month / 3',
  year: 'f.month / 12',
}
export const bucketOf = (grain: Grain, day: number): number => {
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return Math.floor((day + 3) / 7)
    case 'month':
      return monthOf(day)
    case 'quarter':
      return Math.floor(monthOf(day) / 3)
    case 'year':
      return Math.floor(monthOf(day) / 12)
  }
}
export const firstDayOf = (grain: Grain, bucket: number): number => {
  switch (grain) {
    case 'day':
      return bucket
    case 'week':
      return bucket * 7 - 3
    case 'month':
      return firstOfMonth(bucket)
    case 'quarter':
      return firstOfMonth(bucket * 3)
    case 'year':
      return firstOfMonth(bucket * 12)
  }
}

/** From the first day to the last. */
export type Days = { readonly from: number; readonly until: number }
export const compares = ['previousPeriod', 'sameLastYear'] as const
export type Compare = (typeof compares)[number]
/** What a period is compared to: as many whole months before it, or as many days; or the same days of the year before. */
export const comparedTo = ({ from, until }: Days, compare: Compare): Days => {
  if (compare === 'sameLastYear') {
    const whole = until + 1 === firstOfMonth(monthOf(until + 1))
    return { from: monthsLater(from, -12), until: whole ? firstOfMonth(monthOf(until) - 11) - 1 : monthsLater(until, -12) }
  }
  const months = monthOf(until + 1) - monthOf(from)
  const wholeMonths = from === firstOfMonth(monthOf(from)) && until + 1 === firstOfMonth(monthOf(until + 1))
  return { from: wholeMonths ? firstOfMonth(monthOf(from) - months) : from - (until - from + 1), until: from - 1 }
}
