import { isRefusal, refuse, type Refusal } from '@lintel/domain'
import { exportStates, exportColumns, formats, type ExportRow } from '../export/row.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { pageSize } from './lists.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { shownFrom, shownListInput } from './shown-list.ts'

const formatEnum = builder.enumType('ExportFormat', { values: formats })
const stateEnum = builder.enumType('ExportState', { values: exportStates })

const exportId = (id: string) => Buffer.from(`Export:${id}`).toString('base64url')
export const plainExportId = (id: string) => {
  const [type, plain = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  return type === 'Export' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}

export const exportType = builder.objectRef<ExportRow>('Export').implement({
  description: '导出: a list written to a file as its reader sees it. X-10',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => exportId(id) }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    state: t.field({ type: stateEnum, resolve: ({ state }) => state }),
    format: t.field({ type: formatEnum, resolve: ({ format }) => format }),
    title: t.exposeString('title'),
    /** Of the whole list, once it is counted. */
    rows: t.exposeInt('rows', { nullable: true }),
    written: t.exposeInt('written'),
    /** In bytes. */
    size: t.int({ nullable: true, resolve: ({ size }) => (size === null ? null : Number(size)) }),
    stopping: t.boolean({ resolve: ({ stop, endedAt }) => stop && !endedAt }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
    /** Where the file is, while it is there; for whoever asked for it only. */
    link: t.string({ nullable: true, resolve: ({ id, state }) => (state === 'done' ? `/exports/${exportId(id)}` : null) }),
  }),
})

const find = ({ prisma, reader }: Context, where: (bind: (value: unknown) => string) => string, limit: number): Promise<ExportRow[]> => {
  const values: unknown[] = [reader?.actor.person ?? null]
  const bind = (value: unknown) => `$${values.push(value)}`
  return prisma.$queryRawUnsafe<ExportRow[]>(
    `select ${exportColumns} from export e where e.by_id = $1::uuid and ${where(bind)} order by e.at desc, e.id desc limit ${limit}`,
    ...values,
  )
}
builder.queryField('export', (t) =>
  t.field({
    type: exportType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const plain = plainExportId(String(id))
      return plain ? ((await find(context, (bind) => `e.id = ${bind(plain)}::uuid`, 1))[0] ?? null) : null
    },
  }),
)
builder.queryField('exports', (t) =>
  t.field({
    type: [exportType],
    description: 'The last exports the reader asked for, the newest first.',
    args: { first: t.arg.int() },
    resolve: (_, { first }, context) => find(context, () => 'true', pageSize(first)),
  }),
)

const refusals = (['BadInput', 'NotAllowed', 'NotFound', 'TooManyAtOnce', 'WrongState'] as const).flatMap(
  (reason) => refusalRefs.get(reason) ?? [],
)
const result = builder.unionType('ExportResult', {
  types: [exportType, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'Export'),
})
const answer = (done: ExportRow | Refusal, context: Context) => (isRefusal(done) ? said(done, context) : done)

builder.mutationField('exportBegin', (t) =>
  t.field({
    type: result,
    description: 'Has a list written to a file in the background; the bell says when it is there.',
    args: {
      key: t.arg.string({ required: true, description: 'Made by the client, the same on a retry. B-3' }),
      format: t.arg({ type: formatEnum, required: true }),
      list: t.arg({ type: shownListInput, required: true }),
    },
    resolve: async (_, { key, format, list }, context, { schema }) => {
      const { title, shown } = await shownFrom(schema, list, context)
      const begun = await context.exports()?.begin({ key, format, title, shown, language: context.language })
      return answer(begun ?? refuse('NotAllowed'), context)
    },
  }),
)
builder.mutationField('exportCancel', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const plain = plainExportId(String(id))
      return answer((plain ? await context.exports()?.cancel(plain) : undefined) ?? refuse('NotFound'), context)
    },
  }),
)
