import { clock, currentRound, type DepartmentRequest } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { documentOf, recordInterface } from './record.ts'
import { evidenceType } from './evidence.ts'
import { clockType, moment, personRef } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<DepartmentRequest>(row)
const document = { document: true } as const
type Round = DepartmentRequest['rounds'][number]
type Answer = NonNullable<Round['answer']>
type Extension = Round['extensions'][number]

const answer = builder.objectRef<Answer>('DepartmentAnswer').implement({
  fields: (t) => ({
    text: t.exposeString('text'),
    evidence: t.field({ type: [evidenceType], resolve: ({ evidence }) => evidence }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    late: t.exposeBoolean('late'),
  }),
})
const extension = builder.objectRef<Extension>('DueExtension').implement({
  fields: (t) => ({
    from: t.field({ type: 'DateTime', resolve: ({ from }) => moment(from) }),
    reason: t.exposeString('reason'),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
  }),
})
const round = builder.objectRef<Round>('RequestRound').implement({
  description: 'One question with its answer.',
  fields: (t) => ({
    question: t.exposeString('question'),
    askedBy: t.field({
      type: personRef,
      nullable: true,
      resolve: async ({ askedBy }, _, { loaders }) => (await loaders.people.load(askedBy)) ?? null,
    }),
    askedAt: t.field({ type: 'DateTime', resolve: ({ askedAt }) => moment(askedAt) }),
    dueAt: t.field({ type: 'DateTime', resolve: ({ dueAt }) => moment(dueAt) }),
    extensions: t.field({ type: [extension], resolve: ({ extensions }) => extensions }),
    answer: t.field({ type: answer, nullable: true, resolve: ({ answer: given }) => given ?? null }),
  }),
})

/** 督办. C-12 */
export const departmentRequest = builder.prismaObject('DepartmentRequest', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true, departmentId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('DepartmentRequestState'), select: { state: true }, resolve: ({ state }) => state }),
    title: t.exposeString('title'),
    complaintNumber: t.string({ select: document, resolve: (row) => doc(row).complaintNumber }),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
    dueAt: t.field({
      type: 'DateTime',
      nullable: true,
      select: { dueAt: true },
      resolve: ({ dueAt }) => (dueAt.getUTCFullYear() > 9000 ? null : dueAt),
    }),
    clock: t.field({
      type: clockType,
      nullable: true,
      select: document,
      resolve(row, _, { rules }) {
        const { askedAt, dueAt } = currentRound(doc(row))
        return doc(row).state === 'asked'
          ? { ...clock(rules, 'departmentRequestDue', askedAt, { minutes: (dueAt - askedAt) / 60_000 }), due: dueAt }
          : null
      },
    }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    /** How many answers came late. M-6 */
    lateAnswers: t.exposeInt('lateAnswers'),
    rounds: t.field({ type: [round], select: document, resolve: (row) => doc(row).rounds }),
    withdrawnBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).withdrawnBecause ?? null }),
    project: t.relation('project'),
    complaint: t.relation('complaint', { nullable: true }),
    department: t.relation('department'),
    asker: t.relation('asker'),
  }),
})
