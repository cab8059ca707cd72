import { acceptClock, contactClock, feedbackClock, resolveClock, type Complaint } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { evidenceType } from './evidence.ts'
import { documentOf, recordInterface } from './record.ts'
import { clockType, moment, personRef } from './shared.ts'

const feedback = builder.objectRef<Complaint['feedback'][number]>('Feedback').implement({
  fields: (t) => ({
    to: t.field({ type: enumOf('ToldWhom'), resolve: ({ to }) => to }),
    method: t.field({ type: enumOf('FeedbackMethod'), resolve: ({ method }) => method }),
    content: t.exposeString('content'),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    /** The case it was told about, where this one is merged into that. C-6 */
    sharedFrom: t.string({ nullable: true, resolve: ({ sharedFrom }) => sharedFrom ?? null }),
  }),
})
const owed = builder.objectRef<Complaint['owedFeedback'][number]>('OwedFeedback').implement({
  fields: (t) => ({
    milestone: t.field({ type: enumOf('Milestone'), resolve: ({ milestone }) => milestone }),
    since: t.field({ type: 'DateTime', resolve: ({ since }) => moment(since) }),
  }),
})
const clocks = builder.objectRef<{ readonly complaint: Complaint }>('ComplaintClocks')

const document = { document: true } as const
const doc = (row: { readonly document: unknown }) => documentOf<Complaint>(row)

/** 客户意见/投诉记录处理单: the case file. C-1, C-10 */
export const complaint = builder.prismaObject('Complaint', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('ComplaintState'), select: { state: true }, resolve: ({ state }) => state }),
    kind: t.field({ type: enumOf('ComplaintKind'), select: { kind: true }, resolve: ({ kind }) => kind }),
    channel: t.field({ type: enumOf('Channel'), select: { channel: true }, resolve: ({ channel }) => channel }),
    severity: t.field({ type: enumOf('Severity'), select: { severity: true }, resolve: ({ severity }) => severity }),
    element: t.field({ type: enumOf('Element'), nullable: true, select: { element: true }, resolve: ({ element }) => element }),
    trade: t.field({ type: enumOf('Trade'), nullable: true, select: { trade: true }, resolve: ({ trade }) => trade }),
    title: t.exposeString('title'),
    wording: t.exposeString('wording'),
    wish: t.string({ nullable: true, select: document, resolve: (row) => doc(row).wish ?? null }),
    place: t.exposeString('place', { nullable: true }),
    evidence: t.field({ type: [evidenceType], select: document, resolve: (row) => doc(row).evidence }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
    contactedAt: t.expose('contactedAt', { type: 'DateTime', nullable: true }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    dueAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { dueAt: true },
      resolve: ({ dueAt }) => (dueAt.getUTCFullYear() > 9000 ? null : dueAt),
    }),
    onTime: t.exposeBoolean('onTime', { nullable: true }),
    reopenedTimes: t.exposeInt('reopenedTimes'),
    satisfaction: t.field({
      type: enumOf('Satisfaction'),
      nullable: true,
      select: { satisfaction: true },
      resolve: ({ satisfaction }) => satisfaction,
    }),
    resolution: t.string({ nullable: true, select: document, resolve: (row) => doc(row).resolution ?? null }),
    closedWithout: t.string({ nullable: true, select: document, resolve: (row) => doc(row).closedWithout ?? null }),
    rejectedReason: t.string({ nullable: true, select: document, resolve: (row) => doc(row).rejectedReason ?? null }),
    /** C-15: taken over from elsewhere, it owes nothing. */
    isHistory: t.boolean({ select: { historyKey: true }, resolve: ({ historyKey }) => historyKey !== null }),
    feedback: t.field({ type: [feedback], select: document, resolve: (row) => doc(row).feedback.toReversed() }),
    owedFeedback: t.field({ type: [owed], select: document, resolve: (row) => doc(row).owedFeedback }),
    clocks: t.field({ type: clocks, select: document, resolve: (row) => ({ complaint: doc(row) }) }),
    project: t.relation('project'),
    building: t.relation('building', { nullable: true }),
    unit: t.relation('unit', { nullable: true }),
    customer: t.relation('customer', { nullable: true }),
    category: t.relation('category'),
    representative: t.relation('representative', { nullable: true }),
    registeredBy: t.relation('registeredBy'),
    mergedInto: t.relation('mergedInto', { nullable: true }),
    merged: t.relation('merged', { query: { take: 100, orderBy: { registeredAt: 'desc' } } }),
    /** C-12 */
    departmentRequests: t.relation('departmentRequests', { query: { take: 50, orderBy: { askedAt: 'desc' } } }),
    /** C-9 */
    surveys: t.relation('surveys', { query: { take: 20, orderBy: { plannedAt: 'desc' } } }),
    surveyWaived: t.string({ nullable: true, select: document, resolve: (row) => doc(row).surveyWaived ?? null }),
    visits: t.relation('visits', { query: { take: 50, orderBy: { openedAt: 'desc' } } }),
  }),
})

clocks.implement({
  fields: (t) => ({
    accept: t.field({ type: clockType, resolve: ({ complaint: record }, _, { rules }) => acceptClock(record, rules) }),
    firstContact: t.field({ type: clockType, resolve: ({ complaint: record }, _, { rules }) => contactClock(record, rules) }),
    nextFeedback: t.field({ type: clockType, resolve: ({ complaint: record }, _, { rules }) => feedbackClock(record, rules) }),
    resolve: t.field({ type: clockType, resolve: ({ complaint: record }, _, { rules }) => resolveClock(record, rules) }),
  }),
})
