import type { GroupAlert } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { documentOf, recordInterface } from './record.ts'

const document = { document: true } as const
const doc = (row: { readonly document: unknown }) => documentOf<GroupAlert>(row)

/** 群诉预警. C-3 */
export const groupAlert = builder.prismaObject('GroupAlert', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('GroupAlertState'), select: { state: true }, resolve: ({ state }) => state }),
    title: t.exposeString('title'),
    element: t.field({ type: enumOf('Element'), nullable: true, select: { element: true }, resolve: ({ element }) => element }),
    /** How many cases, and from how many homes. */
    cases: t.exposeInt('cases'),
    units: t.exposeInt('units'),
    raisedAt: t.expose('raisedAt', { type: 'DateTime' }),
    extendedAt: t.expose('extendedAt', { type: 'DateTime', nullable: true }),
    dismissedBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).dismissedBecause ?? null }),
    project: t.relation('project'),
    building: t.relation('building'),
  }),
})
