import { count, longText, optional, text } from '../kernel/input.ts'
import type { Outcome } from '../kernel/decision.ts'
import { ask } from '../kernel/names.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import {
  currentStep,
  sitting,
  stepSettled,
  type Answers,
  type Approval,
  type ApprovalEvent,
  type On,
  type SeatId,
  type Verdict,
} from './approval.ts'
import { evolve } from './evolve.ts'

export const answer = (approval: Approval, as: keyof Answers, verdict: Omit<Verdict, 'approval'>) =>
  ask(approval.answers[as], approval.subject.id as never, { approval: approval.id, ...verdict })

const by = { task: 'approval.approve' } as const
const refuses = ['NoSuchSeat', 'OwnRequest', 'AlreadySigned', 'HasOwnSeat'] as const
const comment = optional(longText(1000))

const approveInput = { seat: text(60), comment }
/** 同意. The last signature ends the approval and answers its subject in the same transaction. B-2, B-3 */
export const approve: On<typeof approveInput> = {
  input: approveInput,
  from: ['open'],
  to: ['open', 'approved'],
  by,
  refuses,
  stakes: ({ about }) => about.amount,
  decide(approval, { seat: id, comment: said }, { actor, now }): Outcome<ApprovalEvent> | ReturnType<typeof refuse> {
    const seat = id as SeatId
    const at = sitting(approval, seat, actor, now)
    if (isRefusal(at)) return at
    const signature = { by: actor.person, inNameOf: at.inNameOf, at: now, round: approval.round, seat, ...(said ? { comment: said } : {}) }
    const signed: ApprovalEvent = { type: 'Signed', seat, signature }
    if (!evolve(approval, signed).steps.every(stepSettled)) return { events: [signed] }
    return {
      events: [signed, { type: 'Ended', as: 'approved', by: actor.person, inNameOf: at.inNameOf, at: now }],
      follow: [answer(approval, 'approved', { by: actor.person, inNameOf: at.inNameOf })],
    }
  },
}

const reasonInput = { seat: text(60), reason: longText(1000) }
const ending = (as: 'rejected' | 'returned'): On<typeof reasonInput> => ({
  input: reasonInput,
  from: ['open'],
  to: [as],
  by,
  refuses,
  decide(approval, { seat, reason }, { actor, now }) {
    const at = sitting(approval, seat as SeatId, actor, now)
    if (isRefusal(at)) return at
    return {
      events: [{ type: 'Ended', as, by: actor.person, inNameOf: at.inNameOf, at: now, reason }],
      follow: [answer(approval, as, { by: actor.person, inNameOf: at.inNameOf, reason })],
    }
  },
})
/** 驳回: by any open seat, an added one too; ends the request. B-11 */
export const reject = ending('rejected')
/** 退回 to the drafter: the approval waits for its subject. B-11 */
export const returnToDrafter = ending('returned')

const sendBackInput = { seat: text(60), step: count(0, 20), reason: longText(1000) }
/** 退回上一步: that step signs again, everybody else's signature stands. B-8, B-11 */
export const sendBack: On<typeof sendBackInput> = {
  input: sendBackInput,
  from: ['open'],
  by,
  refuses: [...refuses, 'NoSuchStep'],
  blocked: (approval) => (currentStep(approval) > 0 ? undefined : refuse('NoSuchStep')),
  decide(approval, { seat, step, reason }, { actor, now }) {
    const at = sitting(approval, seat as SeatId, actor, now)
    if (isRefusal(at)) return at
    if (step >= currentStep(approval)) return refuse('NoSuchStep')
    return { events: [{ type: 'SentBack', step, by: actor.person, inNameOf: at.inNameOf, reason, at: now }] }
  },
}
