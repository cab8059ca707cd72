import { describe, expect, test } from 'vitest'
import { act as actOn, nameOf, opened, step, who, type Verb } from '../../../../test/build/approving.ts'
import { at, standingIn } from '../../../../test/build/town.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { openSeats, seatsOf, settled, signatures, sitting, validSignatures, type Approval, type NewStep, type SeatId } from './approval.ts'
import type { Mode } from './modes.ts'
import { approval as noun } from './noun.ts'

const names = ['a', 'b', 'c', 'd', 'x', 'y', 'maker', 'admin']
const now = at('2026-11-24 09:00')
const modes: readonly Mode[] = ['any', 'all', 'inOrder']
const fresh = (...steps: NewStep[]) => opened(steps, ['maker'], now)
const act = (approval: Approval, name: string, verb: Verb, input: unknown, actor = who(name)) => actOn(approval, actor, verb, input, now)
const refused = (after: Approval | Refusal) => (isRefusal(after) ? after.refused : 'done')

/** Every verb on every seat that exists, by everyone. */
const moves = (approval: Approval) =>
  names.flatMap((name) => [
    ...seatsOf(approval).flatMap(({ id: seat }): [string, Verb, object][] => [
      [name, 'approve', { seat }],
      [name, 'reject', { seat, reason: '' }],
      [name, 'return', { seat, reason: '' }],
      [name, 'sendBack', { seat, step: 0, reason: '' }],
      ...['x', 'y', 'b', 'maker'].flatMap((to): [string, Verb, object][] => [
        [name, 'transfer', { seat, to: who(to).person }],
        [name, 'addSigners', { seat, where: 'before', signers: [who(to).person] }],
        [name, 'addSigners', { seat, where: 'after', signers: [who(to).person] }],
        ...(name === 'admin' ? [[name, 'reassign', { seat, to: who(to).person }] as [string, Verb, object]] : []),
      ]),
    ]),
    [name, 'withdraw', {}] as [string, Verb, object],
    [name, 'urge', {}] as [string, Verb, object],
  ])
const everybodyApproves = (approval: Approval): Approval => {
  const open = openSeats(approval).find(
    (seat) => 'person' in seat.holder && !isRefusal(sitting(approval, seat.id, who(nameOf(seat.holder.person)), now)),
  )
  if (!open || !('person' in open.holder)) return approval
  const next = act(approval, nameOf(open.holder.person), 'approve', { seat: open.id })
  return isRefusal(next) ? approval : everybodyApproves(next)
}

describe('B-8 every verb in every kind of step', () => {
  for (const first of modes)
    for (const second of modes)
      test(`B-8 ${first} then ${second}: every verb leads to a defined state and loses nobody’s seat or signature`, () => {
        const start = fresh(step(first, 'a', 'b'), step(second, 'c', 'd'))
        const seen = new Set([JSON.stringify(start)])
        let edge = [start]
        for (let depth = 0; depth < 4; depth++) {
          const next: Approval[] = []
          for (const was of edge)
            for (const [name, verb, input] of moves(was)) {
              const after = act(was, name, verb, input)
              if (isRefusal(after)) continue
              const label = `${name} ${verb} ${JSON.stringify(input)}`
              const kept = signatures(after)
              expect(
                signatures(was).every((old) => kept.some((one) => one.by === old.by && one.seat === old.seat && one.at === old.at)),
                label,
              ).toBe(true)
              expect(
                kept.every(({ by, inNameOf }) => by !== who('maker').person && inNameOf !== who('maker').person),
                label,
              ).toBe(true)
              const signers = validSignatures(after).map(({ by }) => by)
              expect(new Set(signers).size, `${label}: nobody signs twice`).toBe(signers.length)
              const ids = seatsOf(after).map(({ id }) => id)
              expect(
                seatsOf(was).every(({ id }) => ids.includes(id)),
                label,
              ).toBe(true)
              if (after.state === 'open') {
                expect(noun.tasks(after).length, label).toBeGreaterThan(0)
                const at = (input as { seat?: string }).seat
                if (verb === 'transfer' || verb === 'addSigners')
                  expect(
                    openSeats(was)
                      .filter(({ id }) => id !== at)
                      .every(
                        ({ id }) =>
                          openSeats(after).some((one) => one.id === id) ||
                          after.steps.some((one) => one.mode === 'any' && one.seats.some(settled)),
                      ),
                    `${label}: nobody else’s task changes`,
                  ).toBe(true)
              }
              const key = JSON.stringify(after)
              if (!seen.has(key)) {
                seen.add(key)
                next.push(after)
              }
            }
          edge = next.slice(0, 250)
        }
        expect(seen.size).toBeGreaterThan(100)
        expect(everybodyApproves(start).state).toBe('approved')
      })
})

const did = (approval: Approval, ...all: [string, Verb, object][]) =>
  all.reduce<Approval>((was, [name, verb, input]) => {
    const after = act(was, name, verb, input)
    if (isRefusal(after)) throw new Error(`${name} ${verb}: ${after.refused}`)
    return after
  }, approval)
const open = (approval: Approval) => openSeats(approval).map(({ id }) => id)

describe('B-1 B-2 B-11 the hard cases', () => {
  test('B-1 any-of: one signature settles the step; all-of: each; in order: only the first unsettled one is open', () => {
    expect(open(did(fresh(step('any', 'a', 'b'), step('all', 'c')), ['b', 'approve', { seat: '1.0.1' }]))).toEqual(['1.1.0'])
    expect(open(did(fresh(step('all', 'a', 'b')), ['b', 'approve', { seat: '1.0.1' }]))).toEqual(['1.0.0'])
    expect(open(fresh(step('inOrder', 'a', 'b')))).toEqual(['1.0.0'])
  })
  test('B-3 two on an any-of task: one decision, and the other learns who decided', () => {
    const decided = did(fresh(step('any', 'a', 'b'), step('all', 'c')), ['a', 'approve', { seat: '1.0.0' }])
    expect(act(decided, 'b', 'approve', { seat: '1.0.1' })).toEqual({ refused: 'AlreadyDecided', with: { by: who('a').person, at: now } })
  })
  test('B-11 an earlier step signs again, the co-signer’s signature stands, the sender is asked again', () => {
    const back = did(
      fresh(step('all', 'a'), step('all', 'c', 'd')),
      ['a', 'approve', { seat: '1.0.0' }],
      ['c', 'approve', { seat: '1.1.0' }],
      ['d', 'sendBack', { seat: '1.1.1', step: 0, reason: '?' }],
    )
    expect(open(back)).toEqual(['1.0.0'])
    expect(open(did(back, ['a', 'approve', { seat: '1.0.0' }]))).toEqual(['1.1.1'])
    expect(signatures(back).map(({ by, void: gone }) => [nameOf(by), gone])).toEqual([
      ['a', 'sentBack'],
      ['c', undefined],
    ])
  })
  test('B-11 a signer added before signs first, then the adder’s task returns; co-signers are untouched', () => {
    const added = did(fresh(step('all', 'a', 'b')), ['a', 'addSigners', { seat: '1.0.0', where: 'before', signers: [who('x').person] }])
    expect(open(added)).toEqual(['1.0.0/before0', '1.0.1'])
    expect(open(did(added, ['x', 'approve', { seat: '1.0.0/before0' }]))).toEqual(['1.0.0', '1.0.1'])
  })
  test('B-11 a signer added after: the adder signs now, the seat settles when they have', () => {
    const added = did(fresh(step('all', 'a')), ['a', 'addSigners', { seat: '1.0.0', where: 'after', signers: [who('x').person] }])
    expect([added.state, open(added)]).toEqual(['open', ['1.0.0/after0']])
    expect(did(added, ['x', 'approve', { seat: '1.0.0/after0' }]).state).toBe('approved')
  })
  test('B-11 who may be added or transferred to: no maker, nobody named in the step, nobody who signed, not oneself', () => {
    const chain = did(fresh(step('all', 'c'), step('all', 'a', 'b')), ['c', 'approve', { seat: '1.0.0' }])
    const tries = (to: string) => refused(act(chain, 'a', 'transfer', { seat: '1.1.0', to: who(to).person }))
    expect(['maker', 'b', 'c', 'a', 'x'].map(tries)).toEqual(['OwnRequest', 'AlreadySigned', 'AlreadySigned', 'SameRecord', 'done'])
  })
  test('B-11 reject by an added seat ends the request', () => {
    const added = did(fresh(step('all', 'a')), ['a', 'addSigners', { seat: '1.0.0', where: 'before', signers: [who('x').person] }])
    expect(did(added, ['x', 'reject', { seat: '1.0.0/before0', reason: '不妥' }]).state).toBe('rejected')
  })
  test('B-2 a maker withdraws while no valid signature exists, and not after', () => {
    expect(did(fresh(step('all', 'a', 'b')), ['maker', 'withdraw', {}]).state).toBe('withdrawn')
    expect(refused(act(did(fresh(step('all', 'a', 'b')), ['a', 'approve', { seat: '1.0.0' }]), 'maker', 'withdraw', {}))).toBe(
      'AlreadyDecided',
    )
  })
  test('B-11 urging changes no state and no round, and at most once in four hours', () => {
    const urged = did(fresh(step('all', 'a')), ['maker', 'urge', {}])
    expect([urged.state, urged.round]).toEqual(['open', 1])
    expect(refused(act(urged, 'maker', 'urge', {}))).toBe('TooSoon')
  })
  test('B-2 the administrator reassigns an unsigned seat, also of a later step', () => {
    const moved = did(fresh(step('all', 'a'), step('all', 'b')), ['admin', 'reassign', { seat: '1.1.0', to: who('x').person }])
    expect(seatsOf(moved).map(({ holder }) => 'person' in holder && nameOf(holder.person))).toEqual(['a', 'x'])
  })
  test('P-2 nobody gives two signatures in a chain, in their own name or another’s', () => {
    const half = did(fresh(step('all', 'a'), step('all', 'b')), ['a', 'approve', { seat: '1.0.0' }])
    expect(refused(act(half, 'a', 'approve', { seat: '1.1.0' }, standingIn(who('a'), who('b'))))).toBe('AlreadySigned')
    const forA = did(fresh(step('all', 'a'), step('all', 'a')))
    const once = act(forA, 'x', 'approve', { seat: '1.0.0' as SeatId }, standingIn(who('x'), who('a')))
    expect(isRefusal(once) ? once.refused : refused(act(once, 'a', 'approve', { seat: '1.1.0' }))).toBe('AlreadySigned')
  })
  test('P-2 nobody approves what they submitted, nor does anyone in their name', () => {
    const own = fresh(step('all', 'maker', 'a'))
    expect(refused(act(own, 'maker', 'approve', { seat: '1.0.0' }))).toBe('OwnRequest')
    expect(refused(act(own, 'x', 'approve', { seat: '1.0.0' }, standingIn(who('x'), who('maker'))))).toBe('OwnRequest')
  })
  test('B-7 a signer’s task names the records it lets them read', () => {
    expect(noun.tasks({ ...fresh(step('all', 'a')), reads: ['N', 'C'] })[0]?.reads).toEqual(['F', 'N', 'C'])
  })
})
