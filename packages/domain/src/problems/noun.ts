import type { Fact, Noun, Word } from '../kernel/decision.ts'
import type { Task } from '../kernel/task.ts'
import type { Id } from '../kernel/values.ts'
import { evolve } from './evolve.ts'
import { close, confirm, dismiss, follow, rename, reopen, unfollow } from './judge.ts'
import { absorb, addMembers, collect, hear, merge, removeMembers, split } from './members.ts'
import { open, propose, splitOff } from './open.ts'
import { states, type Problem, type ProblemEvent } from './problem.ts'

/** Somebody who analyses says whether it is one. Y-2 */
const tasks = ({ state, number, name, openedAt }: Problem): readonly Task[] =>
  state === 'proposed'
    ? [{ kind: 'do', holder: { position: 'analyst' }, does: 'problem.confirm', from: openedAt, about: { number, title: name } }]
    : []

/** Which of these complaints lie in a problem, also in one that is over or was dismissed, by its number. Y-2 */
const holding: Fact<Problem, readonly Id<'complaint'>[], ReadonlyMap<Id<'complaint'>, string>> = {
  find: () => ({}),
  loose: true,
  read(found, { key }) {
    const asked = new Set(key)
    return new Map(found.flatMap(({ members, number }) => members.filter((one) => asked.has(one)).map((one) => [one, number] as const)))
  },
}
/** What goes on the next product-suggestion table. Y-3 */
const confirmed: Fact<Problem, 'confirmed', readonly Problem[]> = {
  find: (state) => ({ state }),
  loose: true,
  read: (found) => found,
}

/** Those who follow it are told that it grew; nobody is told of what they did themselves. Y-2, X-6 */
const tells = (before: Problem, now: Problem): readonly Word[] => {
  const more = now.members.length - before.members.length
  const collected = now.state === before.state && more > 0 && now.grewAt > before.grewAt
  return collected && now.followers.length
    ? [{ to: now.followers, outcome: 'grew', of: { noun: 'problem', id: now.id }, about: { number: now.number, title: now.name } }]
    : []
}

export const problem = {
  evolve,
  tasks,
  tells,
  states,
  // a confirmed one owes nothing by itself: it collects, and is closed when it is over
  ends: ['confirmed', 'dismissed', 'merged', 'closed'] as const,
  revision: ({ edition }: Problem) => edition,
  facts: { holding, confirmed },
  decisions: {
    propose,
    open,
    splitOff,
    confirm,
    dismiss,
    rename,
    addMembers,
    removeMembers,
    split,
    merge,
    absorb,
    collect,
    hear,
    follow,
    unfollow,
    close,
    reopen,
  },
}
problem satisfies Noun<Problem, ProblemEvent>
