import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RunningClock } from './RunningClock.tsx'
import { show } from './test/show.tsx'

const clock = { startedAt: '2026-11-24T01:00:00Z', dueAt: '2026-11-24T05:00:00Z' }
const at = (time: string) => vi.setSystemTime(Date.parse(time))

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

const mood = () => screen.getByRole('timer').dataset['mood']

it('is calm until three quarters are spent, then amber, then red', () => {
  at('2026-11-24T03:59:58Z')
  show(<RunningClock of={clock} />)
  expect(mood()).toBe('calm')
  act(() => void vi.advanceTimersByTime(3000))
  expect(mood()).toBe('near')
  act(() => void vi.advanceTimersByTime(3_600_000))
  expect(mood()).toBe('over')
})

it('N-3 arrival at exactly four hours is in time, a second later is not', () => {
  at('2026-11-24T06:00:00Z')
  const { again } = show(<RunningClock of={{ ...clock, stoppedAt: '2026-11-24T05:00:00Z' }} />)
  expect(mood()).toBe('met')
  again(<RunningClock of={{ ...clock, stoppedAt: '2026-11-24T05:00:01Z' }} />)
  expect(mood()).toBe('missed')
})

it('T-2 a paused clock says why', () => {
  at('2026-11-24T06:00:00Z')
  show(<RunningClock of={{ ...clock, pausedAt: '2026-11-24T02:00:00Z', pausedBecause: '等待业主' }} />)
  expect(mood()).toBe('paused')
  expect(screen.getByRole('timer')).toHaveTextContent('等待业主')
})
