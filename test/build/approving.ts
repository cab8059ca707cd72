import { isRefusal, type Actor, type Moment, type Refusal, type Scene } from '@lintel/domain'
import type { Approval, ApprovalEvent, ApprovalId, NewStep } from '../../packages/domain/src/approvals/approval.ts'
import type { Mode } from '../../packages/domain/src/approvals/modes.ts'
import { approval as noun } from '../../packages/domain/src/approvals/noun.ts'
import { person, rulesWith } from './town.ts'

const rules = rulesWith()
const known = new Map<string, Actor>()
/** Somebody by a name of one letter or a word; the same one each time. */
export const who = (name: string): Actor => {
  const before = known.get(name)
  if (before) return before
  const made = person(name, [])
  known.set(name, made)
  return made
}
export const nameOf = (id: string) => [...known].find(([, { person: one }]) => one === id)?.[0] ?? '?'

export const step = (mode: Mode, ...people: string[]): NewStep => ({ mode, seats: people.map((name) => ({ person: who(name).person })) })
export const opened = (steps: readonly NewStep[], makers: readonly string[] = ['maker'], at = 0 as Moment) =>
  noun.evolve(undefined, {
    type: 'Opened',
    id: 'A' as ApprovalId,
    subject: { noun: 'fine', id: 'F' as never },
    makers: makers.map((name) => who(name).person),
    kind: 'fine',
    chainVersion: 1,
    steps,
    at,
    about: { title: '' },
    reads: [],
    answers: { approved: 'fine.approved', rejected: 'fine.rejected', returned: 'fine.returned', withdrawn: 'fine.returned' },
  })

export type Verb = Exclude<keyof typeof noun.decisions, 'open' | 'resubmit' | 'void' | 'comment'>
type Erased = {
  readonly from: readonly string[]
  blocked?(on: Approval, scene: Scene, facts: object): Refusal | undefined
  decide(on: Approval, input: unknown, scene: Scene, facts: object): { readonly events: readonly ApprovalEvent[] } | Refusal
}
/** One verb by somebody, on the approval alone. */
export const act = (approval: Approval, actor: Actor, verb: Verb, input: unknown, now: Moment): Approval | Refusal => {
  const decision = noun.decisions[verb] as unknown as Erased
  if (!decision.from.includes(approval.state)) return { refused: 'WrongState', with: { state: approval.state } }
  const scene: Scene = { actor, now, rules, mine: [], number: '', fresh: (label) => label }
  const facts = { 'person.present': [...known.values()].map(({ person: one }) => one) }
  const outcome = decision.blocked?.(approval, scene, facts) ?? decision.decide(approval, input, scene, facts)
  return isRefusal(outcome) ? outcome : outcome.events.reduce<Approval>((was, event) => noun.evolve(was, event), approval)
}
/** The subject came back changed: a new round with these steps. */
export const resubmitted = (approval: Approval, steps: readonly NewStep[], makers: readonly string[], at: Moment): Approval =>
  noun.evolve(approval, {
    type: 'Resubmitted',
    kind: 'fine',
    makers: makers.map((name) => who(name).person),
    steps,
    about: { title: '' },
    reads: [],
    at,
  })
