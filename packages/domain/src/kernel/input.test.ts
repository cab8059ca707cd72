import { describe, expect, test } from 'vitest'
import { choice, count, group, happened, list, longText, money, optional, readInput, ref, text } from './input.ts'
import type { Moment } from './values.ts'

const now = Date.parse('2026-11-24T06:00:00Z') as Moment
const shape = {
  name: text(5),
  note: optional(longText(20)),
  amount: money(),
  at: happened(),
  kind: choice('Kind', ['a', 'b']),
  of: ref('unit'),
  items: list(group('Item', { n: count(1, 3) }), { min: 1, max: 2 }),
}
const right = {
  name: ' 王小明 ',
  amount: '12.50',
  at: '2026-11-24T05:00:00Z',
  kind: 'a',
  of: '6E5E5614-75d7-8274-abef-2cfa6e96e416',
  items: [{ n: 2 }],
}

describe('bad input is named by its field and changes nothing', () => {
  test('what was declared is read into the domain’s values', () => {
    expect(readInput(shape, right, now)).toEqual({
      name: '王小明',
      amount: 1250n,
      at: Date.parse('2026-11-24T05:00:00Z'),
      kind: 'a',
      of: '6e5e5614-75d7-8274-abef-2cfa6e96e416',
      items: [{ n: 2 }],
    })
  })
  test.each([
    [{ name: '' }, 'name', 'missing'],
    [{ name: '   ' }, 'name', 'missing'],
    [{ name: '六个字的名字' }, 'name', 'tooLong'],
    [{ name: 'a\u0000b' }, 'name', 'characters'],
    [{ name: '\ud800' }, 'name', 'characters'],
    [{ amount: '12.345' }, 'amount', 'notMoney'],
    [{ at: 'yesterday' }, 'at', 'notAMoment'],
    [{ kind: 'c' }, 'kind', 'notAChoice'],
    [{ of: '1' }, 'of', 'notFound'],
    [{ items: [] }, 'items', 'tooFew'],
    [{ items: [{ n: 1 }, { n: 1 }, { n: 1 }] }, 'items', 'tooMany'],
    [{ items: [{ n: 1 }, { n: 4 }] }, 'items.1.n', 'outOfRange'],
  ])('%j is refused at %s: %s', (changed, field, problem) => {
    expect(readInput(shape, { ...right, ...changed }, now)).toEqual({ refused: 'BadInput', with: { field, problem } })
  })
  test('N-2 what happened cannot lie in the future', () => {
    expect(readInput(shape, { ...right, at: '2026-11-24T06:00:01Z' }, now)).toMatchObject({ refused: 'InTheFuture' })
  })
})
