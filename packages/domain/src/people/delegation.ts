import type { AnyRecord, Decision, Noun, Opening } from '../kernel/decision.ts'
import { longText, moment, optional, ref } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id, Moment, PersonId } from '../kernel/values.ts'

const states = ['granted', 'revoked'] as const
/** 代行职责: somebody's approvals done by a named person for a period; not passed on. P-2 */
export type Delegation = AnyRecord & {
  readonly id: Id<'delegation'>
  readonly state: (typeof states)[number]
  readonly principal: PersonId
  readonly to: PersonId
  readonly from: Moment
  readonly until: Moment
  readonly note?: string
  readonly grantedBy: PersonId
}
type Event =
  | {
      readonly type: 'Granted'
      readonly id: Id<'delegation'>
      readonly principal: PersonId
      readonly to: PersonId
      readonly from: Moment
      readonly until: Moment
      readonly note?: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Revoked'; readonly by: PersonId; readonly at: Moment }

const grantInput = { to: ref('person'), from: moment(), until: moment(), note: optional(longText(500)) }
const grant: Opening<Delegation, Event, typeof grantInput> = {
  input: grantInput,
  opens: true,
  to: ['granted'],
  by: { permission: 'delegation.grant' },
  refuses: ['SameRecord', 'BeforeItsTime'],
  decide(id, given, { actor, now }) {
    if (given.to === actor.person) return refuse('SameRecord')
    if (given.until <= given.from || given.until <= now) return refuse('BeforeItsTime', { earliest: given.from > now ? given.from : now })
    return { events: [{ type: 'Granted', id, principal: actor.person, ...given, by: actor.person, at: now }] }
  },
}
const revoke: Decision<Delegation, Event> = {
  input: {},
  from: ['granted'],
  to: ['revoked'],
  by: { permission: 'delegation.grant' },
  blocked: (delegation, { actor }) => (delegation.principal === actor.person ? undefined : refuse('NotAllowed')),
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Revoked', by: actor.person, at: now }] }),
}

export const delegation = {
  states,
  // it ends by its dates, with nothing owed to anybody
  ends: states,
  tasks: () => [],
  evolve(was: Delegation | undefined, event: Event): Delegation {
    if (event.type === 'Revoked') return { ...(was as Delegation), state: 'revoked' }
    const { type: _, at: __, by, ...rest } = event
    return { ...rest, state: 'granted', grantedBy: by }
  },
  decisions: { grant, revoke },
}
delegation satisfies Noun<Delegation, Event>
