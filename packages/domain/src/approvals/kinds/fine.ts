import type { Kind } from './kind.ts'

/** How heavy a fine is. F-2 */
export const fineSeverities = ['light', 'medium', 'heavy'] as const

/** The five of F-1. */
export const contractorGrounds = [1, 2, 3, 4, 5] as const

/**
 * Of a supervision firm that does not cooperate: it does not urge the contractor on, does not come to site, delays what it
 * has to confirm, or confirms what is not so. They are counted on after the five. F-11
 */
export const supervisionGrounds = { notUrging: 6, notOnSite: 7, notConfirming: 8, falseRecord: 9 } as const

/** 会签 of the deputy leader and the leader of the emergency group, in any order: both, whatever else is asked. F-2, F-6 */
export const fine: Kind = {
  dependsOn: ['amount', 'grounds', 'severity', 'category', 'drafter'],
  grounds: [...contractorGrounds, ...Object.values(supervisionGrounds)],
  severities: fineSeverities,
  drafters: [],
  first: [{ mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] }],
  demands: () => ['groupDeputyLeader', 'groupLeader'],
}
