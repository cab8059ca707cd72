import type { Field } from './fields.ts'

/** What a filter asks of a field; which shape goes with which type is `emptyFilter`. */
export type Filter =
  | { is: 'in'; values: readonly string[] }
  | { is: 'contains'; text: string }
  | { is: 'between'; from?: string; to?: string }
  | { is: 'flag'; on: boolean }
export type Filters = Readonly<Record<string, Filter>>

export const emptyFilter = (field: Pick<Field, 'type'>): Filter => {
  switch (field.type) {
    case 'state':
    case 'choice':
    case 'person':
      return { is: 'in', values: [] }
    case 'money':
    case 'number':
    case 'moment':
    case 'day':
    case 'clock':
      return { is: 'between' }
    case 'flag':
      return { is: 'flag', on: true }
    case 'text':
      return { is: 'contains', text: '' }
  }
}

export const saysNothing = (filter: Filter) =>
  (filter.is === 'in' && filter.values.length === 0) ||
  (filter.is === 'contains' && filter.text.trim() === '') ||
  (filter.is === 'between' && !filter.from && !filter.to)

/** As it stands in the address: `a,b` · `5000..` · `yes` · the text itself. A link reopens the list. X-2 */
export const toAddress = (filter: Filter): string => {
  switch (filter.is) {
    case 'in':
      return filter.values.join(',')
    case 'contains':
      return filter.text
    case 'between':
      return `${filter.from ?? ''}..${filter.to ?? ''}`
    case 'flag':
      return filter.on ? 'yes' : 'no'
  }
}

export const fromAddress = (field: Pick<Field, 'type'>, text: string): Filter | undefined => {
  const empty = emptyFilter(field)
  switch (empty.is) {
    case 'in':
      return { is: 'in', values: text.split(',').filter(Boolean) }
    case 'contains':
      return { is: 'contains', text }
    case 'between': {
      const [from, to] = text.split('..')
      return { is: 'between', ...(from ? { from } : {}), ...(to ? { to } : {}) }
    }
    case 'flag':
      return text === 'yes' || text === 'no' ? { is: 'flag', on: text === 'yes' } : undefined
  }
}
