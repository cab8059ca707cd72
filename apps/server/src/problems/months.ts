import type { Moment } from '@lintel/domain'

/** The calendar months of Asia/Shanghai up to the last that is over, oldest first: `2026-10`. T-1 */
export const monthsUpTo = (now: Moment, count: number): readonly string[] => {
  const here = new Date(now + 8 * 3_600_000)
  return Array.from({ length: count }, (_, n) =>
    new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - count + n, 1)).toISOString().slice(0, 7),
  )
}
/** The first moment of a month. */
export const beginOf = (month: string) => `${month}-01T00:00:00+08:00`
