import { dateOf, isCondition, modeOf, partsOf, type Field, type Filter, type FilterTree } from '@lintel/ui'

type ApiField = Field & { kind?: string }
type Json = { readonly [name: string]: unknown }

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const filtersFrom = (field: ApiField, test: Json): readonly Filter[] => {
  const filters: Filter[] = []
  const moment = field.type === 'moment' || field.type === 'clock'
  const read = (value: unknown) => (typeof value === 'string' && moment ? dateOf(value) : String(value))
  const { from, until, within } = test
  if (from != null || until != null)
    filters.push({ is: 'between', ...(from == null ? {} : { from: read(from) }), ...(until == null ? {} : { to: read(until) }) })
  if (isJson(within))
    filters.push({ is: 'within', of: within['of'] as never, ...(typeof within['n'] === 'number' ? { n: within['n'] } : {}) })
  for (const is of ['in', 'not'] as const) if (test[is] != null) filters.push({ is, values: list(test[is]).map(String) })
  for (const is of ['contains', 'startsWith'] as const) if (test[is] != null) filters.push({ is, text: String(test[is]) })
  if (test['is'] != null)
    filters.push(field.type === 'flag' ? { is: 'flag', on: test['is'] === true } : { is: 'equals', text: String(test['is']) })
  if (test['empty'] != null) filters.push({ is: 'empty', empty: test['empty'] === true })
  return filters
}

/** The tree that an input of the API says: what a view keeps, what a figure counts. Fields that are not in the list are left out. */
export const treeFrom = (input: unknown, fields: readonly ApiField[]): FilterTree => {
  if (!isJson(input)) return { and: [] }
  const parts = Object.entries(input).flatMap(([name, value]): readonly FilterTree[] => {
    if (value == null) return []
    if (name === 'and' || name === 'or') {
      const inner = list(value).map((each) => treeFrom(each, fields))
      return [name === 'and' ? { and: inner } : { or: inner }]
    }
    if (name === 'not') {
      const inner = treeFrom(value, fields)
      return [{ nor: !isCondition(inner) && modeOf(inner) === 'or' ? partsOf(inner) : [inner] }]
    }
    const field = fields.find(({ key }) => key === name)
    return field && isJson(value) ? filtersFrom(field, value).map((filter) => ({ key: name, filter })) : []
  })
  const [only] = parts
  return parts.length === 1 && only ? only : { and: parts }
}
