import type { Kind } from './kind.ts'

/** How heavy a fine is. F-2 */
export const fineSeverities = ['light', 'medium', 'heavy'] as const

/** The five of F-1. */
export const fineGrounds = [1, 2, 3, 4, 5] as const

/** 会签 of the deputy leader and the leader of the emergency group, in any order: both, whatever else is asked. F-2, F-6 */
export const fine: Kind = {
  dependsOn: ['amount', 'grounds', 'severity', 'category', 'drafter'],
  grounds: fineGrounds,
  severities: fineSeverities,
  drafters: [],
  first: [{ mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] }],
  demands: () => ['groupDeputyLeader', 'groupLeader'],
}
