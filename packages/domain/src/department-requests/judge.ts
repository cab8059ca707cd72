import { ask } from '../kernel/names.ts'
import { longText, moment, ref } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { currentRound, type OnRequest } from './department-request.ts'

const judging = { task: 'departmentRequest.settle' } as const

/** 办结督办: the answer does. C-12 */
export const settle: OnRequest = {
  input: {},
  from: ['answered'],
  to: ['settled'],
  by: judging,
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Settled', by: actor.person, at: now }] }),
}

const againInput = { question: longText(4000), dueAt: moment() }
/** 退回重答: what is still missing, and by when. C-12 */
export const askAgain: OnRequest<typeof againInput> = {
  input: againInput,
  from: ['answered'],
  to: ['asked'],
  by: judging,
  refuses: ['BeforeItsTime'],
  decide: (_, { question, dueAt }, { actor, now }) =>
    dueAt <= now
      ? refuse('BeforeItsTime', { earliest: now })
      : { events: [{ type: 'AskedAgain', question, dueAt, by: actor.person, at: now }] },
}

const asking = { permission: 'departmentRequest.ask' } as const

const extendInput = { dueAt: moment(), reason: longText(1000) }
/** 延期: before it is late only; what is late stays late. C-12, M-6 */
export const extend: OnRequest<typeof extendInput> = {
  input: extendInput,
  from: ['asked'],
  by: asking,
  refuses: ['BeforeItsTime', 'TooLate'],
  blocked: (request, { now }) => {
    const { dueAt } = currentRound(request)
    return now > dueAt ? refuse('TooLate', { until: dueAt }) : undefined
  },
  decide(request, { dueAt, reason }, { actor, now }) {
    const { dueAt: from } = currentRound(request)
    return dueAt <= from
      ? refuse('BeforeItsTime', { earliest: from })
      : { events: [{ type: 'Extended', from, dueAt, reason, by: actor.person, at: now }] }
  },
}

const withdrawInput = { reason: longText(1000) }
/** 撤回督办 */
export const withdraw: OnRequest<typeof withdrawInput> = {
  input: withdrawInput,
  from: ['asked', 'answered'],
  to: ['withdrawn'],
  by: asking,
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Withdrawn', reason, by: actor.person, at: now }] }),
}

/** 知悉逾期: the manager knows that the department is late. C-12 */
export const takeNote: OnRequest = {
  input: {},
  from: ['asked'],
  by: { task: 'departmentRequest.takeNote' },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'LatenessNoted', by: actor.person, at: now }] }),
}

const handInput = { to: ref('person') }
/** 移交: somebody else asks from now on. P-5 */
export const handOver: OnRequest<typeof handInput, 'person.working'> = {
  input: handInput,
  from: ['asked', 'answered'],
  by: { permission: 'notice.handOver' },
  many: { undo: ({ id, asker }) => ask('departmentRequest.handOver', id, { to: asker }) },
  refuses: ['SameRecord', 'PersonDisabled'],
  needs: { 'person.working': () => 'representative' },
  decide: (request, { to }, { actor, now }, facts) =>
    to === request.asker
      ? refuse('SameRecord')
      : !facts['person.working'](to, request.project)
        ? refuse('PersonDisabled')
        : { events: [{ type: 'HandedOver', to, by: actor.person, at: now }] },
}
