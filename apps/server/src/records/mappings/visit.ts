import { clock, type Visit } from '@lintel/domain'
import { at, never, or, type Mapping } from '../mapping.ts'

export const visit: Mapping<Visit> = {
  table: 'visit',
  lockedByFacts: true,
  found: { complaint: 'complaint_id', representative: 'representative_id', visitor: 'visitor_id', visitedAt: 'visited_at' },
  columns: (visit, rules) => ({
    project_id: visit.project,
    complaint_id: visit.complaint,
    unit_id: or(visit.unit),
    customer_id: or(visit.customer),
    representative_id: visit.representative,
    visitor_id: or(visit.visitor),
    opened_at: at(visit.openedAt),
    due_at:
      visit.state === 'due' ? at(clock(rules, 'visitWorkingDays', visit.openedAt, { workingDays: rules.visitWorkingDays }).due) : never,
    visited_at: at(visit.visitedAt),
    attempts: visit.attempts.length,
    level: or(visit.level),
    method: or(visit.method),
    odd: visit.odd,
  }),
}
