import { GraphQLError } from 'graphql'
import { securityKinds, type SecurityKind } from '../auth/security-log.ts'
import type { SecurityEvent } from '../generated/prisma/client.ts'
import { builder } from './builder.ts'
import { idOf } from './global-id.ts'
import { pageSize } from './lists.ts'
import { person } from './person.ts'
import { pageOf } from './page.ts'

const kindEnum = builder.enumType('SecurityKind', { values: securityKinds })
const isKind = (kind: string): kind is SecurityKind => securityKinds.some((known) => known === kind)

const event = builder.objectRef<SecurityEvent>('SecurityEvent').implement({
  description: 'What happened to an account; nobody can change or remove it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => Buffer.from(`SecurityEvent:${id}`).toString('base64url') }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    kind: t.field({
      type: kindEnum,
      resolve({ kind }) {
        if (!isKind(kind)) throw new Error(`${kind} is no kind of security event`)
        return kind
      },
    }),
    /** Whose account; nobody where none of the company was meant. */
    person: t.field({
      type: person,
      nullable: true,
      resolve: ({ personId }, _, { loaders }) => (personId ? loaders.people.load(personId) : null),
    }),
    /** Who did it, where it was somebody else. */
    by: t.field({ type: person, nullable: true, resolve: ({ byId }, _, { loaders }) => (byId ? loaders.people.load(byId) : null) }),
    address: t.exposeString('address', { nullable: true }),
    agent: t.exposeString('agent', { nullable: true }),
  }),
})

const filter = builder.inputType('SecurityEventsAsked', {
  fields: (t) => ({
    kind: t.field({ type: [kindEnum] }),
    person: t.id(),
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
  }),
})

const placeFrom = (cursor: string) => {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined
}

builder.queryField('securityEvents', (t) =>
  t.connection({
    type: event,
    description: 'The log of accounts and sign-ins, the newest first, for whoever keeps the staff.',
    args: { filter: t.arg({ type: filter }) },
    resolve: async (_, args, { prisma, reader }) => {
      if (!reader?.may('person.keep')) throw new GraphQLError('Not found.', { extensions: { code: 'FORBIDDEN' } })
      const first = pageSize(args.first)
      const place = args.after ? placeFrom(args.after) : undefined
      const { kind, person: whose, from, until } = args.filter ?? {}
      const personId = whose ? (idOf('person', String(whose)) ?? '00000000-0000-0000-0000-000000000000') : undefined
      const rows = await prisma.securityEvent.findMany({
        where: {
          ...(place === undefined ? {} : { id: { lt: place } }),
          ...(kind?.length ? { kind: { in: [...kind] } } : {}),
          ...(personId ? { personId } : {}),
          ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
        },
        orderBy: { id: 'desc' },
        take: first + 1,
      })
      return pageOf(rows, first, ({ id }: SecurityEvent) => Buffer.from(String(id)).toString('base64url'))
    },
  }),
)

builder.queryField('securityKinds', (t) =>
  t.field({
    type: [kindEnum],
    description: 'What the log of accounts and sign-ins tells apart.',
    resolve: () => [...securityKinds],
  }),
)
