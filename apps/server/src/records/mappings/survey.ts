import { unsigned, type Survey } from '@lintel/domain'
import { evidenceOf } from './evidence.ts'
import { at, or, type Mapping } from '../mapping.ts'

export const survey: Mapping<Survey> = {
  table: 'survey',
  lockedByFacts: true,
  found: { complaint: 'complaint_id', representative: 'representative_id' },
  columns: (survey) => ({
    number: survey.number,
    project_id: survey.project,
    complaint_id: survey.complaint,
    unit_id: or(survey.unit),
    representative_id: survey.representative,
    responsible_id: or(survey.held?.responsible),
    title: survey.title,
    planned_at: at(survey.plannedAt),
    held_at: at(survey.held?.heldAt),
    unsigned: survey.state === 'held' ? unsigned(survey).length : 0,
  }),
  entries: evidenceOf('survey'),
}
