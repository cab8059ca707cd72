import { unitsIn, type GroupAlert } from '@lintel/domain'
import { at, or, type Mapping } from '../mapping.ts'

export const groupAlert: Mapping<GroupAlert> = {
  table: 'group_alert',
  lockedByFacts: true,
  found: { building: 'building_id' },
  columns: (alert) => ({
    number: alert.number,
    project_id: alert.project,
    building_id: alert.building,
    title: alert.title,
    element: or(alert.element),
    cases: alert.members.length,
    units: unitsIn(alert.members),
    raised_at: at(alert.raisedAt),
    extended_at: at(alert.extendedAt),
  }),
  children: {
    group_alert_complaint: {
      of: 'alert_id',
      rows: ({ id, members }) => members.map(({ complaint }) => ({ complaint_id: complaint, alert_id: id })),
    },
  },
}
