import { defectPassed, earliest, grounds, latest, onSiteClock, pendingExcuse, stageOf, type Notice, type Rules } from '@lintel/domain'
import { at, never, or, type Mapping } from '../mapping.ts'
import { evidenceOf } from './evidence.ts'

/** What it is next due for: to be on site, then the deadline in force. */
const dueOf = (notice: Notice, rules: Rules) => {
  if (notice.state !== 'running') return never
  const onSite = notice.onSite && notice.plan ? undefined : onSiteClock(notice, rules)?.due
  return at(earliest(onSite, notice.newDeadlines.at(-1) ?? notice.deadline))
}

export const notice: Mapping<Notice> = {
  table: 'notice',
  lockedByFacts: true,
  found: { complaints: 'complaint_ids', units: 'unit_ids', contractor: 'contractor_id', representative: 'representative_id' },
  columns: (notice, rules) => ({
    number: notice.number,
    project_id: notice.project,
    representative_id: notice.representative,
    contractor_id: notice.contractor,
    supervision_id: or(notice.supervision),
    complaint_ids: notice.complaints,
    unit_ids: notice.units,
    stage: stageOf(notice),
    drafted_at: at(notice.draftedAt),
    clock_start: at(earliest(notice.served?.at, notice.phoned?.at)),
    on_site_by: at(onSiteClock(notice, rules)?.due),
    on_site_at: at(notice.onSite?.at),
    deadline: at(notice.newDeadlines.at(-1) ?? notice.deadline),
    due_at: dueOf(notice, rules),
    completed_at: at(latest(...notice.completions.map((completion) => completion.at))),
    ended_at: at(notice.endedAt),
    excuse_pending: pendingExcuse(notice) !== undefined,
    repair_id: or(notice.repair),
    survey_id: or(notice.survey),
  }),
  children: {
    notice_defect: {
      of: 'notice_id',
      rows: (notice) =>
        notice.defects.map((defect) => ({
          notice_id: notice.id,
          defect: defect.id,
          complaint_id: or(defect.complaint),
          unit_id: or(defect.unit),
          element: defect.element,
          location: defect.location,
          deadline: at(defect.deadline),
          passed: defectPassed(notice, defect),
        })),
    },
    notice_complaint: {
      of: 'notice_id',
      rows: ({ id, complaints }) => complaints.map((complaint) => ({ notice_id: id, complaint_id: complaint })),
    },
    notice_ground: {
      of: 'notice_id',
      rows: (notice, rules) =>
        grounds(notice, rules).map(({ ground, since, pending, sub }) => ({
          notice_id: notice.id,
          ground,
          since: at(since),
          pending: pending ?? false,
          sub: or(sub),
        })),
    },
  },
  entries: evidenceOf('notice'),
}
