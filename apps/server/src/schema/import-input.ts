import { kindNames } from '../import/kinds/kinds.ts'
import type { ImportInput, ImportKind } from '../import/kinds/kind.ts'
import type { From } from '../import/mapping.ts'
import { importStates } from '../import/row.ts'
import { builder } from './builder.ts'

export const importKindEnum = builder.enumType('ImportKind', { values: kindNames })
export const importStateEnum = builder.enumType('ImportState', { values: importStates })

const words = builder.objectRef<{ readonly word: string; readonly value: string }>('ImportWord').implement({
  description: 'What the file calls it, and what the department does.',
  fields: (t) => ({ word: t.exposeString('word'), value: t.exposeString('value') }),
})
export const importFrom = builder.objectRef<From & { readonly input: string }>('ImportFrom').implement({
  description: 'Where an input comes from: a column, or one value for all lines.',
  fields: (t) => ({
    input: t.exposeString('input'),
    column: t.string({ nullable: true, resolve: ({ column }) => column ?? null }),
    value: t.string({ nullable: true, resolve: ({ value }) => value ?? null }),
    cut: t.int({ nullable: true, resolve: ({ cut }) => cut ?? null }),
    words: t.field({ type: [words], resolve: ({ values }) => Object.entries(values ?? {}).map(([word, value]) => ({ word, value })) }),
  }),
})
export const fromsOf = (mapping: Readonly<Record<string, From>>) => Object.entries(mapping).map(([input, from]) => ({ input, ...from }))

export const importInput = builder.objectRef<ImportInput & { readonly name: string }>('ImportInput').implement({
  description: 'One thing a line can say.',
  fields: (t) => ({
    name: t.exposeString('name'),
    is: t.exposeString('is'),
    required: t.boolean({ resolve: ({ required }) => required === true }),
    many: t.boolean({ resolve: ({ many }) => many === true }),
    /** The closed list it is chosen from. */
    of: t.string({ nullable: true, resolve: ({ of }) => of ?? null }),
    values: t.stringList({ resolve: ({ values }) => [...(values ?? [])] }),
  }),
})
export const inputsOf = ({ inputs }: ImportKind) => Object.entries(inputs).map(([name, input]) => ({ name, ...input }))

const wordInput = builder.inputType('ImportWordInput', {
  fields: (t) => ({ word: t.string({ required: true }), value: t.string({ required: true }) }),
})
const fromInput = builder.inputType('ImportFromInput', {
  fields: (t) => ({
    input: t.string({ required: true }),
    column: t.string(),
    value: t.string(),
    cut: t.int(),
    words: t.field({ type: [wordInput] }),
  }),
})
export const mappingInput = builder.inputType('ImportMappingInput', {
  fields: (t) => ({ source: t.string({ required: true }), from: t.field({ type: [fromInput], required: true }) }),
})
export const choicesInput = builder.inputType('ImportChoicesInput', {
  description: 'Whether records known already are changed, and whether one bad line keeps everything out.',
  fields: (t) => ({ applyChanges: t.boolean({ required: true }), allOrNothing: t.boolean({ required: true }) }),
})
export const readingInput = builder.inputType('ImportReadingInput', {
  fields: (t) => ({ sheet: t.string(), headLine: t.int(), encoding: t.string(), delimiter: t.string() }),
})

type Asked = typeof mappingInput.$inferInput
/** A mapping as it is read everywhere. */
export const rawMapping = ({ source, from }: Asked) => ({
  source: source.trim(),
  inputs: Object.fromEntries(
    from.map(({ input, column, value, cut, words: said }) => [
      input,
      {
        ...(column == null ? {} : { column }),
        ...(value == null ? {} : { value }),
        ...(cut == null ? {} : { cut }),
        ...(said?.length ? { values: Object.fromEntries(said.map((one) => [one.word, one.value])) } : {}),
      },
    ]),
  ),
})
type Reading = typeof readingInput.$inferInput
export const askedOf = ({ sheet, headLine, encoding, delimiter }: Reading) => ({
  ...(sheet == null ? {} : { sheet }),
  ...(headLine == null ? {} : { headLine }),
  ...(encoding == null ? {} : { encoding }),
  ...(delimiter == null ? {} : { delimiter }),
})
