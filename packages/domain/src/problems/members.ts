import { list, longText, ref, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id, ProjectId } from '../kernel/values.ts'
import { full } from './open.ts'
import { living, type AskedOfProblem, type DepartmentSaid, type Evidence, type OnProblem, type ProblemId } from './problem.ts'

const by = { permission: 'problem.work' } as const
const complaints = list(ref('complaint'), { min: 1, max: 500 })

const addInput = { complaints }
/** 加入: what the system did not see belongs to it. Y-2 */
export const addMembers: OnProblem<typeof addInput, 'complaint.placesOf'> = {
  input: addInput,
  from: living,
  by,
  refuses: ['AlreadyRecorded', 'TooManyAtOnce'],
  needs: { 'complaint.placesOf': (_, input) => input?.complaints },
  decide(problem, given, { actor, now }, facts) {
    const places = facts['complaint.placesOf']
    if (given.complaints.some((one) => !places.has(one))) return refuse('NotFound')
    const added = [...new Set(given.complaints)].filter((one) => !problem.members.includes(one))
    if (added.length === 0) return refuse('AlreadyRecorded', { what: problem.number })
    const projects = [...new Set(added.flatMap((one) => places.get(one) ?? []))]
    return (
      full(problem.members.length + added.length) ?? {
        events: [{ type: 'MembersAdded', complaints: added, projects, by: actor.person, at: now }],
      }
    )
  },
}

const removeInput = { complaints, reason: longText(500) }
/** 移出: it stays out, whatever the system thinks. Y-2 */
export const removeMembers: OnProblem<typeof removeInput> = {
  input: removeInput,
  from: living,
  by,
  refuses: ['NothingToUndo'],
  decide(problem, { complaints: given, reason }, { actor, now }) {
    const removed = problem.members.filter((one) => given.includes(one))
    return removed.length === 0
      ? refuse('NothingToUndo')
      : { events: [{ type: 'MembersRemoved', complaints: removed, reason, by: actor.person, at: now }] }
  },
}

const splitInput = { name: text(120), complaints }
/** 拆分: some of it is another problem. Y-2 */
export const split: OnProblem<typeof splitInput> = {
  input: splitInput,
  from: ['confirmed'],
  by,
  refuses: ['NothingToUndo', 'Incomplete'],
  decide(problem, { name, complaints: given }, { actor, now, fresh }) {
    const { id, element, category, scope, projects } = problem
    const members = problem.members.filter((one) => given.includes(one))
    if (members.length === 0) return refuse('NothingToUndo')
    if (members.length === problem.members.length) return refuse('Incomplete', { what: 'complaints' })
    const into = fresh('split') as ProblemId
    return {
      events: [{ type: 'SplitOff', complaints: members, into, by: actor.person, at: now }],
      follow: [
        ask('problem.splitOff', into, {
          from: id,
          name,
          ...(element === undefined ? {} : { element }),
          category,
          scope,
          members,
          projects,
        }),
      ],
    }
  },
}

const mergeInput = { into: ref('problem') }
/** 合并 into another. Y-2 */
export const merge: OnProblem<typeof mergeInput> = {
  input: mergeInput,
  from: living,
  to: ['merged'],
  by,
  refuses: ['SameRecord'],
  decide: (problem, { into }, { actor, now }) =>
    into === problem.id
      ? refuse('SameRecord')
      : {
          events: [{ type: 'Merged', into, by: actor.person, at: now }],
          follow: [ask('problem.absorb', into, { other: problem.id, members: problem.members, projects: problem.projects })],
        },
}
export const absorb: AskedOfProblem<{
  readonly other: ProblemId
  readonly members: readonly Id<'complaint'>[]
  readonly projects: readonly ProjectId[]
}> = {
  from: living,
  by: 'asked',
  refuses: ['TooManyAtOnce'],
  decide: (problem, { other, members, projects }, { actor, now }) =>
    full(problem.members.length + members.length) ?? {
      events: [
        {
          type: 'Absorbed',
          other,
          // who was taken out of this one by hand stays out
          members: members.filter((one) => !problem.excluded.includes(one)),
          projects,
          by: actor.person,
          at: now,
        },
      ],
    },
}

/** New complaints that fit join, as the system's doing, and what the last month showed of it. Y-2, B-9 */
export const collect: AskedOfProblem<
  { readonly complaints: readonly Id<'complaint'>[]; readonly evidence: readonly Evidence[] },
  'complaint.placesOf'
> = {
  from: living,
  by: 'asked',
  refuses: ['NothingToUndo', 'TooManyAtOnce'],
  needs: { 'complaint.placesOf': (_, input) => input?.complaints },
  decide(problem, { complaints: found, evidence }, { actor, now }, facts) {
    const places = facts['complaint.placesOf']
    const joining = found.filter((one) => places.has(one) && !problem.members.includes(one) && !problem.excluded.includes(one))
    if (joining.length === 0 && evidence.length === 0) return refuse('NothingToUndo')
    const projects = [...new Set(joining.flatMap((one) => places.get(one) ?? []))]
    return (
      full(problem.members.length + joining.length) ?? {
        events: [{ type: 'Collected', complaints: joining, projects, evidence, by: actor.person, at: now }],
      }
    )
  },
}

/** What a department answered to it on a product-suggestion table comes back to it. Y-3 */
export const hear: AskedOfProblem<{ readonly said: DepartmentSaid }> = {
  from: ['proposed', 'confirmed', 'dismissed', 'merged', 'closed'],
  by: 'asked',
  decide: (_, { said }) => ({ events: [{ type: 'DepartmentSaid', said }] }),
}
