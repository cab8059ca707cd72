import { dayOf } from '../kernel/calendar.ts'
import { choice, happened, longText } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { minutesAfter } from '../kernel/values.ts'
import { levels, oddities, visitMethods, type AskedOfVisit, type AskedOpensVisit, type OnVisit, type Visit } from './visit.ts'

const by = { permission: 'visit.record' } as const

/** Asked by the resolution of a case. R-3 */
export const open: AskedOpensVisit = {
  opens: true,
  to: ['due'],
  by: 'asked',
  decide: (id, input, { now }) => ({ events: [{ type: 'Opened', id, at: now, ...input }] }),
}

/** the visitor is not the person who handled the complaint. */
const ownCase = (visit: Visit, { person }: { readonly person: Visit['representative'] }) =>
  person === visit.representative || person === visit.resolvedBy ? refuse('HandlerMayNotVisit') : undefined

const recordInput = {
  level: choice('Satisfaction', levels),
  wording: longText(2000),
  method: choice('VisitMethod', visitMethods),
  at: happened(),
}
/** 回访记录: closes the case, or reopens it when the customer is dissatisfied. */
export const record: OnVisit<typeof recordInput, 'visit.latestOf'> = {
  input: recordInput,
  from: ['due'],
  to: ['done'],
  by,
  refuses: ['HandlerMayNotVisit', 'InTheFuture', 'BeforeItsTime'],
  needs: { 'visit.latestOf': (visit) => visit.representative },
  blocked: (visit, { actor }) => ownCase(visit, actor),
  decide(visit, { at, ...result }, { actor, now, rules }, facts) {
    if (at < visit.openedAt) return refuse('BeforeItsTime', { earliest: visit.openedAt })
    const before = facts['visit.latestOf'].slice(0, rules.visitSamePair - 1)
    const odd = oddities.filter((oddity) =>
      oddity === 'soonAfterResolution'
        ? now <= minutesAfter(visit.openedAt, rules.visitSoonMinutes)
        : before.length === rules.visitSamePair - 1 && before.every((visitor) => visitor === actor.person),
    )
    return {
      events: [{ type: 'Visited', ...result, happened: at, odd, by: actor.person, at: now }],
      follow: [
        result.level === 'dissatisfied'
          ? ask('complaint.reopenedByVisit', visit.complaint, { wording: result.wording })
          : ask('complaint.closedByVisit', visit.complaint, { satisfaction: result.level }),
      ],
    }
  },
}

const failInput = { why: longText(1000), at: happened() }
/** 未联系上: counts once a day. R-2 */
export const fail: OnVisit<typeof failInput> = {
  input: failInput,
  from: ['due'],
  by,
  refuses: ['SameDay', 'InTheFuture', 'BeforeItsTime', 'HandlerMayNotVisit'],
  blocked: (visit, { actor }) => ownCase(visit, actor),
  decide(visit, { why, at }, { actor, now }) {
    if (at < visit.openedAt) return refuse('BeforeItsTime', { earliest: visit.openedAt })
    if (visit.attempts.some((attempt) => dayOf(attempt.at) === dayOf(at))) return refuse('SameDay')
    return { events: [{ type: 'Failed', attempt: { at, entered: now, by: actor.person, why } }] }
  },
}

/** 免访关闭: three failed attempts on different days close the case without a visit. R-2, C-5 */
export const giveUp: OnVisit = {
  input: {},
  from: ['due'],
  to: ['givenUp'],
  by,
  refuses: ['TooFewAttempts', 'HandlerMayNotVisit'],
  blocked: (visit, { actor, rules }) =>
    ownCase(visit, actor) ??
    (visit.attempts.length < rules.visitAttempts
      ? refuse('TooFewAttempts', { attempts: visit.attempts.length, needed: rules.visitAttempts })
      : undefined),
  decide: (visit, _, { actor, now }) => ({
    events: [{ type: 'GivenUp', by: actor.person, at: now }],
    follow: [ask('complaint.closedByVisit', visit.complaint, { without: 'failedAttempts' })],
  }),
}

/** The case was reopened before anybody visited. */
export const drop: AskedOfVisit = {
  from: ['due'],
  to: ['dropped'],
  by: 'asked',
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Dropped', by: actor.person, at: now }] }),
}

const reviewInput = { note: longText(1000) }
/** The manager has looked at it: a dissatisfied customer, or something odd about the visit. */
export const review: OnVisit<typeof reviewInput> = {
  input: reviewInput,
  from: ['done'],
  by: { task: 'visit.review' },
  decide: (_, { note }, { actor, now }) => ({ events: [{ type: 'Reviewed', by: actor.person, at: now, note }] }),
}
