import { type DepartmentSaid, type Problem, type ProblemEvidence } from '@lintel/domain'
import { monthsOf, wordingsOf, type MonthCount, type Wording } from '../problems/shown.ts'
import { placeName } from '../problems/place-name.ts'
import { builder } from './builder.ts'
import { globalId } from './global-id.ts'
import { enumOf } from './enums.ts'
import { documentOf, recordInterface } from './record.ts'
import { date, moment, personRef } from './shared.ts'

const document = { document: true } as const
const doc = (row: { readonly document: unknown }) => documentOf<Problem>(row)

const evidence = builder.objectRef<ProblemEvidence>('ProblemEvidence').implement({
  description: 'Why it was proposed: what came, and what chance would have brought. Y-2',
  fields: (t) => ({
    kind: t.field({ type: enumOf('FindingKind'), resolve: ({ kind }) => kind }),
    dimension: t.field({ type: enumOf('ProblemScope'), resolve: ({ dimension }) => dimension }),
    /** The name of the project, building, contractor or house type. */
    place: t.string({ nullable: true, resolve: (one, _, context) => placeName(one, context) }),
    month: t.exposeString('month'),
    seen: t.exposeInt('seen'),
    expected: t.exposeFloat('expected'),
    probability: t.exposeFloat('probability'),
    falseDiscovery: t.exposeFloat('falseDiscovery'),
    among: t.exposeInt('among'),
  }),
})
const wording = builder.objectRef<Wording>('ProblemWording').implement({
  description: 'What a customer said, without what says who or where they are. X-7',
  fields: (t) => ({
    complaint: t.exposeID('complaint'),
    number: t.exposeString('number'),
    text: t.exposeString('text'),
  }),
})
const month = builder.objectRef<MonthCount>('ProblemMonth').implement({
  fields: (t) => ({ month: t.exposeString('month'), count: t.exposeInt('count') }),
})
const said = builder.objectRef<DepartmentSaid>('DepartmentSaid').implement({
  fields: (t) => ({
    /** The table on which it was said. Y-3 */
    table: t.id({ resolve: ({ table }) => globalId('SuggestionTable', table) }),
    number: t.exposeString('number'),
    answer: t.exposeString('answer'),
    reason: t.exposeString('reason'),
    doneBy: t.string({ nullable: true, resolve: ({ doneBy }) => doneBy ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
  }),
})

/** 共性问题. Y-2 */
export const problem = builder.prismaObject('Problem', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectIds: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    name: t.exposeString('name'),
    state: t.field({ type: enumOf('ProblemState'), select: { state: true }, resolve: ({ state }) => state }),
    element: t.field({ type: enumOf('Element'), nullable: true, select: { element: true }, resolve: ({ element }) => element }),
    scope: t.field({ type: enumOf('ProblemScope'), select: { scope: true }, resolve: ({ scope }) => scope }),
    place: t.string({ nullable: true, select: document, resolve: (row, _, context) => placeName(doc(row).scope, context) }),
    members: t.exposeInt('members'),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    grewAt: t.expose('grewAt', { type: 'DateTime' }),
    confirmedAt: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).confirmedAt) }),
    outcome: t.field({ type: enumOf('ProblemOutcome'), nullable: true, select: { outcome: true }, resolve: ({ outcome }) => outcome }),
    outcomeNote: t.string({ nullable: true, select: document, resolve: (row) => doc(row).outcomeNote ?? null }),
    dismissedBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).dismissedBecause ?? null }),
    evidence: t.field({ type: [evidence], select: document, resolve: (row) => doc(row).evidence }),
    months: t.field({
      type: [month],
      description: 'Its members by the month they were registered in, Asia/Shanghai; at most 36, the last is the running one.',
      resolve: ({ id }, _, { prisma, now }) => monthsOf(prisma, id, now),
    }),
    wordings: t.field({ type: [wording], resolve: ({ id }, _, context) => wordingsOf(id, context) }),
    followed: t.boolean({
      select: document,
      resolve: (row, _, { reader }) => reader !== undefined && doc(row).followers.includes(reader.actor.person),
    }),
    said: t.field({ type: [said], select: document, resolve: (row) => doc(row).said }),
    category: t.relation('category'),
  }),
})
