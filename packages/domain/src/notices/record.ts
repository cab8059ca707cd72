import { text, choice } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { before, entered, lateRefusals, whenInput } from '../kernel/recorded.ts'
import { refuse, isRefusal } from '../kernel/refusal.ts'
import { clockStarts } from './grounds.ts'
import { servedHow, type Milestone, type Notice, type OnNotice } from './notice.ts'
import { rederived } from './rederive.ts'

export const by = { permission: 'notice.work' } as const

const tellComplaints = (notice: Notice) =>
  notice.complaints.map((complaint) => ask('complaint.reachMilestone', complaint, { milestone: 'noticeIssued' }))
const once = (notice: Notice, what: Milestone) => (notice[what] ? refuse('AlreadyRecorded', { what }) : undefined)

const serveInput = { ...whenInput, how: choice('ServedHow', servedHow) }
/** 送达: the paper or the message reached the contractor. N-1, N-3 */
export const serve: OnNotice<typeof serveInput> = {
  input: serveInput,
  from: ['drafted', 'running'],
  to: ['running'],
  by,
  refuses: [...lateRefusals, 'AlreadyRecorded'],
  blocked: (notice) => once(notice, 'served'),
  decide(notice, { how, ...when }, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    const outcome = rederived(notice, [{ type: 'Served', fact: { ...fact, how } }], scene)
    // C-7: the customer is told once that the notice went out, by whichever way came first
    return { ...outcome, follow: [...(outcome.follow ?? []), ...(notice.phoned ? [] : tellComplaints(notice))] }
  },
}

const phoneInput = { ...whenInput, called: text(100) }
/** 电话通知: a telephone call makes the notice too, the paper follows. N-2, N-3 */
export const recordPhoneCall: OnNotice<typeof phoneInput> = {
  input: phoneInput,
  from: ['drafted', 'running'],
  to: ['running'],
  by,
  refuses: [...lateRefusals, 'AlreadyRecorded'],
  blocked: (notice) => once(notice, 'phoned'),
  decide(notice, { called, ...when }, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    const outcome = rederived(notice, [{ type: 'Phoned', fact: { ...fact, caller: scene.actor.person, called } }], scene)
    return { ...outcome, follow: [...(outcome.follow ?? []), ...(notice.served ? [] : tellComplaints(notice))] }
  },
}

const recording = (
  what: Exclude<Milestone, 'served' | 'phoned'>,
  missing: (notice: Notice) => boolean = () => false,
): OnNotice<typeof whenInput> => ({
  input: whenInput,
  from: ['running'],
  by,
  refuses: [...lateRefusals, 'AlreadyRecorded', 'Incomplete'],
  blocked: (notice) => once(notice, what) ?? (missing(notice) ? refuse('Incomplete', { what: 'completed' }) : undefined),
  decide(notice, when, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    return before(fact.at, clockStarts(notice)) ?? rederived(notice, [{ type: 'Recorded', what, fact }], scene)
  },
})
/** 签收 */
export const recordReceipt = recording('received')
/** 拒收: the first ground from this moment; it may still turn into received. F-1 */
export const recordRefusal = recording('refused')
/** 到场 */
export const recordArrival = recording('onSite')
/** 提交整改方案 */
export const recordPlan = recording('plan')
/** 开始维修 */
export const recordStart = recording('started')
/** 回执: the slip returned with the contractor's reply; a fact of its own, also after the notice is closed. N-2 */
export const recordSlip: OnNotice<typeof whenInput> = {
  ...recording('slip', ({ completions }) => completions.length === 0),
  from: ['running', 'closed'],
}

/** 完工: the contractor reports that the repair is done; an inspection is owed. N-2 */
export const recordCompletion: OnNotice<typeof whenInput> = {
  input: whenInput,
  from: ['running'],
  by,
  refuses: [...lateRefusals, 'AlreadyRecorded'],
  blocked: (notice) => {
    const last = notice.completions.at(-1)
    return last && !notice.inspections.some(({ entered: seen }) => seen >= last.entered)
      ? refuse('AlreadyRecorded', { what: 'completed' })
      : undefined
  },
  decide(notice, when, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    return before(fact.at, notice.inspections.at(-1)?.at ?? clockStarts(notice)) ?? rederived(notice, [{ type: 'Completed', fact }], scene)
  },
}
