import { clock, type Visit } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { documentOf, recordInterface } from './record.ts'
import { clockType, moment, personRef } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Visit>(row)
const document = { document: true } as const

const attempt = builder.objectRef<Visit['attempts'][number]>('VisitAttempt').implement({
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    why: t.exposeString('why'),
  }),
})
/** 回访. R-1 */
export const visit = builder.prismaObject('Visit', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    state: t.field({ type: enumOf('VisitState'), select: { state: true }, resolve: ({ state }) => state }),
    title: t.string({ select: document, resolve: (row) => doc(row).title }),
    level: t.field({ type: enumOf('Satisfaction'), nullable: true, select: { level: true }, resolve: ({ level }) => level }),
    method: t.field({ type: enumOf('VisitMethod'), nullable: true, select: { method: true }, resolve: ({ method }) => method }),
    wording: t.string({ nullable: true, select: document, resolve: (row) => doc(row).wording ?? null }),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    visitedAt: t.expose('visitedAt', { type: 'DateTime', nullable: true }),
    dueAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { dueAt: true },
      resolve: ({ dueAt }) => (dueAt.getUTCFullYear() > 9000 ? null : dueAt),
    }),
    clock: t.field({
      type: clockType,
      select: document,
      resolve: (row, _, { rules }) => clock(rules, 'visitWorkingDays', doc(row).openedAt, { workingDays: rules.visitWorkingDays }),
    }),
    attempts: t.field({ type: [attempt], select: document, resolve: (row) => doc(row).attempts }),
    /** What the manager is shown about it. R-4 */
    odd: t.field({ type: [enumOf('VisitOddity')], select: { odd: true }, resolve: ({ odd }) => odd }),
    reviewNote: t.string({ nullable: true, select: document, resolve: (row) => doc(row).reviewed?.note ?? null }),
    project: t.relation('project'),
    complaint: t.relation('complaint'),
    unit: t.relation('unit', { nullable: true }),
    customer: t.relation('customer', { nullable: true }),
    representative: t.relation('representative'),
    visitor: t.relation('visitor', { nullable: true }),
  }),
})
