import type { Hat, Moment, NounName } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'

/** Collects parameters while a statement is written, so that no value is ever part of its text. */
export class Statement {
  readonly values: unknown[] = []
  bind(value: unknown) {
    this.values.push(value)
    return `$${this.values.length}`
  }
}

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

/** What of a noun the reader may read, as a condition over its table as `t`. P-1, B-7 */
export const readable = (noun: NounName, reader: Reader, now: Moment, statement: Bound): string => {
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
  if (noun === 'customer' || noun === 'problem')
    return (projects) => `(t.project_ids && ${projects}::uuid[] or cardinality(t.project_ids) = 0)`
  return (projects) => `t.project_id = any(${projects}::uuid[])`
}
const unplaced: readonly NounName[] = ['project', 'contractor', 'person', 'department', 'category', 'suggestionTable']
