import type { TrendGrain } from '../gql/graphql.ts'

/** Days in Asia/Shanghai, both included. */
export type Days = { readonly from: string; readonly until: string }
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly TrendGrain[]

const day = 86_400_000
const shanghai = 8 * 3_600_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)
export const todayAt = (now: number) => dayOf(now + shanghai)

/** The first day of what this day is in; weeks begin on Monday. */
export const beginOf = (text: string, grain: TrendGrain): string => {
  const at = new Date(utc(text))
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  switch (grain) {
    case 'day':
      return text
    case 'week':
      return dayOf(utc(text) - ((at.getUTCDay() + 6) % 7) * day)
    case 'month':
      return dayOf(Date.UTC(year, month, 1))
    case 'quarter':
      return dayOf(Date.UTC(year, month - (month % 3), 1))
    case 'year':
      return dayOf(Date.UTC(year, 0, 1))
  }
}
/** The first day of the one so many after. */
export const stepped = (begin: string, grain: TrendGrain, by: number): string => {
  const at = new Date(utc(begin))
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  switch (grain) {
    case 'day':
      return dayOf(utc(begin) + by * day)
    case 'week':
      return dayOf(utc(begin) + by * 7 * day)
    case 'month':
      return dayOf(Date.UTC(year, month + by, 1))
    case 'quarter':
      return dayOf(Date.UTC(year, month + by * 3, 1))
    case 'year':
      return dayOf(Date.UTC(year + by, 0, 1))
  }
}

const relative = /^(\d{1,3})(day|week|month|quarter|year)$/u
const absolute = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/u
/** `12month`: this month and the eleven before it, until today. `2026-01-01..2026-06-30`: those days. */
export const daysIn = (period: string, now: number): Days => {
  const [, from, until] = absolute.exec(period) ?? []
  if (from && until && from <= until) return { from, until }
  const [, count = '12', grain = 'month'] = relative.exec(period) ?? []
  const today = todayAt(now)
  return { from: stepped(beginOf(today, grain as TrendGrain), grain as TrendGrain, 1 - Math.max(1, Number(count))), until: today }
}
export const isRelative = (period: string) => relative.test(period)

const most = 400
/** Everything of this grain the days touch, so that a month in which nothing happened is not left out. */
export const stepsIn = ({ from, until }: Days, grain: TrendGrain): readonly string[] => {
  const steps: string[] = []
  for (let at = beginOf(from, grain); at <= until && steps.length < most; at = stepped(at, grain, 1)) steps.push(at)
  return steps
}
/** 2026-11, 2026 Q4: what a step is called. */
export const stepName = (begin: string, grain: TrendGrain) => {
  switch (grain) {
    case 'day':
    case 'week':
      return begin
    case 'month':
      return begin.slice(0, 7)
    case 'quarter':
      return `${begin.slice(0, 4)} Q${Math.ceil(Number(begin.slice(5, 7)) / 3)}`
    case 'year':
      return begin.slice(0, 4)
  }
}
