import { fromAddress, toAddress, type Density, type Field, type Filters, type Sort } from '@lintel/ui'

/** Everything a list shows stands in its address, flat and readable, so that a link reopens it. X-2 */
export type ListSearch = Record<string, string | undefined>

const own = new Set(['sort', 'open', 'density', 'to'])

export const readSort = (search: ListSearch): readonly Sort[] =>
  (search['sort'] ?? '')
    .split(',')
    .filter(Boolean)
    .map((part) => (part.startsWith('-') ? { key: part.slice(1), down: true } : { key: part, down: false }))

export const writeSort = (sort: readonly Sort[]) => sort.map(({ key, down }) => (down ? `-${key}` : key)).join(',') || undefined

/** First click up, second down, third off; with shift, beside the others. */
export const nextSort = (sort: readonly Sort[], key: string, add: boolean): readonly Sort[] => {
  const was = sort.find((each) => each.key === key)
  const others = add ? sort.filter((each) => each.key !== key) : []
  if (!was) return [...others, { key, down: false }]
  return was.down ? others : [...others, { key, down: true }]
}

export const readFilters = (search: ListSearch, fields: readonly Field[]): Filters => {
  const filters: Record<string, Filters[string]> = {}
  for (const field of fields) {
    const text = search[field.key]
    if (text === undefined || own.has(field.key) || !field.filterable) continue
    const filter = fromAddress(field, text)
    if (filter) filters[field.key] = filter
  }
  return filters
}

export const writeFilters = (search: ListSearch, fields: readonly Field[], filters: Filters): ListSearch => {
  const next = { ...search }
  for (const { key } of fields) if (!own.has(key)) delete next[key]
  for (const [key, filter] of Object.entries(filters)) next[key] = toAddress(filter)
  return next
}

export const readDensity = (search: ListSearch): Density => {
  const asked = search['density']
  return asked === 'dense' || asked === 'wide' ? asked : 'medium'
}

/** `?a=b&c=d` and nothing cleverer: a person can read it and change it by hand. */
export const parseAddress = (text: string): ListSearch => Object.fromEntries(new URLSearchParams(text))
export const writeAddress = (search: Record<string, unknown>) => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(key, value)
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
