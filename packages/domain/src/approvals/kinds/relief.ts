import { fine, fineSeverities } from './fine.ts'
import type { Kind } from './kind.ts'

/** 减免、核减 of an issued fine, with or without an appeal: the company leader. F-7, F-9 */
export const fineRelief: Kind = {
  dependsOn: ['amount', 'grounds', 'severity', 'category', 'drafter'],
  grounds: fine.grounds,
  severities: fineSeverities,
  drafters: [],
  first: [{ mode: 'any', seats: [{ position: 'companyLeader' }], when: [] }],
  demands: () => ['companyLeader'],
}
