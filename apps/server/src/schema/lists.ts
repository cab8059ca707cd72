import type { NounName } from '@lintel/domain'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { GraphQLError } from 'graphql'
import { registries } from '../fields/nouns.ts'
import { parseFilter } from '../fields/filter.ts'
import { countUpTo, findPage } from '../fields/query.ts'
import { builder } from './builder.ts'
import { listInputs } from './filters.ts'
import { idOf } from './global-id.ts'
import { typeOf } from './names.ts'
import { rowsOf } from './rows.ts'
import { recordTypes } from './types.ts'
import { usable } from './usable.ts'

const plural: Readonly<Partial<Record<NounName, string>>> = { category: 'categories', person: 'people' }
export const listOf = (noun: NounName) => plural[noun] ?? `${noun}s`

export const pageSize = (first: number | null | undefined) => Math.min(Math.max(first ?? 50, 1), 100)

export const countType = builder.objectRef<{ readonly value: number; readonly more: boolean }>('Count').implement({
  description: 'How many match, counted up to a cap: more says that there are more.',
  fields: (t) => ({ value: t.exposeInt('value'), more: t.exposeBoolean('more') }),
})

for (const registry of registries) {
  const { noun } = registry
  const type = typeOf(noun)
  const inputs = listInputs.get(noun)
  if (!inputs) throw new Error(`${noun} is no list`)
  const ref = recordTypes[noun as 'fine']

  builder.queryField(listOf(noun), (t) =>
    t.connection({
      type: ref,
      args: { filter: t.arg({ type: inputs.filter }), sort: t.arg({ type: [inputs.sort] }) },
      resolve: async (_, args, context, info) => {
        const { reader, prisma, now } = context
        if (!reader || args.before || args.last)
          throw new GraphQLError('lists are read forwards', { extensions: { code: 'BAD_USER_INPUT' } })
        const page = await usable(
          () =>
            findPage(prisma, { registry, reader, now, filter: parseFilter(registry, reader, args.filter) }, args.sort ?? undefined, {
              first: pageSize(args.first),
              after: args.after,
            }),
          context,
        )
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
      args: { filter: t.arg({ type: inputs.filter }), cap: t.arg.int({ defaultValue: 1000 }) },
      resolve: (_, args, context) => {
        const { reader, prisma, now } = context
        const cap = Math.min(Math.max(args.cap ?? 1000, 1), 10_000)
        return reader
          ? usable(() => countUpTo(prisma, { registry, reader, now, filter: parseFilter(registry, reader, args.filter) }, cap), context)
          : { value: 0, more: false }
      },
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
