import { parties, type EmergencyRepair, type RepairEvent } from './emergency-repair.ts'

const answered = (repair: EmergencyRepair, { as, at, reason, by }: Extract<RepairEvent, { type: 'Answered' }>): EmergencyRepair => {
  const ended = reason === undefined ? {} : { endedReason: reason }
  switch (as) {
    case 'approved':
      return {
        ...repair,
        approver: by,
        ...(repair.estimate === undefined ? {} : { budget: repair.estimate }),
        ...(repair.state === 'suggested' ? { state: 'approved' as const, since: at } : {}),
      }
    case 'rejected': {
      const begun = repair.state !== 'suggested' && repair.state !== 'approved' && repair.state !== 'assigned'
      return begun ? { ...repair, disapproved: { at, reason: reason ?? '' } } : { ...repair, ...ended, state: 'rejected', since: at }
    }
    case 'returned':
      return { ...repair, returned: { at, reason: reason ?? '' } }
    case 'withdrawn':
      return { ...repair, ...ended, state: 'cancelled', since: at }
    case 'overtaken':
      return { ...repair, state: 'rejected', endedReason: 'overtaken', since: at }
  }
}

export const evolve = (was: EmergencyRepair | undefined, event: RepairEvent): EmergencyRepair => {
  if (event.type === 'Suggested' || event.type === 'StartedAtOnce' || event.type === 'StartedByFine') {
    const opened = { since: event.at, startedAt: event.at, edition: 1, log: [], confirmations: [] }
    if (event.type === 'StartedByFine') {
      const { type: _, at: __, by, ...rest } = event
      return { ...rest, ...opened, state: 'approved', startedBy: 'fine', reason: rest.noticeNumber, approver: by }
    }
    const { type, at: _, by, ...rest } = event
    const danger = type === 'StartedAtOnce'
    return { ...rest, ...opened, representative: by, state: danger ? 'approved' : 'suggested', startedBy: danger ? 'danger' : 'suggestion' }
  }
  const before = was as EmergencyRepair
  const repair = { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Answered':
      return answered(repair, event)
    case 'Resuggested': {
      const { returned: _, ...open } = repair
      return { ...open, reason: event.reason, estimate: event.estimate }
    }
    case 'BudgetAsked':
      return { ...repair, budgetAsked: { amount: event.amount, approval: event.approval } }
    case 'BudgetSet': {
      const { budgetAsked: _, ...open } = repair
      return { ...open, budget: event.amount }
    }
    case 'BudgetRefused': {
      const { budgetAsked: _, ...open } = repair
      return open
    }
    case 'Assigned':
      return { ...repair, state: 'assigned', team: event.team, since: event.at }
    case 'Began':
      return { ...repair, state: 'working', since: event.at }
    case 'Completed':
      return { ...repair, state: 'completed', since: event.at }
    case 'Logged':
      return { ...repair, log: [...repair.log, event.entry] }
    case 'Confirmed': {
      const confirmations = [...repair.confirmations, event.confirmation]
      const all = parties.every((party) => confirmations.some((done) => done.party === party))
      return { ...repair, confirmations, ...(all ? { state: 'confirmed' as const, since: event.confirmation.at } : {}) }
    }
    case 'Audited': {
      const { type: _, ...audited } = event
      return { ...repair, state: 'audited', audited, since: event.at }
    }
    case 'ChargedBack': {
      const { type: _, ...charge } = event
      return { ...repair, state: 'charged', charge, since: event.at }
    }
    case 'FineFell':
      return { ...repair, fineFellAt: event.at }
    case 'CarriedOn': {
      const { fineFellAt: _, ...open } = repair
      return open
    }
    case 'HandedOver':
      return { ...repair, representative: event.to }
    case 'Cancelled':
      return { ...repair, state: 'cancelled', endedReason: event.reason, since: event.at }
    case 'Closed':
      return { ...repair, state: 'closed', since: event.at }
  }
}
