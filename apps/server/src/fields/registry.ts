import type { DecisionName, NounName } from '@lintel/domain'
import { searched } from '../search/searched.ts'

/** Where a field of a list is changed in place: the decision, and which of its inputs. */
export type Edit = { readonly decision: DecisionName; readonly input: string }

/**
 * A field of a noun, declared once: from it come the column on the screen, the filter, the sort, the group, the total, the
 * export, the mask and the permission. `sql` is an expression over the noun's table as `t`, never JavaScript per row.
 */
export type Field = {
  readonly kind: 'text' | 'choice' | 'moment' | 'date' | 'money' | 'count' | 'flag' | 'ref' | 'refs' | 'choices' | 'numbers'
  readonly sql: string
  /** Of a reference: what stands there where it refers to nothing. */
  readonly otherwise?: string
  /** Of a choice: the enum's name in the schema and its values, in the order they are sorted in. Of a reference: the noun referred to. */
  readonly of?: string
  readonly values?: readonly string[]
  readonly filter: boolean
  readonly sort: boolean
  /** A moment or a day is grouped by its month in Asia/Shanghai. */
  readonly group: boolean
  /** Whether its sum over many records says something. */
  readonly total: boolean
  readonly export: boolean
  readonly column: boolean
  readonly edit?: Edit
  readonly pinned?: 'left'
  readonly width: number
  /** Never empty, so that a page goes on from its place in an index. */
  readonly filled: boolean
  /** 9999-12-31 stands for "not any more": it is shown, filtered and sorted as empty. */
  readonly endless: boolean
  /** Whether it is in the index of neighbouring letters, which finds a part of it. X-3 */
  readonly searched: boolean
  /** Of references that lie in a table of their own: which records refer to any of `$of`, found from there. */
  readonly referring?: string
  /** Who may not read it can neither filter, sort, group, total nor export by it, and sees it masked. SEC-5 */
  readonly permission?: string
}
type Options = Partial<Omit<Field, 'kind' | 'of' | 'values' | 'edit' | 'permission' | 'referring' | 'pinned'>> & {
  readonly edit?: Edit
  readonly permission?: string
  readonly referring?: string
  readonly pinned?: 'left'
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
type Declared = (name: string) => Field
type Kind = Field['kind']
const sorted: readonly Kind[] = ['choice', 'moment', 'date', 'money', 'count', 'flag']
const grouped: readonly Kind[] = ['choice', 'moment', 'date', 'flag', 'ref']
const totalled: readonly Kind[] = ['money', 'count']
/** What each kind can do unless its line says otherwise. */
const usual = (kind: Kind) => ({
  filter: true,
  sort: sorted.includes(kind),
  group: grouped.includes(kind),
  total: totalled.includes(kind),
  export: true,
  column: true,
  filled: false,
  endless: false,
  searched: false,
})
const declare =
  (kind: Kind, suffix: string, width: number, more: Partial<Field> = {}) =>
  (options: Options = {}): Declared =>
  (name) => ({ kind, sql: `t.${snake(name)}${suffix}`, width, ...usual(kind), ...more, ...options })

export const text = declare('text', '', 240)
export const number = (options: Options = {}) => declare('text', '', 150)({ sort: true, filled: true, pinned: 'left', ...options })
export const moment = declare('moment', '', 150)
/** Until when something is due; once nothing is, 9999-12-31. */
export const due = (options: Options = {}) => declare('moment', '', 150)({ filled: true, endless: true, ...options })
export const date = declare('date', '', 120)
export const money = declare('money', '_fen', 130)
export const count = declare('count', '', 90)
export const flag = declare('flag', '', 90)
/** Several of a closed list of numbers. */
export const numbers = (values: readonly number[], options?: Options) =>
  declare('numbers', '', 110, { values: values.map(String) })(options)
export const person = declare('ref', '_id', 120, { of: 'person' })
export const ref = (of: NounName, options?: Options) => declare('ref', '_id', 160, { of })(options)
export const refs = (of: NounName, options?: Options) => declare('refs', '_ids', 160, { of })(options)
export const choice = (of: string, values: readonly string[], options?: Options) => declare('choice', '', 110, { of, values })(options)
export const choices = (of: string, values: readonly string[], options?: Options) => declare('choices', '', 110, { of, values })(options)

export type Order = { readonly by: string; readonly descending: boolean }
export type Registry = {
  readonly noun: NounName
  readonly table: string
  readonly fields: Readonly<Record<string, Field>>
  /** The order of a list nobody has ordered. */
  readonly order: Order
}
export const fields = (noun: NounName, table: string, order: Order, declared: Readonly<Record<string, Declared>>): Registry => ({
  noun,
  table,
  order,
  fields: Object.fromEntries(
    Object.entries(declared).map(([name, field]) => [name, { ...field(name), searched: name in (searched[noun]?.fields ?? {}) }]),
  ),
})
