import type { NounName } from '@lintel/domain'

/**
 * A field of a noun, declared once: from it come the column on the screen, the filter, the sort, the mask and the
 * permission. `sql` is an expression over the noun's table as `t`, never JavaScript per row.
 */
export type Field = {
  readonly kind: 'text' | 'choice' | 'moment' | 'date' | 'money' | 'count' | 'flag' | 'ref' | 'refs' | 'choices' | 'numbers'
  readonly sql: string
  /** Of a choice: the enum's name in the schema and its values. Of a reference: the noun referred to. */
  readonly of?: string
  readonly values?: readonly string[]
  readonly filter: boolean
  /** Only what is never empty is sorted by, so that a page always has a place to go on from. */
  readonly sort: boolean
  readonly column: boolean
  readonly pinned?: 'left'
  readonly width: number
  /** Who may not read it can neither filter nor sort by it, and sees it masked. SEC-5 */
  readonly permission?: string
}
type Options = {
  readonly sql?: string
  readonly filter?: boolean
  readonly sort?: boolean
  readonly column?: boolean
  readonly pinned?: 'left'
  readonly width?: number
  readonly permission?: string
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
type Declared = (name: string) => Field
const declare =
  (kind: Field['kind'], suffix: string, width: number, more: Partial<Field> = {}) =>
  ({ sql, filter = true, sort = false, column = true, pinned, width: wide, permission }: Options = {}): Declared =>
  (name) => ({
    kind,
    sql: sql ?? `t.${snake(name)}${suffix}`,
    filter,
    sort,
    column,
    width: wide ?? width,
    ...(pinned ? { pinned } : {}),
    ...(permission ? { permission } : {}),
    ...more,
  })

export const text = declare('text', '', 240)
export const number = (options: Options = {}) => declare('text', '', 150)({ sort: true, pinned: 'left', ...options })
export const moment = declare('moment', '', 150)
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

export type Registry = {
  readonly noun: NounName
  readonly table: string
  readonly fields: Readonly<Record<string, Field>>
  /** The order of a list nobody has ordered. */
  readonly order: { readonly by: string; readonly descending: boolean }
}
export const fields = (
  noun: NounName,
  table: string,
  order: Registry['order'],
  declared: Readonly<Record<string, Declared>>,
): Registry => ({
  noun,
  table,
  order,
  fields: Object.fromEntries(Object.entries(declared).map(([name, field]) => [name, field(name)])),
})
