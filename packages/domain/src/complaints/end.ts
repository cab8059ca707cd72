import { elements, trades } from '../kernel/building-parts.ts'
import { choice, longText, optional, ref, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { kinds, living, severities, type AskedOfComplaint, type Complaint, type OnComplaint } from './complaint.ts'

const by = { permission: 'complaint.handle' } as const
const reasonInput = { reason: longText(1000) }

/** 不予受理, with the reason. C-4 */
export const reject: OnComplaint<typeof reasonInput, 'notice.openFor' | 'emergencyRepair.openFor'> = {
  input: reasonInput,
  from: ['registered', 'accepted', 'inProgress', 'reopened'],
  to: ['rejected'],
  by,
  refuses: ['StillOpen'],
  needs: { 'notice.openFor': (complaint) => complaint.id, 'emergencyRepair.openFor': (complaint) => complaint.id },
  blocked: (_, __, facts) => stillOpen(facts['notice.openFor'], facts['emergencyRepair.openFor']),
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Rejected', reason, by: actor.person, at: now }] }),
}
const stillOpen = (notices: readonly string[], repairs: readonly string[]) =>
  notices[0] !== undefined
    ? refuse('StillOpen', { what: 'notice', number: notices[0] })
    : repairs[0] !== undefined
      ? refuse('StillOpen', { what: 'emergencyRepair', number: repairs[0] })
      : undefined

const mergeInput = { into: ref('complaint') }
/** 合并 into another: it keeps its history. C-4, C-6 */
export const merge: OnComplaint<typeof mergeInput, 'notice.openFor' | 'emergencyRepair.openFor'> = {
  input: mergeInput,
  from: living,
  to: ['merged'],
  by,
  refuses: ['StillOpen', 'SameRecord'],
  needs: { 'notice.openFor': (complaint) => complaint.id, 'emergencyRepair.openFor': (complaint) => complaint.id },
  blocked: (complaint, _, facts) =>
    stillOpen(facts['notice.openFor'], facts['emergencyRepair.openFor']) ??
    (complaint.merged.length ? refuse('StillOpen', { what: 'merged', number: complaint.number }) : undefined),
  decide: (complaint, { into }, { actor, now }) =>
    into === complaint.id
      ? refuse('SameRecord')
      : {
          events: [{ type: 'Merged', into, by: actor.person, at: now }],
          follow: [ask('complaint.absorb', into, { other: complaint.id, project: complaint.project })],
        },
}
export const absorb: AskedOfComplaint<{ readonly other: Complaint['id']; readonly project: string }> = {
  from: living,
  by: 'asked',
  refuses: ['OtherProject'],
  decide: (complaint, { other, project }, { actor, now }) =>
    complaint.project === project ? { events: [{ type: 'Absorbed', other, by: actor.person, at: now }] } : refuse('OtherProject'),
}

/** 重新打开 by hand: the customer came back. C-4 */
export const reopen: OnComplaint<typeof reasonInput> = {
  input: reasonInput,
  from: ['resolved', 'closed', 'rejected'],
  to: ['reopened'],
  by: { permission: 'complaint.reopen' },
  refuses: ['WrongState'],
  blocked: (complaint) => (complaint.history ? refuse('WrongState', { state: 'history' }) : undefined),
  decide: (complaint, { reason }, { actor, now }) => ({
    events: [{ type: 'Reopened', reason, by: actor.person, at: now }],
    // the visit that was owed for the old resolution is not owed any more
    follow: complaint.state === 'resolved' && complaint.visit ? [ask('visit.drop', complaint.visit, {})] : [],
  }),
}
/** a dissatisfied customer reopens it. */
export const reopenedByVisit: AskedOfComplaint<{ readonly wording: string }> = {
  from: ['resolved'],
  to: ['reopened'],
  by: 'asked',
  decide: (_, { wording }, { actor, now }) => ({ events: [{ type: 'Reopened', reason: wording, by: actor.person, at: now }] }),
}
/** 关闭 after the return visit, or after three failed attempts. C-5, R-2 */
export const closedByVisit: AskedOfComplaint<{ readonly satisfaction?: string; readonly without?: string }> = {
  from: ['resolved'],
  to: ['closed'],
  by: 'asked',
  decide: (_, result, { actor, now }) => ({ events: [{ type: 'Closed', ...result, by: actor.person, at: now }] }),
}

const correctInput = {
  kind: optional(choice('ComplaintKind', kinds)),
  category: optional(ref('category')),
  severity: optional(choice('Severity', severities)),
  element: optional(choice('Element', elements)),
  trade: optional(choice('Trade', trades)),
  title: optional(text(120)),
  wish: optional(longText(2000)),
  reason: longText(1000),
}
type Correctable = Exclude<keyof typeof correctInput, 'reason'>
/** 更正: old value, new value, reason; the clocks are worked out again. P-4 */
export const correct: OnComplaint<typeof correctInput> = {
  input: correctInput,
  from: [...living, 'resolved'],
  by,
  refuses: ['Incomplete'],
  decide(complaint, { reason, ...given }, { actor, now }) {
    const changed = (Object.keys(given) as Correctable[]).filter((name) => given[name] !== complaint[name])
    if (changed.length === 0) return refuse('Incomplete', { what: 'changes' })
    const pick = (from: Partial<Pick<Complaint, Correctable>>) => Object.fromEntries(changed.map((name) => [name, from[name]]))
    return { events: [{ type: 'Corrected', changes: pick(given), old: pick(complaint), reason, by: actor.person, at: now }] }
  },
}
