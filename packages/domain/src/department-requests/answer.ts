import { longText, proofs } from '../kernel/input.ts'
import { currentRound, type OnRequest } from './department-request.ts'

const input = { text: longText(4000), evidence: proofs() }
/** 答复: by anybody of the department; after the due time it is late, and stays so. C-12, M-6 */
export const answer: OnRequest<typeof input> = {
  input,
  from: ['asked'],
  to: ['answered'],
  by: { task: 'departmentRequest.answer' },
  decide: (request, { text, evidence: shown }, { actor, now }) => ({
    events: [{ type: 'Answered', answer: { text, evidence: shown, by: actor.person, at: now, late: now > currentRound(request).dueAt } }],
  }),
}
