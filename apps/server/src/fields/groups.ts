import type { NounName } from '@lintel/domain'
import type { Reader, Reading } from '../schema/context.ts'
import { globalId } from '../schema/global-id.ts'
import { typeOf } from '../schema/names.ts'
import { endless } from './conditions.ts'
import { matching, prepared, type List } from './query.ts'
import { Statement } from './readable.ts'
import type { Field, Registry } from './registry.ts'
import { mayUse, UnusableArgument } from './usable.ts'

/** By how many fields a list is grouped at most. */
const mostLevels = 3
/** Groups are worked out whole and handed out in pages; further than this nobody turns them over. */
const furthest = 10_000

export type GroupKey = {
  readonly field: string
  /** As the filter of the API has it: an enum's value, an id, the first day of a month, true or false; null where it says nothing. */
  readonly value: string | null
  /** What a record referred to is called. */
  readonly label: string | null
}
export type Total = { readonly field: string; readonly money: bigint | null; readonly count: number | null }
export type Group = {
  readonly keys: readonly GroupKey[]
  /** What the members of the group are filtered by, as JSON of the noun's filter. Y-5 */
  readonly filter: Readonly<Record<string, unknown>>
  readonly count: number
  readonly totals: readonly Total[]
}

// what a record is called, as a subselect over its id as `k`
export const called: Readonly<Partial<Record<NounName, (language: string) => string>>> = {
  person: () => 'select name from person where id = k',
  contractor: () => 'select name from contractor where id = k',
  project: () => 'select name from project where id = k',
  building: () => 'select name from building where id = k',
  unit: () => `select concat_ws(' ', b.name, u.number) from unit u left join building b on b.id = u.building_id where u.id = k`,
  customer: () => 'select name from customer where id = k',
  complaint: () => 'select number from complaint where id = k',
  notice: () => 'select number from notice where id = k',
  category: (language) => `select ${language === 'en' ? 'name_en' : 'name_zh'} from category where id = k`,
  department: (language) => `select ${language === 'en' ? 'name_en' : 'name_zh'} from department where id = k`,
}

const monthly = ({ kind }: Field) => kind === 'moment' || kind === 'date'
/** What members of a group have in common. */
const keyOf = (field: Field) => {
  if (!monthly(field)) return field.sql
  const month = `date_trunc('month', ${field.kind === 'moment' ? `${field.sql} at time zone 'Asia/Shanghai'` : field.sql})::date`
  return field.endless ? `case when ${field.sql} < ${endless} then ${month} end` : month
}
/** In which order groups stand: closed lists as declared, months the newest first, records by what they are called. */
const orderOf = (field: Field, n: number) =>
  field.kind === 'choice'
    ? `array_position('{${(field.values ?? []).join(',')}}'::text[], k${n})`
    : field.kind === 'ref'
      ? `label${n}`
      : monthly(field) || field.kind === 'flag'
        ? `k${n} desc`
        : `k${n}`

/** The same for a list whose groups stand one under another, as expressions over the noun's table as `t`. */
export const groupedOrder = ({ fields }: Registry, reader: Reader, by: readonly string[], language: string): readonly string[] => {
  if (by.length > mostLevels) throw new UnusableArgument('groups', 'tooMany')
  return by.map((name) => {
    const field = fields[name]
    if (!field?.group || !mayUse(field, reader)) throw new UnusableArgument(name, 'notUsable')
    const words = reader.may(`${field.of ?? ''}.read`) ? called[field.of as NounName]?.(language) : undefined
    if (field.kind === 'choice') return `array_position('{${(field.values ?? []).join(',')}}'::text[], ${field.sql}) nulls last`
    if (field.kind === 'ref' && words) return `(select (${words}) from (select ${field.sql} as k) one) nulls last, ${field.sql}`
    return `${keyOf(field)} ${monthly(field) || field.kind === 'flag' ? 'desc' : 'asc'} nulls last`
  })
}

const totalled = ({ fields }: Registry, reader: Reader) =>
  Object.entries(fields).filter(([, field]) => field.total && mayUse(field, reader))
const sumsOf = (registry: Registry, reader: Reader) =>
  totalled(registry, reader)
    .map(([name, { sql }]) => `, sum(${sql})::text as "sum ${name}"`)
    .join('')
type Row = Readonly<Record<string, unknown>> & { readonly count: number }
const totalsIn = (registry: Registry, reader: Reader, row: Row): readonly Total[] =>
  totalled(registry, reader).map(([name, { kind }]) => {
    const sum = row[`sum ${name}`]
    const said = typeof sum === 'string' ? BigInt(sum) : 0n
    return { field: name, money: kind === 'money' ? said : null, count: kind === 'count' ? Number(said) : null }
  })

/** How many there are and what they come to, exactly: money per currency, of which there is one. */
export const totalsOf = async (prisma: Reading, asked: List): Promise<{ readonly count: number; readonly totals: readonly Total[] }> => {
  const list = await prepared(prisma, asked)
  const statement = new Statement()
  const conditions = matching(list, statement)
  const [row] = await prisma.$queryRawUnsafe<Row[]>(
    `select count(*)::int as count${sumsOf(list.registry, list.reader)} from ${list.registry.table} t where ${conditions}`,
    ...statement.values,
  )
  return { count: row?.count ?? 0, totals: row ? totalsIn(list.registry, list.reader, row) : [] }
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const nextMonth = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10)
}
const inShanghai = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
const testOf = (field: Field, value: string | null): object => {
  if (value === null) return { empty: true }
  if (field.kind === 'flag') return { is: value === 'true' }
  if (field.kind === 'date') return { from: value, until: dayBefore(nextMonth(value)) }
  if (field.kind === 'moment')
    return { from: new Date(inShanghai(value)).toISOString(), until: new Date(inShanghai(nextMonth(value)) - 1).toISOString() }
  return { in: [value] }
}

export type Grouping = {
  readonly by: readonly string[]
  readonly first: number
  readonly after?: string | null | undefined
  readonly language: string
}

/** A list by groups, the outermost field first, each group with its count, its sums and the filter of its members. */
export const groupsOf = async (
  prisma: Reading,
  asked: List,
  { by, first, after, language }: Grouping,
): Promise<{ readonly groups: readonly Group[]; readonly next: string | undefined }> => {
  const { registry, reader } = asked
  const fields = by.map((name) => {
    const field = registry.fields[name]
    if (!field?.group || !mayUse(field, reader)) throw new UnusableArgument(name, 'notGrouped')
    return { name, field }
  })
  if (fields.length === 0 || fields.length > mostLevels || new Set(by).size < by.length) throw new UnusableArgument('by', 'notGrouped')
  const skipped = after ? Number(Buffer.from(after, 'base64url').toString('utf8')) : 0
  if (!Number.isInteger(skipped) || skipped < 0 || skipped > furthest) throw new UnusableArgument('after', 'cursor')
  const list = await prepared(prisma, asked)
  const statement = new Statement()
  const conditions = matching(list, statement)
  const keys = fields.map(({ field }, n) => `${keyOf(field)} as k${n}`).join(', ')
  // what may not be read has no name here either
  const labels = fields
    .map(({ field }, n) => {
      const name = field.kind === 'ref' && field.of && reader.may(`${field.of}.read`) ? called[field.of as NounName] : undefined
      return `, ${name ? `(${name(language).replaceAll(/\bk\b/g, `g.k${n}`)})` : 'null::text'} as label${n}`
    })
    .join('')
  const order = fields.map(({ field }, n) => `k${n} is null, ${orderOf(field, n)}, k${n}`).join(', ')
  const columns = fields.map((_, n) => `k${n}::text as "key ${n}", label${n}`).join(', ')
  const rows = await prisma.$queryRawUnsafe<Row[]>(
    `select ${columns}, l.* from (select g.*${labels} from (select ${keys}, count(*)::int as count${sumsOf(registry, reader)} from ${registry.table} t where ${conditions} group by ${fields.map((_, n) => n + 1).join(', ')}) g) l
     order by ${order} limit ${first + 1} offset ${skipped}`,
    ...statement.values,
  )
  const groups = rows.slice(0, first).map((row): Group => {
    const found = fields.map(({ name, field }, n): GroupKey => {
      const key = row[`key ${n}`]
      const value = typeof key === 'string' ? key : null
      const label = row[`label${n}`]
      return {
        field: name,
        value: value !== null && field.kind === 'ref' ? globalId(typeOf(field.of ?? ''), value) : value,
        label: typeof label === 'string' ? label : null,
      }
    })
    return {
      keys: found,
      filter: Object.fromEntries(fields.map(({ name, field }, n) => [name, testOf(field, found[n]?.value ?? null)])),
      count: row.count,
      totals: totalsIn(registry, reader, row),
    }
  })
  return { groups, next: rows.length > first ? Buffer.from(String(skipped + first)).toString('base64url') : undefined }
}
