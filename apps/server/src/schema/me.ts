import type { Delegation } from '../generated/prisma/client.ts'
import { builder } from './builder.ts'
import type { Reader } from './context.ts'
import { decisionName } from './enums.ts'
import { declared } from './names.ts'
import { delegation, person } from './person.ts'
import { project } from './places.ts'

const me = builder.objectRef<Reader>('Me').implement({
  description: 'Who is signed in, and what their positions let them begin.',
  fields: (t) => ({
    person: t.field({
      type: person,
      nullable: true,
      resolve: ({ actor }, _, { prisma }) => prisma.person.findUnique({ where: { id: actor.person } }),
    }),
    positions: t.stringList({ resolve: ({ actor }) => [...actor.positions] }),
    permissions: t.stringList({ resolve: ({ permissions }) => [...permissions] }),
    /** Records they may bring into being. */
    openings: t.field({
      type: [decisionName],
      resolve: (reader) =>
        declared.filter(({ opens, by }) => opens && 'permission' in by && reader.may(by.permission)).map(({ name }) => name),
    }),
    allProjects: t.boolean({ resolve: ({ actor }) => actor.projects === 'all' }),
    projects: t.field({
      type: [project],
      resolve: ({ actor }, _, { prisma }) =>
        prisma.project.findMany({
          where: actor.projects === 'all' ? {} : { id: { in: [...actor.projects] } },
          orderBy: { name: 'asc' },
          take: 200,
        }),
    }),
    /** Delegations to them that run now: they act for these people as well. P-2 */
    actingFor: t.field({
      type: [delegation],
      resolve: ({ actor }, _, { prisma, now }): Promise<Delegation[]> =>
        prisma.delegation.findMany({
          where: { toId: actor.person, state: 'granted', from: { lte: new Date(now) }, until: { gt: new Date(now) } },
          take: 50,
        }),
    }),
    delegationsGiven: t.field({
      type: [delegation],
      resolve: ({ actor }, _, { prisma }): Promise<Delegation[]> =>
        prisma.delegation.findMany({ where: { principalId: actor.person }, orderBy: { from: 'desc' }, take: 50 }),
    }),
  }),
})
builder.queryField('me', (t) => t.field({ type: me, nullable: true, resolve: (_, __, { reader }) => reader ?? null }))
/** The database's time, for clocks that run on the screen. T-1 */
builder.queryField('now', (t) => t.field({ type: 'DateTime', resolve: (_, __, { now }) => new Date(now) }))
