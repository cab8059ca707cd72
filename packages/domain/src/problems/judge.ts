import { choice, longText, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { outcomes, type OnProblem } from './problem.ts'

const by = { permission: 'problem.work' } as const

const nameInput = { name: text(120) }
/** 确认: it is one, and this is what we call it. From now on it collects. Y-2 */
export const confirm: OnProblem<typeof nameInput> = {
  input: nameInput,
  from: ['proposed'],
  to: ['confirmed'],
  by,
  decide: (_, { name }, { actor, now }) => ({ events: [{ type: 'Confirmed', name, by: actor.person, at: now }] }),
}
/** 改名 */
export const rename: OnProblem<typeof nameInput> = {
  input: nameInput,
  from: ['confirmed'],
  by,
  refuses: ['SameRecord'],
  decide: (problem, { name }, { actor, now }) =>
    name === problem.name ? refuse('SameRecord') : { events: [{ type: 'Renamed', name, by: actor.person, at: now }] },
}

const reasonInput = { reason: longText(1000) }
/** 不是共性问题, with the reason. Y-2 */
export const dismiss: OnProblem<typeof reasonInput> = {
  input: reasonInput,
  from: ['proposed'],
  to: ['dismissed'],
  by,
  many: {},
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Dismissed', reason, by: actor.person, at: now }] }),
}

const closeInput = { outcome: choice('ProblemOutcome', outcomes), note: longText(2000) }
/** 关闭, with what came of it; it collects no more. Y-2 */
export const close: OnProblem<typeof closeInput> = {
  input: closeInput,
  from: ['confirmed'],
  to: ['closed'],
  by,
  decide: (_, { outcome, note }, { actor, now }) => ({ events: [{ type: 'Closed', outcome, note, by: actor.person, at: now }] }),
}
/** 重新打开 */
export const reopen: OnProblem<typeof reasonInput> = {
  input: reasonInput,
  from: ['closed', 'dismissed'],
  to: { closed: ['confirmed'], dismissed: ['proposed'] },
  by,
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Reopened', reason, by: actor.person, at: now }] }),
}

const reading = { permission: 'problem.read' } as const
/** 关注: to be told when it grows. Y-2 */
export const follow: OnProblem = {
  input: {},
  from: ['proposed', 'confirmed'],
  by: reading,
  refuses: ['AlreadyRecorded'],
  blocked: ({ followers, number }, { actor }) =>
    followers.includes(actor.person) ? refuse('AlreadyRecorded', { what: number }) : undefined,
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Followed', by: actor.person, at: now }] }),
}
/** 取消关注 */
export const unfollow: OnProblem = {
  input: {},
  from: ['proposed', 'confirmed', 'closed', 'dismissed', 'merged'],
  by: reading,
  refuses: ['NothingToUndo'],
  blocked: ({ followers }, { actor }) => (followers.includes(actor.person) ? undefined : refuse('NothingToUndo')),
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Unfollowed', by: actor.person, at: now }] }),
}
