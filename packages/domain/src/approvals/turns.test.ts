import { describe, expect, test } from 'vitest'
import { act, opened, step, who, type Verb } from '../../../../test/build/approving.ts'
import { at } from '../../../../test/build/town.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Moment } from '../kernel/values.ts'
import type { Approval, NewStep, SeatId } from './approval.ts'
import { turns } from './turns.ts'

const hour = (n: number) => at(`2026-11-24 ${String(n).padStart(2, '0')}:00`)
const course = (steps: readonly NewStep[], ...moves: readonly (readonly [number, string, Verb, object])[]) => {
  const asked = new Map<SeatId, Moment>()
  const last = moves.reduce<Approval>(
    (was, [n, name, verb, input]) => {
      const next = act(was, who(name), verb, input, hour(n))
      if (isRefusal(next)) throw new Error(next.refused)
      if (verb === 'addSigners') asked.set(`${(input as { seat: string }).seat}/${(input as { where: string }).where}0` as SeatId, hour(n))
      return next
    },
    opened(steps, ['maker'], hour(9)),
  )
  return Object.fromEntries([...turns(last, asked)].map(([seat, since]) => [seat, new Date(since + 8 * 3_600_000).getUTCHours()]))
}

describe('B-6 since when a seat is asked', () => {
  test('B-6 all-of: each from the beginning; the next step from the last signature', () => {
    const steps = [step('all', 'a', 'b'), step('any', 'c', 'd')]
    expect(course(steps)).toEqual({ '1.0.0': 9, '1.0.1': 9 })
    expect(course(steps, [10, 'b', 'approve', { seat: '1.0.1' }], [12, 'a', 'approve', { seat: '1.0.0' }])).toEqual({
      '1.0.0': 9,
      '1.0.1': 9,
      '1.1.0': 12,
      '1.1.1': 12,
    })
  })
  test('B-6 in order: each from the signature before it', () => {
    expect(course([step('inOrder', 'a', 'b')], [11, 'a', 'approve', { seat: '1.0.0' }])).toEqual({ '1.0.0': 9, '1.0.1': 11 })
  })
  test('B-11 asked before: from being asked; the adder from their signature on', () => {
    const asked: readonly [number, string, Verb, object] = [
      10,
      'a',
      'addSigners',
      { seat: '1.0.0', where: 'before', signers: [who('x').person] },
    ]
    expect(course([step('all', 'a')], asked)).toEqual({ '1.0.0/before0': 10 })
    expect(course([step('all', 'a')], asked, [13, 'x', 'approve', { seat: '1.0.0/before0' }])).toEqual({ '1.0.0/before0': 10, '1.0.0': 13 })
  })
  test('B-11 asked after: from the adder’s signature', () => {
    expect(course([step('all', 'a')], [10, 'a', 'addSigners', { seat: '1.0.0', where: 'after', signers: [who('x').person] }])).toEqual({
      '1.0.0': 9,
      '1.0.0/after0': 10,
    })
  })
  test('B-11 a step sent back begins again; a co-signer’s signature that stands keeps its turn', () => {
    const steps = [step('all', 'a'), step('all', 'c', 'd')]
    expect(
      course(
        steps,
        [10, 'a', 'approve', { seat: '1.0.0' }],
        [11, 'c', 'approve', { seat: '1.1.0' }],
        [12, 'd', 'sendBack', { seat: '1.1.1', step: 0, reason: '?' }],
      ),
    ).toEqual({ '1.0.0': 12 })
    const back = course(
      steps,
      [10, 'a', 'approve', { seat: '1.0.0' }],
      [11, 'c', 'approve', { seat: '1.1.0' }],
      [12, 'd', 'sendBack', { seat: '1.1.1', step: 0, reason: '?' }],
      [15, 'a', 'approve', { seat: '1.0.0' }],
    )
    expect(back).toEqual({ '1.0.0': 12, '1.1.1': 15 })
  })
})
