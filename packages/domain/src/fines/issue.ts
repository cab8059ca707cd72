import { choice, longText, money, optional } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { desks, openSum, type AskedOfFine, type Entry, type FineId, type OnFine } from './fine.ts'

/** 下达: the department manager issues the approved fine and serves it on the executing desks. F-6, F-7 */
export const issue: OnFine = {
  input: {},
  from: ['approved'],
  to: ['issued'],
  by: { permission: 'fine.issue' },
  refuses: ['OwnRequest'],
  // P-2: the makers of a fine do not issue it
  blocked: (fine, { actor }) =>
    actor.person === fine.representative || actor.person === fine.coordinator ? refuse('OwnRequest') : undefined,
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
  from: ['issued', 'cleared'],
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
/** F-8: the approved amount never changes; what is owed changes by an entry, never by more than is open. F-14 */
const entering = (kind: Exclude<Entry['kind'], 'issued' | 'cancellation'>, permission: string): OnFine<typeof amountInput> => ({
  input: amountInput,
  from: ['issued'],
  to: ['issued', 'cleared'],
  by: { permission },
  refuses: ['OverLimit', 'NotMoreThanNothing', 'OwnRequest'],
  // P-2: who made the fine does not let it off
  blocked: (fine, { actor }) =>
    kind !== 'settlement' && (actor.person === fine.representative || actor.person === fine.coordinator) ? refuse('OwnRequest') : undefined,
  decide(fine, { amount, note }, { actor, now }) {
    const open = openSum(fine)
    if (amount <= 0n) return refuse('NotMoreThanNothing')
    if (amount > open) return refuse('OverLimit', { limit: open })
    return { events: [{ type: 'Entered', entry: { kind, amount, at: now, by: actor.person, ...(note === undefined ? {} : { note }) } }] }
  },
})
/** 结算: deducted against the contractor's contract. F-7 */
export const settle = entering('settlement', 'fine.settle')
/** 减免: the company leader lets off the rest or a part. F-7, F-8 */
export const waive = entering('waiver', 'fine.waive')

/** A replacement cancels the old fine in the same transaction in which it is drafted. F-8 */
export const cancel: AskedOfFine<{ readonly replacedBy: FineId; readonly notice: string }> = {
  from: ['drafted', 'returned', 'signed', 'approved', 'issued'],
  to: ['cancelled'],
  by: 'asked',
  refuses: ['OtherProject'],
  decide(fine, { replacedBy, notice }, { actor, now }) {
    if (fine.notice !== notice) return refuse('OtherProject')
    const open = openSum(fine)
    // what was settled already stays settled; only what is still open is cancelled
    const entry =
      open > 0n ? [{ type: 'Entered' as const, entry: { kind: 'cancellation' as const, amount: open, at: now, by: actor.person } }] : []
    return {
      events: [...entry, { type: 'Cancelled', replacedBy, reason: 'replaced', by: actor.person, at: now }],
      follow: [
        ask('notice.fineEnded', fine.notice, { fine: fine.id }),
        ...(fine.approval && (fine.state === 'signed' || fine.state === 'returned') ? [ask('approval.void', fine.approval, {})] : []),
        ...(fine.repair ? [ask('emergencyRepair.fineFell', fine.repair, { fine: fine.id })] : []),
      ],
    }
  },
}
