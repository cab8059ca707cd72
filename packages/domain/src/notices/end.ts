import { count, longText, ref } from '../kernel/input.ts'
import type { Id } from '../kernel/values.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { accepted, groundsAt, slipClock } from './grounds.ts'
import type { AskedOfNotice, Ground, OnNotice } from './notice.ts'
import { by } from './record.ts'

/** 关闭: every defect accepted, and the slip returned or its time over. N-2 */
export const close: OnNotice = {
  input: {},
  from: ['running'],
  to: ['closed'],
  by,
  refuses: ['Incomplete', 'BeforeItsTime'],
  blocked(notice, { now, rules }) {
    if (!accepted(notice)) return refuse('Incomplete', { what: 'acceptance' })
    const slip = slipClock(notice, rules)
    return !notice.slip && slip && now < slip.due ? refuse('BeforeItsTime', { earliest: slip.due }) : undefined
  },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Closed', by: actor.person, at: now }] }),
}

const withdrawInput = { reason: longText(1000) }
/** 撤销, with reason; not while a fine rests on it. N-2 */
export const withdraw: OnNotice<typeof withdrawInput> = {
  input: withdrawInput,
  from: ['drafted', 'running'],
  to: ['withdrawn'],
  by: { permission: 'notice.withdraw' },
  refuses: ['StillOpen'],
  blocked: (notice) => (notice.fined.length ? refuse('StillOpen', { what: 'fine', number: notice.number }) : undefined),
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Withdrawn', reason, by: actor.person, at: now }] }),
}

const groundInput = { ground: count(1, 5) }
/** The manager has seen that a ground came to hold. N-5 */
export const takeNote: OnNotice<typeof groundInput> = {
  input: groundInput,
  from: ['running', 'closed', 'takenOver'],
  by: { task: 'notice.takeNote' },
  refuses: ['NoGround'],
  decide: (notice, { ground }, { actor, now, rules }) =>
    groundsAt(notice, rules, now).some((held) => held.ground === ground)
      ? { events: [{ type: 'GroundNoted', ground: ground as Ground, by: actor.person, at: now }] }
      : refuse('NoGround'),
}

const letGoInput = { ground: count(1, 5), reason: longText(1000) }
/** 不予处罚: a ground that holds and is not fined, with the reason. F-1 */
export const letGroundGo: OnNotice<typeof letGoInput> = {
  input: letGoInput,
  from: ['running', 'closed', 'takenOver'],
  by: { permission: 'fine.draft' },
  refuses: ['NoGround', 'AlreadyFined'],
  decide(notice, { ground, reason }, { actor, now, rules }) {
    if (notice.fined.some((fined) => fined.ground === ground)) return refuse('AlreadyFined', { ground, number: notice.number })
    if (!groundsAt(notice, rules, now).some((held) => held.ground === ground)) return refuse('NoGround')
    return { events: [{ type: 'GroundLetGo', ground: ground as Ground, reason, by: actor.person, at: now }] }
  },
}

const handInput = { to: ref('person') }
/** 移交 to another representative; the clocks keep running. P-5 */
export const handOver: OnNotice<typeof handInput, 'person.working'> = {
  input: handInput,
  from: ['drafted', 'running', 'takenOver', 'closed'],
  by: { permission: 'notice.handOver' },
  many: { undo: ({ id, representative }) => ask('notice.handOver', id, { to: representative }) },
  refuses: ['SameRecord', 'PersonDisabled'],
  needs: { 'person.working': () => 'representative' },
  decide: (notice, { to }, { actor, now }, facts) =>
    to === notice.representative
      ? refuse('SameRecord')
      : !facts['person.working'](to, notice.project)
        ? refuse('PersonDisabled')
        : { events: [{ type: 'HandedOver', to, by: actor.person, at: now }] },
}

/** An emergency team does it in the contractor's place; the notice closes when that closes. N-2 */
export const takeOver: AskedOfNotice<{ readonly repair: Id<'emergencyRepair'> }> = {
  from: ['drafted', 'running'],
  to: ['takenOver'],
  by: 'asked',
  decide: (_, { repair }, { now }) => ({ events: [{ type: 'TakenOver', repair, at: now }] }),
}
/** The emergency repair was called off: the contractor owes the work again. */
export const handBack: AskedOfNotice = {
  from: ['takenOver'],
  to: ['running'],
  by: 'asked',
  decide: (_, __, { now }) => ({ events: [{ type: 'HandedBack', at: now }] }),
}
export const closeWithRepair: AskedOfNotice = {
  from: ['takenOver'],
  to: ['closed'],
  by: 'asked',
  decide: (notice, _, { actor, now }) => ({
    events: [{ type: 'Closed', by: actor.person, at: now }],
    follow: notice.complaints.map((complaint) => ask('complaint.reachMilestone', complaint, { milestone: 'repairAccepted' as const })),
  }),
}
/** A fine rests on these grounds from now on. F-10 */
export const fined: AskedOfNotice<{ readonly fine: Id<'fine'>; readonly grounds: readonly Ground[] }> = {
  from: ['drafted', 'running', 'closed', 'withdrawn', 'takenOver'],
  by: 'asked',
  decide: (_, { fine, grounds }, { now }) => ({ events: [{ type: 'Fined', fine, grounds, at: now }] }),
}
/** The fine ended without effect: its grounds may be fined again. F-10 */
export const fineEnded: AskedOfNotice<{ readonly fine: Id<'fine'> }> = {
  from: ['drafted', 'running', 'closed', 'withdrawn', 'takenOver'],
  by: 'asked',
  decide: (_, { fine }, { now }) => ({ events: [{ type: 'FineEnded', fine, at: now }] }),
}
