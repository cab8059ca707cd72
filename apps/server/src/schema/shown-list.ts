import type { NounName } from '@lintel/domain'
import { columnsOf, statementOf, type Shown } from '../export/shown.ts'
import type { Order } from '../fields/registry.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { givenFilter } from './given.ts'
import { usable } from './usable.ts'
import type { GraphQLSchema } from 'graphql'

const orderInput = builder.inputType('ShownOrderInput', {
  fields: (t) => ({ by: t.string({ required: true }), descending: t.boolean({ required: true }) }),
})
export const shownListInput = builder.inputType('ShownListInput', {
  description:
    "A list as it stands on the screen: the filter is the JSON of the noun's own filter, columns are those shown in their order.",
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), required: true }),
    /** What it is called there, or the view. */
    title: t.string({ required: true }),
    filter: t.field({ type: 'JSON' }),
    sort: t.field({ type: [orderInput] }),
    groups: t.stringList(),
    columns: t.stringList({ required: true }),
  }),
})
type Given = {
  readonly noun: string
  readonly title: string
  readonly filter?: unknown
  readonly sort?: readonly Order[] | null | undefined
  readonly groups?: readonly string[] | null | undefined
  readonly columns: readonly string[]
}
const most = 100

/** What is shown, if all of it may be: what may not be read is refused by name. SEC-5 */
export const shownFrom = (
  schema: GraphQLSchema,
  { title, ...list }: Given,
  context: Context,
): Promise<{ readonly title: string; readonly shown: Shown }> =>
  usable(() => {
    const { reader, now, language } = context
    const noun = list.noun as NounName
    if (!reader) throw new Error('only who is signed in has a list')
    const shown: Shown = {
      noun,
      filter: givenFilter(schema, noun, reader, list.filter),
      sort: (list.sort ?? []).map(({ by, descending }) => ({ by, descending })),
      groups: (list.groups ?? []).slice(0, most),
      columns: list.columns.slice(0, most),
    }
    statementOf(shown, columnsOf(shown, language), { reader, now, language })
    return { title: title.trim().slice(0, 100) || noun, shown }
  }, context)
