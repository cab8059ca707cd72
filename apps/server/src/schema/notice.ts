import { accepted, groundsAt, onSiteClock, slipClock, type GroundHeld, type Notice } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { evidenceType } from './evidence.ts'
import { documentOf, recordInterface } from './record.ts'
import { clockType, date, moment, personRef, recorded } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Notice>(row)
const document = { document: true } as const

type DefectOf = { readonly notice: Notice; readonly defect: Notice['defects'][number] }
type Result = Notice['inspections'][number]['results'][number] & { readonly at: Notice['draftedAt'] }
const result = builder.objectRef<Result>('InspectedDefect').implement({
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    standardMet: t.exposeBoolean('standardMet'),
    ownerSatisfied: t.exposeBoolean('ownerSatisfied'),
    note: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
    /** After the repair. N-4 */
    photos: t.field({ type: [evidenceType], resolve: ({ photos }) => photos ?? [] }),
  }),
})
/** 缺陷 with what its inspections found. N-1, N-4 */
export const defect = builder.objectRef<DefectOf>('Defect').implement({
  fields: (t) => ({
    key: t.string({ resolve: ({ defect: { id } }) => id }),
    element: t.field({ type: enumOf('Element'), resolve: ({ defect: { element } }) => element }),
    location: t.string({ resolve: ({ defect: { location } }) => location }),
    requirement: t.string({ resolve: ({ defect: { requirement } }) => requirement }),
    deadline: t.field({ type: 'DateTime', resolve: ({ notice, defect: { deadline } }) => moment(deadline ?? notice.deadline) }),
    /** Before the repair. N-4 */
    photos: t.field({ type: [evidenceType], resolve: ({ defect: { photos } }) => photos ?? [] }),
    results: t.field({
      type: [result],
      resolve: ({ notice, defect: { id } }) =>
        notice.inspections.flatMap(({ at, results }) => results.filter((one) => one.defect === id).map((one) => ({ ...one, at }))),
    }),
  }),
})
const excuse = builder.objectRef<Notice['excuses'][number]>('Excuse').implement({
  fields: (t) => ({
    filed: t.field({ type: recorded, resolve: ({ filed }) => filed }),
    reason: t.exposeString('reason'),
    proof: t.exposeString('proof'),
    /** Empty while it waits to be judged. N-3 */
    accepted: t.boolean({ nullable: true, resolve: ({ judged }) => judged?.accepted ?? null }),
    until: t.field({ type: 'DateTime', nullable: true, resolve: ({ judged }) => date(judged?.until) }),
    judgedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ judged }) => date(judged?.at) }),
    judgedBy: t.field({
      type: personRef,
      nullable: true,
      resolve: async ({ judged }, _, { loaders }) => (judged ? ((await loaders.people.load(judged.by)) ?? null) : null),
    }),
    why: t.string({ nullable: true, resolve: ({ judged }) => judged?.why ?? null }),
  }),
})
const inspection = builder.objectRef<Notice['inspections'][number]>('Inspection').implement({
  fields: (t) => ({
    fact: t.field({ type: recorded, resolve: (one) => one }),
    newDeadline: t.field({ type: 'DateTime', nullable: true, resolve: ({ newDeadline }) => date(newDeadline) }),
    passed: t.boolean({ resolve: ({ results }) => results.every(({ standardMet, ownerSatisfied }) => standardMet && ownerSatisfied) }),
  }),
})

/** A recorded time that proves a ground, or that nothing was recorded. N-5 */
export const proof = builder.objectRef<{ readonly what: string; readonly at?: Notice['draftedAt'] }>('Proof').implement({
  fields: (t) => ({ what: t.exposeString('what'), at: t.field({ type: 'DateTime', nullable: true, resolve: ({ at }) => date(at) }) }),
})
type Holding = GroundHeld & { readonly notice: Notice }
const ground = builder.objectRef<Holding>('GroundHeld').implement({
  fields: (t) => ({
    ground: t.exposeInt('ground'),
    since: t.field({ type: 'DateTime', resolve: ({ since }) => moment(since) }),
    /** An excuse waits to be judged: no fine may be signed on it. N-3 */
    pending: t.boolean({ resolve: ({ pending }) => pending === true }),
    sub: t.string({ nullable: true, resolve: ({ sub }) => sub ?? null }),
    proofs: t.field({ type: [proof], resolve: ({ proofs }) => proofs }),
    /** A fine rests on it. F-10 */
    fined: t.boolean({ resolve: ({ notice, ground: n }) => notice.fined.some((one) => one.ground === n) }),
    letGoBecause: t.string({
      nullable: true,
      resolve: ({ notice, ground: n }) => notice.letGo.find((one) => one.ground === n)?.reason ?? null,
    }),
  }),
})
const takenBack = builder.objectRef<Notice['takenBack'][number]>('GroundTakenBack').implement({
  fields: (t) => ({
    ground: t.exposeInt('ground'),
    since: t.field({ type: 'DateTime', resolve: ({ since }) => moment(since) }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
  }),
})

/** 工程整改通知单. N-1 */
export const notice = builder.prismaObject('Notice', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('NoticeState'), select: { state: true }, resolve: ({ state }) => state }),
    stage: t.field({ type: enumOf('NoticeStage'), select: { stage: true }, resolve: ({ stage }) => stage }),
    draftedAt: t.expose('draftedAt', { type: 'DateTime' }),
    deadline: t.expose('deadline', { type: 'DateTime' }),
    newDeadlines: t.field({ type: ['DateTime'], select: document, resolve: (row) => doc(row).newDeadlines.map(moment) }),
    dueAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { dueAt: true },
      resolve: ({ dueAt }) => (dueAt.getUTCFullYear() > 9000 ? null : dueAt),
    }),
    clockStart: t.expose('clockStart', { type: 'DateTime', nullable: true }),
    onSiteBy: t.expose('onSiteBy', { type: 'DateTime', nullable: true }),
    onSiteAt: t.expose('onSiteAt', { type: 'DateTime', nullable: true }),
    completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    excusePending: t.exposeBoolean('excusePending'),
    /** The four hours, or the agreed time. N-3 */
    onSiteClock: t.field({
      type: clockType,
      nullable: true,
      select: document,
      resolve: (row, _, { rules }) => onSiteClock(doc(row), rules) ?? null,
    }),
    slipClock: t.field({
      type: clockType,
      nullable: true,
      select: document,
      resolve: (row, _, { rules }) => slipClock(doc(row), rules) ?? null,
    }),
    served: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).served ?? null }),
    servedHow: t.field({ type: enumOf('ServedHow'), nullable: true, select: document, resolve: (row) => doc(row).served?.how ?? null }),
    phoned: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).phoned ?? null }),
    phonedCalled: t.string({ nullable: true, select: document, resolve: (row) => doc(row).phoned?.called ?? null }),
    received: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).received ?? null }),
    refused: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).refused ?? null }),
    onSite: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).onSite ?? null }),
    plan: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).plan ?? null }),
    started: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).started ?? null }),
    slip: t.field({ type: recorded, nullable: true, select: document, resolve: (row) => doc(row).slip ?? null }),
    completions: t.field({ type: [recorded], select: document, resolve: (row) => doc(row).completions }),
    inspections: t.field({ type: [inspection], select: document, resolve: (row) => doc(row).inspections }),
    excuses: t.field({ type: [excuse], select: document, resolve: (row) => doc(row).excuses }),
    defects: t.field({
      type: [defect],
      select: document,
      resolve: (row) => doc(row).defects.map((one) => ({ notice: doc(row), defect: one })),
    }),
    accepted: t.boolean({ select: document, resolve: (row) => accepted(doc(row)) }),
    /** The grounds that hold now, with the times that prove them; nothing has to have run. N-5, T-3 */
    grounds: t.field({
      type: [ground],
      select: document,
      resolve: (row, _, { rules, now }) => groundsAt(doc(row), rules, now).map((held) => ({ ...held, notice: doc(row) })),
    }),
    takenBack: t.field({ type: [takenBack], select: document, resolve: (row) => doc(row).takenBack }),
    project: t.relation('project'),
    contractor: t.relation('contractor'),
    supervision: t.relation('supervision', { nullable: true }),
    /** The joint survey it follows from. C-9 */
    survey: t.relation('survey', { nullable: true }),
    representative: t.relation('representative'),
    fines: t.relation('fines', { query: { take: 50, orderBy: { draftedAt: 'desc' } } }),
    repairs: t.relation('repairs', { query: { take: 10, orderBy: { startedAt: 'desc' } } }),
  }),
})
