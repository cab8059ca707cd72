import { currentRound, type DepartmentRequest } from '@lintel/domain'
import { evidenceOf } from './evidence.ts'
import { at, never, type Mapping } from '../mapping.ts'

export const departmentRequest: Mapping<DepartmentRequest> = {
  table: 'department_request',
  lockedByFacts: true,
  found: { complaint: 'complaint_id', department: 'department_id', asker: 'asker_id' },
  columns: (request) => ({
    number: request.number,
    project_id: request.project,
    complaint_id: request.complaint,
    department_id: request.department,
    asker_id: request.asker,
    title: request.title,
    asked_at: at(request.rounds[0]?.askedAt),
    due_at: request.state === 'asked' ? at(currentRound(request).dueAt) : never,
    answered_at: at(request.rounds.findLast(({ answer }) => answer)?.answer?.at),
    rounds: request.rounds.length,
    late_answers: request.rounds.filter(({ answer }) => answer?.late).length,
  }),
  entries: evidenceOf('departmentRequest'),
}
