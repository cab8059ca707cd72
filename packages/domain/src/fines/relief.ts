import type { ApprovalId, Verdict } from '../approvals/approval.ts'
import { choice, longText, money } from '../kernel/input.ts'
import type { Scene } from '../kernel/decision.ts'
import { ask } from '../kernel/names.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { makersOf, openSum, reliefKinds, type AskedOfFine, type Fine, type FineEvent, type OnFine, type Relief } from './fine.ts'
import { aboutFine, readsOfFine } from './tasks.ts'

/** The company leader is asked, or asked again where they sent it back. Never for more than is open. F-7, F-8 */
export const proposing = (
  fine: Fine,
  { kind, amount, reason }: Pick<Relief, 'kind' | 'amount' | 'reason'>,
  { actor, now, fresh }: Scene,
): { readonly event: FineEvent; readonly follow: ReturnType<typeof ask> } | Refusal => {
  const open = openSum(fine)
  if (amount <= 0n) return refuse('NotMoreThanNothing')
  if (amount > open) return refuse('OverLimit', { limit: open })
  const approval = fine.relief?.approval ?? (fresh('relief') as ApprovalId)
  const request = {
    kind: 'fineRelief' as const,
    // P-2: neither who proposes it nor who made the fine lets it off
    makers: [...new Set([actor.person, ...makersOf(fine)])],
    complaints: fine.complaints,
    about: { ...aboutFine(fine, amount), title: reason, onApproval: ['sumLetOff'] },
    reads: readsOfFine(fine),
  }
  return {
    event: { type: 'ReliefProposed', relief: { kind, amount, reason, approval, by: actor.person, at: now } },
    follow: fine.relief
      ? ask('approval.resubmit', approval, request)
      : ask('approval.open', approval, {
          ...request,
          project: fine.project,
          subject: { noun: 'fine', id: fine.id },
          answers: {
            approved: 'fine.reliefApproved',
            rejected: 'fine.reliefRejected',
            returned: 'fine.reliefReturned',
            withdrawn: 'fine.reliefWithdrawn',
          },
        }),
  }
}
/** One proposal at a time; one that was sent back may be made again. */
const waiting = ({ relief, number }: Fine) => (relief && !relief.returned ? refuse('StillOpen', { what: 'relief', number }) : undefined)

const proposeInput = { kind: choice('ReliefKind', reliefKinds), amount: money(), reason: longText(1000) }
/** 提议减免: what is open is let off in whole or in part, once the company leader approves. F-7, F-8 */
export const proposeRelief: OnFine<typeof proposeInput> = {
  input: proposeInput,
  from: ['issued'],
  by: { permission: 'fine.proposeRelief' },
  refuses: ['StillOpen', 'OverLimit', 'NotMoreThanNothing'],
  blocked: waiting,
  decide(fine, proposal, scene) {
    const asked = proposing(fine, proposal, scene)
    return isRefusal(asked) ? asked : { events: [asked.event], follow: [asked.follow] }
  },
}

const dropInput = { reason: longText(1000) }
/** 不再提议: what the company leader sent back is not asked again. B-2 */
export const dropRelief: OnFine<typeof dropInput> = {
  input: dropInput,
  from: ['issued'],
  by: { permission: 'fine.proposeRelief' },
  refuses: ['NothingToJudge', 'StillOpen'],
  blocked: (fine) => (fine.relief ? waiting(fine) : refuse('NothingToJudge')),
  decide: (fine, { reason }, { actor, now }) => ({
    events: [{ type: 'ReliefEnded', as: 'withdrawn', reason, by: actor.person, at: now }],
    follow: fine.relief ? [ask('approval.void', fine.relief.approval, {})] : [],
  }),
}

/** 同意减免: an entry against the open sum; the approved amount stays what it was. F-8, F-14 */
export const reliefApproved: AskedOfFine<Verdict> = {
  from: ['issued', 'appealed'],
  to: ['issued', 'cleared'],
  by: 'asked',
  refuses: ['NothingToJudge', 'OverLimit'],
  decide(fine, { by }, { now }) {
    const { relief } = fine
    if (!relief) return refuse('NothingToJudge')
    const open = openSum(fine)
    if (relief.amount > open) return refuse('OverLimit', { limit: open })
    return { events: [{ type: 'Entered', entry: { kind: relief.kind, amount: relief.amount, at: now, by, note: relief.reason } }] }
  },
}
/** 不同意: everything stays owed; an appeal that was upheld ends with it. F-9 */
export const reliefRejected: AskedOfFine<Verdict> = {
  from: ['issued', 'appealed'],
  to: ['issued'],
  by: 'asked',
  decide: (_, { by, reason }, { now }) => ({
    events: [{ type: 'ReliefEnded', as: 'refused', by, at: now, ...(reason === undefined ? {} : { reason }) }],
  }),
}
/** 退回: whoever proposed it says more, or lets it be. B-2 */
export const reliefReturned: AskedOfFine<Verdict> = {
  from: ['issued', 'appealed'],
  by: 'asked',
  decide: (_, { by, reason }, { now }) => ({ events: [{ type: 'ReliefReturned', by, at: now, reason: reason ?? '' }] }),
}
/** 撤回 before the company leader has decided; of an appeal, its decision is owed again. B-2 */
export const reliefWithdrawn: AskedOfFine<Verdict> = {
  from: ['issued', 'appealed'],
  by: 'asked',
  decide: (_, { approval, by }, { now }) => ({
    events: [{ type: 'ReliefEnded', as: 'withdrawn', by, at: now }],
    follow: [ask('approval.void', approval, {})],
  }),
}
