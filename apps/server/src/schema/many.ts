import { isRefusal, refuse, type DecisionName, type Refusal } from '@lintel/domain'
import type { GraphQLSchema } from 'graphql'
import { isAction } from '../many/desk.ts'
import { actionColumns, type ActionRow, type Chosen } from '../many/row.ts'
import { decisionOf } from '../records/nouns.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { decisionName, enumOf } from './enums.ts'
import { given, givenFilter } from './given.ts'
import { idOf } from './global-id.ts'
import { plainIds } from './inputs.ts'
import { pageSize } from './lists.ts'
import { manyAction, plainActionId } from './many-type.ts'
import { declared, declaredByName, mutationOf, type Declared } from './names.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { usable } from './usable.ts'

const find = ({ prisma, reader }: Context, where: (bind: (value: unknown) => string) => string, limit: number): Promise<ActionRow[]> => {
  const values: unknown[] = [reader?.actor.person ?? null]
  const bind = (value: unknown) => `$${values.push(value)}`
  return prisma.$queryRawUnsafe<ActionRow[]>(
    `select ${actionColumns} from many_action a where a.by_id = $1::uuid and ${where(bind)} order by a.at desc, a.id desc limit ${limit}`,
    ...values,
  )
}
builder.queryField('manyAction', (t) =>
  t.field({
    type: manyAction,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const plain = plainActionId(String(id))
      return plain ? ((await find(context, (bind) => `a.id = ${bind(plain)}::uuid`, 1))[0] ?? null) : null
    },
  }),
)
builder.queryField('manyActions', (t) =>
  t.field({
    type: [manyAction],
    description: 'The last decisions on many records that the reader asked for, the newest first.',
    args: { first: t.arg.int() },
    resolve: (_, { first }, context) => find(context, () => 'true', pageSize(first)),
  }),
)

/** What is declared to make sense for many, where the reader may take it anywhere; each record is asked again by itself. */
const mayHaveDone = ({ name, by }: Declared, { reader }: Context) =>
  decisionOf(name).decision.many !== undefined && reader !== undefined && 'permission' in by && reader.may(by.permission)
builder.queryField('manyDecisions', (t) =>
  t.stringList({
    description: 'The mutations of a noun that the reader can have done on many records at once.',
    args: { noun: t.arg({ type: enumOf('NounName'), required: true }) },
    resolve: (_, { noun }, context) =>
      declared.filter((one) => one.noun === noun && mayHaveDone(one, context)).map(({ name }) => mutationOf(name)),
  }),
)

const chosenInput = builder.inputType('ChosenInput', {
  description: "These records; or all that match a filter, which is the JSON of the noun's own, but those excepted.",
  fields: (t) => ({ ids: t.idList(), filter: t.field({ type: 'JSON' }), except: t.idList() }),
})
type Meant = {
  readonly ids?: readonly unknown[] | null | undefined
  readonly filter?: unknown
  readonly except?: readonly unknown[] | null | undefined
}
/** Whoever chose so many one by one meant all of them. */
const most = 1_000
const chosenFrom = async (
  schema: GraphQLSchema,
  { noun }: Declared,
  { ids, filter, except }: Meant,
  context: Context,
): Promise<Chosen | Refusal> => {
  const { reader } = context
  const idsOf = (all: readonly unknown[]) => [...new Set(all.slice(0, most).flatMap((id) => idOf(noun, String(id)) ?? []))]
  if (!reader) return refuse('NotAllowed')
  if (!ids) return { filter: await usable(() => givenFilter(schema, noun, reader, filter), context), except: idsOf(except ?? []) }
  const plain = idsOf(ids)
  return plain.length ? { ids: plain } : refuse('NotFound')
}
/** What each of them is told, as the decision's own mutation would be. */
const inputFrom = (schema: GraphQLSchema, { name, input: shape }: Declared, raw: unknown): Readonly<Record<string, unknown>> | Refusal => {
  if (Object.keys(shape).length === 0) return {}
  const mutation = mutationOf(name)
  const read = given(schema, `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`, raw ?? {})
  return read ? plainIds(shape, read) : refuse('BadInput', { field: 'input', problem: 'missing' })
}

const refusals = (['BadInput', 'NotAllowed', 'NotFound', 'NothingToUndo', 'TooManyAtOnce', 'WrongState'] as const).flatMap(
  (reason) => refusalRefs.get(reason) ?? [],
)
const result = builder.unionType('ManyResult', {
  types: [manyAction, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'ManyAction'),
})
const answer = (done: ActionRow | Refusal, context: Context) => (isAction(done) ? done : said(done, context))

builder.mutationField('manyPrepare', (t) =>
  t.field({
    type: result,
    description: 'Tries a decision on many records and keeps nothing: which would be done, and which refused and why.',
    args: {
      key: t.arg.string({ required: true, description: 'Made by the client, the same on a retry. B-3' }),
      does: t.arg({ type: decisionName, required: true }),
      chosen: t.arg({ type: chosenInput, required: true }),
      input: t.arg({ type: 'JSON' }),
    },
    resolve: async (_, { key, does, chosen, input: raw }, context, { schema }) => {
      const one = declaredByName.get(does)
      if (!one || !mayHaveDone(one, context)) return answer(refuse('NotAllowed'), context)
      const input = inputFrom(schema, one, raw)
      if (isRefusal(input)) return answer(input, context)
      const which = await chosenFrom(schema, one, chosen, context)
      if (isRefusal(which)) return answer(which, context)
      const asked = { key, noun: one.noun, does: does as DecisionName, input, chosen: which, origin: context.origin }
      return answer((await context.many()?.prepare(asked)) ?? refuse('NotAllowed'), context)
    },
  }),
)
const onOne = (name: string, description: string, does: (context: Context, id: string) => Promise<ActionRow | Refusal> | undefined) =>
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_, { id }, context) => {
        const plain = plainActionId(String(id))
        return answer((plain ? await does(context, plain) : undefined) ?? refuse('NotFound'), context)
      },
    }),
  )
onOne('manyStart', 'Does what was tried.', (context, id) => context.many()?.start(id))
onOne('manyCancel', 'Ends it; what was done stays, and can be taken back.', (context, id) => context.many()?.cancel(id))
onOne('manyUndo', 'Takes back what it did, where nothing has changed since.', (context, id) => context.many()?.undo(id, context.origin))
