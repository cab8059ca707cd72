import type { Moment, NounName } from '@lintel/domain'
import { revived } from '../records/document.ts'
import { say } from '../words/say.ts'
import type { Available } from './available.ts'
import { builder } from './builder.ts'
import { decisionName } from './enums.ts'
import { globalId } from './global-id.ts'
import { timelineOf, eventType } from './timeline.ts'
import { nounNames, typeOf } from './names.ts'

/** What every row of a noun has in common. */
export type RecordRow = { readonly id: string; readonly revision: number; readonly version: number; readonly document?: unknown }

const documents = new WeakMap<object, unknown>()
/** The record as the domain knows it, read once a row. */
export const documentOf = <R>(row: { readonly document: unknown }): R => {
  const held = typeof row.document === 'object' && row.document !== null ? row.document : {}
  const known = documents.get(held)
  if (known) return known as R
  const record = revived(held)
  documents.set(held, record)
  return record as R
}
export const nounOfType = new Map(nounNames.map((noun) => [typeOf(noun), noun]))
const nounIn = (type: string): NounName => {
  const noun = nounOfType.get(type)
  if (!noun) throw new Error(`${type} is no noun's type`)
  return noun
}
export const at = (moment: Moment | undefined): Date | null => (moment === undefined ? null : new Date(moment))

const availableType = builder.objectRef<Available>('AvailableDecision').implement({
  fields: (t) => ({
    name: t.field({ type: decisionName, resolve: ({ name }) => name }),
    /** The mutation that does it. */
    mutation: t.exposeString('mutation'),
    allowed: t.boolean({ resolve: ({ refusal }) => refusal === undefined }),
    because: t.string({ nullable: true, resolve: ({ refusal }, _, { language }) => (refusal ? say(refusal, language) : null) }),
    /** Which of several tasks of the verb: a seat, a desk, a ground. */
    part: t.string({ nullable: true, resolve: ({ part }) => part ?? null }),
    /** Whether it is what the reader owes now. */
    owed: t.exposeBoolean('owed'),
  }),
})

/** What all records have: an id, where they stand, what may be decided, and their whole history. */
export const recordInterface = builder.interfaceRef<RecordRow>('Record').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ id }, _, __, info) => globalId(info.parentType.name, id) }),
    /** What "changed since seen" compares. B-4 */
    revision: t.exposeInt('revision'),
    availableDecisions: t.field({
      type: [availableType],
      resolve: ({ id }, _, { loaders }, info) =>
        loaders.available.load({ noun: nounIn(info.parentType.name), id }).then((open) => [...open]),
    }),
    timeline: t.field({
      type: [eventType],
      args: { first: t.arg.int({ defaultValue: 100 }), before: t.arg({ type: 'DateTime' }) },
      resolve: ({ id }, { first, before }, context, info) =>
        timelineOf(nounIn(info.parentType.name), id, context, Math.min(first ?? 100, 200), before ?? undefined),
    }),
  }),
})
