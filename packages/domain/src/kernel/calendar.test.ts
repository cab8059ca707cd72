import { getDayDetail } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { at } from '../../../../test/build/town.ts'
import { companyHours } from '../settings/rules-of.ts'
import {
  dayFrom,
  dayOf,
  isWorkingDay,
  unpublishedYear,
  workingDaysAfter,
  workingMinutesAfter,
  workingMinutesBetween,
  writtenDay,
  type Calendar,
} from './calendar.ts'
import { clock } from './clock.ts'
import type { Rules } from './rules.ts'
import { defaultSettings } from './rules.ts'

// the oracle: another library's opinion of every day, and counting on fingers
const days = (from: string, until: string) =>
  Array.from({ length: dayFrom(until) - dayFrom(from) + 1 }, (_, n) => writtenDay(dayFrom(from) + n))
const all = days('2007-01-01', '2027-04-30')
const works = new Map(all.map((day) => [day, getDayDetail(day).work]))
const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const calendar: Calendar = {
  holidays: new Set(all.filter((day) => !works.get(day) && !weekend(day)).map(dayFrom)),
  makeUpDays: new Set(all.filter((day) => works.get(day) && weekend(day)).map(dayFrom)),
  publishedYears: new Set(Array.from({ length: 20 }, (_, n) => 2007 + n)),
  hours: companyHours,
}

describe('T-1 working days', () => {
  test('T-1 every one of the 7,305 days of 2007–2026 is a working day or not as the official calendar says', () => {
    const wrong = days('2007-01-01', '2026-12-31').filter((day) => isWorkingDay(calendar, dayFrom(day)) !== works.get(day))
    expect([days('2007-01-01', '2026-12-31').length, wrong]).toEqual([7305, []])
  })
  // oxlint-disable-next-line vitest/expect-expect -- half a million comparisons: it fails itself at the first wrong one
  test('T-1 deadlines of 1 to 60 working days equal the oracle for every day of 2007–2026', () => {
    const working = all.filter((day) => works.get(day))
    let next = 0
    for (const day of days('2007-01-01', '2026-12-31')) {
      while ((working[next] ?? '9') <= day) next++
      for (let n = 1; n <= 60; n++) {
        const due = workingDaysAfter(calendar, at(`${day} 10:30`), n)
        if (due !== at(`${working[next + n - 1]} 18:00`)) expect.fail(`${n} working days after ${day}`)
      }
    }
  })
  test('T-1 a make-up Saturday counts, the Monday of a holiday does not', () => {
    expect(workingDaysAfter(calendar, at('2026-09-30 10:00'), 1)).toBe(at('2026-10-08 18:00'))
    expect(isWorkingDay(calendar, dayFrom('2026-10-10'))).toBe(true)
  })
  test('T-1 half a day more ends with the morning of the day after', () => {
    expect(workingDaysAfter(calendar, at('2026-11-23 09:00'), 1.5)).toBe(at('2026-11-25 12:00'))
  })
  test('T-1 midnight in Shanghai begins the day, whatever UTC says', () => {
    expect(writtenDay(dayOf(at('2026-11-24 00:00')))).toBe('2026-11-24')
    expect(writtenDay(dayOf(at('2026-11-23 23:59')))).toBe('2026-11-23')
  })
  test('T-1 a year without a published calendar is named', () => {
    expect(unpublishedYear(calendar, at('2026-12-25 09:00'), at('2027-01-08 18:00'))).toBe(2027)
    expect(unpublishedYear(calendar, at('2026-11-25 09:00'), at('2026-12-08 18:00'))).toBeUndefined()
  })
})

describe('T-1 T-2 T-4 clocks', () => {
  const rules: Rules = { ...defaultSettings, version: 7, calendar }
  test.each([
    ['2026-11-24 09:00', 30, '2026-11-24 09:30'],
    ['2026-11-24 11:45', 30, '2026-11-24 14:15'],
    ['2026-11-24 17:45', 30, '2026-11-25 09:15'],
    ['2026-11-27 17:45', 30, '2026-11-30 09:15'],
    ['2026-11-24 12:30', 30, '2026-11-24 14:30'],
    ['2026-11-28 10:00', 30, '2026-11-30 09:30'],
    ['2026-11-24 11:30', 30, '2026-11-24 12:00'],
  ])('T-1 from %s, %i minutes of company hours end at %s', (from, minutes, until) => {
    expect(workingMinutesAfter(calendar, at(from), minutes)).toBe(at(until))
    expect(workingMinutesBetween(calendar, at(from), at(until))).toBe(minutes)
  })
  test('T-2 a pause on the wall clock moves the due time by its length', () => {
    const paused = clock(rules, 'x', at('2026-11-24 09:00'), { minutes: 240 }, [
      { from: at('2026-11-24 10:00'), until: at('2026-11-24 11:30'), reason: '停电' },
    ])
    expect(paused.due).toBe(at('2026-11-24 14:30'))
  })
  test('T-2 a pause over a weekend takes out only what would have run', () => {
    const paused = clock(rules, 'x', at('2026-11-27 09:00'), { workingMinutes: 8 * 60 }, [
      { from: at('2026-11-27 17:00'), until: at('2026-11-30 10:00'), reason: '停' },
    ])
    expect(paused.due).toBe(at('2026-11-30 12:00'))
  })
  test('T-4 a due time says its rule, its version, its start and its pauses', () => {
    expect(clock(rules, 'slipWorkingDays', at('2026-12-29 09:00'), { workingDays: 3 })).toEqual({
      rule: 'slipWorkingDays',
      version: 7,
      start: at('2026-12-29 09:00'),
      span: { workingDays: 3 },
      pauses: [],
      due: expect.any(Number) as unknown,
      unpublishedYear: 2027,
    })
  })
})
