import { expect, test } from 'vitest'
import { parseAddress, writeAddress } from '../list/address.ts'
import { askOf, fittedTo, readShown, usual, writeShown, type Shown } from './shown.ts'

const known = {
  dimensions: (['project', 'element', 'age', 'contractor'] as const).map((name) => ({ name })),
  measures: (['count', 'open', 'onTimeShare'] as const).map((name) => ({ name })),
}
const read = (address: string) => readShown(parseAddress(address), known)

test('Y-1 what is shown stands in the address, and a link reopens it', () => {
  const shown: Shown = {
    by: ['project', 'element'],
    grain: 'month',
    measures: ['count', 'onTimeShare'],
    period: '2026-01-01..2026-06-30',
    compare: 'sameLastYear',
    filter: [
      { dimension: 'project', in: ['UHJvamVjdDox', 'UHJvamVjdDoy'] },
      { dimension: 'contractor', none: true },
    ],
    chart: 'pivot',
    first: 20,
    up: true,
  }
  expect(read(writeAddress(writeShown(shown)))).toEqual(shown)
})

test('SEC-5 what this reader may not ask, or nobody can, is left out of an address', () => {
  expect(read('?by=customer,project,project&measures=phones,open&chart=pie&grain=hour&first=-3&f.customer=x')).toMatchObject({
    by: ['project'],
    measures: ['open'],
    chart: 'bars',
    grain: undefined,
    first: undefined,
    filter: [],
  })
  expect(read('')).toMatchObject({ by: ['project'], measures: ['count'], period: '12month' })
})

test('nothing at all to tell apart is a question too', () => {
  expect(read(writeAddress(writeShown({ ...usual, by: [], chart: 'lines' }))).by).toEqual([])
})

test.each([
  ['bars', ['project'], undefined, ['count', 'open']],
  ['pareto', ['project'], undefined, ['count', 'open']],
  ['lines', ['project'], 'month', ['count']],
  ['control', [], 'month', ['count']],
  ['heat', ['project', 'element'], undefined, ['count']],
  ['multiples', ['project'], 'month', ['count']],
  ['pivot', ['project', 'element'], undefined, ['count', 'open']],
] as const)('%s are asked for by what they can draw', (chart, by, grain, measures) => {
  const fitted = fittedTo({ ...usual, by: ['project', 'element'], measures: ['count', 'open'], chart })
  expect({ by: fitted.by, grain: fitted.grain, measures: fitted.measures }).toEqual({ by, grain, measures })
})

test('Y-4 by months since handover, time is no axis besides', () => {
  expect(fittedTo({ ...usual, by: ['project', 'age'], grain: 'month', chart: 'lines' })).toMatchObject({
    by: ['age', 'project'],
    grain: undefined,
  })
})

test('only the first are the largest, or the smallest, by the first measure; else as many as there are', () => {
  expect(askOf({ ...usual, first: 5, up: true })).toMatchObject({ first: 5, order: { measure: 'count', descending: false } })
  expect(askOf(usual)).toMatchObject({ first: 1_000 })
  expect(askOf(usual)).not.toHaveProperty('order')
})
