import type { NounName, Refusal } from '@lintel/domain'
import { actionStates, lineStates, type ActionRow, type LineState } from '../many/row.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { decisionName, enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { pageSize } from './lists.ts'
import { typeOf } from './names.ts'
import { mayRead } from './reading.ts'
import { said } from './refusals.ts'

const actionState = builder.enumType('ManyActionState', { values: actionStates })
const lineState = builder.enumType('ManyLineState', { values: lineStates })

type LineRow = { readonly seq: number; readonly recordId: string; readonly state: LineState; readonly refusal: unknown }
type LineOf = LineRow & { readonly noun: NounName }
type Shown = { readonly number?: string; readonly title?: string; readonly project?: string }
/** What one may not read any more has neither name nor number. SEC-3 */
const shownOf = async ({ noun, recordId }: LineOf, context: Context): Promise<Shown> => {
  const found = await context.loaders.records.load({ noun, id: recordId })
  const record = found?.record as Shown | undefined
  return record && (await mayRead(noun, { id: recordId, projectId: record.project ?? null }, context)) ? record : {}
}
const line = builder.objectRef<LineOf>('ManyLine').implement({
  description: 'What will become, or became, of one of the records.',
  fields: (t) => ({
    seq: t.exposeInt('seq'),
    recordId: t.id({ resolve: ({ noun, recordId }) => globalId(typeOf(noun), recordId) }),
    number: t.string({ nullable: true, resolve: async (row, _, context) => (await shownOf(row, context)).number ?? null }),
    name: t.string({ nullable: true, resolve: async (row, _, context) => (await shownOf(row, context)).title ?? null }),
    state: t.field({ type: lineState, resolve: ({ state }) => state }),
    /** Why not, and what to do. */
    because: t.string({
      nullable: true,
      // it was kept as the domain gave it
      resolve: async ({ refusal }, _, context) => (refusal ? (await said(refusal as Refusal, context)).message : null),
    }),
  }),
})
const lines = builder.objectRef<{ readonly nodes: readonly LineOf[]; readonly after: number | null }>('ManyLines').implement({
  description: 'So many of them, and the one after which to go on.',
  fields: (t) => ({
    nodes: t.field({ type: [line], resolve: ({ nodes }) => [...nodes] }),
    after: t.int({ nullable: true, resolve: ({ after }) => after }),
  }),
})

const actionId = (id: string) => Buffer.from(`ManyAction:${id}`).toString('base64url')
export const plainActionId = (id: string) => {
  const [type, plain = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  return type === 'ManyAction' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}

export const manyAction = builder.objectRef<ActionRow>('ManyAction').implement({
  description: '批量处理: one decision on many records, tried before it is done. X-10',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => actionId(id) }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    state: t.field({ type: actionState, resolve: ({ state }) => state }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    decision: t.field({ type: decisionName, resolve: ({ does }) => does }),
    /** How many were chosen, once that is known; each of them is still to be tried, open, refused or done. */
    total: t.exposeInt('total', { nullable: true }),
    open: t.exposeInt('open'),
    refused: t.exposeInt('refused'),
    done: t.exposeInt('done'),
    stopping: t.boolean({ resolve: ({ stop, endedAt }) => stop && !endedAt }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
    /** Of those done, how many can be taken back now. */
    undoable: t.int({ resolve: ({ undoable, undoneBy, endedAt }) => (endedAt && !undoneBy ? undoable : 0) }),
    undoes: t.id({ nullable: true, resolve: ({ undoes }) => (undoes ? actionId(undoes) : null) }),
    undoneBy: t.id({ nullable: true, resolve: ({ undoneBy }) => (undoneBy ? actionId(undoneBy) : null) }),
    lines: t.field({
      type: lines,
      args: { state: t.arg({ type: lineState }), first: t.arg.int(), after: t.arg.int() },
      resolve: async ({ id, noun }, { state, first, after }, { prisma }) => {
        const size = pageSize(first)
        const rows = await prisma.$queryRawUnsafe<LineRow[]>(
          `select seq, record_id::text as "recordId", state, refusal from many_line
           where action_id = $1::uuid and seq > $2::int and ($3::text is null or state = $3) order by seq limit ${size + 1}`,
          id,
          after ?? 0,
          state ?? null,
        )
        return {
          nodes: rows.slice(0, size).map((row) => ({ ...row, noun })),
          after: rows.length > size ? (rows[size - 1]?.seq ?? null) : null,
        }
      },
    }),
  }),
})
