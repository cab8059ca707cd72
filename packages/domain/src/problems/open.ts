import { elements, type Element } from '../kernel/building-parts.ts'
import { choice, list, optional, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id } from '../kernel/values.ts'
import { mostMembers, type Evidence, type OpensProblem, type ProblemId, type ProposesProblem, type Scope } from './problem.ts'

type Proposal = {
  readonly name: string
  readonly element?: Element
  readonly category: Id<'category'>
  readonly scope: Scope
  readonly evidence: readonly Evidence[]
  readonly members: readonly Id<'complaint'>[]
}
/** 提出: the system's doing, with why. Complaints that a problem somebody looks after holds already are proposed to nobody again. Y-2, B-9 */
export const propose: ProposesProblem<Proposal, 'complaint.placesOf' | 'problem.holding'> = {
  opens: true,
  to: ['proposed'],
  by: 'asked',
  series: 'problem',
  refuses: ['NotFound', 'AlreadyRecorded'],
  needs: { 'complaint.placesOf': (_, { members }) => members, 'problem.holding': (_, { members }) => members },
  decide(id, { members, ...proposal }, { now, number }, facts) {
    const places = facts['complaint.placesOf']
    if (members.length === 0 || members.some((one) => !places.has(one))) return refuse('NotFound')
    const held = facts['problem.holding']
    const known = members.filter((one) => held.has(one))
    if (known.length * 2 >= members.length) return refuse('AlreadyRecorded', { what: [...held.values()][0] ?? '' })
    const projects = [...new Set(members.flatMap((one) => places.get(one) ?? []))]
    return { events: [{ type: 'Proposed', id, number, ...proposal, members, projects, at: now }] }
  },
}

const input = {
  name: text(120),
  element: optional(choice('Element', elements)),
  category: ref('category'),
  complaints: list(ref('complaint'), { min: 1, max: 500 }),
}
/** 新建共性问题: what somebody noticed before the system did. Y-2 */
export const open: OpensProblem<typeof input, 'complaint.placesOf' | 'category.standing'> = {
  input,
  opens: true,
  to: ['confirmed'],
  by: { permission: 'problem.work' },
  series: 'problem',
  refuses: ['RetiredEntry'],
  needs: { 'complaint.placesOf': (_, { complaints }) => complaints, 'category.standing': (_, { category }) => category },
  decide(id, { name, element, category, complaints }, { actor, now, number }, facts) {
    const places = facts['complaint.placesOf']
    const known = facts['category.standing']
    if (!known || complaints.some((one) => !places.has(one))) return refuse('NotFound')
    if (known.retired) return refuse('RetiredEntry', { what: known.name })
    return {
      events: [
        {
          type: 'Opened',
          id,
          number,
          name,
          ...(element === undefined ? {} : { element }),
          // members are of a category or of one under it
          category: known.path[0] ?? category,
          scope: { dimension: 'company', value: '' },
          members: [...new Set(complaints)],
          projects: [...new Set(complaints.flatMap((one) => places.get(one) ?? []))],
          by: actor.person,
          at: now,
        },
      ],
    }
  },
}

type Off = Omit<Proposal, 'evidence'> & { readonly from: ProblemId; readonly projects: readonly Id<'project'>[] }
/** The part of another that is a problem of its own. Y-2 */
export const splitOff: ProposesProblem<Off> = {
  opens: true,
  to: ['confirmed'],
  by: 'asked',
  series: 'problem',
  decide: (id, { from, ...rest }, { actor, now, number }) => ({
    events: [{ type: 'Opened', id, number, ...rest, splitFrom: from, by: actor.person, at: now }],
  }),
}
export const full = (members: number) => (members > mostMembers ? refuse('TooManyAtOnce', { most: mostMembers }) : undefined)
