import type { Customer, NounName } from '@lintel/domain'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { leastCharacters, readAsked, type Asked } from '../search/asked.ts'
import { find, hitsOf, type Group, type Hit } from '../search/find.ts'
import { matchesIn, type Match, type Range } from '../search/highlight.ts'
import { fieldsOf, searched, searchedNouns } from '../search/searched.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { globalId, readGlobalId } from './global-id.ts'
import { pageSize } from './lists.ts'
import { maskedName } from './mask.ts'
import { typeOf } from './names.ts'
import { mayRead, seesPersonal } from './reading.ts'
import { documentOf } from './record.ts'
import { rowsOf, type Row } from './rows.ts'
import { recordTypes } from './types.ts'
import { usable } from './usable.ts'

/** In which order kinds of record are shown: cases first, then whom and what they are about. */
const nouns: readonly NounName[] = [
  ...searchedNouns.slice(0, searchedNouns.indexOf('unit')),
  'customer',
  ...searchedNouns.slice(searchedNouns.indexOf('unit')),
]

type Found = Hit & { readonly row: Row; readonly asked: Asked }
type FoundGroup = Omit<Group, 'hits'> & { readonly hits: readonly Found[] }
type Documented = { readonly number?: string; readonly state: string }
const documentIn = ({ row }: Found) => documentOf<Documented>({ document: row.document })

const nounOfRow = new WeakMap<object, NounName>()
const foundRecord = builder.unionType('FoundRecord', {
  types: nouns.map((noun) => recordTypes[noun as 'fine']),
  resolveType: (row) => typeOf(nounOfRow.get(row) ?? ''),
})

const range = builder
  .objectRef<Range>('SearchRange')
  .implement({ description: 'UTF-16 positions in the text.', fields: (t) => ({ from: t.exposeInt('from'), until: t.exposeInt('until') }) })
const match = builder.objectRef<Match>('SearchMatch').implement({
  description: 'A field in which something of what was looked for stands; of a long text the part where it does.',
  fields: (t) => ({
    field: t.exposeString('field'),
    text: t.exposeString('text'),
    ranges: t.field({ type: [range], resolve: ({ ranges }) => ranges }),
  }),
})

/** The fields of a customer that are searched, for whoever sees them; of the phones the one that ends so. X-7 */
const customerMatches = ({ row, asked }: Found): readonly Match[] => {
  const { name, phone, otherPhone } = documentOf<Customer>({ document: row.document })
  const ending = asked.ending
  const phones = ending ? [phone, otherPhone].filter((one) => one?.replaceAll(/\D/gu, '').endsWith(ending)) : []
  return [
    ...matchesIn([{ field: 'name', text: name }], asked.terms),
    ...phones.map((text = '') => ({
      field: 'phone',
      text,
      ranges: [{ from: Math.max(0, text.length - (ending?.length ?? 0)), until: text.length }],
    })),
  ]
}

const hit = builder.objectRef<Found>('SearchHit').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ noun, id }) => globalId(typeOf(noun), id) }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    number: t.string({ nullable: true, resolve: (found) => documentIn(found).number ?? null }),
    /** What it is called. */
    title: t.string({
      resolve: ({ noun, label, row }, _, context) => {
        if (noun !== 'customer') return label
        const { name, projects } = documentOf<Customer>({ document: row.document })
        return seesPersonal({ projectIds: projects }, context) ? name : maskedName(name)
      },
    }),
    state: t.string({ resolve: (found) => documentIn(found).state }),
    /** The newest come first by it: when it was registered, drafted, started or added; of a customer when they last changed. */
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    /** It is the record whose number was asked for. */
    exact: t.exposeBoolean('exact'),
    matches: t.field({
      type: [match],
      resolve: (found) =>
        found.noun === 'customer'
          ? customerMatches(found)
          : matchesIn(fieldsOf(found.noun, documentOf({ document: found.row.document }), found.label), [
              ...found.asked.terms,
              ...(found.noun === 'unit' ? (found.asked.unit ?? []) : []),
            ]),
    }),
    record: t.field({ type: foundRecord, resolve: ({ row }) => row as never }),
  }),
})
const group = builder.objectRef<FoundGroup>('SearchGroup').implement({
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    hits: t.field({ type: [hit], resolve: ({ hits }) => hits }),
    more: t.exposeBoolean('more'),
    /** Goes on after these, where only this noun is asked for. */
    endCursor: t.string({ nullable: true, resolve: ({ cursor }) => cursor ?? null }),
  }),
})
const result = builder.objectRef<{ readonly asked: Asked | undefined; readonly groups: readonly FoundGroup[] }>('SearchResult').implement({
  fields: (t) => ({
    /** Type two characters or more; of nouns of which there are few, one is enough. */
    tooShort: t.boolean({ resolve: ({ asked }) => asked === undefined }),
    groups: t.field({ type: [group], resolve: ({ groups }) => groups }),
  }),
})

// what says whose a record is
const inProject = { projectId: true }
const located: Readonly<Partial<Record<NounName, object>>> = {
  complaint: inProject,
  notice: inProject,
  fine: inProject,
  emergencyRepair: inProject,
  visit: inProject,
  unit: inProject,
  building: inProject,
  contract: inProject,
  customer: { projectIds: true },
}
const lookedForNothing: Asked = { terms: [], unit: undefined, ending: undefined }

/** The records themselves, a statement a noun, with what the document asks of each. */
const withRows = async (
  groups: readonly Group[],
  asked: Asked,
  context: Context,
  info: GraphQLResolveInfo,
  path: string[] = ['groups', 'hits', 'record'],
): Promise<readonly FoundGroup[]> => {
  const found: FoundGroup[] = []
  for (const one of groups) {
    const query = queryFromInfo({ context, info, typeName: typeOf(one.noun), path }) as { select?: object }
    const rows = await rowsOf(context.prisma, one.noun).findMany({
      ...query,
      select: { ...query.select, ...located[one.noun], id: true, document: true },
      where: { id: { in: one.hits.map(({ id }) => id) } },
    })
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const row of rows) nounOfRow.set(row, one.noun)
    const hits = one.hits.flatMap((each) => {
      const row = byId.get(each.id)
      return row ? [{ ...each, row, asked }] : []
    })
    if (hits.length) found.push({ ...one, hits })
  }
  return found
}

builder.queryField('search', (t) =>
  t.field({
    type: result,
    description:
      'What holds every part of the text, of every kind the reader may read: a number first, then the newest. Chinese of two characters or more, parts of numbers, ends of phones, units as people write them. X-3',
    args: {
      text: t.arg.string({ required: true }),
      of: t.arg({ type: [enumOf('NounName')] }),
      first: t.arg.int({ defaultValue: 5 }),
      after: t.arg.string(),
      inUse: t.arg.boolean({ defaultValue: false }),
    },
    resolve: async (_, { text, of, first, after, inUse }, context, info) => {
      const { reader, prisma, now } = context
      const wanted = nouns.filter((noun) => !of || of.includes(noun))
      const asked = readAsked(text, wanted.every((noun) => searched[noun]?.few) ? 1 : leastCharacters)
      if (!reader || !asked || wanted.length === 0) return { asked, groups: [] }
      const groups = await usable(
        () => find(prisma, reader, now, { asked, nouns: wanted, first: pageSize(first), after, inUse: inUse ?? false }),
        context,
      )
      const found = await withRows(groups, asked, context, info)
      const exact = (one: FoundGroup) => Number(one.hits.some((each) => each.exact))
      return { asked, groups: found.toSorted((a, b) => exact(b) - exact(a)) }
    },
  }),
)

/** No more than somebody looks back on. */
const mostRecent = 12
builder.queryField('recent', (t) =>
  t.field({
    type: [hit],
    description: 'Records by their ids, as results are shown: those opened lately that may still be read, in the order asked for.',
    args: { ids: t.arg.idList({ required: true }) },
    resolve: async (_, { ids }, context, info) => {
      const wanted = ids.slice(0, mostRecent).flatMap((id) => readGlobalId(String(id)) ?? [])
      const hits = await hitsOf(
        context.prisma,
        wanted.map(({ id }) => id),
      )
      const groups = nouns.flatMap((noun): Group[] => {
        const of = hits.filter((one) => one.noun === noun)
        return of.length ? [{ noun, hits: of, more: false, cursor: undefined }] : []
      })
      const found = (await withRows(groups, lookedForNothing, context, info, ['record'])).flatMap((one) => one.hits)
      const may = await Promise.all(found.map(({ noun, row }) => mayRead(noun, row, context)))
      const readable = new Map(found.flatMap((one, n) => (may[n] ? [[one.id, one] as const] : [])))
      // an id of another kind is no id of this one
      return wanted.flatMap(({ noun, id }) => {
        const one = readable.get(id)
        return one?.noun === noun ? [one] : []
      })
    },
  }),
)
