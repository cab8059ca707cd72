import { choice, date, longText, moment, optional, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { answerKinds, type LineAnswer, type OnTable } from './suggestion-table.ts'

const by = { permission: 'suggestionTable.work' } as const

const sendInput = { dueAt: moment() }
/** 发出 to both departments, with the time until which they answer; every line says what is proposed. Y-3 */
export const send: OnTable<typeof sendInput> = {
  input: sendInput,
  from: ['drafted'],
  to: ['sent'],
  by,
  refuses: ['Incomplete', 'BeforeItsTime'],
  blocked: ({ lines }) =>
    lines.length === 0 || lines.some(({ proposal }) => proposal === '') ? refuse('Incomplete', { what: 'proposal' }) : undefined,
  decide: (_, { dueAt }, { actor, now }) =>
    dueAt <= now ? refuse('BeforeItsTime', { earliest: now }) : { events: [{ type: 'Sent', dueAt, by: actor.person, at: now }] },
}

const answerInput = { line: text(20), answer: choice('SuggestionAnswer', answerKinds), reason: longText(2000), doneBy: optional(date()) }
/** 逐行答复: by anybody of a department that was asked, a line at a time; what comes late stays late. Y-3, M-6 */
export const answer: OnTable<typeof answerInput> = {
  input: answerInput,
  from: ['sent'],
  to: ['sent', 'answered'],
  by: { task: 'suggestionTable.answer' },
  refuses: ['Incomplete', 'AlreadyRecorded'],
  decide(table, { line: key, answer: said, reason, doneBy }, { actor, now, mine }) {
    // in whose department's name: one's own, or that of whoever one stands in for
    const held = mine.flatMap(({ holder }) => ('department' in holder ? holder.department : []))
    const department = held.find((one) => one === actor.department) ?? held[0]
    const line = table.lines.find((one) => one.key === key)
    if (!line || department === undefined) return refuse('NotFound')
    if (line.answers.some((one) => one.department === department)) return refuse('AlreadyRecorded', { what: line.subject })
    if (said === 'accept' && doneBy === undefined) return refuse('Incomplete', { what: 'doneBy' })
    const given: LineAnswer = {
      department,
      answer: said,
      reason,
      ...(doneBy === undefined ? {} : { doneBy }),
      by: actor.person,
      at: now,
      late: table.dueAt !== undefined && now > table.dueAt,
    }
    const { late: _, ...heard } = given
    return {
      events: [{ type: 'Answered', line: key, answer: given }],
      follow: line.problem ? [ask('problem.hear', line.problem, { said: { ...heard, table: table.id, number: table.number } })] : [],
    }
  },
}

/** 知悉逾期: the manager knows that a department is late. Y-3, M-6 */
export const takeNote: OnTable = {
  input: {},
  from: ['sent'],
  by: { task: 'suggestionTable.takeNote' },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'LatenessNoted', by: actor.person, at: now }] }),
}
/** 办结: the answers are known to whoever analyses. Y-3 */
export const settle: OnTable = {
  input: {},
  from: ['answered'],
  to: ['settled'],
  by: { task: 'suggestionTable.settle' },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Settled', by: actor.person, at: now }] }),
}
const withdrawInput = { reason: longText(1000) }
/** 撤回 */
export const withdraw: OnTable<typeof withdrawInput> = {
  input: withdrawInput,
  from: ['drafted', 'sent'],
  to: ['withdrawn'],
  by,
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Withdrawn', reason, by: actor.person, at: now }] }),
}
