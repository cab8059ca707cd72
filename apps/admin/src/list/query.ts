import { endOfDay, isCondition, modeOf, partsOf, startOfDay, type Field, type Filter, type FilterTree, type ViewState } from '@lintel/ui'
import type { NounName, ShownListInput } from '../gql/graphql.ts'
import { writeAddress, type ListSearch } from './address.ts'

type ApiField = Field & { kind?: string }
type Json = { readonly [name: string]: unknown }

/** What a filter of the screen is in the API, whose typed filter says the same in its own words. */
const testOf = (field: ApiField, filter: Filter): Json => {
  switch (filter.is) {
    case 'in':
    case 'not':
      return { [filter.is]: field.kind === 'numbers' ? filter.values.map(Number) : filter.values }
    case 'contains':
    case 'startsWith':
      return { [filter.is]: filter.text }
    case 'equals':
      return { is: filter.text }
    case 'flag':
      return { is: filter.on }
    case 'empty':
      return { empty: filter.empty }
    case 'within':
      return { within: { of: filter.of, ...(filter.n === undefined ? {} : { n: filter.n }) } }
    case 'between': {
      const moment = field.type === 'moment' || field.type === 'clock'
      const from = filter.from && (moment ? startOfDay(filter.from) : filter.from)
      const until = filter.to && (moment ? endOfDay(filter.to) : filter.to)
      const read = (text: string) => (field.type === 'number' ? Number(text) : text)
      return { ...(from ? { from: read(from) } : {}), ...(until ? { until: read(until) } : {}) }
    }
  }
}

/** A tree as the input of the API: conditions on different fields stand side by side, everything else in groups. */
export const filterInput = (tree: FilterTree, fields: readonly ApiField[]): Json => {
  if (isCondition(tree)) {
    const field = fields.find(({ key }) => key === tree.key)
    return field ? { [tree.key]: testOf(field, tree.filter) } : {}
  }
  const parts = partsOf(tree).map((part) => filterInput(part, fields))
  if (parts.length === 0) return {}
  const mode = modeOf(tree)
  if (mode !== 'and') return mode === 'or' ? { or: parts } : { not: { or: parts } }
  const names = parts.flatMap((part) => Object.keys(part))
  return new Set(names).size === names.length ? Object.assign({}, ...parts) : { and: parts }
}

export const sortInput = (sort: ViewState['sort']) => sort.map(({ key, down }) => ({ by: key, descending: down }))

/** What a list is asked for: the filter and the order of its view, typed by the noun's own document. */
export const asked = ({ view }: { view: ViewState }, fields: readonly Field[]): { filter?: never; sort?: never } => {
  const filter = filterInput(view.filter, fields)
  return {
    ...(Object.keys(filter).length > 0 ? { filter: filter as never } : {}),
    ...(view.sort.length > 0 ? { sort: sortInput(view.sort) as never } : {}),
  }
}

/** The list as it stands there, for whatever is made of the whole of it. X-10 */
export const shownList = (
  noun: NounName,
  title: string,
  view: ViewState,
  fields: readonly Field[],
  columns: readonly { readonly key: string }[],
): ShownListInput => ({
  noun,
  title,
  filter: filterInput(view.filter, fields),
  sort: [...sortInput(view.sort)],
  groups: [...view.groups],
  columns: columns.map(({ key }) => key),
})

/** Where the same list stands for paper: its address, its heading and its columns. X-4 */
export const printedAt = ({ noun, title, columns }: ShownListInput, search: ListSearch) =>
  `/print/${noun}${writeAddress({ ...search, columns: undefined, heading: title, show: columns.join(',') })}`
