import type { Moment, NounName } from '@lintel/domain'
import { readKeptFilter, type KeptFilter } from '../fields/kept-filter.ts'
import { groupedOrder } from '../fields/groups.ts'
import { keysOf, orderBy } from '../fields/keyset.ts'
import { registryOf } from '../fields/nouns.ts'
import { matching } from '../fields/query.ts'
import { Statement } from '../fields/readable.ts'
import type { Field, Order } from '../fields/registry.ts'
import { UnusableArgument } from '../fields/usable.ts'
import type { Reader } from '../schema/context.ts'
import type { Language } from '../words/say.ts'
import { columnWord } from './words.ts'

/** A list as somebody sees it: what is in it, in which order, by which groups, and its columns. X-10 */
export type Shown = {
  readonly noun: NounName
  readonly filter: KeptFilter
  readonly sort: readonly Order[]
  readonly groups: readonly string[]
  readonly columns: readonly string[]
}
export type Column = { readonly key: string; readonly field: Field; readonly label: string }
/** For whom it is read, when, and in whose words. */
export type For = { readonly reader: Reader; readonly now: Moment; readonly language: Language }

/** The columns with their headings, those it is grouped by in front where they are not among them. */
export const columnsOf = ({ noun, columns, groups }: Shown, language: Language): readonly Column[] => {
  const { fields } = registryOf(noun)
  return [...new Set([...groups.filter((key) => !columns.includes(key)), ...columns])].map((key) => {
    const field = fields[key]
    if (!field?.export) throw new UnusableArgument(key, 'notUsable')
    return { key, field, label: columnWord(noun, key, language) }
  })
}

const selected = ({ kind, sql, otherwise }: Field): string => {
  switch (kind) {
    case 'moment':
    case 'flag':
      return `(${sql})`
    case 'refs':
    case 'choices':
    case 'numbers':
      return `(${sql})::text[]`
    case 'ref':
      return otherwise ? `coalesce((${sql})::text, '=' || (${otherwise}))` : `(${sql})::text`
    default:
      return `(${sql})::text`
  }
}

/** The one statement that reads a list whole: what its reader may read, as it is filtered and ordered. SEC-5 */
export const statementOf = (
  shown: Shown,
  columns: readonly Column[],
  { reader, now, language }: For,
): { readonly text: string; readonly values: unknown[]; readonly counting: string } => {
  const registry = registryOf(shown.noun)
  const statement = new Statement()
  const filter = readKeptFilter(registry, reader, shown.filter)
  const conditions = matching({ registry, reader, now, filter }, statement)
  const groups = groupedOrder(registry, reader, shown.groups, language)
  const order = [...groups, orderBy(keysOf(registry, reader, shown.sort), 't')].join(', ')
  // whose a customer is says whether the reader sees who they are. X-7
  const places = shown.noun === 'customer' ? 't.project_ids::text[]' : 'null'
  const list = columns.map(({ field }, n) => `${selected(field)} as c${n}`)
  return {
    text: `select ${[...list, `${places} as places`].join(', ')} from ${registry.table} t where ${conditions} order by ${order}`,
    counting: `select count(*)::int as n from ${registry.table} t where ${conditions}`,
    values: statement.values,
  }
}
