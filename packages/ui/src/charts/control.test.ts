import { expect, test } from 'vitest'
import { controlLimits, isOut } from './control.ts'

test('limits are the mean and 2.66 times the mean moving range, by hand', () => {
  const limits = controlLimits([10, 12, 11, 13, 10, 12, 11, 9])
  // mean 11; moving ranges 2 1 2 3 2 1 2 are 13 / 7
  expect(limits?.mean).toBe(11)
  expect(limits?.upper).toBeCloseTo(11 + (2.66 * 13) / 7, 9)
  expect(limits?.lower).toBeCloseTo(11 - (2.66 * 13) / 7, 9)
})

test('nothing is counted below zero, and a gap is no value', () => {
  expect(controlLimits([0, 9, 0, 9, 0, undefined, 9, 0, 9])?.lower).toBe(0)
})

test('seven values say nothing', () => {
  expect(controlLimits([1, 2, 3, 4, 5, 6, 7])).toBeUndefined()
})

test('a value at the limit is within it', () => {
  const limits = { mean: 10, upper: 15, lower: 5 }
  expect([isOut(limits, 15), isOut(limits, 15.01), isOut(limits, 5), isOut(limits, 4.99), isOut(limits, undefined)]).toEqual([
    false,
    true,
    false,
    true,
    false,
  ])
})
