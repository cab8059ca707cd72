import { longText } from '../kernel/input.ts'
import type { Ref } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { hoursAfter, type Moment, type ProjectId } from '../kernel/values.ts'
import { validSignatures, type Answers, type On, type OnAsked, type Opens, type Request } from './approval.ts'
import { answer } from './sign.ts'

/** Asked by the subject when it is submitted. */
export const open: Opens<
  Request & {
    readonly subject: Ref
    readonly answers: Answers
    readonly chainVersion: number
    readonly project?: ProjectId
    readonly dueAt?: Moment
  }
> = {
  opens: true,
  to: ['open'],
  by: 'asked',
  refuses: ['NoSuchStep'],
  decide: (id, input, { now }) =>
    input.steps.length && input.steps.every((step) => step.seats.length)
      ? { events: [{ type: 'Opened', id, at: now, ...input }] }
      : refuse('NoSuchStep'),
}

/** The subject came back changed: a new round, and no old signature counts. F-6 */
export const resubmit: OnAsked<Request> = {
  from: ['open', 'returned', 'withdrawn'],
  to: ['open'],
  by: 'asked',
  decide: (_, input, { now }) => ({ events: [{ type: 'Resubmitted', at: now, ...input }] }),
}

/** The subject no longer needs it. */
export const voided: OnAsked = {
  from: ['open', 'returned', 'withdrawn'],
  to: ['void'],
  by: 'asked',
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Ended', as: 'void', by: actor.person, at: now }] }),
}

/** 撤回: by a maker, while no valid signature exists. B-2, B-11 */
export const withdraw: On = {
  input: {},
  from: ['open'],
  to: ['withdrawn'],
  by: { permission: 'approval.withdraw' },
  refuses: ['TooLate'],
  blocked(approval, { actor }) {
    if (!approval.makers.includes(actor.person)) return refuse('NotAllowed')
    const first = validSignatures(approval)[0]
    return first && refuse('AlreadyDecided', { by: first.by, at: first.at })
  },
  decide: (approval, _, { actor, now }) => ({
    events: [{ type: 'Ended', as: 'withdrawn', by: actor.person, at: now }],
    follow: [answer(approval, 'withdrawn', { by: actor.person, inNameOf: actor.person })],
  }),
}

/** 催办: changes no state and no round; at most once in four hours. B-11 */
export const urge: On = {
  input: {},
  from: ['open'],
  by: { permission: 'approval.urge' },
  refuses: ['TooSoon'],
  blocked(approval, { actor, now, rules }) {
    if (!approval.makers.includes(actor.person)) return refuse('NotAllowed')
    const next = approval.urgedAt === undefined ? undefined : hoursAfter(approval.urgedAt, rules.urgeHours)
    return next !== undefined && next > now ? refuse('TooSoon', { next }) : undefined
  },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Urged', by: actor.person, at: now }] }),
}

const commentInput = { text: longText(1000) }
/** B-2: says something to everybody in the chain and decides nothing. */
export const comment: On<typeof commentInput> = {
  input: commentInput,
  from: ['open', 'returned'],
  by: { permission: 'approval.comment' },
  decide: (_, { text }, { actor, now }) => ({ events: [{ type: 'Commented', by: actor.person, at: now, text }] }),
}
