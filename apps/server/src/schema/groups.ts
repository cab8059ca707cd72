import { fen } from '@lintel/domain'
import { groupsOf, totalsOf, type Group, type GroupKey, type Total } from '../fields/groups.ts'
import { parseFilter } from '../fields/filter.ts'
import { registries } from '../fields/nouns.ts'
import { phrase } from '../words/say.ts'
import { builder } from './builder.ts'
import { listInputs } from './filters.ts'
import { pageSize } from './lists.ts'
import { usable } from './usable.ts'

/** Longer than this nobody waits for a sum; who narrows the list has it. Milliseconds. */
const patience = 2_500

const tooMany = Symbol('too many to total')
type TooMany = { readonly [tooMany]: true; readonly message: string }
const tooManyType = builder.objectRef<TooMany>('TooManyToTotal').implement({
  description: 'What matches is too much to be counted and added up while somebody waits.',
  fields: (t) => ({ message: t.exposeString('message') }),
})
const isTooMany = (value: unknown): value is TooMany => typeof value === 'object' && value !== null && tooMany in value

const total = builder.objectRef<Total>('FieldTotal').implement({
  description: 'The sum of one field: an amount with its currency, or a number.',
  fields: (t) => ({
    field: t.exposeString('field'),
    money: t.field({ type: 'Money', nullable: true, resolve: ({ money }) => (money === null ? null : fen(money)) }),
    count: t.exposeInt('count', { nullable: true }),
  }),
})
const key = builder.objectRef<GroupKey>('GroupKey').implement({
  fields: (t) => ({
    field: t.exposeString('field'),
    /** As the filter has it: an enum's value, an id, the first day of a month; none where it says nothing. */
    value: t.exposeString('value', { nullable: true }),
    /** What a record referred to is called. */
    label: t.exposeString('label', { nullable: true }),
  }),
})
const group = builder.objectRef<Group>('ListGroup').implement({
  fields: (t) => ({
    keys: t.field({ type: [key], resolve: ({ keys }) => keys }),
    /** The filter of its members: what the group counts is what that filter lists. Y-5 */
    filter: t.field({ type: 'JSON', resolve: ({ filter }) => filter }),
    count: t.exposeInt('count'),
    totals: t.field({ type: [total], resolve: ({ totals }) => totals }),
  }),
})
type Page = Awaited<ReturnType<typeof groupsOf>>
const page = builder.objectRef<Page>('ListGroups').implement({
  fields: (t) => ({
    groups: t.field({ type: [group], resolve: ({ groups }) => groups }),
    next: t.string({ nullable: true, resolve: ({ next }) => next ?? null }),
  }),
})
type Totals = Awaited<ReturnType<typeof totalsOf>>
const totals = builder.objectRef<Totals>('ListTotals').implement({
  fields: (t) => ({ count: t.exposeInt('count'), totals: t.field({ type: [total], resolve: (all) => all.totals }) }),
})
const totalsResult = builder.unionType('ListTotalsResult', {
  types: [totals, tooManyType],
  resolveType: (one) => (isTooMany(one) ? 'TooManyToTotal' : 'ListTotals'),
})
const groupsResult = builder.unionType('ListGroupsResult', {
  types: [page, tooManyType],
  resolveType: (one) => (isTooMany(one) ? 'TooManyToTotal' : 'ListGroups'),
})

for (const registry of registries) {
  const { noun } = registry
  const inputs = listInputs.get(noun)
  if (!inputs) throw new Error(`${noun} is no list`)
  builder.queryField(`${noun}Totals`, (t) =>
    t.field({
      type: totalsResult,
      description: 'How many match, and what their amounts and numbers come to.',
      args: { filter: t.arg({ type: inputs.filter }) },
      resolve: (_, args, context) =>
        usable(async () => {
          const { reader, now, apart, language } = context
          if (!reader) return { count: 0, totals: [] }
          const filter = parseFilter(registry, reader, args.filter)
          const found = await apart(patience, (prisma) => totalsOf(prisma, { registry, reader, now, filter }))
          return found ?? { [tooMany]: true as const, message: phrase(language, 'unusable.tooManyToTotal', {}) }
        }, context),
    }),
  )
  builder.queryField(`${noun}Groups`, (t) =>
    t.field({
      type: groupsResult,
      description: 'What matches by groups, the outermost field first; moments and days by their month in Asia/Shanghai.',
      args: {
        filter: t.arg({ type: inputs.filter }),
        by: t.arg({ type: [inputs.groupBy], required: true }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: (_, { filter: given, by, first, after }, context) =>
        usable(async () => {
          const { reader, now, apart, language } = context
          if (!reader) return { groups: [], next: undefined }
          const filter = parseFilter(registry, reader, given)
          const asked = { by, first: pageSize(first), after, language }
          const found = await apart(patience, (prisma) => groupsOf(prisma, { registry, reader, now, filter }, asked))
          return found ?? { [tooMany]: true as const, message: phrase(language, 'unusable.tooManyToTotal', {}) }
        }, context),
    }),
  )
}
