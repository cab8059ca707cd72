import { choice, longText, money, optional } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { desks, makersOf, openSum, toSettle, type AskedOfFine, type FineId, type OnFine } from './fine.ts'

/** 下达: the department manager issues the approved fine and serves it on the executing desks. F-6, F-7 */
export const issue: OnFine = {
  input: {},
  from: ['approved'],
  to: ['issued'],
  by: { permission: 'fine.issue' },
  refuses: ['OwnRequest'],
  // P-2: the makers of a fine do not issue it
  blocked: (fine, { actor }) => (makersOf(fine).includes(actor.person) ? refuse('OwnRequest') : undefined),
  stakes: (fine) => fine.amount,
  decide: (fine, _, { actor, now }) => ({
    events: [
      { type: 'Issued', by: actor.person, at: now },
      ...(fine.amount === undefined
        ? []
        : [{ type: 'Entered' as const, entry: { kind: 'issued' as const, amount: fine.amount, at: now, by: actor.person } }]),
    ],
  }),
}

const acknowledgeInput = { desk: choice('Desk', desks) }
/** 签收: each desk says that it has the slip. F-7 */
export const acknowledge: OnFine<typeof acknowledgeInput> = {
  input: acknowledgeInput,
  from: ['issued', 'appealed', 'cleared'],
  by: { task: 'fine.acknowledge' },
  refuses: ['AlreadyRecorded'],
  decide: (fine, { desk }, { actor, now, mine }) => {
    const done = fine.acknowledged.find((one) => one.desk === desk)
    if (done) return refuse('AlreadyDecided', { by: done.by, at: done.at })
    return mine.some(({ part }) => part === desk)
      ? { events: [{ type: 'Acknowledged', desk, by: actor.person, at: now }] }
      : refuse('NotYourTask')
  },
}

const amountInput = { amount: money(), note: optional(longText(1000)) }
/**
 * 结算: deducted against the contractor's contract. F-7. The approved amount never changes; what is owed changes by an entry,
 * never by more than is open, and what is proposed to be let off is not settled meanwhile. F-8, F-14
 */
export const settle: OnFine<typeof amountInput> = {
  input: amountInput,
  from: ['issued'],
  to: ['issued', 'cleared'],
  by: { permission: 'fine.settle' },
  refuses: ['OverLimit', 'NotMoreThanNothing', 'StillOpen'],
  blocked: (fine) => (toSettle(fine) > 0n ? undefined : refuse('StillOpen', { what: 'relief', number: fine.number })),
  decide(fine, { amount, note }, { actor, now }) {
    const limit = toSettle(fine)
    if (amount <= 0n) return refuse('NotMoreThanNothing')
    if (amount > limit) return refuse('OverLimit', { limit })
    return {
      events: [
        { type: 'Entered', entry: { kind: 'settlement', amount, at: now, by: actor.person, ...(note === undefined ? {} : { note }) } },
      ],
    }
  },
}

/** A replacement cancels the old fine in the same transaction in which it is drafted. F-8 */
export const cancel: AskedOfFine<{ readonly replacedBy: FineId; readonly notice: string; readonly contractor: string }> = {
  from: ['drafted', 'returned', 'signed', 'approved', 'issued', 'appealed'],
  to: ['cancelled'],
  by: 'asked',
  refuses: ['OtherProject'],
  decide(fine, { replacedBy, notice, contractor }, { actor, now }) {
    // of the same party for the same notice, or it is another matter
    if (fine.notice !== notice || fine.contractor !== contractor) return refuse('OtherProject')
    const open = openSum(fine)
    // what was settled already stays settled; only what is still open is cancelled
    const entry =
      open > 0n ? [{ type: 'Entered' as const, entry: { kind: 'cancellation' as const, amount: open, at: now, by: actor.person } }] : []
    return {
      events: [...entry, { type: 'Cancelled', replacedBy, reason: 'replaced', by: actor.person, at: now }],
      follow: [
        ask('notice.fineEnded', fine.notice, { fine: fine.id }),
        ...(fine.approval && (fine.state === 'signed' || fine.state === 'returned') ? [ask('approval.void', fine.approval, {})] : []),
        ...(fine.relief ? [ask('approval.void', fine.relief.approval, {})] : []),
        ...(fine.repair ? [ask('emergencyRepair.fineFell', fine.repair, { fine: fine.id })] : []),
      ],
    }
  },
}
