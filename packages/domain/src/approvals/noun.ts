import type { Noun, Word } from '../kernel/decision.ts'
import { seatsOf, states, tasks, type Approval, type ApprovalEvent } from './approval.ts'
import { evolve } from './evolve.ts'
import { comment, open, resubmit, urge, voided, withdraw } from './request.ts'
import { addSigners, reassign, transfer } from './seats.ts'
import { approve, reject, returnToDrafter, sendBack } from './sign.ts'

export const approval = {
  evolve,
  tasks,
  states,
  ends: ['approved', 'rejected', 'void'] as const,
  // a returned or withdrawn approval waits for its subject
  waitsOn: (record: Approval) => (record.state === 'returned' || record.state === 'withdrawn' ? record.subject : undefined),
  involves: (record: Approval) => [...record.makers.map((person) => ({ person })), ...seatsOf(record).map(({ holder }) => holder)],
  // nobody watches a queue for what they asked: they hear how it ended
  tells: (before: Approval, now: Approval): readonly Word[] =>
    before.state !== now.state && (now.state === 'approved' || now.state === 'rejected')
      ? [{ to: now.makers, outcome: now.state, of: now.subject, about: now.about }]
      : [],
  // B-4: a co-signer's signature, a comment or passing time is no change of what the others saw
  revision: (record: Approval) => record.round,
  decisions: {
    open,
    approve,
    reject,
    return: returnToDrafter,
    sendBack,
    transfer,
    addSigners,
    reassign,
    withdraw,
    urge,
    comment,
    resubmit,
    void: voided,
  },
}
approval satisfies Noun<Approval, ApprovalEvent>
