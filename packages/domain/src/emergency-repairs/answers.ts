import type { Verdict } from '../approvals/approval.ts'
import { longText } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { takenOver, type AskedOfRepair, type EmergencyRepair, type OnRepair, type RepairEvent } from './emergency-repair.ts'

const underWay = ['approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'] as const
const said = (
  { by, reason }: Verdict,
  as: Extract<RepairEvent, { type: 'Answered' }>['as'],
  at: EmergencyRepair['since'],
): RepairEvent => ({
  type: 'Answered',
  as,
  by,
  at,
  ...(reason === undefined ? {} : { reason }),
})

/** 批准启动; of a danger, after the fact. E-1 */
export const approved: AskedOfRepair<Verdict> = {
  from: ['suggested', ...underWay],
  to: { suggested: ['approved'] },
  by: 'asked',
  decide: (_, verdict, { now }) => ({ events: [said(verdict, 'approved', now)] }),
}
/** Work that a danger began and nobody approved stops if it has not begun; otherwise the refusal stays on record. E-1 */
export const rejected: AskedOfRepair<Verdict> = {
  from: ['suggested', ...underWay],
  to: { suggested: ['rejected'], approved: ['rejected'], assigned: ['rejected'] },
  by: 'asked',
  decide: (repair, verdict, { now }) => ({
    events: [said(verdict, 'rejected', now)],
    follow: repair.state === 'assigned' ? [ask('notice.handBack', repair.notice, {})] : [],
  }),
}
/** 退回: the suggester says more. B-2 */
export const returned: AskedOfRepair<Verdict> = {
  from: ['suggested', ...underWay],
  by: 'asked',
  decide: (_, verdict, { now }) => ({ events: [said(verdict, 'returned', now)] }),
}
/** 撤回 by its suggester, before anybody works. B-2 */
export const withdrawn: AskedOfRepair<Verdict> = {
  from: ['suggested', 'approved'],
  to: ['cancelled'],
  by: 'asked',
  decide: (repair, verdict, { now }) => ({
    events: [said(verdict, 'withdrawn', now)],
    follow: repair.approval ? [ask('approval.void', repair.approval, {})] : [],
  }),
}
/** A fine starts the repair that was only suggested. F-5 */
export const overtake: AskedOfRepair = {
  from: ['suggested'],
  to: ['rejected'],
  by: 'asked',
  decide: (repair, _, { actor, now }) => ({
    events: [{ type: 'Answered', as: 'overtaken', by: actor.person, at: now }],
    follow: repair.approval ? [ask('approval.void', repair.approval, {})] : [],
  }),
}
/** The fine that started it, or rests beside it, was rejected or stopped: the manager decides. F-5 */
export const fineFell: AskedOfRepair<{ readonly fine: NonNullable<EmergencyRepair['fine']> }> = {
  from: ['suggested', ...underWay, 'closed', 'rejected', 'cancelled'],
  by: 'asked',
  decide: (repair, { fine }, { now }) => ({ events: repair.fine === fine ? [{ type: 'FineFell', fine, at: now }] : [] }),
}

const reasonInput = { reason: longText(1000) }
/** 继续: the fine fell, the repair goes on. F-5 */
export const carryOn: OnRepair<typeof reasonInput> = {
  input: reasonInput,
  from: underWay,
  by: { task: 'emergencyRepair.carryOn' },
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'CarriedOn', reason, by: actor.person, at: now }] }),
}
/** 取消: the manager, before the work begins; the contractor owes the repair again. F-5 */
export const cancel: OnRepair<typeof reasonInput> = {
  input: reasonInput,
  from: ['suggested', 'approved', 'assigned'],
  to: ['cancelled'],
  by: { permission: 'emergencyRepair.cancel' },
  decide: (repair, { reason }, { actor, now }) => ({
    events: [{ type: 'Cancelled', reason, by: actor.person, at: now }],
    follow: [
      ...(takenOver(repair) ? [ask('notice.handBack', repair.notice, {})] : []),
      ...(repair.approval && (repair.state === 'suggested' || repair.returned) ? [ask('approval.void', repair.approval, {})] : []),
      ...(repair.budgetAsked ? [ask('approval.void', repair.budgetAsked.approval, {})] : []),
    ],
  }),
}
