import type { Facts } from '../kernel/decision.ts'
import { longText } from '../kernel/input.ts'
import type { Ref } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Rules } from '../kernel/rules.ts'
import { hoursAfter, type Moment, type ProjectId } from '../kernel/values.ts'
import { validSignatures, type Answers, type On, type OnAsked, type Opens, type Request } from './approval.ts'
import type { ChainStep } from './chains/chain.ts'
import { stepsFor } from './chains/steps.ts'
import { answer } from './sign.ts'

type ChainFacts = 'chain.versionsOf' | 'person.around' | 'department.all' | 'complaint.categoriesOf' | 'category.paths'
/** Who signs this request, by the chain's steps and what is known of it. B-1 */
const workedOut = (
  steps: readonly ChainStep[] = [],
  { about, makers }: Pick<Request, 'about' | 'makers'>,
  project: ProjectId | undefined,
  rules: Rules,
  facts: Facts<ChainFacts>,
) => {
  const [maker] = makers
  const drafter = facts['person.around'] ?? (maker && { person: maker, positions: [] })
  if (!drafter) return []
  const { amount, grounds, severity } = about
  const of = {
    ...(project === undefined ? {} : { project }),
    ...(amount === undefined ? {} : { amount }),
    ...(grounds === undefined ? {} : { grounds }),
    ...(severity === undefined ? {} : { severity }),
    categories: facts['complaint.categoriesOf'].flatMap((category) => facts['category.paths'].get(category) ?? [category]),
    drafterPositions: drafter.positions,
  }
  return stepsFor(steps, of, drafter, facts['department.all'], rules)
}

/** Asked by the subject when it is submitted: the chain in force says who signs. B-1 */
export const open: Opens<
  Request & {
    readonly subject: Ref
    readonly answers: Answers
    readonly project?: ProjectId
    readonly dueAt?: Moment
  },
  ChainFacts
> = {
  opens: true,
  to: ['open'],
  by: 'asked',
  refuses: ['NoSuchStep'],
  needs: {
    'chain.versionsOf': (_, { kind }) => kind,
    'person.around': (_, { makers }) => makers[0],
    'department.all': () => 'active',
    'complaint.categoriesOf': (_, { complaints }) => complaints,
    'category.paths': () => 'all',
  },
  decide(id, { complaints: _, ...input }, { now, rules }, facts) {
    const chain = facts['chain.versionsOf'].at(-1)
    const steps = workedOut(chain?.steps, input, input.project, rules, facts)
    return chain && steps.length
      ? { events: [{ type: 'Opened', id, at: now, ...input, chainVersion: chain.version, steps }] }
      : refuse('NoSuchStep')
  },
}

/** The subject came back changed: a new round on the same version, its steps worked out again; no old signature counts. F-6, B-11 */
export const resubmit: OnAsked<Request, ChainFacts> = {
  from: ['open', 'returned', 'withdrawn'],
  to: ['open'],
  by: 'asked',
  refuses: ['NoSuchStep'],
  needs: {
    'chain.versionsOf': (_, input) => input?.kind,
    'person.around': (_, input) => input?.makers[0],
    'department.all': () => 'active',
    'complaint.categoriesOf': (_, input) => input?.complaints,
    'category.paths': () => 'all',
  },
  decide(approval, { complaints: _, ...input }, { now, rules }, facts) {
    const chain = facts['chain.versionsOf'].find(({ version }) => version === approval.chainVersion)
    const steps = workedOut(chain?.steps, input, approval.project, rules, facts)
    return steps.length ? { events: [{ type: 'Resubmitted', at: now, ...input, steps }] } : refuse('NoSuchStep')
  },
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
