import type { Field } from './fields.ts'

/** Periods that move with the day they are asked on; the API works them out. The last two kinds take a number of days. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
  'lastYear',
  'past',
  'future',
  'lastDays',
  'nextDays',
] as const
export type PeriodName = (typeof periods)[number]
export const takesNumber = (of: PeriodName) => of === 'lastDays' || of === 'nextDays'
export const mostDays = 3660

/** What a filter asks of a field; which shapes go with which type is `shapesOf`. */
export type Filter =
  | { is: 'in' | 'not'; values: readonly string[] }
  | { is: 'contains' | 'startsWith' | 'equals'; text: string }
  | { is: 'between'; from?: string; to?: string }
  | { is: 'within'; of: PeriodName; n?: number }
  | { is: 'flag'; on: boolean }
  | { is: 'empty'; empty: boolean }
export type FilterShape = Filter['is']

const shapes: Readonly<Record<Field['type'], readonly [FilterShape, ...FilterShape[]]>> = {
  state: ['in', 'not'],
  choice: ['in', 'not'],
  person: ['in', 'not'],
  money: ['between'],
  number: ['between'],
  moment: ['within', 'between'],
  day: ['within', 'between'],
  clock: ['within', 'between'],
  flag: ['flag'],
  text: ['contains', 'startsWith', 'equals'],
}
/** How a field can be asked, the usual way first. */
export const shapesOf = ({ type, maybeEmpty }: Pick<Field, 'type' | 'maybeEmpty'>): readonly FilterShape[] =>
  maybeEmpty ? [...shapes[type], 'empty'] : shapes[type]

/** A filter of a shape that asks for nothing yet. */
export const emptyFilter = (is: FilterShape): Filter => {
  switch (is) {
    case 'in':
    case 'not':
      return { is, values: [] }
    case 'contains':
    case 'startsWith':
    case 'equals':
      return { is, text: '' }
    case 'between':
      return { is }
    case 'within':
      return { is, of: 'today' }
    case 'flag':
      return { is, on: true }
    case 'empty':
      return { is, empty: true }
  }
}

export const saysNothing = (filter: Filter) =>
  ('values' in filter && filter.values.length === 0) ||
  ('text' in filter && filter.text.trim() === '') ||
  (filter.is === 'between' && !filter.from && !filter.to)

// a text that would be read as something else has a star before it
const ambiguous = /^(?:\*|\^|=|empty$|filled$)/u

/** As it stands in the address: `a,b` · `!a` · `5000..` · `thisWeek` · `lastDays:7` · `yes` · `empty` · `=exactly` · the text itself. X-2 */
export const toAddress = (filter: Filter): string => {
  switch (filter.is) {
    case 'in':
      return filter.values.join(',')
    case 'not':
      return `!${filter.values.join(',')}`
    case 'contains':
      return ambiguous.test(filter.text) ? `*${filter.text}` : filter.text
    case 'startsWith':
      return `^${filter.text}`
    case 'equals':
      return `=${filter.text}`
    case 'between':
      return `${filter.from ?? ''}..${filter.to ?? ''}`
    case 'within':
      return filter.n === undefined ? filter.of : `${filter.of}:${filter.n}`
    case 'flag':
      return filter.on ? 'yes' : 'no'
    case 'empty':
      return filter.empty ? 'empty' : 'filled'
  }
}

const readPeriod = (text: string): Filter | undefined => {
  const [name = '', days] = text.split(':')
  const of = periods.find((each) => each === name)
  if (!of) return undefined
  const n = Number(days)
  return !takesNumber(of) ? { is: 'within', of } : Number.isInteger(n) && n >= 1 && n <= mostDays ? { is: 'within', of, n } : undefined
}

/** What an address says of a field; nothing where it makes no sense for its type. */
export const fromAddress = (field: Pick<Field, 'type' | 'maybeEmpty'>, text: string): Filter | undefined => {
  if (field.maybeEmpty && (text === 'empty' || text === 'filled')) return { is: 'empty', empty: text === 'empty' }
  switch (shapes[field.type][0]) {
    case 'in': {
      const values = text.replace(/^!/u, '').split(',').filter(Boolean)
      return { is: text.startsWith('!') ? 'not' : 'in', values }
    }
    case 'contains':
      if (text.startsWith('=')) return { is: 'equals', text: text.slice(1) }
      return text.startsWith('^') ? { is: 'startsWith', text: text.slice(1) } : { is: 'contains', text: text.replace(/^\*/u, '') }
    case 'flag':
      return text === 'yes' || text === 'no' ? { is: 'flag', on: text === 'yes' } : undefined
    default: {
      if (!text.includes('..')) return readPeriod(text)
      const [from, to] = text.split('..')
      return { is: 'between', ...(from ? { from } : {}), ...(to ? { to } : {}) }
    }
  }
}
