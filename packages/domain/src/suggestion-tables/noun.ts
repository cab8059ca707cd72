import { clock } from '../kernel/clock.ts'
import type { Fact, Noun } from '../kernel/decision.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Task } from '../kernel/task.ts'
import { addLine, changeLine, compile, removeLine } from './compile.ts'
import { answer, send, settle, takeNote, withdraw } from './send.ts'
import { states, unanswered, type SuggestionLine, type SuggestionTable, type SuggestionTableEvent } from './suggestion-table.ts'

const change = (table: SuggestionTable, key: string, to: (line: SuggestionLine) => SuggestionLine): SuggestionTable => ({
  ...table,
  lines: table.lines.map((line) => (line.key === key ? to(line) : line)),
})
const evolve = (was: SuggestionTable | undefined, event: SuggestionTableEvent): SuggestionTable => {
  if (event.type === 'Compiled') {
    const { type: _, by: __, at, ...rest } = event
    return { ...rest, state: 'drafted', nextKey: rest.lines.length + 1, openedAt: at, noted: false, edition: 1 }
  }
  const before = was as SuggestionTable
  const table = { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'LineAdded':
      return { ...table, lines: [...table.lines, event.line], nextKey: table.nextKey + 1 }
    case 'LineChanged':
      return change(table, event.line, (line) => ({ ...line, ...event.changes }))
    case 'LineRemoved':
      return { ...table, lines: table.lines.filter(({ key }) => key !== event.line) }
    case 'Sent':
      return { ...table, state: 'sent', sentAt: event.at, dueAt: event.dueAt }
    case 'Answered': {
      const next = change(table, event.line, (line) => ({ ...line, answers: [...line.answers, event.answer] }))
      return { ...next, state: next.departments.every(({ department }) => unanswered(next, department).length === 0) ? 'answered' : 'sent' }
    }
    case 'LatenessNoted':
      return { ...table, noted: true }
    case 'Settled':
      return { ...table, state: 'settled' }
    case 'Withdrawn':
      return { ...table, state: 'withdrawn', withdrawnBecause: event.reason }
  }
}

/** The analyst sends it; each department answers its lines; the manager hears of what is late; the analyst takes the answers. Y-3 */
const tasks = (table: SuggestionTable, rules: Rules): readonly Task[] => {
  const { state, number, month, openedAt, sentAt, dueAt, departments, noted, lines } = table
  const about = { number, title: month }
  const analyst = { position: 'analyst' } as const
  if (state === 'drafted') return [{ kind: 'do', holder: analyst, does: 'suggestionTable.send', from: openedAt, about }]
  if (state === 'answered') {
    const last = Math.max(...lines.flatMap(({ answers }) => answers.map(({ at }) => at)))
    return [{ kind: 'do', holder: analyst, does: 'suggestionTable.settle', from: last as typeof openedAt, about }]
  }
  if (state !== 'sent' || sentAt === undefined || dueAt === undefined) return []
  const due = { ...clock(rules, 'suggestionTableDue', sentAt, { minutes: (dueAt - sentAt) / 60_000 }), due: dueAt }
  const owing = departments.filter(({ department }) => unanswered(table, department).length > 0)
  return [
    ...owing.map(({ department, key }): Task => ({
      kind: 'do',
      holder: { department },
      does: 'suggestionTable.answer',
      part: key,
      from: sentAt,
      clock: due,
      about,
    })),
    ...(noted || owing.length === 0
      ? []
      : [{ kind: 'alert', holder: { position: 'manager' }, does: 'suggestionTable.takeNote', from: dueAt, about } as const]),
  ]
}

/** The number of the table of a month, if there is one that was not withdrawn. Y-3 */
const ofMonth: Fact<SuggestionTable, string, string | undefined> = {
  find: (month) => ({ month }),
  read: (found) => found.find(({ state }) => state !== 'withdrawn')?.number,
}

export const suggestionTable = {
  evolve,
  tasks,
  states,
  ends: ['settled', 'withdrawn'] as const,
  // whoever works in a department that is asked knows what it was asked, also afterwards
  involves: ({ departments, state }: SuggestionTable) => (state === 'drafted' ? [] : departments.map(({ department }) => ({ department }))),
  // two departments answer at once; what one said stales nothing of what the other sees
  revision: ({ edition, state, lines }: SuggestionTable) => (state === 'sent' ? 1_000_000 + lines.length : edition),
  facts: { ofMonth },
  decisions: { compile, addLine, changeLine, removeLine, send, answer, takeNote, settle, withdraw },
}
suggestionTable satisfies Noun<SuggestionTable, SuggestionTableEvent>
