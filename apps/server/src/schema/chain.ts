import {
  kindOf,
  limits,
  modes,
  relations,
  type Chain,
  type ChainSeat,
  type ChainStep,
  type ChainVersion,
  type Condition,
} from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { department } from './person.ts'
import { category } from './places.ts'
import { documentOf, recordInterface } from './record.ts'
import { moment, personRef } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Chain>(row)
const document = { document: true } as const

const seat = builder.objectRef<ChainSeat>('ChainSeat').implement({
  description: 'Who is asked: one of a position, a department, a person, or what somebody is to the request. B-1',
  fields: (t) => ({
    position: t.string({ nullable: true, resolve: (one) => one.position ?? null }),
    department: t.field({
      type: department,
      nullable: true,
      resolve: async (one, _, { loaders }) => (one.department ? ((await loaders.departments.load(one.department)) ?? null) : null),
    }),
    person: t.field({
      type: personRef,
      nullable: true,
      resolve: async (one, _, { loaders }) => (one.person ? ((await loaders.people.load(one.person)) ?? null) : null),
    }),
    relation: t.field({ type: enumOf('ChainRelation'), nullable: true, resolve: (one) => one.relation ?? null }),
  }),
})
const condition = builder.objectRef<Condition>('ChainCondition').implement({
  description: 'When a step is asked: all that is said must hold.',
  fields: (t) => ({
    over: t.field({ type: 'Money', nullable: true, resolve: ({ over }) => over ?? null }),
    upTo: t.field({ type: 'Money', nullable: true, resolve: ({ upTo }) => upTo ?? null }),
    limit: t.field({ type: enumOf('ChainLimit'), nullable: true, resolve: ({ limit }) => limit ?? null }),
    grounds: t.intList({ resolve: ({ grounds }) => [...(grounds ?? [])] }),
    severities: t.stringList({ resolve: ({ severities }) => [...(severities ?? [])] }),
    categories: t.field({
      type: [category],
      resolve: ({ categories }, _, { prisma }) =>
        categories?.length ? prisma.category.findMany({ where: { id: { in: [...categories] } } }) : [],
    }),
    draftedBy: t.stringList({ resolve: ({ draftedBy }) => [...(draftedBy ?? [])] }),
    notDraftedBy: t.stringList({ resolve: ({ notDraftedBy }) => [...(notDraftedBy ?? [])] }),
  }),
})
const step = builder.objectRef<ChainStep>('ChainStep').implement({
  fields: (t) => ({
    mode: t.field({ type: enumOf('ApprovalMode'), resolve: ({ mode }) => mode }),
    seats: t.field({ type: [seat], resolve: ({ seats }) => seats }),
    /** Asked where any of them holds; where there is none, always. */
    when: t.field({ type: [condition], resolve: ({ when }) => when }),
  }),
})
const version = builder.objectRef<ChainVersion>('ChainVersion').implement({
  description: 'Never changed: a request finishes on the one it was opened under. G-1',
  fields: (t) => ({
    number: t.int({ resolve: ({ version: n }) => n }),
    steps: t.field({ type: [step], resolve: ({ steps }) => steps }),
    /** Nobody where it is the one that ships. */
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    reason: t.string({ nullable: true, resolve: ({ reason }) => reason ?? null }),
  }),
})

/** 审批链 of a kind of request. B-1, G-1 */
export const chain = builder.prismaObject('Chain', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    kind: t.field({ type: enumOf('RequestKind'), select: { kind: true }, resolve: ({ kind }) => kind }),
    state: t.field({ type: enumOf('ChainState'), select: { state: true }, resolve: ({ state }) => state }),
    /** The one in force last. */
    versions: t.field({ type: [version], select: document, resolve: (row) => doc(row).versions }),
    /** What its steps may depend on. */
    dependsOn: t.stringList({ select: document, resolve: (row) => [...kindOf(doc(row).kind).dependsOn] }),
    grounds: t.intList({ select: document, resolve: (row) => [...kindOf(doc(row).kind).grounds] }),
    severities: t.stringList({ select: document, resolve: (row) => [...kindOf(doc(row).kind).severities] }),
    /** What its steps may be made of. */
    modes: t.field({ type: [enumOf('ApprovalMode')], resolve: () => [...modes] }),
    relations: t.field({ type: [enumOf('ChainRelation')], resolve: () => [...relations] }),
    limits: t.field({ type: [enumOf('ChainLimit')], resolve: () => [...limits] }),
    /** Requests under way that finish on an earlier version. G-1 */
    onEarlierVersions: t.int({
      select: { kind: true, chainVersion: true },
      resolve: ({ kind, chainVersion }, _, { prisma }) =>
        prisma.approval.count({
          where: { kind, chainVersion: { lt: chainVersion }, state: { in: ['open', 'returned', 'withdrawn'] } },
          take: 1000,
        }),
    }),
  }),
})
builder.queryField('chains', (t) =>
  t.field({ type: [chain], resolve: (_, __, { prisma }) => prisma.chain.findMany({ orderBy: { kind: 'asc' }, take: 100 }) }),
)
