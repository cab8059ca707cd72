import { describe, expect, it } from 'vitest'
import { duration, exact, readDate, readMoment, relative } from './moments.ts'

const now = Date.parse('2026-11-24T06:05:00Z') // 14:05 in Shanghai

describe('times as they are typed on the phone', () => {
  it.each([
    ['14:05', '2026-11-24T06:05:00.000Z'],
    ['1405', '2026-11-24T06:05:00.000Z'],
    ['9：30', '2026-11-24T01:30:00.000Z'],
    ['昨天 9:30', '2026-11-23T01:30:00.000Z'],
    ['明天9:30', '2026-11-25T01:30:00.000Z'],
    ['yesterday 09:30', '2026-11-23T01:30:00.000Z'],
    ['11-20 08:00', '2026-11-20T00:00:00.000Z'],
    ['11月20日 08:00', '2026-11-20T00:00:00.000Z'],
    ['2025-12-31 23:59', '2025-12-31T15:59:00.000Z'],
    ['2026-11-24 (周二) 13:00:01', '2026-11-24T05:00:01.000Z'],
    ['now', '2026-11-24T06:05:00.000Z'],
    ['现在', '2026-11-24T06:05:00.000Z'],
  ])('reads %s', (typed, instant) => {
    expect(readMoment(typed, now)).toBe(instant)
  })

  it.each(['', 'soon', '25:00', '13:60', '2026-02-30 10:00', '11-20'])('does not guess at "%s"', (typed) => {
    expect(readMoment(typed, now)).toBeUndefined()
  })

  it('reads what it has written itself', () => {
    const instant = '2026-11-24T05:00:01.000Z'
    expect(readMoment(exact(instant, 'zh'), now)).toBe(instant)
    expect(readMoment(exact(instant, 'en'), now)).toBe(instant)
  })

  it('reads days', () => {
    expect(readDate('11-20', now)).toBe('2026-11-20')
    expect(readDate('昨天', now)).toBe('2026-11-23')
    expect(readDate('2026-02-30', now)).toBeUndefined()
  })
})

describe('times as they are shown', () => {
  it("names the day in the company's zone", () => {
    expect(exact('2026-11-23T16:30:00Z', 'zh')).toBe('2026-11-24 (周二) 00:30')
    expect(exact('2026-11-23T16:30:00Z', 'en')).toBe('2026-11-24 (Tue) 00:30')
  })

  it('says near times by distance and far ones by date', () => {
    expect(relative('2026-11-24T09:05:00Z', now, 'zh')).toBe('3 小时后')
    expect(relative('2026-11-24T09:05:00Z', now, 'en')).toBe('in 3 h')
    expect(relative('2026-11-24T05:45:00Z', now, 'zh')).toBe('20 分钟前')
    expect(relative('2026-11-23T01:00:00Z', now, 'zh')).toBe('昨天 09:00')
    expect(relative('2026-11-25T07:00:00Z', now, 'en')).toBe('tomorrow 15:00')
    expect(relative('2026-10-01T01:00:00Z', now, 'zh')).toBe('10-01 09:00')
    expect(relative('2025-10-01T01:00:00Z', now, 'zh')).toBe('2025-10-01')
  })

  it('says how long with the two units that matter', () => {
    expect(duration(3 * 3_600_000 + 12 * 60_000, 'zh')).toBe('3 小时 12 分')
    expect(duration(50 * 3_600_000, 'en')).toBe('2 d 2 h')
    expect(duration(12_000, 'zh')).toBe('12 秒')
    expect(duration(0, 'zh')).toBe('0 秒')
  })
})
