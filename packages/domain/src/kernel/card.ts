import type { AnyRecord, Decision, Noun, Opening } from './decision.ts'
import { text, type Given, type Shape } from './input.ts'
import { refuse } from './refusal.ts'
import type { Id, Moment, PersonId } from './values.ts'

/**
 * A card is a record somebody keeps up to date: it is added, changed (old and new value stay in the history, P-4) and
 * retired. People, dictionaries, places and parties are cards; what is special about one is a rule beside it.
 */
export const cardStates = ['active', 'retired'] as const
export type Card<Of extends string, S extends Shape> = AnyRecord &
  Given<S> & { readonly id: Id<Of>; readonly state: (typeof cardStates)[number]; readonly addedAt: Moment; readonly edition: number }
export type CardEvent<Of extends string, S extends Shape> =
  | { readonly type: 'Added'; readonly id: Id<Of>; readonly card: Given<S>; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'Changed'
      readonly old: Partial<Given<S>>
      readonly new: Partial<Given<S>>
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Retired' | 'Restored'; readonly reason: string; readonly by: PersonId; readonly at: Moment }

const reasonInput = { reason: text(500) }
type ReasonInput = typeof reasonInput
type CardDecisions<Of extends string, S extends Shape> = {
  add: Opening<Card<Of, S>, CardEvent<Of, S>, S>
  change: Decision<Card<Of, S>, CardEvent<Of, S>, S & ReasonInput>
  retire: Decision<Card<Of, S>, CardEvent<Of, S>, ReasonInput>
  restore: Decision<Card<Of, S>, CardEvent<Of, S>, ReasonInput>
}
export type CardNoun<Of extends string, S extends Shape> = Noun<Card<Of, S>, CardEvent<Of, S>> & {
  readonly decisions: CardDecisions<Of, S>
}

const same = (a: unknown, b: unknown) => JSON.stringify(a, written) === JSON.stringify(b, written)
const written = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)

export const card = <const Of extends string, S extends Shape>(of: Of, shape: S): CardNoun<Of, S> => {
  type Event = CardEvent<Of, S>
  type Record = Card<Of, S>
  const by = { permission: `${of}.keep` }
  // no shape has a field called state, which the compiler cannot know of a shape it has not seen
  const [active, retired] = cardStates as unknown as readonly [Record['state'], Record['state']]
  const ending = (type: 'Retired' | 'Restored', from: Record['state'], to: Record['state']): Decision<Record, Event, ReasonInput> => ({
    input: reasonInput,
    from: [from],
    to: [to],
    by,
    decide: (_, { reason }, { actor, now }) => ({ events: [{ type, reason, by: actor.person, at: now }] }),
  })
  return {
    states: [active, retired],
    ends: [active, retired],
    tasks: () => [],
    revision: (record) => record.edition,
    evolve(was, event) {
      switch (event.type) {
        case 'Added':
          return { ...event.card, id: event.id, state: 'active', addedAt: event.at, edition: 1 } as Record
        case 'Changed': {
          const record = was as Record
          const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !(name in event.old)))
          return { ...kept, ...event.new, edition: record.edition + 1 } as Record
        }
        case 'Retired':
        case 'Restored': {
          const record = was as Record
          return { ...record, state: event.type === 'Retired' ? 'retired' : 'active', edition: record.edition + 1 }
        }
      }
    },
    decisions: {
      add: {
        input: shape,
        opens: true,
        to: [active],
        by,
        decide: (id, given, { actor, now }) => ({ events: [{ type: 'Added', id: id as Id<Of>, card: given, by: actor.person, at: now }] }),
      },
      change: {
        input: { ...shape, ...reasonInput },
        from: [active],
        by,
        refuses: ['Incomplete'],
        decide(record, given, { actor, now }) {
          const { reason, ...after } = given as unknown as { reason: string } & { [name: string]: unknown }
          const before = record as unknown as { [name: string]: unknown }
          const changed = Object.keys(shape).filter((name) => !same(before[name], after[name]))
          if (changed.length === 0) return refuse('Incomplete', { what: 'changes' })
          const pick = (from: { [name: string]: unknown }) =>
            Object.fromEntries(changed.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Partial<Given<S>>
          // a value that was empty before is named too, so that evolving takes its place
          const old = { ...Object.fromEntries(changed.map((name) => [name, null])), ...pick(before) } as Partial<Given<S>>
          return { events: [{ type: 'Changed', old, new: pick(after), reason, by: actor.person, at: now }] }
        },
      },
      retire: ending('Retired', active, retired),
      restore: ending('Restored', retired, active),
    },
  }
}
