import { GraphQLError } from 'graphql'
import type { Session } from '../generated/prisma/client.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { idOf } from './global-id.ts'

const idFor = (id: string) => Buffer.from(`Session:${id}`).toString('base64url')
const plainId = (id: string) => {
  const [type, plain = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  return type === 'Session' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain) ? plain : undefined
}

type SessionRow = Pick<Session, 'id' | 'createdAt' | 'updatedAt' | 'ipAddress' | 'userAgent'>
const session = builder.objectRef<SessionRow>('Session').implement({
  description: 'A sign-in of the reader that is still open. SEC-11',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => idFor(id) }),
    since: t.field({ type: 'DateTime', resolve: ({ createdAt }) => createdAt }),
    /** To the minute. */
    lastSeen: t.field({ type: 'DateTime', resolve: ({ updatedAt }) => updatedAt }),
    address: t.string({ nullable: true, resolve: ({ ipAddress }) => ipAddress || null }),
    /** As the browser names itself. */
    agent: t.string({ nullable: true, resolve: ({ userAgent }) => userAgent || null }),
    isThis: t.boolean({ resolve: ({ id }, _, context) => id === context.session }),
  }),
})

const most = 100
builder.queryField('sessions', (t) =>
  t.field({
    type: [session],
    description: 'The open sign-ins of the reader, this one first.',
    resolve: async (_, __, { reader, prisma, session: this_ }) => {
      const found = await prisma.session.findMany({
        where: { userId: reader?.actor.person ?? '', expiresAt: { gt: new Date() } },
        select: { id: true, createdAt: true, updatedAt: true, ipAddress: true, userAgent: true },
        orderBy: { updatedAt: 'desc' },
        take: most,
      })
      return found.toSorted((a, b) => Number(b.id === this_) - Number(a.id === this_))
    },
  }),
)

builder.mutationField('sessionEnd', (t) =>
  t.boolean({
    description: 'Ends one of one’s own; false where it was over already.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, { reader, sessions }) => {
      const plain = plainId(String(id))
      return plain !== undefined && reader !== undefined && sessions.end(reader.actor.person, plain)
    },
  }),
)
builder.mutationField('sessionsEndOthers', (t) =>
  t.int({
    description: 'Ends all of one’s own but this one, and says how many there were.',
    resolve: (_, __, { reader, session: kept, sessions }) =>
      reader && kept ? sessions.endOthers(reader.actor.person, kept) : Promise.resolve(0),
  }),
)

/** Whoever keeps the staff; to anybody else the person is not there. */
const staffKeptBy = async (id: unknown, { reader, prisma }: Context) => {
  const plain = reader?.may('person.keep') ? idOf('person', String(id)) : undefined
  const person = plain ? await prisma.person.findUnique({ where: { id: plain }, select: { id: true } }) : null
  if (!person || !reader) throw new GraphQLError('Not found.', { extensions: { code: 'FORBIDDEN' } })
  return { person: person.id, by: reader.actor.person }
}
builder.mutationField('personSessionsEnd', (t) =>
  t.int({
    description: 'Signs somebody out everywhere, and says of how many sign-ins.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const { person, by } = await staffKeptBy(id, context)
      return context.sessions.endAll(person, by)
    },
  }),
)
builder.mutationField('personSecondFactorReset', (t) =>
  t.boolean({
    description: 'Takes the second factor of somebody who lost their device; they are signed out, and set it up anew.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const { person, by } = await staffKeptBy(id, context)
      await context.sessions.resetSecondFactor(person, by)
      return true
    },
  }),
)
