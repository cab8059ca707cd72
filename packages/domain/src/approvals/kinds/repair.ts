import type { Kind } from './kind.ts'

/**
 * The manager, above the manager's limit the company leader as well; what the manager suggests is approved by the company
 * leader alone, since nobody approves their own. E-1, E-5, P-2
 */
export const emergencyRepair: Kind = {
  dependsOn: ['amount', 'category', 'drafter'],
  grounds: [],
  severities: [],
  drafters: ['manager'],
  first: [
    { mode: 'any', seats: [{ position: 'manager' }], when: [{ notDraftedBy: ['manager'] }] },
    { mode: 'any', seats: [{ position: 'companyLeader' }], when: [{ limit: 'managerRepairLimit' }, { draftedBy: ['manager'] }] },
  ],
  demands({ amount, drafterPositions }, { managerRepairLimit }) {
    if (drafterPositions.includes('manager')) return ['companyLeader']
    return amount !== undefined && amount > managerRepairLimit ? ['manager', 'companyLeader'] : ['manager']
  },
}

/** More than the manager may let be spent: the company leader. E-5 */
export const repairBudget: Kind = {
  dependsOn: ['amount', 'category'],
  grounds: [],
  severities: [],
  drafters: [],
  first: [{ mode: 'any', seats: [{ position: 'companyLeader' }], when: [] }],
  demands: () => ['companyLeader'],
}
