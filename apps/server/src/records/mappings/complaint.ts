import { resolveClock, type Complaint } from '@lintel/domain'
import { at, never, or, type Mapping } from '../mapping.ts'
import { evidenceOf } from './evidence.ts'

const over = ['resolved', 'closed', 'rejected', 'merged']

export const complaint: Mapping<Complaint> = {
  table: 'complaint',
  lockedByFacts: true,
  found: {
    representative: 'representative_id',
    historyKey: 'history_key',
    unit: 'unit_id',
    building: 'building_id',
    customer: 'customer_id',
    category: 'category_id',
  },
  columns: (complaint, rules) => ({
    number: complaint.number,
    project_id: complaint.project,
    building_id: or(complaint.building),
    unit_id: or(complaint.unit),
    place: or(complaint.place),
    customer_id: or(complaint.customer),
    kind: complaint.kind,
    channel: complaint.channel,
    category_id: complaint.category,
    element: or(complaint.element),
    trade: or(complaint.trade),
    severity: complaint.severity,
    title: complaint.title,
    wording: complaint.wording,
    representative_id: or(complaint.representative),
    registered_by_id: complaint.registeredBy,
    registered_at: at(complaint.registeredAt),
    accepted_at: at(complaint.acceptedAt),
    contacted_at: at(complaint.contactedAt),
    resolved_at: at(complaint.resolvedAt),
    closed_at: at(complaint.closedAt),
    due_at: complaint.history || over.includes(complaint.state) ? never : at(resolveClock(complaint, rules).due),
    on_time: or(complaint.onTime),
    reopened_times: complaint.reopenedTimes,
    satisfaction: or(complaint.satisfaction),
    merged_into_id: or(complaint.mergedInto),
    history_key: or(complaint.historyKey),
  }),
  entries: evidenceOf('complaint'),
}
