import { choice, longText, money, optional } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { before, entered, lateRefusals, whenInput } from '../kernel/recorded.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { appealClock, appealOutcomes, openSum, type OnFine } from './fine.ts'
import { proposing } from './relief.ts'

const by = { permission: 'fine.draft' } as const
const { note: _, ...when } = whenInput
const appealInput = { reasons: longText(2000), ...when }
/** 申诉: the contractor's reasons and proofs, recorded by the representative; settlement waits for the answer. F-9 */
export const appeal: OnFine<typeof appealInput> = {
  input: appealInput,
  from: ['issued'],
  to: ['appealed'],
  by,
  refuses: [...lateRefusals, 'TooLate', 'AlreadyRecorded'],
  // heard once; one that was withdrawn was not heard
  blocked: ({ appeal: last }) => (last && last.ended?.as !== 'withdrawn' ? refuse('AlreadyRecorded', { what: 'appeal' }) : undefined),
  decide(fine, { reasons, ...when }, scene) {
    const { actor, now, rules } = scene
    const time = appealClock(fine, rules)
    if (time && when.at > time.due) return refuse('TooLate', { until: time.due })
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    const early = before(fact.at, fine.issuedAt)
    if (early) return early
    return {
      events: [
        // what was proposed without it is left to whoever decides the appeal
        ...(fine.relief ? [{ type: 'ReliefEnded' as const, as: 'appealed' as const, by: actor.person, at: now }] : []),
        { type: 'Appealed', appeal: { fact, reasons } },
      ],
      follow: fine.relief ? [ask('approval.void', fine.relief.approval, {})] : [],
    }
  },
}

const withdrawInput = { reason: longText(1000) }
/** 撤回申诉: the contractor lets it be, before it is decided; settlement goes on. F-9 */
export const withdrawAppeal: OnFine<typeof withdrawInput> = {
  input: withdrawInput,
  from: ['appealed'],
  to: ['issued'],
  by,
  blocked: ({ appeal: last }) => (last?.decided ? refuse('AlreadyDecided', { by: last.decided.by, at: last.decided.at }) : undefined),
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'AppealWithdrawn', reason, by: actor.person, at: now }] }),
}

const decideInput = { outcome: choice('AppealOutcome', appealOutcomes), amount: optional(money()), reason: longText(1000) }
/**
 * 裁定申诉 by the group's leader: upheld, everything still open is proposed to be let off; partly, the amount said; dismissed,
 * the fine goes on. What is proposed the company leader approves. F-9, F-7
 */
export const decideAppeal: OnFine<typeof decideInput> = {
  input: decideInput,
  from: ['appealed'],
  to: ['appealed', 'issued'],
  by: { task: 'fine.decideAppeal' },
  refuses: ['Incomplete', 'OverLimit', 'NotMoreThanNothing'],
  blocked: ({ appeal: last, relief }) =>
    relief && !relief.returned && last?.decided ? refuse('AlreadyDecided', { by: last.decided.by, at: last.decided.at }) : undefined,
  decide(fine, { outcome, amount, reason }, scene) {
    const { actor, now } = scene
    const decided = { type: 'AppealDecided', outcome, reason, by: actor.person, at: now } as const
    if (outcome === 'dismissed') return { events: [decided], follow: fine.relief ? [ask('approval.void', fine.relief.approval, {})] : [] }
    if (outcome === 'partly' && amount === undefined) return refuse('Incomplete', { what: 'amount' })
    const open = openSum(fine)
    const asked = proposing(
      fine,
      outcome === 'upheld' ? { kind: 'waiver', amount: open, reason } : { kind: 'reduction', amount: amount ?? open, reason },
      scene,
    )
    return isRefusal(asked) ? asked : { events: [decided, asked.event], follow: [asked.follow] }
  },
}
