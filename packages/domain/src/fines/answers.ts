import type { Verdict } from '../approvals/approval.ts'
import { longText } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { PersonId } from '../kernel/values.ts'
import type { AskedOfFine, Fine, Ground, OnFine } from './fine.ts'

const freed = (fine: Fine) => ask('notice.fineEnded', fine.notice, { fine: fine.id })

/** Both have signed: the manager may issue it. F-6 */
export const approved: AskedOfFine<Verdict> = {
  from: ['signed'],
  to: ['approved'],
  by: 'asked',
  decide: (_, { by, inNameOf }, { now }) => ({ events: [{ type: 'Answered', as: 'approved', by, inNameOf, at: now }] }),
}
/** Ends the fine with a reason; its repair goes on until the manager decides otherwise. F-5, F-6 */
export const rejected: AskedOfFine<Verdict> = {
  from: ['signed'],
  to: ['rejected'],
  by: 'asked',
  decide: (fine, { by, inNameOf, reason }, { now }) => ({
    events: [{ type: 'Answered', as: 'rejected', by, inNameOf, at: now, ...(reason === undefined ? {} : { reason }) }],
    follow: [freed(fine), ...(fine.repair ? [ask('emergencyRepair.fineFell', fine.repair, { fine: fine.id })] : [])],
  }),
}
/** Back to the drafter. F-6 */
export const returned: AskedOfFine<Verdict> = {
  from: ['signed'],
  to: ['returned'],
  by: 'asked',
  decide: (_, { by, inNameOf, reason }, { now }) => ({
    events: [{ type: 'Answered', as: 'returned', by, inNameOf, at: now, ...(reason === undefined ? {} : { reason }) }],
  }),
}

const stopInput = { reason: longText(1000) }
/** 停止: the department manager, with a reason, until it is issued. F-6 */
export const stop: OnFine<typeof stopInput> = {
  input: stopInput,
  from: ['drafted', 'returned', 'signed', 'approved'],
  to: ['stopped'],
  by: { permission: 'fine.stop' },
  decide: (fine, { reason }, { actor, now }) => ({
    events: [{ type: 'Stopped', by: actor.person, at: now, reason }],
    follow: [
      freed(fine),
      ...(fine.approval && fine.state !== 'approved' ? [ask('approval.void', fine.approval, {})] : []),
      ...(fine.repair ? [ask('emergencyRepair.fineFell', fine.repair, { fine: fine.id })] : []),
    ],
  }),
}

/** A ground it rests on was taken back: unsigned it goes back to its drafter, signed it is flagged to its signers. N-2 */
export const groundFell: AskedOfFine<{ readonly ground: Ground }> = {
  from: ['drafted', 'returned', 'signed', 'approved', 'issued', 'appealed', 'cleared'],
  to: { drafted: ['drafted', 'returned'] },
  by: 'asked',
  decide(fine, { ground }, { now }) {
    const rests = fine.grounds.find((one) => one.ground === ground)
    if (!rests) return refuse('NoGround')
    // with a written reason of the representative's own it still stands on that
    const returned = fine.state === 'drafted' && rests.reason === undefined
    return { events: [{ type: 'GroundFell', ground, at: now, returned }] }
  },
}

/** The drafter leaves: whoever follows writes on. They stay a maker all the same. P-5, P-2 */
export const handOver: AskedOfFine<{ readonly to: PersonId }> = {
  from: ['drafted', 'returned', 'signed'],
  by: 'asked',
  decide: (_, { to }, { actor, now }) => ({ events: [{ type: 'HandedOver', to, by: actor.person, at: now }] }),
}
