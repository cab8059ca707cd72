import type { Moment, NounName } from '@lintel/domain'
import { grantedIds, heldScope, Statement } from '../fields/readable.ts'
import { UnusableArgument } from '../fields/usable.ts'
import type { Reader, Reading } from '../schema/context.ts'
import type { Asked } from './asked.ts'
import { beyond, endingKey } from './fenced.ts'
import { coveringPairs, markOfNoun, markOfProject } from './pairs.ts'

export type Looking = {
  readonly asked: Asked
  readonly nouns: readonly NounName[]
  /** Of each noun. */
  readonly first: number
  readonly after?: string | null | undefined
  /** Leaves out what is retired: what a form may still choose. */
  readonly inUse: boolean
}
export type Hit = {
  readonly noun: NounName
  readonly id: string
  readonly at: Date
  readonly exact: boolean
  /** What it is called; of a customer the record says it, to whoever may read it. */
  readonly label: string
}
export type Group = { readonly noun: NounName; readonly hits: readonly Hit[]; readonly more: boolean; readonly cursor: string | undefined }

const cursorOf = ({ noun, at, id }: Hit) => Buffer.from(`${noun}|${at.toISOString()}|${id}`).toString('base64url')
const readCursor = (cursor: string, nouns: readonly NounName[]) => {
  const [noun = '', at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (nouns.length !== 1 || noun !== nouns[0] || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/u.test(id))
    throw new UnusableArgument('after', 'cursor')
  return { at, id }
}
const every = (conditions: readonly (string | undefined)[]) =>
  conditions.filter((one) => one !== undefined && one !== 'true').join(' and ') || 'true'

/**
 * So many of the newest are looked through before the index is asked: a word that every tenth record has is met among
 * them, and for one that is rarer the index has little to give.
 */
const lookedThrough = (limit: number) => Math.max(1_000, 80 * limit)

/** The newest of one noun that hold every term, as far as its readers' positions and tasks go. SEC-5 */
const ofEntries = (
  noun: NounName,
  { asked, first, after, inUse }: Looking,
  reader: Reader,
  statement: Statement,
  granted: string | undefined,
) => {
  const held = heldScope(noun, reader, statement)
  const readings = noun === 'unit' && asked.unit ? [asked.terms, asked.unit] : [asked.terms]
  const bound = readings.map((terms) => terms.map((term) => statement.bind(term)))
  const holds = `(${bound.map((terms) => terms.map((term) => `strpos(t.body, ${term}::text) > 0`).join(' and ')).join(' or ')})`
  const number = asked.terms.length === 1 ? statement.bind(asked.terms[0]) : undefined
  const exactly = number ? `coalesce(t.number = ${number}::text, false)` : 'false'
  const place = after ? readCursor(after, [noun]) : undefined
  const here = every([
    `t.noun = '${noun}'`,
    inUse ? 'not t.retired' : undefined,
    // the record whose number it is stood on the first page
    place && `(t.at, t.id) < (${statement.bind(place.at)}::timestamptz, ${statement.bind(place.id)}::uuid) and not ${exactly}`,
  ])
  const limit = first + 1
  const columns = `t.id, t.at, ${exactly} as exact, t.label`
  const near = () =>
    `near as materialized (select ${columns} from (select * from search_entry t where ${every([here, held])} order by t.at desc, t.id desc limit ${lookedThrough(limit)}) t where ${holds} limit ${limit})`
  const far = () => {
    const marked = readings.map((terms) => statement.bind([...new Set([markOfNoun(noun), ...terms.flatMap(coveringPairs)])]))
    const projects = reader.projectsOf(`${noun}.read`)
    const theirs =
      held === 'true' || projects === 'all' || !held.includes('project_id')
        ? 'true'
        : `t.pairs && ${statement.bind(projects.map(markOfProject))}::int[]`
    const indexed = `(${marked.map((pairs) => `t.pairs @> ${pairs}::int[]`).join(' or ')})`
    return `far as materialized (select ${columns} from search_entry t where (select count(*) from near) < ${limit} and ${every([here, indexed, theirs, held, holds])})`
  }
  const named = () =>
    number && !place
      ? [`named as materialized (select ${columns} from search_entry t where t.number = ${number}::text and ${every([here, held])})`]
      : []
  const lent = () =>
    held === 'true' || !granted
      ? []
      : [`lent as materialized (select ${columns} from search_entry t where t.id in (${granted}) and ${every([here, holds])})`]
  const sources = [...(held === 'false' ? [] : [near(), far(), ...named()]), ...lent()]
  if (sources.length === 0) return undefined
  const all = sources.map((source) => `select id, at, exact, label from ${source.slice(0, source.indexOf(' '))}`).join(' union ')
  return `(with ${sources.join(', ')} select '${noun}' as noun, id, at, exact, label from (${all}) hits order by exact desc, at desc, id desc limit ${limit})`
}

/** Customers by fragments of their names and by the ends of their phones: for those who see both, where they do. X-7, SEC-5 */
const ofCustomers = ({ asked, first, after, inUse }: Looking, reader: Reader, statement: Statement) => {
  if (!reader.may('customer.personal')) return undefined
  const held = every([heldScope('customer', reader, statement), heldScope('customer', reader, statement, 'customer.personal')])
  if (held.includes('false')) return undefined
  const begins = (prefix: string) =>
    `t.id in (select customer_id from customer_suffix where suffix >= ${statement.bind(prefix)}::text and suffix < ${statement.bind(beyond(prefix))}::text)`
  const named = every(asked.terms.map(begins))
  const called = asked.ending ? ` or ${begins(endingKey(asked.ending))}` : ''
  const place = after ? readCursor(after, ['customer']) : undefined
  const conditions = every([
    held,
    `(${named}${called})`,
    inUse ? `t.state = 'active'` : undefined,
    place && `(t.changed_at, t.id) < (${statement.bind(place.at)}::timestamptz, ${statement.bind(place.id)}::uuid)`,
  ])
  return `(select 'customer' as noun, t.id, t.changed_at as at, false as exact, '' as label from customer t where ${conditions} order by t.changed_at desc, t.id desc limit ${first + 1})`
}

/** What the reader may know of that holds every term: of each noun the newest, the one whose number it is before all. One statement. */
export const find = async (prisma: Reading, reader: Reader, now: Moment, looking: Looking): Promise<readonly Group[]> => {
  const statement = new Statement()
  if (looking.after) readCursor(looking.after, looking.nouns)
  const everywhere = looking.nouns.every((noun) => heldScope(noun, reader, new Statement()) === 'true')
  const granted = everywhere ? undefined : grantedIds(reader, now, statement)
  const branches = looking.nouns.flatMap(
    (noun) =>
      (noun === 'customer'
        ? ofCustomers(looking, reader, statement)
        : ofEntries(noun, looking, reader, statement, granted && 'select id from lent_ids')) ?? [],
  )
  if (branches.length === 0) return []
  const rows = await prisma.$queryRawUnsafe<Hit[]>(
    `${granted ? `with lent_ids(id) as materialized (${granted}) ` : ''}select noun, id::text as id, at, exact, label from (${branches.join(' union all ')}) found`,
    ...statement.values,
  )
  return looking.nouns.flatMap((noun) => {
    const hits = rows.filter((hit) => hit.noun === noun)
    const shown = hits.slice(0, looking.first)
    const last = shown.at(-1)
    const more = hits.length > looking.first
    return shown.length ? [{ noun, hits: shown, more, cursor: more && last ? cursorOf(last) : undefined }] : []
  })
}

/** What is kept of records by their ids; whether the reader may know of them is looked at with the records. */
export const hitsOf = (prisma: Reading, ids: readonly string[]): Promise<readonly Hit[]> =>
  prisma.$queryRawUnsafe<Hit[]>(
    `select noun, id::text as id, at, false as exact, label from search_entry where id = any($1::uuid[])
     union all select 'customer', id::text, changed_at, false, '' from customer where id = any($1::uuid[])`,
    ids,
  )
