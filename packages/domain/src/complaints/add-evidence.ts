import { proofs } from '../kernel/input.ts'
import { living, type OnComplaint } from './complaint.ts'

const input = { evidence: proofs({ min: 1 }) }
/** 补充证据: what the customer sends later, or was found on site. C-1 */
export const addEvidence: OnComplaint<typeof input> = {
  input,
  from: [...living, 'resolved'],
  by: { permission: 'complaint.register' },
  decide: (_, { evidence }, { actor, now }) => ({ events: [{ type: 'EvidenceAdded', evidence, by: actor.person, at: now }] }),
}
