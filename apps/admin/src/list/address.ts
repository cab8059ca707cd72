import {
  asksNothing,
  fromAddress,
  isCondition,
  plainView,
  toAddress,
  topParts,
  type Density,
  type Field,
  type FilterTree,
  type ShownColumn,
  type Sort,
  type ViewState,
} from '@lintel/ui'
import { readTree, writeTree } from './where.ts'

/** Everything a list shows stands in its address, flat and readable, so that a link reopens it. X-2 */
export type ListSearch = Record<string, string | undefined>

/** A field with what the reader may do with it; what says nothing of that may be shown and grouped by. */
type ListField = Field & { groupable?: boolean; exportable?: boolean }

/** What an address says of the list itself; a field of the same name stands in `where`. */
const own = ['sort', 'where', 'columns', 'groups', 'density', 'wrap'] as const
const others = ['open', 'to', 'view']
const taken = new Set<string>([...own, ...others])

const readSort = (text = ''): readonly Sort[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((part) => (part.startsWith('-') ? { key: part.slice(1), down: true } : { key: part, down: false }))
const writeSort = (sort: readonly Sort[]) => sort.map(({ key, down }) => (down ? `-${key}` : key)).join(',')

/** First click up, second down, third off; with shift, beside the others. */
export const nextSort = (sort: readonly Sort[], key: string, add: boolean): readonly Sort[] => {
  const was = sort.find((each) => each.key === key)
  if (add && was) return was.down ? sort.filter((each) => each !== was) : sort.map((each) => (each === was ? { key, down: true } : each))
  const rest = add ? sort : []
  if (!was) return [...rest, { key, down: false }]
  return was.down ? [] : [{ key, down: true }]
}

// number:150~left,title,state:90~right
const readColumns = (text = ''): readonly ShownColumn[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((part): ShownColumn => {
      const [, key = '', width, pin] = /^([^:~]*)(?::(\d{1,4}))?(?:~(left|right))?$/u.exec(part) ?? []
      return { key, ...(width ? { width: Number(width) } : {}), ...(pin === 'left' || pin === 'right' ? { pin } : {}) }
    })
    .filter(({ key }) => key !== '')
const writeColumns = (columns: readonly ShownColumn[]) =>
  columns.map(({ key, width, pin }) => `${key}${width === undefined ? '' : `:${width}`}${pin ? `~${pin}` : ''}`).join(',')

const readFilter = (search: ListSearch, fields: readonly Field[]): FilterTree => {
  const conditions = fields.flatMap((field) => {
    const text = taken.has(field.key) ? undefined : search[field.key]
    const filter = text === undefined || text === '' || !field.filterable ? undefined : fromAddress(field, text)
    return filter ? [{ key: field.key, filter }] : []
  })
  const where = readTree(search['where'] ?? '', fields)
  return where ? (conditions.length === 0 ? where : { and: [...conditions, ...topParts(where)] }) : { and: conditions }
}
const writeFilter = (tree: FilterTree): ListSearch => {
  const flat: ListSearch = {}
  const rest: FilterTree[] = []
  for (const part of topParts(tree))
    if (isCondition(part) && !taken.has(part.key) && flat[part.key] === undefined) flat[part.key] = toAddress(part.filter)
    else if (!asksNothing(part)) rest.push(part)
  const [only] = rest
  return { ...flat, where: only ? writeTree(rest.length === 1 ? only : { and: rest }) : undefined }
}

const readDensity = (asked: string | undefined): Density => (asked === 'dense' || asked === 'wide' ? asked : 'medium')

const readGroups = (text = '') => text.split(',').filter(Boolean)
const allowed = (fields: readonly ListField[], can: (field: ListField) => boolean | undefined) => {
  const keys = new Set(fields.filter((field) => can(field) !== false).map(({ key }) => key))
  return ({ key }: { key: string }) => keys.has(key)
}
/** What the address asks the list to show, as far as the reader may see it. SEC-5 */
export const readView = (search: ListSearch, fields: readonly ListField[]): ViewState => ({
  filter: readFilter(search, fields),
  sort: readSort(search['sort']).filter(allowed(fields, ({ sortable }) => sortable === true)),
  columns: readColumns(search['columns']).filter(allowed(fields, ({ exportable }) => exportable)),
  groups: readGroups(search['groups']).filter((key) => allowed(fields, ({ groupable }) => groupable)({ key })),
  density: readDensity(search['density']),
  wrap: search['wrap'] === 'yes',
})

/** The address that shows this; what else stands there stays. */
export const writeView = (search: ListSearch, fields: readonly ListField[], view: ViewState): ListSearch => {
  const kept = Object.fromEntries(
    Object.entries(search).filter(
      ([key]) => !own.some((one) => one === key) && (taken.has(key) || !fields.some((field) => field.key === key)),
    ),
  )
  const written: ListSearch = {
    ...kept,
    ...writeFilter(view.filter),
    sort: writeSort(view.sort) || undefined,
    columns: writeColumns(view.columns) || undefined,
    groups: view.groups.join(',') || undefined,
    density: view.density === plainView.density ? undefined : view.density,
    wrap: view.wrap ? 'yes' : undefined,
  }
  // beside the name of a view, nothing at all would mean: as it is kept
  const bare = written['view'] !== undefined && !saysView(written, fields)
  return bare ? { ...written, where: '()' } : written
}
/** Whether an address says what to show, or only which list. */
export const saysView = (search: ListSearch, fields: readonly Field[]) =>
  own.some((key) => search[key] !== undefined) || fields.some(({ key }) => !taken.has(key) && search[key] !== undefined)

/** Fields the address asks for and the reader may not see, filter, sort or group by: the list is opened without them. SEC-5 */
export const withoutIn = (search: ListSearch, fields: readonly ListField[]): readonly string[] => {
  if (fields.length === 0) return []
  const where = search['where'] ?? ''
  const filtered = fields.filter(
    ({ key, filterable }) =>
      !filterable && ((!taken.has(key) && search[key] !== undefined) || new RegExp(`(?:^|[(|;])${key}:`, 'u').test(where)),
  )
  const missing = (keys: readonly { key: string }[], can: (field: ListField) => boolean | undefined) =>
    keys.filter((one) => !allowed(fields, can)(one))
  return [
    ...new Set([
      ...filtered.map(({ key }) => key),
      ...missing(readSort(search['sort']), ({ sortable }) => sortable === true).map(({ key }) => key),
      ...missing(readColumns(search['columns']), ({ exportable }) => exportable).map(({ key }) => key),
      ...missing(
        readGroups(search['groups']).map((key) => ({ key })),
        ({ groupable }) => groupable,
      ).map(({ key }) => key),
    ]),
  ]
}

/** `?a=b&c=d` and nothing cleverer: a person can read it and change it by hand. */
export const parseAddress = (text: string): ListSearch => Object.fromEntries(new URLSearchParams(text))
export const writeAddress = (search: Record<string, unknown>) => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(key, value)
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
