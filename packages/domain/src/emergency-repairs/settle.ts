import { choice, flag, longText, money, optional, text } from '../kernel/input.ts'
import { nothing, permille, plus, type Money } from '../kernel/money.ts'
import { refuse } from '../kernel/refusal.ts'
import { parties, type OnRepair } from './emergency-repair.ts'
import { linesInput, lowestTotal, totalOf, unusable } from './quantities.ts'

const confirmInput = {
  party: choice('QuantityParty', parties),
  signed: flag(),
  who: text(100),
  lines: optional(linesInput()),
  note: optional(longText(1000)),
}
/** 工程量认定: each of the three signs its own lines, or refuses, with lines or without. E-2, E-3, E-6 */
export const confirmQuantities: OnRepair<typeof confirmInput> = {
  input: confirmInput,
  from: ['completed'],
  to: ['completed', 'confirmed'],
  by: { permission: 'emergencyRepair.work' },
  refuses: ['AlreadyRecorded', 'Incomplete', 'NotMoreThanNothing'],
  decide(repair, { lines = [], ...given }, { actor, now }) {
    if (repair.confirmations.some(({ party }) => party === given.party)) return refuse('AlreadyRecorded', { what: given.party })
    if (given.signed && lines.length === 0) return refuse('Incomplete', { what: 'lines' })
    return (
      unusable(lines) ?? {
        events: [{ type: 'Confirmed', confirmation: { ...given, ...(lines.length ? { lines } : {}), by: actor.person, at: now } }],
      }
    )
  },
}

const auditInput = { lines: linesInput({ min: 1 }), note: optional(longText(1000)) }
/** 审算 by 成本控制部, line by line: what they come to is never more than was approved to be spent. E-2, E-5, E-6 */
export const audit: OnRepair<typeof auditInput> = {
  input: auditInput,
  from: ['confirmed'],
  to: ['audited'],
  by: { permission: 'emergencyRepair.audit' },
  refuses: ['AlreadyRecorded', 'NotMoreThanNothing', 'SpendingWaits'],
  decide(repair, { lines, note }, { actor, now }) {
    const no = unusable(lines)
    if (no) return no
    const amount = totalOf(lines)
    if (amount <= 0n) return refuse('NotMoreThanNothing')
    const limit = repair.budget ?? nothing
    if (amount > limit) return refuse('SpendingWaits', { limit })
    return { events: [{ type: 'Audited', amount, lines, by: actor.person, at: now, ...(note === undefined ? {} : { note }) }] }
  },
}

const chargeInput = { amount: money(), reason: optional(longText(1000)) }
/**
 * 扣回: a ledger entry against the contractor, at most the audited cost plus the surcharge; more than the least of what was
 * measured needs a reason. E-4, E-6
 */
export const chargeBack: OnRepair<typeof chargeInput> = {
  input: chargeInput,
  from: ['audited'],
  to: ['charged'],
  by: { permission: 'emergencyRepair.chargeBack' },
  refuses: ['NotMoreThanNothing', 'OverLimit', 'Incomplete'],
  decide(repair, { amount, reason }, { actor, now, rules }) {
    const audited = repair.audited?.amount ?? nothing
    const charged = (cost: Money) => plus(cost, permille(cost, rules.surchargePermille))
    const limit = charged(audited)
    if (amount <= 0n) return refuse('NotMoreThanNothing')
    if (amount > limit) return refuse('OverLimit', { limit })
    const lowest = lowestTotal(repair)
    if (lowest !== undefined && amount > charged(lowest) && reason === undefined) return refuse('Incomplete', { what: 'chargeReason' })
    return {
      events: [
        {
          type: 'ChargedBack',
          amount,
          surchargePermille: rules.surchargePermille,
          ...(reason === undefined ? {} : { reason }),
          by: actor.person,
          at: now,
        },
      ],
    }
  },
}
