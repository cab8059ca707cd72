import { expect, test } from 'vitest'
import { beginOf, daysIn, stepName, stepsIn, stepped } from './period.ts'

// 2026-11-24, a Tuesday, 02:00 in Asia/Shanghai: still the 23rd in UTC
const now = Date.parse('2026-11-23T18:00:00Z')

test('Y-1 twelve months are this one, as far as it has come, and the eleven before', () => {
  expect(daysIn('12month', now)).toEqual({ from: '2025-12-01', until: '2026-11-24' })
  expect(daysIn('1week', now)).toEqual({ from: '2026-11-23', until: '2026-11-24' })
  expect(daysIn('2quarter', now)).toEqual({ from: '2026-07-01', until: '2026-11-24' })
  expect(daysIn('2026-01-01..2026-06-30', now)).toEqual({ from: '2026-01-01', until: '2026-06-30' })
  expect(daysIn('nonsense', now)).toEqual({ from: '2025-12-01', until: '2026-11-24' })
})

test('weeks begin on Monday, and months of any length follow each other', () => {
  expect(beginOf('2026-11-22', 'week')).toBe('2026-11-16')
  expect(stepped('2026-12-01', 'month', 1)).toBe('2027-01-01')
  expect(stepsIn({ from: '2026-01-31', until: '2026-03-01' }, 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
})

test('a quarter is called by its number', () => {
  expect(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((begin) => stepName(begin, 'quarter'))).toEqual([
    '2026 Q1',
    '2026 Q2',
    '2026 Q3',
    '2026 Q4',
  ])
})
