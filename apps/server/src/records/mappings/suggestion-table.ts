import { lateAnswers, type SuggestionTable } from '@lintel/domain'
import { at, never, type Mapping } from '../mapping.ts'

export const suggestionTable: Mapping<SuggestionTable> = {
  table: 'suggestion_table',
  lockedByFacts: true,
  found: { month: 'month' },
  columns: (table) => ({
    number: table.number,
    month: table.month,
    lines: table.lines.length,
    answers: table.lines.flatMap(({ answers }) => answers).length,
    late_answers: lateAnswers(table),
    opened_at: at(table.openedAt),
    sent_at: at(table.sentAt),
    due_at: table.state === 'sent' ? at(table.dueAt) : never,
  }),
}
