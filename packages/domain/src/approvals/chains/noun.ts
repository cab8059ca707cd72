import type { Decision, Fact, Noun, Opening } from '../../kernel/decision.ts'
import { choice } from '../../kernel/input.ts'
import { refuse } from '../../kernel/refusal.ts'
import { kindOf, requestKindNames, type RequestKind } from '../kinds/kinds.ts'
import { changeInput, states, type Chain, type ChainEvent, type ChainVersion } from './chain.ts'
import { chainProblem } from './check.ts'

/** Every version of the chain of a kind of request, the one in force last. G-1 */
const versionsOf: Fact<Chain, RequestKind, readonly ChainVersion[]> = {
  find: (kind) => ({ kind }),
  read: ([found]) => found?.versions ?? [],
}

const openInput = { kind: choice('RequestKind', requestKindNames) }
/** A kind of request begins with the chain that ships with it. */
const open: Opening<Chain, ChainEvent, typeof openInput, 'chain.versionsOf'> = {
  input: openInput,
  opens: true,
  to: ['inForce'],
  by: { permission: 'chain.keep' },
  needs: { 'chain.versionsOf': (_, { kind }) => kind },
  decide: (id, { kind }, { actor, now }, facts) =>
    facts['chain.versionsOf'].length
      ? refuse('AlreadyExists', { what: 'chain' })
      : { events: [{ type: 'Opened', id, kind, steps: kindOf(kind).first, by: actor.person, at: now }] },
}

const written = (steps: unknown) => JSON.stringify(steps, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
/** 修改: a new version; requests under way finish on theirs. G-1 */
const change: Decision<Chain, ChainEvent, typeof changeInput, 'person.everybody' | 'position.keys' | 'department.all'> = {
  input: changeInput,
  from: ['inForce'],
  by: { permission: 'chain.keep' },
  refuses: ['ChainProblem', 'Incomplete'],
  needs: { 'person.everybody': () => 'active', 'position.keys': () => 'active', 'department.all': () => 'active' },
  decide(chain, { steps, reason }, { actor, now, rules }, facts) {
    if (written(steps) === written(chain.versions.at(-1)?.steps)) return refuse('Incomplete', { what: 'changes' })
    const known = {
      staff: facts['person.everybody'],
      positions: facts['position.keys'],
      departments: facts['department.all'].map(({ department }) => department),
    }
    return (
      chainProblem(steps, kindOf(chain.kind), known, rules) ?? {
        events: [{ type: 'Changed', version: chain.versions.length + 1, steps, reason, by: actor.person, at: now }],
      }
    )
  },
}

export const chain = {
  states,
  ends: states,
  tasks: () => [],
  revision: (record: Chain) => record.versions.length,
  evolve(was: Chain | undefined, event: ChainEvent): Chain {
    const { steps, by, at } = event
    if (event.type === 'Opened') return { id: event.id, state: 'inForce', kind: event.kind, versions: [{ version: 1, steps, by, at }] }
    const record = was as Chain
    return { ...record, versions: [...record.versions, { version: event.version, steps, by, at, reason: event.reason }] }
  },
  facts: { versionsOf },
  decisions: { open, change },
}
chain satisfies Noun<Chain, ChainEvent>
