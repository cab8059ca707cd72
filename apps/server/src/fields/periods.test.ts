import type { Moment } from '@lintel/domain'
import { describe, expect, test } from 'vitest'
import { datesIn, momentsIn, type Period } from './periods.ts'

const at = (written: string) => Date.parse(`${written}+08:00`) as Moment
const shown = (moment: Moment | undefined) =>
  moment === undefined ? undefined : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

// By hand, from the calendar on the wall: the moment it is asked, the period, its first day and the first day after it.
const table: readonly (readonly [asked: string, of: Period['of'], n: number | undefined, from: string, until: string])[] = [
  // 2026-11-24 is a Tuesday
  ['2026-11-24T14:05', 'today', undefined, '2026-11-24', '2026-11-25'],
  ['2026-11-24T14:05', 'yesterday', undefined, '2026-11-23', '2026-11-24'],
  ['2026-11-24T14:05', 'tomorrow', undefined, '2026-11-25', '2026-11-26'],
  ['2026-11-24T14:05', 'thisWeek', undefined, '2026-11-23', '2026-11-30'],
  ['2026-11-24T14:05', 'lastWeek', undefined, '2026-11-16', '2026-11-23'],
  ['2026-11-24T14:05', 'nextWeek', undefined, '2026-11-30', '2026-12-07'],
  ['2026-11-24T14:05', 'thisMonth', undefined, '2026-11-01', '2026-12-01'],
  ['2026-11-24T14:05', 'lastMonth', undefined, '2026-10-01', '2026-11-01'],
  ['2026-11-24T14:05', 'thisQuarter', undefined, '2026-10-01', '2027-01-01'],
  ['2026-11-24T14:05', 'thisYear', undefined, '2026-01-01', '2027-01-01'],
  ['2026-11-24T14:05', 'lastYear', undefined, '2025-01-01', '2026-01-01'],
  ['2026-11-24T14:05', 'lastDays', 7, '2026-11-18', '2026-11-25'],
  ['2026-11-24T14:05', 'lastDays', 1, '2026-11-24', '2026-11-25'],
  ['2026-11-24T14:05', 'nextDays', 3, '2026-11-24', '2026-11-27'],
  // the day turns at midnight in Shanghai, when UTC still has 16:00 of the day before
  ['2026-11-24T00:00', 'today', undefined, '2026-11-24', '2026-11-25'],
  ['2026-11-23T23:59', 'today', undefined, '2026-11-23', '2026-11-24'],
  ['2026-11-24T07:59', 'today', undefined, '2026-11-24', '2026-11-25'],
  // a Sunday belongs to the week that began on Monday, a Monday begins one
  ['2026-11-29T23:59', 'thisWeek', undefined, '2026-11-23', '2026-11-30'],
  ['2026-11-30T00:00', 'thisWeek', undefined, '2026-11-30', '2026-12-07'],
  // the end of a year; 2026-12-31 is a Thursday
  ['2026-12-31T23:59', 'tomorrow', undefined, '2027-01-01', '2027-01-02'],
  ['2026-12-31T23:59', 'thisWeek', undefined, '2026-12-28', '2027-01-04'],
  ['2026-12-31T23:59', 'thisMonth', undefined, '2026-12-01', '2027-01-01'],
  ['2026-12-31T23:59', 'thisQuarter', undefined, '2026-10-01', '2027-01-01'],
  ['2027-01-01T00:00', 'yesterday', undefined, '2026-12-31', '2027-01-01'],
  ['2027-01-01T00:00', 'lastMonth', undefined, '2026-12-01', '2027-01-01'],
  ['2027-01-01T00:00', 'thisQuarter', undefined, '2027-01-01', '2027-04-01'],
  ['2027-01-01T00:00', 'lastYear', undefined, '2026-01-01', '2027-01-01'],
  ['2027-01-01T00:00', 'lastWeek', undefined, '2026-12-21', '2026-12-28'],
  // a leap year, and months of different lengths
  ['2028-02-29T12:00', 'thisMonth', undefined, '2028-02-01', '2028-03-01'],
  ['2028-03-31T12:00', 'lastMonth', undefined, '2028-02-01', '2028-03-01'],
  ['2028-02-29T12:00', 'lastYear', undefined, '2027-01-01', '2028-01-01'],
  ['2028-03-01T12:00', 'lastDays', 2, '2028-02-29', '2028-03-02'],
]

describe('X-2 periods move with the day in Asia/Shanghai, weeks begin on Monday', () => {
  test.each(table)('X-2 T-1 asked at %s, %s %s is from %s until before %s', (asked, of, n, from, until) => {
    const period = { of, ...(n === undefined ? {} : { n }) }
    expect(datesIn(period, at(asked))).toEqual({ from, until })
    const moments = momentsIn(period, at(asked))
    expect([shown(moments.from), shown(moments.until)]).toEqual([`${from} 00:00`, `${until} 00:00`])
  })
  test('X-2 what is past ends now, what is to come begins now; of days, today is neither', () => {
    const now = at('2026-11-24T14:05')
    expect(momentsIn({ of: 'past' }, now)).toEqual({ until: now })
    expect(momentsIn({ of: 'future' }, now)).toEqual({ from: now })
    expect(datesIn({ of: 'past' }, now)).toEqual({ until: '2026-11-24' })
    expect(datesIn({ of: 'future' }, now)).toEqual({ from: '2026-11-25' })
  })
})
