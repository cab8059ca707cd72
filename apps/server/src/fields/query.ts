import { readMoney, type Hat, type Moment, type NounName } from '@lintel/domain'
import type { Reader, Reading } from '../schema/context.ts'
import type { Field, Registry } from './registry.ts'

/** A filter by field: what each kind of field may be asked for. */
export type Filter = Readonly<Record<string, unknown>>
export type Sort = { readonly by: string; readonly descending: boolean }
export type Page = { readonly first: number; readonly after?: string | null | undefined }

/** Collects parameters while a statement is written, so that no value is ever part of its text. */
export class Statement {
  readonly values: unknown[] = []
  bind(value: unknown) {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

const types: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  choice: 'text',
  moment: 'timestamptz',
  date: 'date',
  money: 'bigint',
  count: 'int',
  flag: 'boolean',
  ref: 'uuid',
  refs: 'uuid',
  choices: 'text',
  numbers: 'int',
}
type Range = { readonly from?: unknown; readonly until?: unknown; readonly empty?: boolean | null }
const fenOf = (written: unknown) => {
  const amount = typeof written === 'string' ? readMoney(written) : undefined
  return amount === undefined ? null : amount.toString()
}
const bound = (field: Field, value: unknown) =>
  field.kind === 'money' ? fenOf(value) : value instanceof Date ? value.toISOString() : value

const condition = (statement: Statement, field: Field, wanted: unknown): string => {
  const { sql, kind } = field
  const type = types[kind]
  switch (kind) {
    case 'text': {
      const { contains, startsWith, is, empty } = wanted as { contains?: string; startsWith?: string; is?: string; empty?: boolean }
      return all([
        contains == null ? undefined : `strpos(${sql}, ${statement.bind(contains)}::text) > 0`,
        startsWith == null ? undefined : `starts_with(${sql}, ${statement.bind(startsWith)}::text)`,
        is == null ? undefined : `${sql} = ${statement.bind(is)}::text`,
        empty == null ? undefined : `(${sql} is null) = ${statement.bind(empty)}::boolean`,
      ])
    }
    case 'choice':
    case 'ref':
      return `${sql} = any(${statement.bind(wanted)}::${type}[])`
    case 'refs':
    case 'choices':
    case 'numbers':
      return `${sql} && ${statement.bind(wanted)}::${type}[]`
    case 'flag':
      return `${sql} = ${statement.bind(wanted)}::boolean`
    case 'moment':
    case 'date':
    case 'money':
    case 'count': {
      const { from, until, empty } = wanted as Range
      return all([
        from == null ? undefined : `${sql} >= ${statement.bind(bound(field, from))}::${type}`,
        until == null ? undefined : `${sql} <= ${statement.bind(bound(field, until))}::${type}`,
        empty == null ? undefined : `(${sql} is null) = ${statement.bind(empty)}::boolean`,
      ])
    }
  }
}
const all = (conditions: readonly (string | undefined)[]) =>
  conditions.filter((one) => one !== undefined && one !== '').join(' and ') || 'true'

/** What may not be read may not be filtered or sorted by. SEC-5 */
export const mayUse = (field: Field, reader: Reader) => field.permission === undefined || reader.may(field.permission)

/** The tasks a reader holds now, as a condition over the task table as `k`: their own, their positions', their department's, and those delegated. */
export const heldBy = ({ actor }: Pick<Reader, 'actor'>, now: Moment, statement: { bind(value: unknown): string }): string => {
  const hats = [actor, ...actor.standsInFor.filter(({ from, until }) => from <= now && now < until)]
  const leads = hats.flatMap((hat) => hat.leads ?? [])
  const own = `not k.for_superior and (${heldIn(hats, statement)})`
  // B-5: what those who report to them are late with
  const late = leads.length ? ` or k.for_superior and (${heldIn(leads, statement)})` : ''
  return `(${own}${late}) and not (${statement.bind(actor.person)}::uuid = any(k.except_persons)) and k.from_at <= ${statement.bind(new Date(now).toISOString())}::timestamptz`
}
const heldIn = (hats: readonly Omit<Hat, 'leads'>[], statement: { bind(value: unknown): string }) => {
  const people = statement.bind(hats.map(({ person }) => person))
  const positions = hats.flatMap(({ positions: keys, projects }) =>
    keys.length === 0
      ? []
      : `(k.holder_position = any(${statement.bind(keys)}::text[])${projects === 'all' ? '' : ` and (k.holder_project is null or k.holder_project = any(${statement.bind(projects)}::uuid[]))`})`,
  )
  const departments = hats.flatMap(({ department }) => department ?? [])
  const held = [
    `k.holder_person = any(${people}::uuid[])`,
    ...positions,
    ...(departments.length ? [`k.holder_department = any(${statement.bind(departments)}::uuid[])`] : []),
  ]
  return held.join(' or ')
}

type Bound = { bind(value: unknown): string }

/** What positions let the reader read of a noun, as a condition over its table as `t`; `true` or `false` where it is all or nothing. P-1 */
export const heldScope = (noun: NounName, reader: Reader, statement: Bound, permission = `${noun}.read`): string => {
  const projects = reader.projectsOf(permission)
  if (projects === 'all') return 'true'
  const scope = projectScope(noun)
  if (!scope) return reader.may(permission) ? 'true' : 'false'
  return projects.length ? scope(statement.bind(projects)) : 'false'
}
/** B-7: what a task lets its holder read, for as long as it is theirs. */
export const grantedIds = (reader: Reader, now: Moment, statement: Bound): string =>
  `select unnest(k.reads || k.record_id) from task k where ${heldBy(reader, now, statement)}`

const readable = (noun: NounName, reader: Reader, now: Moment, statement: Bound): string => {
  const held = heldScope(noun, reader, statement)
  if (held === 'true') return held
  // whoever works in a department has what it was asked. C-12
  const { department } = reader.actor
  const asked = noun === 'departmentRequest' && department ? `t.department_id = ${statement.bind(department)}::uuid or ` : ''
  return `(${held} or ${asked}t.id in (${grantedIds(reader, now, statement)}))`
}
/** Where the noun says which project a record is of; none: it is of no project. */
const projectScope = (noun: NounName): ((projects: string) => string) | undefined => {
  if (unplaced.includes(noun)) return undefined
  if (noun === 'customer') return (projects) => `(t.project_ids && ${projects}::uuid[] or cardinality(t.project_ids) = 0)`
  return (projects) => `t.project_id = any(${projects}::uuid[])`
}
const unplaced: readonly NounName[] = ['project', 'contractor', 'person', 'department', 'category']

const cursorOf = (sort: Sort, value: string, id: string) =>
  Buffer.from(JSON.stringify([sort.by, sort.descending, value, id])).toString('base64url')
const readCursor = (cursor: string, sort: Sort): { value: string; id: string } | undefined => {
  try {
    const [by, descending, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    return by === sort.by &&
      descending === sort.descending &&
      typeof value === 'string' &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id)
      ? { value, id }
      : undefined
  } catch {
    return undefined
  }
}

export class UnusableArgument extends Error {}

const where = (registry: Registry, filter: Filter, reader: Reader, now: Moment, statement: Statement) =>
  all([
    readable(registry.noun, reader, now, statement),
    ...Object.entries(filter).map(([name, wanted]) => {
      if (wanted === null || wanted === undefined) return undefined
      const field = registry.fields[name]
      if (!field || !field.filter || !mayUse(field, reader)) throw new UnusableArgument(name)
      return condition(statement, field, wanted)
    }),
  ])

export type Found = { readonly ids: readonly string[]; readonly cursors: readonly string[]; readonly more: boolean }

/** A page of ids by keyset: it costs the same on the thousandth page as on the first, and nothing is counted. */
export const findPage = async (
  prisma: Reading,
  registry: Registry,
  reader: Reader,
  now: Moment,
  filter: Filter,
  sort: Sort | undefined,
  page: Page,
): Promise<Found> => {
  const order = sort ?? registry.order
  const field = registry.fields[order.by]
  if (!field || !field.sort || !mayUse(field, reader)) throw new UnusableArgument(order.by)
  const statement = new Statement()
  const conditions = where(registry, filter, reader, now, statement)
  const from = page.after ? readCursor(page.after, order) : undefined
  if (page.after && !from) throw new UnusableArgument('after')
  const beyond = order.descending ? '<' : '>'
  const place = from
    ? (() => {
        const value = `${statement.bind(from.value)}::${types[field.kind]}`
        return ` and ${field.sql} ${beyond}= ${value} and (${field.sql} ${beyond} ${value} or t.id > ${statement.bind(from.id)}::uuid)`
      })()
    : ''
  const text = `select t.id::text as id, (${field.sql})::text as place from ${registry.table} t where ${conditions}${place} order by ${field.sql} ${order.descending ? 'desc' : 'asc'}, t.id limit ${page.first + 1}`
  const rows = await prisma.$queryRawUnsafe<{ id: string; place: string }[]>(text, ...statement.values)
  const shown = rows.slice(0, page.first)
  return {
    ids: shown.map(({ id }) => id),
    cursors: shown.map(({ id, place: value }) => cursorOf(order, value, id)),
    more: rows.length > page.first,
  }
}

/** How many match, up to a cap: never the reason a page waits. */
export const countUpTo = async (prisma: Reading, registry: Registry, reader: Reader, now: Moment, filter: Filter, cap: number) => {
  const statement = new Statement()
  const conditions = where(registry, filter, reader, now, statement)
  const [row] = await prisma.$queryRawUnsafe<{ n: number }[]>(
    `select count(*)::int as n from (select 1 from ${registry.table} t where ${conditions} limit ${cap + 1}) found`,
    ...statement.values,
  )
  const n = row?.n ?? 0
  return { value: Math.min(n, cap), more: n > cap }
}
