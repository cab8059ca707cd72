import { isRefusal, refuse, type Refusal } from '@lintel/domain'
import { kindsFor } from '../import/kinds/kinds.ts'
import { visibleImports } from '../import/reading.ts'
import { importColumns, type ImportRow } from '../import/row.ts'
import type { From } from '../import/mapping.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import {
  askedOf,
  choicesInput,
  fromsOf,
  importFrom,
  importKindEnum,
  importInput,
  importStateEnum,
  inputsOf,
  mappingInput,
  rawMapping,
  readingInput,
} from './import-input.ts'
import { importType, plainImportId } from './import-type.ts'
import { pageSize } from './lists.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { pageOf } from './page.ts'

const find = async (
  { prisma, reader }: Context,
  where: (bind: (value: unknown) => string) => string,
  limit: number,
): Promise<ImportRow[]> => {
  if (!reader) return []
  const values: unknown[] = []
  const bind = (one: unknown) => `$${values.push(one)}`
  const condition = `${visibleImports(reader, bind)} and ${where(bind)}`
  return prisma.$queryRawUnsafe<ImportRow[]>(
    `select ${importColumns} from import i where ${condition} order by i.at desc, i.id desc limit ${limit}`,
    ...values,
  )
}

builder.queryField('import', (t) =>
  t.field({
    type: importType,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const plain = plainImportId(String(id))
      return plain ? ((await find(context, (bind) => `i.id = ${bind(plain)}::uuid`, 1))[0] ?? null) : null
    },
  }),
)

const cursor = ({ at, id }: ImportRow) => Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')
const placeFrom = (text: string) => {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
builder.queryField('imports', (t) =>
  t.connection({
    type: importType,
    description: 'The imports the reader may see, the newest first.',
    args: { kind: t.arg({ type: importKindEnum }), state: t.arg({ type: importStateEnum }), mine: t.arg.boolean() },
    resolve: async (_, { first, after, kind, state, mine }, context) => {
      const size = pageSize(first)
      const place = after ? placeFrom(after) : undefined
      const rows = await find(
        context,
        (bind) =>
          [
            kind ? `i.kind = ${bind(kind)}` : 'true',
            state ? `i.state = ${bind(state)}` : 'true',
            mine ? `i.by_id = ${bind(context.reader?.actor.person)}::uuid` : 'true',
            place ? `(i.at, i.id) < (${bind(place.at)}::timestamptz, ${bind(place.id)}::uuid)` : 'true',
          ].join(' and '),
        size + 1,
      )
      return pageOf(rows, size, cursor)
    },
  }),
)

type Importable = ReturnType<typeof kindsFor>[number]
const importable = builder.objectRef<Importable>('Importable').implement({
  description: 'What the reader may import, and what a line of it can say.',
  fields: (t) => ({
    kind: t.field({ type: importKindEnum, resolve: ({ name }) => name as 'units' }),
    inputs: t.field({ type: [importInput], resolve: inputsOf }),
    /** Whether records known already can be changed by it. */
    changes: t.boolean({ resolve: ({ changes }) => changes !== undefined }),
  }),
})
builder.queryField('importables', (t) =>
  t.field({ type: [importable], resolve: (_, __, { reader }) => (reader ? [...kindsFor((permission) => reader.may(permission))] : []) }),
)

type Kept = { readonly name: string; readonly source: string; readonly inputs: Readonly<Record<string, From>> }
const kept = builder.objectRef<Kept>('ImportMapping').implement({
  description: 'A mapping the reader keeps under a name.',
  fields: (t) => ({
    name: t.exposeString('name'),
    source: t.exposeString('source'),
    from: t.field({ type: [importFrom], resolve: ({ inputs }) => fromsOf(inputs) }),
  }),
})
builder.queryField('importMappings', (t) =>
  t.field({
    type: [kept],
    args: { kind: t.arg({ type: importKindEnum, required: true }) },
    resolve: (_, { kind }, { prisma, reader }) =>
      prisma.$queryRawUnsafe<Kept[]>(
        'select name, source, inputs from import_mapping where by_id = $1::uuid and kind = $2 order by name limit 100',
        reader?.actor.person ?? null,
        kind,
      ),
  }),
)

const refusals = (['BadInput', 'NotAllowed', 'NotFound', 'WrongState'] as const).flatMap((reason) => refusalRefs.get(reason) ?? [])
const result = builder.unionType('ImportResult', {
  types: [importType, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'Import'),
})
const answer = (done: ImportRow | Refusal, context: Context) => (isRefusal(done) ? said(done, context) : done)
const byId = async (id: unknown, context: Context, does: (plain: string) => Promise<ImportRow | Refusal> | undefined) => {
  const plain = plainImportId(String(id))
  return answer((plain ? await does(plain) : undefined) ?? refuse('NotFound'), context)
}

builder.mutationField('importBegin', (t) =>
  t.field({
    type: result,
    description: 'Begins an import of a file that was uploaded: finds its headings and guesses which column is what.',
    args: { kind: t.arg({ type: importKindEnum, required: true }), file: t.arg.id({ required: true }) },
    resolve: async (_, { kind, file }, context) =>
      answer((await context.imports()?.beginFrom(kind, String(file))) ?? refuse('NotAllowed'), context),
  }),
)
builder.mutationField('importReadOtherwise', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }), reading: t.arg({ type: readingInput, required: true }) },
    resolve: (_, { id, reading }, context) => byId(id, context, (plain) => context.imports()?.readOtherwise(plain, askedOf(reading))),
  }),
)
builder.mutationField('importCheck', (t) =>
  t.field({
    type: result,
    description: 'Says which column is what, and has every line decided without keeping anything.',
    args: {
      id: t.arg.id({ required: true }),
      mapping: t.arg({ type: mappingInput, required: true }),
      choices: t.arg({ type: choicesInput, required: true }),
    },
    resolve: (_, { id, mapping, choices }, context) =>
      byId(id, context, (plain) => context.imports()?.check(plain, rawMapping(mapping), choices)),
  }),
)
builder.mutationField('importStart', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }), choices: t.arg({ type: choicesInput, required: true }) },
    resolve: (_, { id, choices }, context) => byId(id, context, (plain) => context.imports()?.start(plain, choices)),
  }),
)
builder.mutationField('importCancel', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => byId(id, context, (plain) => context.imports()?.cancel(plain)),
  }),
)
const keptResult = builder.unionType('ImportMappingKeepResult', {
  types: [kept, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'ImportMapping'),
})
builder.mutationField('importMappingKeep', (t) =>
  t.field({
    type: keptResult,
    description: 'Keeps a mapping under a name; one of that name is replaced.',
    args: {
      kind: t.arg({ type: importKindEnum, required: true }),
      name: t.arg.string({ required: true }),
      mapping: t.arg({ type: mappingInput, required: true }),
    },
    resolve: async (_, { kind, name, mapping }, context) => {
      const raw = rawMapping(mapping)
      const refused = await context.imports()?.keepMapping(kind, name, raw)
      return refused ? said(refused, context) : { name: name.trim(), ...raw }
    },
  }),
)
builder.mutationField('importMappingForget', (t) =>
  t.field({
    type: 'Boolean',
    args: { kind: t.arg({ type: importKindEnum, required: true }), name: t.arg.string({ required: true }) },
    resolve: async (_, { kind, name }, context) => !(await context.imports()?.keepMapping(kind, name, undefined)),
  }),
)
