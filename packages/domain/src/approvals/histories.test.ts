import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, opened, resubmitted, step, who, type Verb } from '../../../../test/build/approving.ts'
import { actsAs, type Actor, type Hat } from '../kernel/actor.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { hoursAfter, type Moment, type PersonId } from '../kernel/values.ts'
import { openSeats, seatsOf, settled, signatures, stepSettled, validSignatures, type Approval, type NewStep } from './approval.ts'
import { maySit, reassignments } from './eligible.ts'
import type { Mode } from './modes.ts'
import { approval as noun } from './noun.ts'

// REL-9: people who make, sign, leave and stand in for each other for periods that overlap, in any order
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'maker', 'maker2'] as const
const modes: readonly Mode[] = ['any', 'all', 'inOrder']
const someone = fc.constantFrom(...names)
const chain = fc.array(fc.record({ mode: fc.constantFrom(...modes), seats: fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 3,
})
// some stand in for several at once, as happens in the holidays
const standIn = fc.oneof({ arbitrary: fc.constantFrom('e' as const, 'maker' as const), weight: 3 }, { arbitrary: someone, weight: 1 })
const delegations = fc.array(fc.record({ principal: someone, to: standIn, from: fc.nat(20), hours: fc.integer({ min: 10, max: 90 }) }), {
  minLength: 2,
  maxLength: 10,
})
const verbs: readonly (Verb | 'resubmit' | 'leave')[] = [
  'approve',
  'approve',
  'approve',
  'approve',
  'approve',
  'reject',
  'return',
  'sendBack',
  'transfer',
  'addSigners',
  'addSigners',
  'reassign',
  'withdraw',
  'urge',
  'resubmit',
  'leave',
]
const move = fc.record({
  verb: fc.constantFrom(...verbs),
  by: someone,
  seat: fc.nat(20),
  to: someone,
  other: someone,
  before: fc.boolean(),
  step: fc.nat(3),
  hours: fc.nat(3),
})
const history = fc.record({
  chain,
  again: chain,
  delegations,
  moves: fc.array(move, { minLength: 12, maxLength: 50 }),
  second: fc.boolean(),
})
type History = typeof history extends fc.Arbitrary<infer H> ? H : never

const steps = (of: History['chain']): readonly NewStep[] => of.map(({ mode, seats }) => step(mode, ...seats))
const hats = (left: ReadonlySet<string>): readonly Hat[] => names.filter((name) => !left.has(name)).map(who)
const acting = (name: string, { delegations: given }: History, left: ReadonlySet<string>): Actor => ({
  ...who(name),
  standsInFor: given
    .filter(({ to, principal }) => to === name && principal !== name && !left.has(principal))
    .map(({ principal, from, hours }) => ({
      ...who(principal),
      from: hoursAfter(0 as Moment, from),
      until: hoursAfter(0 as Moment, from + hours),
    })),
})

const check = (was: Approval, now: Approval, staff: readonly Hat[]) => {
  const [before, after] = [signatures(was), signatures(now)]
  const valid = validSignatures(now)
  expect(after.length - before.length, 'one verb gives at most one signature').toBeLessThanOrEqual(1)
  for (const old of before) {
    const kept = after.filter(({ by, seat, at, round }) => by === old.by && seat === old.seat && at === old.at && round === old.round)
    expect(kept.length, 'no signature is lost or counted twice').toBe(
      before.filter((one) => one.by === old.by && one.seat === old.seat && one.at === old.at && one.round === old.round).length,
    )
    if (old.void)
      expect(
        kept.some((one) => one.void === old.void),
        'what is void stays void',
      ).toBe(true)
  }
  expect(new Set(valid.map(({ seat }) => seat)).size, 'a seat is signed once').toBe(valid.length)
  const signers = valid.flatMap(({ by, inNameOf }) => [...new Set<PersonId>([by, inNameOf])])
  expect(new Set(signers).size, 'P-2 nobody signs twice, in their own name or another’s').toBe(signers.length)
  expect(
    signers.filter((one) => now.makers.includes(one)),
    'P-2 REL-9 nobody approves their own',
  ).toEqual([])
  if (now.state === 'approved') expect(now.steps.every(stepSettled), 'approved once every step is settled').toBe(true)
  if (now.state !== 'open') return
  const open = openSeats(now)
  expect(open.length, 'B-8 an open approval has an open seat').toBeGreaterThan(0)
  expect(
    noun.tasks(now).map(({ part }) => part),
    'B-8 each open seat is owed',
  ).toEqual(open.map(({ id }) => id))
  const orphans = reassignments(now, staff).map(({ part }) => part)
  for (const seat of open)
    expect(
      staff.some((hat) => maySit(now, seat, hat)) || orphans.includes(seat.id),
      'B-10 somebody can sign, or the administrator owes it',
    ).toBe(true)
  expect(
    open.every((seat) => !settled(seat)),
    'what is settled is not asked again',
  ).toBe(true)
}

const play = (
  one: History,
  approval: Approval,
  { verb, by, seat: n, to, other, before, step: back }: History['moves'][number],
  now: Moment,
  left: Set<string>,
) => {
  const seats = [...openSeats(approval), ...seatsOf(approval)]
  const seat = seats[n % Math.max(1, seats.length)]?.id
  const person = who(to).person
  switch (verb) {
    case 'leave':
      left.add(by)
      return approval
    case 'resubmit':
      return approval.state === 'returned' || approval.state === 'withdrawn'
        ? resubmitted(approval, steps(one.again), ['maker'], now)
        : approval
    case 'approve': {
      // half of the time somebody who holds the seat, in their own name or for whoever they stand in for
      const open = openSeats(approval)[n % Math.max(1, openSeats(approval).length)]
      const able = names.filter((name) => open && !left.has(name) && actsAs(acting(name, one, left), open.holder, now))
      const guided = before && open && able.length > 0
      const actor = acting(guided ? (able[n % able.length] ?? by) : by, one, left)
      return act(approval, actor, verb, { seat: guided ? open.id : seat }, now)
    }
    case 'reject':
    case 'return':
      // most histories go on
      return n % 3 ? approval : act(approval, acting(by, one, left), verb, { seat, reason: '?' }, now)
    case 'sendBack':
      return act(approval, acting(by, one, left), verb, { seat, step: back, reason: '?' }, now)
    case 'transfer':
    case 'reassign':
      return act(approval, acting(by, one, left), verb, { seat, to: person }, now)
    case 'addSigners':
      return act(
        approval,
        acting(by, one, left),
        verb,
        { seat, where: before ? 'before' : 'after', signers: [person, who(other).person] },
        now,
      )
    case 'withdraw':
    case 'urge':
      return act(approval, acting(by, one, left), verb, {}, now)
  }
}

test('B-8 B-10 P-2 REL-9 whatever happens to an approval, somebody owes it, no signature is lost or counted twice, and nobody approves their own', () => {
  const reached = new Map<string, number>()
  fc.assert(
    fc.property(history, (one) => {
      const left = new Set<string>()
      let now = 0 as Moment
      let approval = opened(steps(one.chain), one.second ? ['maker', 'maker2'] : ['maker'], now)
      check(approval, approval, hats(left))
      for (const each of one.moves) {
        if (left.has(each.by)) continue
        now = hoursAfter(now, each.hours)
        const next = play(one, approval, each, now, left)
        const after = isRefusal(next) ? approval : next
        check(approval, after, hats(left))
        approval = after
      }
      reached.set(approval.state, (reached.get(approval.state) ?? 0) + 1)
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 1_000) },
  )
  // the histories reach everything there is to reach
  expect([...reached.keys()].toSorted()).toEqual(expect.arrayContaining(['approved', 'open', 'rejected', 'returned', 'withdrawn']))
}, 300_000)
