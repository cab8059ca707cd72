import { clock } from '../kernel/clock.ts'
import type { Rules } from '../kernel/rules.ts'
import type { About, Task } from '../kernel/task.ts'
import { parties, type EmergencyRepair } from './emergency-repair.ts'

export const aboutRepair = (repair: Pick<EmergencyRepair, 'number' | 'reason' | 'contractor' | 'estimate' | 'budget'>): About => {
  const amount = repair.budget ?? repair.estimate
  return {
    number: repair.number,
    title: repair.reason,
    contractor: repair.contractor,
    ...(amount === undefined ? {} : { amount }),
    onApproval: ['teamIsAssigned'],
  }
}
export const readsOfRepair = (repair: Pick<EmergencyRepair, 'id' | 'notice' | 'complaints' | 'fine'>): readonly string[] => [
  repair.id,
  repair.notice,
  ...repair.complaints,
  ...(repair.fine ? [repair.fine] : []),
]

/** Who moves it on: the manager assigns and charges back, the representative watches the work, 成本控制部 audits. E-2, E-3 */
export const tasks = (repair: EmergencyRepair, rules: Rules): readonly Task[] => {
  const base = { from: repair.since, about: aboutRepair(repair), reads: readsOfRepair(repair) }
  const manager = { ...base, kind: 'do', holder: { position: 'manager', project: repair.project } } as const
  const mine = { ...base, kind: 'do', holder: { person: repair.representative } } as const
  const always: readonly Task[] = [
    ...(repair.returned ? [{ ...mine, does: 'emergencyRepair.resuggest' as const, from: repair.returned.at }] : []),
    ...(repair.fineFellAt !== undefined && repair.state !== 'closed'
      ? [{ ...manager, kind: 'alert' as const, does: 'emergencyRepair.carryOn' as const, from: repair.fineFellAt }]
      : []),
  ]
  switch (repair.state) {
    case 'suggested':
      return always
    case 'approved':
      return [...always, { ...manager, does: 'emergencyRepair.assign' }]
    case 'assigned':
      return [...always, { ...mine, does: 'emergencyRepair.begin' }]
    case 'working':
      return [...always, { ...mine, does: 'emergencyRepair.complete' }]
    case 'completed':
      return [
        ...always,
        ...parties
          .filter((party) => !repair.confirmations.some((done) => done.party === party))
          .map((party): Task => ({ ...mine, does: 'emergencyRepair.confirmQuantities', part: party })),
      ]
    case 'confirmed':
      return [
        ...always,
        {
          ...mine,
          holder: { position: 'costControl' },
          does: 'emergencyRepair.audit',
          clock: clock(rules, 'auditWorkingDays', repair.since, { workingDays: rules.auditWorkingDays }),
        },
      ]
    case 'audited':
      return [...always, { ...manager, does: 'emergencyRepair.chargeBack' }]
    case 'charged':
      return [...always, { ...mine, does: 'emergencyRepair.close' }]
    case 'closed':
    case 'rejected':
    case 'cancelled':
      return []
  }
}
