import { type LineAnswer, type SuggestionLine, type SuggestionTable } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { department as departmentType } from './person.ts'
import { documentOf, recordInterface } from './record.ts'
import { date, moment, personRef } from './shared.ts'

const document = { document: true } as const
const doc = (row: { readonly document: unknown }) => documentOf<SuggestionTable>(row)

const answer = builder.objectRef<LineAnswer>('SuggestionLineAnswer').implement({
  fields: (t) => ({
    department: t.field({
      type: departmentType,
      nullable: true,
      resolve: ({ department }, _, { prisma }) => prisma.department.findUnique({ where: { id: department } }),
    }),
    answer: t.field({ type: enumOf('SuggestionAnswer'), resolve: ({ answer: said }) => said }),
    reason: t.exposeString('reason'),
    /** A day, of what is accepted. */
    doneBy: t.string({ nullable: true, resolve: ({ doneBy }) => doneBy ?? null }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    late: t.exposeBoolean('late'),
  }),
})
const line = builder.objectRef<SuggestionLine>('SuggestionLine').implement({
  fields: (t) => ({
    key: t.exposeString('key'),
    subject: t.exposeString('subject'),
    count: t.exposeInt('count'),
    projects: t.stringList({
      resolve: async ({ projects }, _, { loaders }) =>
        (await Promise.all(projects.map((id) => loaders.projects.load(id)))).flatMap((one) => one?.name ?? []),
    }),
    wording: t.exposeString('wording'),
    proposal: t.exposeString('proposal'),
    /** The common problem it comes from. */
    problem: t.id({ nullable: true, resolve: ({ problem }) => (problem ? globalId('Problem', problem) : null) }),
    answers: t.field({ type: [answer], resolve: ({ answers }) => answers }),
  }),
})

/** 产品建议表. Y-3 */
export const suggestionTable = builder.prismaObject('SuggestionTable', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    month: t.exposeString('month'),
    state: t.field({ type: enumOf('SuggestionTableState'), select: { state: true }, resolve: ({ state }) => state }),
    lines: t.field({ type: [line], select: document, resolve: (row) => doc(row).lines }),
    departments: t.field({
      type: [departmentType],
      select: document,
      resolve: (row, _, { prisma }) =>
        prisma.department.findMany({
          where: { id: { in: doc(row).departments.map(({ department }) => department) } },
          orderBy: { key: 'asc' },
        }),
    }),
    /** How many lines there are, how many answers were given, and how many of them came late. M-6 */
    lineCount: t.int({ select: { lines: true }, resolve: ({ lines }) => lines }),
    answers: t.exposeInt('answers'),
    lateAnswers: t.exposeInt('lateAnswers'),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    dueAt: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).dueAt) }),
    withdrawnBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).withdrawnBecause ?? null }),
  }),
})
