import type { NounName } from '@lintel/domain'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { GraphQLError } from 'graphql'
import { registries } from '../fields/nouns.ts'
import { countUpTo, findPage, UnusableArgument, type Filter, type Sort } from '../fields/query.ts'
import type { Field, Registry } from '../fields/registry.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { idOf } from './global-id.ts'
import { typeOf } from './names.ts'
import { rowsOf } from './rows.ts'
import { recordTypes } from './types.ts'

const textFilter = builder.inputType('TextFilter', {
  fields: (t) => ({ contains: t.string(), startsWith: t.string(), is: t.string(), empty: t.boolean() }),
})
const momentFilter = builder.inputType('MomentFilter', {
  fields: (t) => ({ from: t.field({ type: 'DateTime' }), until: t.field({ type: 'DateTime' }), empty: t.boolean() }),
})
const dateFilter = builder.inputType('DateFilter', {
  fields: (t) => ({ from: t.field({ type: 'Date' }), until: t.field({ type: 'Date' }), empty: t.boolean() }),
})
const moneyFilter = builder.inputType('MoneyFilter', {
  fields: (t) => ({ from: t.field({ type: 'Decimal' }), until: t.field({ type: 'Decimal' }), empty: t.boolean() }),
})
const countFilter = builder.inputType('CountFilter', { fields: (t) => ({ from: t.int(), until: t.int(), empty: t.boolean() }) })

const filterType = (field: Field) => {
  switch (field.kind) {
    case 'text':
      return textFilter
    case 'moment':
      return momentFilter
    case 'date':
      return dateFilter
    case 'money':
      return moneyFilter
    case 'count':
      return countFilter
    case 'flag':
      return 'Boolean' as const
    case 'choice':
    case 'choices':
      return [enumOf(field.of ?? '')] as const
    case 'ref':
    case 'refs':
      return ['ID'] as const
    case 'numbers':
      return ['Int'] as const
  }
}
const plural: Readonly<Partial<Record<NounName, string>>> = { category: 'categories', person: 'people' }
export const listOf = (noun: NounName) => plural[noun] ?? `${noun}s`

/** Ids of the API become ids of records; an id of another type matches nothing. */
const plainFilter = ({ fields }: Registry, filter: Readonly<Record<string, unknown>>): Filter =>
  Object.fromEntries(
    Object.entries(filter).map(([name, wanted]) => {
      const field = fields[name]
      const refers = field?.kind === 'ref' || field?.kind === 'refs'
      return [name, refers && Array.isArray(wanted) ? wanted.flatMap((id: unknown) => idOf(field.of ?? '', String(id)) ?? []) : wanted]
    }),
  )
export const usable = <T>(read: Promise<T>): Promise<T> =>
  read.catch((error: unknown) => {
    if (error instanceof UnusableArgument)
      throw new GraphQLError(`"${error.message}" cannot be used here`, { extensions: { code: 'BAD_USER_INPUT' } })
    throw error
  })
export const pageSize = (first: number | null | undefined) => Math.min(Math.max(first ?? 50, 1), 100)

export const countType = builder.objectRef<{ readonly value: number; readonly more: boolean }>('Count').implement({
  description: 'How many match, counted up to a cap: more says that there are more.',
  fields: (t) => ({ value: t.exposeInt('value'), more: t.exposeBoolean('more') }),
})

for (const registry of registries) {
  const { noun, fields } = registry
  const type = typeOf(noun)
  const filter = builder.inputType(`${type}Filter`, {
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, field]) =>
          field.filter ? [[name, t.field({ type: filterType(field) as 'Boolean' })]] : [],
        ),
      ),
  })
  const sortable = Object.keys(fields).filter((name) => fields[name]?.sort)
  const sort = builder.inputType(`${type}Sort`, {
    fields: (t) => ({
      by: t.field({ type: builder.enumType(`${type}SortField`, { values: sortable as unknown as readonly [string] }), required: true }),
      descending: t.boolean({ required: true }),
    }),
  })
  const ref = recordTypes[noun as 'fine']

  builder.queryField(listOf(noun), (t) =>
    t.connection({
      type: ref,
      args: { filter: t.arg({ type: filter }), sort: t.arg({ type: sort }) },
      resolve: async (_, args, context, info) => {
        const { reader, prisma, now } = context
        if (!reader || args.before || args.last)
          throw new GraphQLError('lists are read forwards', { extensions: { code: 'BAD_USER_INPUT' } })
        const asked = plainFilter(registry, (args.filter ?? {}) as Readonly<Record<string, unknown>>)
        const order = args.sort ? ({ by: args.sort.by, descending: args.sort.descending } as Sort) : undefined
        const page = await usable(findPage(prisma, registry, reader, now, asked, order, { first: pageSize(args.first), after: args.after }))
        const rows = page.ids.length
          ? await rowsOf(prisma, noun).findMany({
              ...queryFromInfo({ context, info, typeName: type, paths: [['nodes'], ['edges', 'node']] }),
              where: { id: { in: page.ids } },
            })
          : []
        const byId = new Map(rows.map((row) => [row.id, row]))
        return {
          edges: page.ids.flatMap((id, n) => {
            const node = byId.get(id)
            return node ? [{ cursor: page.cursors[n] ?? '', node }] : []
          }),
          pageInfo: {
            hasNextPage: page.more,
            hasPreviousPage: false,
            startCursor: page.cursors[0] ?? null,
            endCursor: page.cursors.at(-1) ?? null,
          },
        } as never
      },
    }),
  )
  builder.queryField(`${noun}Count`, (t) =>
    t.field({
      type: countType,
      args: { filter: t.arg({ type: filter }), cap: t.arg.int({ defaultValue: 1000 }) },
      resolve: (_, args, { reader, prisma, now }) =>
        reader
          ? usable(
              countUpTo(
                prisma,
                registry,
                reader,
                now,
                plainFilter(registry, (args.filter ?? {}) as Readonly<Record<string, unknown>>),
                Math.min(Math.max(args.cap ?? 1000, 1), 10_000),
              ),
            )
          : { value: 0, more: false },
    }),
  )
}

/** One record by its id; what may not be read and what is not there look the same. SEC-4 */
for (const noun of Object.keys(recordTypes) as NounName[]) {
  builder.queryField(noun === 'settings' ? 'settings' : noun, (t) =>
    t.field({
      type: recordTypes[noun as 'fine'],
      nullable: true,
      args: noun === 'settings' ? {} : { id: t.arg.id({ required: true }) },
      resolve: async (_, args, context, info) => {
        const query = queryFromInfo({ context, info, typeName: typeOf(noun) })
        if (noun === 'settings') return ((await rowsOf(context.prisma, noun).findMany({ ...query, take: 1 }))[0] ?? null) as never
        const id = idOf(noun, String((args as { id?: string }).id))
        return (id ? await rowsOf(context.prisma, noun).findUnique({ ...query, where: { id } }) : null) as never
      },
    }),
  )
}
