import type { ApprovalId, Verdict } from '../approvals/approval.ts'
import { longText, money } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { spent, type AskedOfRepair, type OnRepair } from './emergency-repair.ts'
import { aboutRepair, readsOfRepair } from './tasks.ts'

const living = ['approved', 'assigned', 'working', 'completed', 'confirmed'] as const
const input = { amount: money(), reason: longText(1000) }
/** The manager sets what may be spent; above the limit the company leader approves, and spending waits. E-5, F-5 */
export const setBudget: OnRepair<typeof input> = {
  input,
  from: living,
  by: { permission: 'emergencyRepair.setBudget' },
  refuses: ['NotMoreThanNothing', 'StillOpen', 'OverLimit'],
  blocked: (repair) => (repair.budgetAsked ? refuse('StillOpen', { what: 'budget', number: repair.number }) : undefined),
  stakes: (_, { amount }) => amount,
  decide(repair, { amount, reason }, { actor, now, rules, fresh }) {
    if (amount <= 0n) return refuse('NotMoreThanNothing')
    const already = spent(repair)
    if (amount < already) return refuse('OverLimit', { limit: already })
    if (amount <= rules.managerRepairLimit) return { events: [{ type: 'BudgetSet', amount, reason, by: actor.person, at: now }] }
    const approval = fresh('budget') as ApprovalId
    return {
      events: [{ type: 'BudgetAsked', amount, approval, reason, by: actor.person, at: now }],
      follow: [
        ask('approval.open', approval, {
          subject: { noun: 'emergencyRepair', id: repair.id },
          project: repair.project,
          makers: [actor.person],
          kind: 'repairBudget',
          complaints: repair.complaints,
          answers: {
            approved: 'emergencyRepair.budgetApproved',
            rejected: 'emergencyRepair.budgetRefused',
            returned: 'emergencyRepair.budgetReturned',
            withdrawn: 'emergencyRepair.budgetReturned',
          },
          about: { ...aboutRepair(repair), amount, title: reason, onApproval: ['moreMayBeSpent'] },
          reads: readsOfRepair(repair),
        }),
      ],
    }
  },
}

export const budgetApproved: AskedOfRepair<Verdict> = {
  from: [...living, 'audited', 'charged'],
  by: 'asked',
  refuses: ['NothingToJudge'],
  decide: (repair, { by }, { now }) =>
    repair.budgetAsked ? { events: [{ type: 'BudgetSet', amount: repair.budgetAsked.amount, by, at: now }] } : refuse('NothingToJudge'),
}
export const budgetRefused: AskedOfRepair<Verdict> = {
  from: [...living, 'audited', 'charged'],
  by: 'asked',
  decide: (_, { by, reason }, { now }) => ({
    events: [{ type: 'BudgetRefused', by, at: now, ...(reason === undefined ? {} : { reason }) }],
  }),
}
/** Sent back or withdrawn: the manager asks anew, so this request ends. */
export const budgetReturned: AskedOfRepair<Verdict> = {
  from: [...living, 'audited', 'charged'],
  by: 'asked',
  decide: (_, { approval, by, reason }, { now }) => ({
    events: [{ type: 'BudgetRefused', by, at: now, ...(reason === undefined ? {} : { reason }) }],
    follow: [ask('approval.void', approval, {})],
  }),
}
