import { isRefusal, refuse, type Refusal } from '@lintel/domain'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { alwaysPossible } from '@lintel/domain'
import { isDone, type Command } from '../records/answer.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { readGlobalId, idOf } from './global-id.ts'
import { inputType, plainIds } from './inputs.ts'
import { declared, mutationOf, typeOf, type Declared } from './names.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { rowsOf, type Row } from './rows.ts'
import { recordTypes } from './types.ts'

const seenInput = builder.inputType('SeenInput', {
  description: 'A record as it was shown, so that a decision is on what was seen. B-4',
  fields: (t) => ({ id: t.id({ required: true }), revision: t.int({ required: true }) }),
})

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
type Given = {
  readonly id?: string
  readonly key: string
  readonly saw?: readonly { readonly id: string; readonly revision: number }[] | null
  readonly input?: Readonly<Record<string, unknown>>
}

const commandFrom = ({ name, noun, opens, input: shape }: Declared, { id, key, saw, input }: Given): Command | Refusal => {
  const on = id === undefined ? undefined : idOf(noun, id)
  if (!opens && on === undefined) return refuse('NotFound')
  const given = plainIds(shape, input ?? {})
  if (isRefusal(given)) return given
  const seen = (saw ?? []).map(({ id: shown, revision }) => ({ record: readGlobalId(shown), revision }))
  return {
    does: name,
    input: given,
    key: key.toLowerCase(),
    ...(on === undefined ? {} : { on }),
    saw: seen.flatMap(({ record, revision }) => (record ? [{ noun: record.noun, id: record.id, revision }] : [])),
  } as unknown as Command
}

const decide = async (one: Declared, given: Given, context: Context, read: (id: string) => Promise<Row | null>) => {
  const command = commandFrom(one, given)
  if ('refused' in command) return said(command, context)
  const answer = await context.commit(command)
  if (!isDone(answer)) return said(answer, context)
  context.now = await context.readNow()
  const row = await read(answer.done.id)
  if (!row) return said(refuse('NotFound'), context)
  context.decided.add(row)
  return row
}

/** One mutation per decision, from what the domain declares: who may, what it is told, what it refuses. */
for (const one of declared) {
  const { name, noun, opens, input: shape, refuses } = one
  const mutation = mutationOf(name)
  const type = recordTypes[noun]
  const refusals = [...new Set([...alwaysPossible, ...refuses])].flatMap((reason) => refusalRefs.get(reason) ?? [])
  const result = builder.unionType(`${capital(mutation)}Result`, {
    types: [type as typeof recordTypes.fine, ...refusals],
    resolveType: (value) => (isSaid(value) ? value.refusal.refused : typeOf(noun)),
  })
  const hasInput = Object.keys(shape).length > 0
  builder.mutationField(mutation, (t) =>
    t.field({
      type: result,
      args: {
        ...(opens ? {} : { id: t.arg.id({ required: true }) }),
        key: t.arg.string({
          required: true,
          description: 'Made by the client, the same on a retry: a repeated submission has one effect. B-3',
        }),
        saw: t.arg({ type: [seenInput] }),
        ...(hasInput ? { input: t.arg({ type: inputType(`${capital(mutation)}Input`, shape), required: true }) } : {}),
      },
      resolve: (_, args, context, info) =>
        decide(one, args as unknown as Given, context, (id) =>
          rowsOf(context.prisma, noun).findUnique({ ...queryFromInfo({ context, info, typeName: typeOf(noun) }), where: { id } }),
        ) as never,
    }),
  )
}
