import type { Reader } from '../schema/context.ts'
import { emptyOf, endless, typeOfKind } from './conditions.ts'
import type { Statement } from './readable.ts'
import type { Field, Order, Registry } from './registry.ts'
import { mayUse, UnusableArgument } from './usable.ts'

/** By how many fields a list is sorted at most. */
export const mostOrders = 5

/** One field a list is sorted by: what is compared, which way, and what says that it is empty. Empty ones come last. */
type Key = Order & {
  readonly field: Field
  readonly sql: string
  readonly type: string
  /** A condition; none where it is never empty. */
  readonly empty: string | undefined
  /** The value as a cursor holds it. */
  readonly written: string
}

const keyOf = (field: Field, order: Order): Key => {
  // a closed list is sorted in the order in which it is declared
  const sql = field.kind === 'choice' ? `array_position('{${(field.values ?? []).join(',')}}'::text[], ${field.sql})` : field.sql
  const empty = field.filled && !field.endless ? undefined : emptyOf(field)
  const text = field.kind === 'moment' ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `(${sql})::text`
  return {
    ...order,
    field,
    sql,
    type: field.kind === 'choice' ? 'int' : typeOfKind[field.kind],
    empty,
    written: empty ? `case when ${empty} then null else ${text} end` : text,
  }
}

/** The fields a list is sorted by; each once, and none that the reader may not read. SEC-5 */
export const keysOf = (registry: Registry, reader: Reader, asked: readonly Order[] | undefined): readonly Key[] => {
  const orders = asked?.length ? asked : [registry.order]
  if (orders.length > mostOrders) throw new UnusableArgument('sort', 'tooMany')
  return orders
    .filter((order, n) => orders.findIndex(({ by }) => by === order.by) === n)
    .map((order) => {
      const field = registry.fields[order.by]
      if (!field?.sort || !mayUse(field, reader)) throw new UnusableArgument(order.by, 'notSorted')
      return keyOf(field, order)
    })
}

/** Where a page ended: what stood there in each of the keys, and which record it was. */
export type Place = { readonly values: readonly (string | null)[]; readonly id: string }

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const readsAs = ({ type }: Key, value: string): boolean => {
  switch (type) {
    case 'timestamptz':
    case 'date': {
      const at = new Date(value)
      return !Number.isNaN(at.getTime()) && (type === 'date' ? isoDay.test(value) : at.toISOString() === value)
    }
    case 'int':
      return /^-?\d{1,9}$/.test(value)
    case 'bigint':
      return /^-?\d{1,18}$/.test(value)
    case 'boolean':
      return value === 'true' || value === 'false'
    default:
      return !value.includes('\0')
  }
}
const ordersOf = (keys: readonly Key[]) => keys.map(({ by, descending }) => [by, descending])

export const cursorOf = (keys: readonly Key[], { values, id }: Place) =>
  Buffer.from(JSON.stringify([ordersOf(keys), values, id])).toString('base64url')
/** A cursor of another order, or one that nobody gave, is none. */
export const readCursor = (keys: readonly Key[], cursor: string): Place => {
  try {
    const [orders, values, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    const given: readonly unknown[] = Array.isArray(values) ? values : []
    const fits =
      JSON.stringify(orders) === JSON.stringify(ordersOf(keys)) &&
      given.length === keys.length &&
      keys.every((key, n) => (given[n] === null ? key.empty !== undefined : typeof given[n] === 'string' && readsAs(key, given[n])))
    if (fits && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { values: given as Place['values'], id }
  } catch {
    // what is no JSON is no cursor
  }
  throw new UnusableArgument('after', 'cursor')
}

const direction = (key: Key) => (key.descending ? 'desc' : 'asc')
/** Last of all by id, so that there are no ties; the end of time comes last by itself. */
export const orderBy = (keys: readonly Key[], table: string) =>
  [
    ...keys.map((key) =>
      key.empty === undefined || (key.field.endless && !key.descending)
        ? `${key.sql} ${direction(key)}`
        : key.field.endless
          ? `(${key.empty}), ${key.sql} ${direction(key)}`
          : `${key.sql} ${direction(key)} nulls last`,
    ),
    `${table}.id`,
  ].join(', ')

/** Everything after a place, in these keys and then by id. */
const beyond = (keys: readonly Key[], { values, id }: Place, statement: Statement): string => {
  const [key, ...others] = keys
  const [value = null, ...rest] = values
  if (!key) return `t.id > ${statement.bind(id)}::uuid`
  const further = beyond(others, { values: rest, id }, statement)
  if (value === null) return `(${key.empty ?? 'false'} and ${further})`
  const place = `${statement.bind(value)}::${key.type}`
  const after = `${key.sql} ${key.descending ? '<' : '>'} ${place}`
  return `(${after}${key.empty === undefined ? '' : ` or ${key.empty}`} or ${key.sql} = ${place} and ${further})`
}

/** A stretch of a list that an index can hand out in order: its condition and its order. */
export type Stretch = { readonly condition: string; readonly order: string }

/**
 * A list in its order after a place. Where the first key may be empty these are two stretches, those that have it and then
 * those that have not, so that either begins at its place in an index instead of at the beginning of the list, and what is
 * asked of those with nothing due any more is not looked for among all that are due.
 */
export const stretchesOf = (keys: readonly Key[], place: Place | undefined): readonly ((statement: Statement) => Stretch)[] => {
  const [first, ...others] = keys
  if (!first) return []
  const from = (statement: Statement) => {
    const value = place?.values[0]
    if (place === undefined || value === null || value === undefined) return []
    const at = `${statement.bind(value)}::${first.type}`
    const rest = beyond(others, { values: place.values.slice(1), id: place.id }, statement)
    const way = first.descending ? '<' : '>'
    return [`${first.sql} ${way}= ${at}`, `(${first.sql} ${way} ${at} or ${rest})`]
  }
  const { empty } = first
  if (empty === undefined) return [(statement) => ({ condition: from(statement).join(' and ') || 'true', order: orderBy(keys, 't') })]
  const amongEmpty = place !== undefined && place.values[0] === null
  const having = (statement: Statement): Stretch => ({
    condition: [first.field.endless ? `${first.sql} < ${endless}` : `${first.sql} is not null`, ...from(statement)].join(' and '),
    order: [`${first.sql} ${direction(first)}`, orderBy(others, 't')].join(', '),
  })
  const without = (statement: Statement): Stretch => ({
    condition: amongEmpty ? `${empty} and ${beyond(others, { values: place.values.slice(1), id: place.id }, statement)}` : empty,
    order: orderBy(others, 't'),
  })
  return amongEmpty ? [without] : [having, without]
}
