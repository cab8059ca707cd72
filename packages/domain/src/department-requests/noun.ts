import { clock } from '../kernel/clock.ts'
import type { Fact, Noun } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Task } from '../kernel/task.ts'
import type { PersonId } from '../kernel/values.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import {
  currentRound,
  states,
  type DepartmentRequest,
  type DepartmentRequestEvent,
  type DepartmentRequestId,
  type Round,
} from './department-request.ts'
import { askAgain, extend, handOver, settle, takeNote, withdraw } from './judge.ts'

const changeLast = (request: DepartmentRequest, change: Partial<Round>): DepartmentRequest => ({
  ...request,
  rounds: request.rounds.map((round, n) => (n === request.rounds.length - 1 ? { ...round, ...change } : round)),
})

const evolve = (was: DepartmentRequest | undefined, event: DepartmentRequestEvent): DepartmentRequest => {
  if (event.type === 'Asked') {
    const { type: _, at, question, dueAt, ...rest } = event
    return { ...rest, state: 'asked', rounds: [{ question, askedBy: rest.asker, askedAt: at, dueAt, extensions: [] }] }
  }
  const request = was as DepartmentRequest
  switch (event.type) {
    case 'Answered':
      return { ...changeLast(request, { answer: event.answer }), state: 'answered' }
    case 'AskedAgain': {
      const { question, dueAt, by, at } = event
      return { ...request, state: 'asked', rounds: [...request.rounds, { question, askedBy: by, askedAt: at, dueAt, extensions: [] }] }
    }
    case 'Extended': {
      const { from, dueAt, reason, by, at } = event
      return changeLast(request, { dueAt, extensions: [...currentRound(request).extensions, { from, reason, by, at }] })
    }
    case 'LatenessNoted':
      return changeLast(request, { noted: true })
    case 'Settled':
      return { ...request, state: 'settled' }
    case 'Withdrawn':
      return { ...request, state: 'withdrawn', withdrawnBecause: event.reason }
    case 'HandedOver':
      return { ...request, asker: event.to }
  }
}

/** The department answers; the asker judges; the manager hears of what is late, from the moment it is. C-12 */
const tasks = (request: DepartmentRequest, rules: Rules): readonly Task[] => {
  const { number, title, department, asker, project, complaint, state } = request
  const about = { number, title }
  const { askedAt, dueAt, answer: given, noted } = currentRound(request)
  if (state === 'asked')
    return [
      {
        kind: 'do',
        holder: { department },
        does: 'departmentRequest.answer',
        from: askedAt,
        clock: { ...clock(rules, 'departmentRequestDue', askedAt, { minutes: (dueAt - askedAt) / 60_000 }), due: dueAt },
        about,
        reads: [complaint],
      },
      ...(noted
        ? []
        : [{ kind: 'alert', holder: { position: 'manager', project }, does: 'departmentRequest.takeNote', from: dueAt, about } as const]),
    ]
  return state === 'answered' && given
    ? [{ kind: 'do', holder: { person: asker }, does: 'departmentRequest.settle', from: given.at, about }]
    : []
}

/** What somebody waits for or has to judge. P-5 */
const openOf: Fact<DepartmentRequest, PersonId, readonly DepartmentRequestId[]> = {
  find: (person) => ({ asker: person, state: ['asked', 'answered'] as const }),
  read: (found) => found.map(({ id }) => id),
}

export const departmentRequest = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['settled', 'withdrawn'] as const,
  // whoever works in the department knows what it was asked, also afterwards
  involves: ({ department, asker }: DepartmentRequest) => [{ department }, { person: asker }],
  revision: ({ rounds, state }: DepartmentRequest) => rounds.length * 10 + states.indexOf(state),
  facts: { openOf },
  decisions: { ask, answer, settle, askAgain, extend, withdraw, takeNote, handOver },
}
departmentRequest satisfies Noun<DepartmentRequest, DepartmentRequestEvent>
