import type { Input, NounName } from '@lintel/domain'
import { registries } from '../fields/nouns.ts'
import { mayUse } from '../fields/usable.ts'
import type { Field } from '../fields/registry.ts'
import { builder } from './builder.ts'
import { decisionName, enumOf } from './enums.ts'
import { declaredByName, mutationOf, typeOf } from './names.ts'

// What the screens are built from: the columns of a list and the inputs of a decision, as declared.

const column = builder.objectRef<Field & { readonly key: string; readonly usable: boolean }>('Column').implement({
  fields: (t) => ({
    key: t.exposeString('key'),
    kind: t.field({ type: enumOf('FieldKind'), resolve: ({ kind }) => kind }),
    /** The closed list or the noun it refers to. */
    of: t.string({ nullable: true, resolve: ({ of }) => of || null }),
    values: t.stringList({ resolve: ({ values }) => [...(values ?? [])] }),
    sortable: t.boolean({ resolve: ({ sort, usable }) => sort && usable }),
    filterable: t.boolean({ resolve: ({ filter, usable }) => filter && usable }),
    groupable: t.boolean({ resolve: ({ group, usable }) => group && usable }),
    totalled: t.boolean({ resolve: ({ total, usable }) => total && usable }),
    exportable: t.boolean({ resolve: ({ export: exported, usable }) => exported && usable }),
    /** Whether it may say nothing, so that empty is something to filter by. */
    maybeEmpty: t.boolean({ resolve: ({ filled, endless }) => !filled || endless }),
    /** The decision by which it is changed in place, and which of its inputs; what else that asks for is asked. */
    editedBy: t.field({ type: decisionName, nullable: true, resolve: ({ edit }) => edit?.decision ?? null }),
    editedInput: t.string({ nullable: true, resolve: ({ edit }) => edit?.input ?? null }),
    shown: t.boolean({ resolve: ({ column: shown }) => shown }),
    pinned: t.string({ nullable: true, resolve: ({ pinned }) => pinned ?? null }),
    width: t.exposeInt('width'),
  }),
})
builder.queryField('columns', (t) =>
  t.field({
    type: [column],
    args: { noun: t.arg({ type: enumOf('NounName'), required: true }) },
    resolve: (_, { noun }, { reader }) => {
      const registry = registries.find((one) => one.noun === noun)
      return registry && reader
        ? Object.entries(registry.fields).map(([key, field]) => ({ ...field, key, usable: mayUse(field, reader) }))
        : []
    },
  }),
)

type Named = { readonly name: string; readonly input: Input }
const declaredInput = builder.objectRef<Named>('DeclaredInput')
declaredInput.implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.field({ type: enumOf('InputKind'), resolve: ({ input }) => input.kind }),
    required: t.boolean({ resolve: ({ input }) => !input.optional }),
    /** The closed list's name, the noun referred to, or the group's name. */
    of: t.string({
      nullable: true,
      resolve: ({ input }) =>
        input.kind === 'choice' ? input.of : input.kind === 'ref' ? input.noun : input.kind === 'group' ? input.name : null,
    }),
    values: t.stringList({ resolve: ({ input }) => (input.kind === 'choice' ? [...input.values] : []) }),
    max: t.int({ nullable: true, resolve: ({ input }) => ('max' in input ? input.max : null) }),
    min: t.int({ nullable: true, resolve: ({ input }) => ('min' in input ? input.min : null) }),
    long: t.boolean({ resolve: ({ input }) => input.kind === 'text' && input.long === true }),
    notAfterNow: t.boolean({ resolve: ({ input }) => input.kind === 'moment' && input.notAfterNow === true }),
    /** Of a list: what each of its items is; of a group: its fields. */
    items: t.field({
      type: [declaredInput],
      resolve: ({ input }): Named[] =>
        input.kind === 'list'
          ? [{ name: 'item', input: input.of }]
          : input.kind === 'group'
            ? Object.entries(input.shape).map(([name, one]) => ({ name, input: one }))
            : [],
    }),
  }),
})
type Form = { readonly name: string; readonly inputs: readonly Named[]; readonly noun: NounName }
const form = builder.objectRef<Form>('DecisionForm').implement({
  fields: (t) => ({
    name: t.field({ type: decisionName, resolve: ({ name }) => name }),
    mutation: t.string({ resolve: ({ name }) => mutationOf(name) }),
    /** The name of its GraphQL input; none where it is told nothing. */
    inputType: t.string({
      nullable: true,
      resolve: ({ name, inputs }) =>
        inputs.length ? `${mutationOf(name).slice(0, 1).toUpperCase()}${mutationOf(name).slice(1)}Input` : null,
    }),
    type: t.string({ resolve: ({ noun }) => typeOf(noun) }),
    inputs: t.field({ type: [declaredInput], resolve: ({ inputs }) => inputs }),
  }),
})
builder.queryField('decisionForm', (t) =>
  t.field({
    type: form,
    nullable: true,
    args: { name: t.arg({ type: decisionName, required: true }) },
    resolve: (_, { name }) => {
      const one = declaredByName.get(name)
      return one
        ? { name: one.name, noun: one.noun, inputs: Object.entries(one.input).map(([field, input]) => ({ name: field, input })) }
        : null
    },
  }),
)
