import { cellsOf, cellText } from '../export/cells.ts'
import { columnsOf, statementOf, type Column } from '../export/shown.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { shownFrom, shownListInput } from './shown-list.ts'

/** More than that nobody carries away on paper; a file holds it. */
const most = 2_000

const column = builder.objectRef<Column>('PrintedColumn').implement({
  fields: (t) => ({
    label: t.exposeString('label'),
    kind: t.field({ type: enumOf('FieldKind'), resolve: ({ field }) => field.kind }),
    width: t.int({ resolve: ({ field }) => field.width }),
  }),
})
type Printed = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly more: boolean
  readonly at: Date
}
const printed = builder.objectRef<Printed>('PrintedList').implement({
  description: 'A list as it stands on paper: every cell in words. X-4',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    columns: t.field({ type: [column], resolve: ({ columns }) => [...columns] }),
    rows: t.field({ type: t.listRef(t.listRef('String')), resolve: ({ rows }) => rows.map((row) => [...row]) }),
    /** There are more than fit. */
    more: t.exposeBoolean('more'),
  }),
})

builder.queryField('printedList', (t) =>
  t.field({
    type: printed,
    args: { list: t.arg({ type: shownListInput, required: true }) },
    resolve: async (_, { list }, context, { schema }): Promise<Printed> => {
      const { shown } = await shownFrom(schema, list, context)
      const { reader, now, language, prisma } = context
      if (!reader) throw new Error('only who is signed in has a list')
      const columns = columnsOf(shown, language)
      const { text, values } = statementOf(shown, columns, { reader, now, language })
      const rows = await prisma.$queryRawUnsafe<Readonly<Record<string, unknown>>[]>(`${text} limit ${most + 1}`, ...values)
      const cells = await cellsOf(async (asked, given) => prisma.$queryRawUnsafe(asked, ...given), columns, rows.slice(0, most), {
        reader,
        now,
        language,
      })
      return { columns, rows: cells.map((row) => row.map(cellText)), more: rows.length > most, at: new Date(now) }
    },
  }),
)
