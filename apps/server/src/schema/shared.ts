import type { Clock, Evidence, Moment, PersonId } from '@lintel/domain'
import { builder } from './builder.ts'
import { evidenceType } from './evidence.ts'
import { person } from './person.ts'

export const date = (moment: Moment | undefined) => (moment === undefined ? null : new Date(moment))
export const moment = (at: Moment) => new Date(at)

export const personRef = person

/** A reading of a record's recorded fact: when it happened, when it was entered, by whom, and why late. N-2 */
type Recorded = {
  readonly at: Moment
  readonly entered: Moment
  readonly by: PersonId
  readonly late?: Late
  readonly note?: string
  readonly evidence?: readonly Evidence[]
}
type Late = { readonly reason: string; readonly proof?: string }
const late = builder.objectRef<Late>('LateEntry').implement({
  fields: (t) => ({
    reason: t.exposeString('reason'),
    /** Empty where a file proves it. */
    proof: t.string({ nullable: true, resolve: ({ proof }) => proof ?? null }),
  }),
})
export const recorded = builder.objectRef<Recorded>('Recorded').implement({
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: (fact) => moment(fact.at) }),
    entered: t.field({ type: 'DateTime', resolve: (fact) => moment(fact.entered) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    late: t.field({ type: late, nullable: true, resolve: (fact) => fact.late ?? null }),
    note: t.string({ nullable: true, resolve: (fact) => fact.note ?? null }),
    evidence: t.field({ type: [evidenceType], resolve: ({ evidence }) => evidence ?? [] }),
  }),
})

const pause = builder.objectRef<Clock['pauses'][number]>('Pause').implement({
  fields: (t) => ({
    from: t.field({ type: 'DateTime', resolve: ({ from }) => moment(from) }),
    until: t.field({ type: 'DateTime', nullable: true, resolve: ({ until }) => date(until) }),
    reason: t.exposeString('reason'),
  }),
})
const spanUnits = builder.enumType('SpanUnit', { values: ['minutes', 'days', 'workingMinutes', 'workingDays'] as const })
/** A due time with everything that explains it. T-4 */
export const clockType = builder.objectRef<Clock>('Clock').implement({
  fields: (t) => ({
    rule: t.exposeString('rule'),
    version: t.exposeInt('version'),
    start: t.field({ type: 'DateTime', resolve: ({ start }) => moment(start) }),
    due: t.field({ type: 'DateTime', resolve: ({ due }) => moment(due) }),
    amount: t.float({ resolve: ({ span }) => Object.values(span)[0] ?? 0 }),
    unit: t.field({ type: spanUnits, resolve: ({ span }) => Object.keys(span)[0] as 'minutes' }),
    pauses: t.field({ type: [pause], resolve: ({ pauses }) => pauses }),
    pausedSince: t.field({ type: 'DateTime', nullable: true, resolve: ({ paused }) => date(paused?.since) }),
    pausedBecause: t.string({ nullable: true, resolve: ({ paused }) => paused?.reason ?? null }),
    /** A year on the way whose holidays are not published yet: the due time may still move. T-1 */
    unpublishedYear: t.int({ nullable: true, resolve: ({ unpublishedYear }) => unpublishedYear ?? null }),
  }),
})
