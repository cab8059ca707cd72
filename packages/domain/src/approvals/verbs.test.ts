import { describe, expect, test } from 'vitest'
import { act, nameOf, opened, step, who, type Verb } from '../../../../test/build/approving.ts'
import { at, standingIn } from '../../../../test/build/town.ts'
import type { Actor } from '../kernel/actor.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openSeats, seatsOf, type Approval } from './approval.ts'
import type { Mode } from './modes.ts'

// Written by hand from B-11. The first step has the seats of a and b, the second that of c; x and y are colleagues. A
// cell says whose seats are open after the verb, or the state it leads to, or why it is refused.
const now = at('2026-11-24 09:00')
const modes: readonly Mode[] = ['any', 'all', 'inOrder']
const verbs = {
  approve: ['approve', {}],
  reject: ['reject', { reason: '不妥' }],
  return: ['return', { reason: '补充' }],
  'send back': ['sendBack', { step: 0, reason: '再看' }],
  'transfer to y': ['transfer', { to: 'y' }],
  'transfer to b': ['transfer', { to: 'b' }],
  'transfer to maker': ['transfer', { to: 'maker' }],
  'ask y before': ['addSigners', { where: 'before', signers: ['y'] }],
  'ask y after': ['addSigners', { where: 'after', signers: ['y'] }],
  'ask a after': ['addSigners', { where: 'after', signers: ['a'] }],
} as const satisfies Readonly<Record<string, readonly [Verb, object]>>

type Position = {
  readonly actor: Actor
  readonly seat: (mode: Mode) => string
  readonly come: (mode: Mode) => Approval
  readonly table: string
}
const fresh = (mode: Mode) => opened([step(mode, 'a', 'b'), step('all', 'c')], ['maker'], now)
const after = (approval: Approval, actor: Actor, verb: Verb, input: object): Approval => {
  const next = act(approval, actor, verb, withIds(input), now)
  if (isRefusal(next)) throw new Error(`${verb}: ${next.refused}`)
  return next
}
const withIds = (input: object) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]: [string, unknown]) => [
      name,
      name === 'to' ? who(value as string).person : name === 'signers' ? (value as string[]).map((one) => who(one).person) : value,
    ]),
  )
const signedByAll = (mode: Mode) =>
  mode === 'any'
    ? after(fresh(mode), who('a'), 'approve', { seat: '1.0.0' })
    : after(after(fresh(mode), who('a'), 'approve', { seat: '1.0.0' }), who('b'), 'approve', { seat: '1.0.1' })

// the columns: any-of 或签 | all-of 会签 | in order 依次
const positions: Readonly<Record<string, Position>> = {
  'the first seat': {
    actor: who('a'),
    seat: () => '1.0.0',
    come: fresh,
    table: `
      approve            c               | b               | b
      reject             rejected        | rejected        | rejected
      return             returned        | returned        | returned
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      y b             | y b             | y
      transfer to b      AlreadySigned   | AlreadySigned   | AlreadySigned
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       y b             | y b             | y
      ask y after        y b             | y b             | y
      ask a after        SameRecord      | SameRecord      | SameRecord`,
  },
  'the co-signer, after the first has signed': {
    actor: who('b'),
    seat: () => '1.0.1',
    come: (mode) => after(fresh(mode), who('a'), 'approve', { seat: '1.0.0' }),
    table: `
      approve            AlreadyDecided  | c               | c
      reject             AlreadyDecided  | rejected        | rejected
      return             AlreadyDecided  | returned        | returned
      send back          AlreadyDecided  | NoSuchStep      | NoSuchStep
      transfer to y      AlreadyDecided  | y               | y
      transfer to b      AlreadyDecided  | SameRecord      | SameRecord
      transfer to maker  AlreadyDecided  | OwnRequest      | OwnRequest
      ask y before       AlreadyDecided  | y               | y
      ask y after        AlreadyDecided  | y               | y
      ask a after        AlreadyDecided  | AlreadySigned   | AlreadySigned`,
  },
  'the co-signer, while the first has not signed': {
    actor: who('b'),
    seat: () => '1.0.1',
    come: fresh,
    table: `
      approve            c               | a               | NoSuchSeat
      reject             rejected        | rejected        | NoSuchSeat
      return             returned        | returned        | NoSuchSeat
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      a y             | a y             | NoSuchSeat
      transfer to b      SameRecord      | SameRecord      | NoSuchSeat
      transfer to maker  OwnRequest      | OwnRequest      | NoSuchSeat
      ask y before       a y             | a y             | NoSuchSeat
      ask y after        a y             | a y             | NoSuchSeat
      ask a after        AlreadySigned   | AlreadySigned   | NoSuchSeat`,
  },
  'one asked before': {
    actor: who('x'),
    seat: () => '1.0.0/before0',
    come: (mode) => after(fresh(mode), who('a'), 'addSigners', { seat: '1.0.0', where: 'before', signers: ['x'] }),
    table: `
      approve            a b             | a b             | a
      reject             rejected        | rejected        | rejected
      return             returned        | returned        | returned
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      y b             | y b             | y
      transfer to b      AlreadySigned   | AlreadySigned   | AlreadySigned
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       y b             | y b             | y
      ask y after        y b             | y b             | y
      ask a after        AlreadySigned   | AlreadySigned   | AlreadySigned`,
  },
  'one asked after': {
    actor: who('x'),
    seat: () => '1.0.0/after0',
    come: (mode) => after(fresh(mode), who('a'), 'addSigners', { seat: '1.0.0', where: 'after', signers: ['x'] }),
    table: `
      approve            c               | b               | b
      reject             rejected        | rejected        | rejected
      return             returned        | returned        | returned
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      y b             | y b             | y
      transfer to b      AlreadySigned   | AlreadySigned   | AlreadySigned
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       y b             | y b             | y
      ask y after        y b             | y b             | y
      ask a after        AlreadySigned   | AlreadySigned   | AlreadySigned`,
  },
  'the adder, while the one asked before has not signed': {
    actor: who('a'),
    seat: () => '1.0.0',
    come: (mode) => after(fresh(mode), who('a'), 'addSigners', { seat: '1.0.0', where: 'before', signers: ['x'] }),
    table: `
      approve            NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      reject             NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      return             NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      transfer to b      NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      transfer to maker  NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask y before       NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask y after        NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask a after        NoSuchSeat      | NoSuchSeat      | NoSuchSeat`,
  },
  'one who stands in for the first': {
    actor: standingIn(who('x'), who('a')),
    seat: () => '1.0.0',
    come: fresh,
    table: `
      approve            c               | b               | b
      reject             rejected        | rejected        | rejected
      return             returned        | returned        | returned
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      y b             | y b             | y
      transfer to b      AlreadySigned   | AlreadySigned   | AlreadySigned
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       y b             | y b             | y
      ask y after        y b             | y b             | y
      ask a after        AlreadySigned   | AlreadySigned   | AlreadySigned`,
  },
  'the co-signer, standing in for the first': {
    actor: standingIn(who('b'), who('a')),
    seat: () => '1.0.0',
    come: fresh,
    table: `
      approve            HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      reject             HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      return             HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      transfer to b      HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      transfer to maker  HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      ask y before       HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      ask y after        HasOwnSeat      | HasOwnSeat      | HasOwnSeat
      ask a after        HasOwnSeat      | HasOwnSeat      | HasOwnSeat`,
  },
  'a maker who stands in for the first': {
    actor: standingIn(who('maker'), who('a')),
    seat: () => '1.0.0',
    come: fresh,
    table: `
      approve            OwnRequest      | OwnRequest      | OwnRequest
      reject             OwnRequest      | OwnRequest      | OwnRequest
      return             OwnRequest      | OwnRequest      | OwnRequest
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      OwnRequest      | OwnRequest      | OwnRequest
      transfer to b      OwnRequest      | OwnRequest      | OwnRequest
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       OwnRequest      | OwnRequest      | OwnRequest
      ask y after        OwnRequest      | OwnRequest      | OwnRequest
      ask a after        OwnRequest      | OwnRequest      | OwnRequest`,
  },
  'a stranger': {
    actor: who('stranger'),
    seat: () => '1.0.0',
    come: fresh,
    table: `
      approve            NotYourTask     | NotYourTask     | NotYourTask
      reject             NotYourTask     | NotYourTask     | NotYourTask
      return             NotYourTask     | NotYourTask     | NotYourTask
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      NotYourTask     | NotYourTask     | NotYourTask
      transfer to b      NotYourTask     | NotYourTask     | NotYourTask
      transfer to maker  NotYourTask     | NotYourTask     | NotYourTask
      ask y before       NotYourTask     | NotYourTask     | NotYourTask
      ask y after        NotYourTask     | NotYourTask     | NotYourTask
      ask a after        NotYourTask     | NotYourTask     | NotYourTask`,
  },
  'a seat of the next step, once the first is settled': {
    actor: who('c'),
    seat: () => '1.1.0',
    come: signedByAll,
    // whoever signed may not be asked again; of any-of b did not
    table: `
      approve            approved        | approved        | approved
      reject             rejected        | rejected        | rejected
      return             returned        | returned        | returned
      send back          a b             | a b             | a
      transfer to y      y               | y               | y
      transfer to b      b               | AlreadySigned   | AlreadySigned
      transfer to maker  OwnRequest      | OwnRequest      | OwnRequest
      ask y before       y               | y               | y
      ask y after        y               | y               | y
      ask a after        AlreadySigned   | AlreadySigned   | AlreadySigned`,
  },
  'a seat of the next step, before its turn': {
    actor: who('c'),
    seat: () => '1.1.0',
    come: fresh,
    table: `
      approve            NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      reject             NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      return             NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      send back          NoSuchStep      | NoSuchStep      | NoSuchStep
      transfer to y      NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      transfer to b      NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      transfer to maker  NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask y before       NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask y after        NoSuchSeat      | NoSuchSeat      | NoSuchSeat
      ask a after        NoSuchSeat      | NoSuchSeat      | NoSuchSeat`,
  },
}

const said = (after: ReturnType<typeof act>) =>
  isRefusal(after)
    ? after.refused
    : after.state === 'open'
      ? openSeats(after)
          .map(({ holder }) => ('person' in holder ? nameOf(holder.person) : '?'))
          .join(' ')
      : after.state

describe('B-8 B-11 every verb, in every mode of step, from every place a seat can have', () => {
  for (const [place, { actor, seat, come, table }] of Object.entries(positions)) {
    const lines = table.trim().split('\n')
    test(`B-11 ${place}: the table names every verb`, () =>
      expect(lines.map((line) => Object.keys(verbs).find((verb) => line.trim().startsWith(`${verb} `)))).toEqual(Object.keys(verbs)))
    for (const [n, line] of lines.entries()) {
      const name = Object.keys(verbs)[n] as keyof typeof verbs
      const cells = line
        .trim()
        .slice(name.length)
        .split('|')
        .map((cell) => cell.trim())
      for (const [m, mode] of modes.entries())
        test(`B-11 ${place}: ${name} in ${mode} → ${cells[m] ?? '?'}`, () => {
          const was = come(mode)
          const [verb, input] = verbs[name]
          const next = act(was, actor, verb, { seat: seat(mode), ...withIds(input) }, now)
          expect(said(next)).toBe(cells[m])
          // B-8: nobody's seat is lost
          if (!isRefusal(next)) expect(seatsOf(was).filter(({ id }) => !seatsOf(next).some((one) => one.id === id))).toEqual([])
        })
    }
  }
})

describe('B-11 what makers and the administrator can do', () => {
  for (const mode of modes) {
    test(`B-11 withdraw in ${mode}: while nothing is signed, by a maker alone`, () => {
      expect(said(act(fresh(mode), who('maker'), 'withdraw', {}, now))).toBe('withdrawn')
      expect(said(act(fresh(mode), who('a'), 'withdraw', {}, now))).toBe('NotAllowed')
      const added = after(fresh(mode), who('a'), 'addSigners', { seat: '1.0.0', where: 'before', signers: ['x'] })
      expect(said(act(added, who('maker'), 'withdraw', {}, now))).toBe('withdrawn')
      const signed = after(added, who('x'), 'approve', { seat: '1.0.0/before0' })
      expect(said(act(signed, who('maker'), 'withdraw', {}, now))).toBe('AlreadyDecided')
    })
    test(`B-11 reassign in ${mode}: any seat not yet signed, an added or a later one too`, () => {
      const to = (name: string, seat: string, was = fresh(mode)) =>
        said(act(was, who('admin'), 'reassign', { seat, to: who(name).person }, now))
      expect(to('y', '1.0.0')).toBe(mode === 'inOrder' ? 'y' : 'y b')
      expect(to('y', '1.1.0')).toBe(mode === 'inOrder' ? 'a' : 'a b')
      expect([to('maker', '1.0.0'), to('b', '1.0.0')]).toEqual(['OwnRequest', 'AlreadySigned'])
      const asked = after(fresh(mode), who('a'), 'addSigners', { seat: '1.0.0', where: 'before', signers: ['x'] })
      expect(to('y', '1.0.0/before0', asked)).toBe(mode === 'inOrder' ? 'y' : 'y b')
      const signed = after(fresh(mode), who('a'), 'approve', { seat: '1.0.0' })
      expect(to('y', '1.0.0', signed)).toBe('AlreadyDecided')
    })
  }
})
