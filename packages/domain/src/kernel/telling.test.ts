import { describe, expect, test } from 'vitest'
import { at, rulesWith } from '../../../../test/build/town.ts'
import { clock } from './clock.ts'
import { nextTelling, tellingNow, tellings } from './telling.ts'

const rules = rulesWith()
// a Monday
const from = at('2026-11-23 09:00')
const onSite = clock(rules, 'onSiteHours', from, { minutes: 240 })
const all = tellings({ from, clock: onSite }, rules)

describe('B-5 what is said of a task, and when', () => {
  test('B-5 that it begins, at three quarters of its time, when it is due, and a working day after', () => {
    expect(all).toEqual([
      { stage: 'begun', at: at('2026-11-23 09:00') },
      { stage: 'soon', at: at('2026-11-23 12:00') },
      { stage: 'due', at: at('2026-11-23 13:00') },
      { stage: 'late', at: at('2026-11-24 18:00') },
    ])
  })
  test('B-5 a task without a clock only begins, and so does one whose clock stands still', () => {
    expect(tellings({ from }, rules)).toEqual([{ stage: 'begun', at: from }])
    const paused = clock(rules, 'onSiteHours', from, { minutes: 240 }, [{ from, reason: '等业主' }])
    expect(tellings({ from, clock: paused }, rules)).toEqual([{ stage: 'begun', at: from }])
  })
  test('B-5 a task that begins when another’s time has run out is not said to be due soon', () => {
    const after = tellings({ from: at('2026-11-23 13:00'), clock: onSite }, rules)
    expect(after.map(({ stage }) => stage)).toEqual(['begun', 'late'])
  })
  test('T-3 after a night without a server only what still holds is said, and once', () => {
    const morning = at('2026-11-25 09:00')
    expect(tellingNow(all, from, morning)?.stage).toBe('late')
    expect(nextTelling(all, morning)).toBeUndefined()
    expect(tellingNow(all, from, at('2026-11-23 12:30'))?.stage).toBe('soon')
    expect(nextTelling(all, at('2026-11-23 12:30'))).toBe(at('2026-11-23 13:00'))
  })
  test('B-5 exactly at its time it is said', () => {
    expect(tellingNow(all, at('2026-11-23 13:00'), at('2026-11-23 13:00'))?.stage).toBe('due')
    expect(nextTelling(all, at('2026-11-23 13:00'))).toBe(at('2026-11-24 18:00'))
  })
})
