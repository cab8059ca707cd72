import type { Problem } from '@lintel/domain'
import { at, or, type Mapping } from '../mapping.ts'

export const problem: Mapping<Problem> = {
  table: 'problem',
  lockedByFacts: false,
  found: {},
  columns: (problem) => ({
    number: problem.number,
    name: problem.name,
    element: or(problem.element),
    category_id: problem.category,
    project_ids: problem.projects,
    scope: problem.scope.dimension,
    members: problem.members.length,
    opened_at: at(problem.openedAt),
    grew_at: at(problem.grewAt),
    outcome: or(problem.outcome),
  }),
  children: {
    problem_complaint: {
      of: 'problem_id',
      rows: ({ id, members }) => members.map((complaint) => ({ problem_id: id, complaint_id: complaint })),
    },
  },
}
