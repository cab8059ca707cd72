import type { ImportInput } from '../import/kinds/kind.ts'
import { kindCalled } from '../import/kinds/kinds.ts'
import { columnOfInput, maskedCell, noteSays, seesPersonal, type Note } from '../import/reading.ts'
import type { ImportRow } from '../import/row.ts'
import { phrase } from '../words/say.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { fromsOf, importFrom, importInput, importKindEnum, importStateEnum, inputsOf } from './import-input.ts'
import { pageSize } from './lists.ts'
import { person } from './person.ts'

const shownTo = ({ reader }: Context, { kind, mapping }: ImportRow) => {
  const open = reader !== undefined && seesPersonal(reader)
  const { inputs } = kindCalled(kind)
  // nobody needs more of an identity number than that it is there
  const hidden = (input: ImportInput | undefined, text: string) => (open && input?.personal !== 'identity' ? text : maskedCell(input, text))
  const inputOf = (column: string) => Object.keys(mapping).find((name) => mapping[name]?.column === column)
  return {
    input: (name: string, text: string) => hidden(inputs[name], text),
    column: (column: string, text: string) => hidden(inputs[inputOf(column) ?? ''], text),
  }
}

const column = builder.objectRef<{ readonly name: string; readonly examples: readonly string[] }>('ImportColumn').implement({
  description: 'A column of the file, with the first things that stand in it.',
  fields: (t) => ({ name: t.exposeString('name'), examples: t.stringList({ resolve: ({ examples }) => [...examples] }) }),
})
const value = builder.objectRef<{ readonly input: string; readonly text: string }>('ImportValue').implement({
  fields: (t) => ({ input: t.exposeString('input'), text: t.exposeString('text') }),
})
const sampled = builder
  .objectRef<{ readonly line: number; readonly values: readonly { input: string; text: string }[] }>('ImportSample')
  .implement({
    description: 'A record as it would be, in the words of the file; of a choice, which one it is.',
    fields: (t) => ({ line: t.exposeInt('line'), values: t.field({ type: [value], resolve: ({ values }) => [...values] }) }),
  })
type Differs = { readonly field: string; readonly old: string; readonly new: string }
const difference = builder.objectRef<Differs>('ImportDifference').implement({
  description: 'What the record has, and what the file says; of several, how many.',
  fields: (t) => ({ field: t.exposeString('field'), old: t.exposeString('old'), new: t.exposeString('new') }),
})
type NoteOf = { readonly note: Note; readonly row: ImportRow }
const note = builder.objectRef<NoteOf>('ImportNote').implement({
  description: 'A line that could not be taken over, or that says something other than the record has.',
  fields: (t) => ({
    line: t.int({ resolve: ({ note: { line } }) => line }),
    is: t.string({ resolve: ({ note: { is } }) => is }),
    field: t.string({ resolve: ({ note: { field } }) => field }),
    column: t.string({
      nullable: true,
      resolve: ({ note: { field }, row }) => columnOfInput(row.mapping, kindCalled(row.kind), field) ?? null,
    }),
    value: t.string({ resolve: ({ note: { field, value: text }, row }, _, context) => shownTo(context, row).input(field, text) }),
    message: t.string({
      nullable: true,
      resolve: ({ note: one, row }, _, context) =>
        one.is === 'error' ? noteSays(one, context.language, shownTo(context, row).input(one.field, one.value)) : null,
    }),
    differences: t.field({
      type: [difference],
      resolve: ({ note: { is, details }, row }, _, context): Differs[] => {
        const shown = shownTo(context, row)
        return is === 'error'
          ? []
          : (details as Differs[]).map(({ field, old, new: now }) => ({
              field,
              old: shown.input(field, old),
              new: shown.input(field, now),
            }))
      },
    }),
  }),
})
const notes = builder.objectRef<{ readonly nodes: readonly NoteOf[]; readonly after: number | null }>('ImportNotes').implement({
  description: 'So many lines, and the line after which to go on.',
  fields: (t) => ({
    nodes: t.field({ type: [note], resolve: ({ nodes }) => [...nodes] }),
    after: t.int({ nullable: true, resolve: ({ after }) => after }),
  }),
})

export const importId = (id: string) => Buffer.from(`Import:${id}`).toString('base64url')
export const plainImportId = (id: string) => {
  const [type, plain = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  return type === 'Import' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}

export const importType = builder.objectRef<ImportRow>('Import').implement({
  description: '导入: a file taken over, by whom and when, how it was read, and what became of its lines. X-5',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => importId(id) }),
    kind: t.field({ type: importKindEnum, resolve: ({ kind }) => kind }),
    state: t.field({ type: importStateEnum, resolve: ({ state }) => state }),
    by: t.field({ type: person, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    mine: t.boolean({ resolve: ({ by }, _, { reader }) => by === reader?.actor.person }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    fileId: t.id({ resolve: ({ fileId }) => fileId }),
    fileName: t.exposeString('fileName'),
    fileHash: t.exposeString('fileHash'),
    sheets: t.stringList({ resolve: ({ head }) => [...head.sheets] }),
    sheet: t.exposeString('sheet', { nullable: true }),
    headLine: t.exposeInt('headLine'),
    encoding: t.exposeString('encoding', { nullable: true }),
    delimiter: t.exposeString('delimiter', { nullable: true }),
    columns: t.field({
      type: [column],
      resolve: (row, _, context) =>
        row.head.columns.map(({ name, examples }) => ({
          name,
          examples: examples.map((text) => shownTo(context, row).column(name, text)),
        })),
    }),
    inputs: t.field({ type: [importInput], resolve: ({ kind }) => inputsOf(kindCalled(kind)) }),
    source: t.exposeString('source'),
    from: t.field({ type: [importFrom], resolve: ({ mapping }) => fromsOf(mapping) }),
    applyChanges: t.exposeBoolean('applyChanges'),
    allOrNothing: t.exposeBoolean('allOrNothing'),
    /** Of the whole file, once it was read to its end. */
    lines: t.exposeInt('lines', { nullable: true }),
    read: t.exposeInt('read'),
    taken: t.exposeInt('taken'),
    changed: t.exposeInt('changed'),
    known: t.exposeInt('known'),
    differing: t.exposeInt('differing'),
    errors: t.exposeInt('errors'),
    stopping: t.boolean({ resolve: ({ stop, endedAt }) => stop && endedAt === null }),
    sample: t.field({
      type: [sampled],
      resolve: (row, _, context) =>
        (row.sample ?? []).map(({ line, values }) => ({
          line,
          values: Object.entries(values).map(([input, text]) => ({ input, text: shownTo(context, row).input(input, text) })),
        })),
    }),
    notes: t.field({
      type: notes,
      args: { first: t.arg.int(), after: t.arg.int(), is: t.arg.string() },
      resolve: async (row, { first, after, is }, { prisma }) => {
        const size = pageSize(first)
        const found = await prisma.$queryRawUnsafe<Note[]>(
          `select line, "is", field, problem, value, details from import_line
           where import_id = $1::uuid and line > $2::int and ($3::text is null or "is" = $3::text) order by line limit ${size + 1}`,
          row.id,
          after ?? 0,
          is ?? null,
        )
        const shown = found.slice(0, size)
        return { nodes: shown.map((one) => ({ note: one, row })), after: found.length > size ? (shown.at(-1)?.line ?? null) : null }
      },
    }),
    why: t.string({
      nullable: true,
      resolve: ({ why }, _, { language }) => {
        if (why === null) return null
        const [reason = '', line] = why.split(' ')
        return line === undefined
          ? phrase(language, `importFailed.${reason}`, {})
          : phrase(language, 'importFailed.fromLine', { line, why: phrase(language, `importFailed.${reason}`, {}) })
      },
    }),
    checkedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ checkedAt }) => checkedAt }),
    startedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ startedAt }) => startedAt }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
  }),
})
