import { Statement } from '../fields/readable.ts'
import type { Reader } from '../schema/context.ts'
import { aggregates, isGuarded, toldCells } from './guard.ts'
import { NotAsked, most, type Ask, type Kept } from './asked.ts'
import { bucketSql, type Days } from './calendar.ts'
import { countedOf, dimensionOf, subjects, type MeasureName, type SubjectName } from './registry.ts'
import { percentilesOf, placeOf, type Counted, type Percentiles } from './percentiles.ts'
import { rolledSource } from './rolled.ts'
import type { Snapshot } from '../database/snapshots.ts'

/** What was counted of a measure in a group: its part, how many records are behind it, and its percentile. */
export type Part = { readonly part: bigint; readonly of: number; readonly seconds: number | null }
/** A group by its keys, in a stretch of time. */
export type Cell = {
  readonly keys: readonly number[]
  readonly bucket: number | undefined
  readonly parts: ReadonlyMap<MeasureName, Part>
}
/** Groups in their stretches of time; where a percentile is asked for, which does not add up, groups over all of it and all together too. */
export type Cells = {
  readonly each: readonly Cell[]
  readonly groups: readonly Cell[]
  readonly total: Cell | undefined
  /** How many cells were kept back. */ readonly hidden: number
}

type Row = Readonly<Record<string, string | number | null>>

/** One condition over a table of figures as `f`. */
export const conditionOf = ({ dimension, values, none }: Kept, statement: Statement): string => {
  const { column, key, kind } = dimensionOf(dimension)
  if (kind === 'months') {
    const wanted = `f.${column} = any(${statement.bind(values.map(Number))}::int[])`
    return none ? `(${wanted} or f.${column} = -1)` : wanted
  }
  const wanted = `f.${column} in (select key from trend_key where of = '${key}' and value = any(${statement.bind(values)}::text[]))`
  return none ? `(${wanted} or f.${column} = 0)` : wanted
}
export const projectsOf = (subject: SubjectName, reader: Reader) =>
  reader.projectsOf(isGuarded(reader, subject) ? aggregates : `${subjects[subject].noun}.read`)
/** Where the reader reads, as a condition over a table of figures as `f`. P-1 */
export const placesOf = (subject: SubjectName, reader: Reader, statement: Statement): string => {
  const projects = projectsOf(subject, reader)
  return projects === 'all'
    ? 'true'
    : `f.project in (select key from trend_key where of = 'project' and value = any(${statement.bind(projects)}::text[]))`
}

const partsIn = (names: readonly MeasureName[], row: Row, seconds: (name: MeasureName) => number | null): ReadonlyMap<MeasureName, Part> =>
  new Map(names.map((name, n) => [name, { part: BigInt(row[`p${n}`] ?? 0), of: Number(row[`o${n}`] ?? 0), seconds: seconds(name) }]))

/** Looks up the percentiles of the durations asked for, one column of the table after another. */
const durationsIn = async (snapshot: Snapshot, counted: Counted, names: readonly MeasureName[]) => {
  const asked = names.flatMap((name) => {
    const measure = countedOf(name)
    return measure.kind === 'duration' ? [measure] : []
  })
  const columns = new Map<string, Percentiles>()
  for (const [seconds, measures] of Map.groupBy(asked, (measure) => measure.seconds))
    columns.set(seconds, await percentilesOf(snapshot, counted, seconds, [...new Set(measures.map(({ at }) => at))]))
  return (name: MeasureName, row: Row): number | null => {
    const measure = countedOf(name)
    if (measure.kind !== 'duration') return null
    return columns.get(measure.seconds)?.get(placeOf(Number(row['g']), counted.named, row, measure.at)) ?? null
  }
}

/** Which groups are meant: all; or all but these, taken together. */
export type But = { readonly but: readonly (readonly number[])[] } | undefined

const isDuration = (name: MeasureName) => countedOf(name).kind === 'duration'

/** Counts what is asked of one subject over some days, from the table with a row a record. */
export const countFacts = async (
  snapshot: Snapshot,
  reader: Reader,
  ask: Ask,
  subject: SubjectName,
  names: readonly MeasureName[],
  days: Days,
  meant: But,
): Promise<Cells> => {
  const { table, counts } = subjects[subject]
  const statement = new Statement()
  const by = meant ? [] : ask.by
  const places = placesOf(subject, reader, statement)
  const guarded = isGuarded(reader, subject)
  const rolled = guarded ? undefined : rolledSource(ask, subject, names, days, places !== 'true', statement)
  const within = rolled
    ? [places]
    : [counts, `f.day between ${statement.bind(days.from)}::int and ${statement.bind(days.until)}::int`, places]
  // of what the reader may not read, one measure at a time, each by cells of its own
  const [only] = names
  const guard = only && guarded ? toldCells(countedOf(only), ask.guardedBy, within.join(' and '), statement) : undefined
  const where = [...within, ...ask.filter.map((one) => conditionOf(one, statement))]
  if (meant)
    where.push(
      `(${ask.by.map((name) => `f.${dimensionOf(name).column}`).join(', ')}) not in (select * from unnest(${ask.by.map((_, n) => `${statement.bind(meant.but.map((keys) => keys[n]))}::int[]`).join(', ')}))`,
    )
  const keys = by.map((name, n) => `f.${dimensionOf(name).column} as k${n}`)
  const columns = [...keys, ...(ask.grain ? [`${bucketSql[ask.grain]} as bucket`] : [])]
  const named = [...by.map((_, n) => `k${n}`), ...(ask.grain ? ['bucket'] : [])]
  const durations = names.some(isDuration)
  const sets = [named, ...(durations && ask.grain && named.length ? [named.slice(0, -1)] : []), ...(durations && by.length ? [[]] : [])]
  const partOf = (name: MeasureName) => {
    const measure = countedOf(name)
    if (measure.kind === 'duration') return { part: '0', of: measure.of }
    return (rolled ? measure.rolled : undefined) ?? measure
  }
  const counted = names.flatMap((name, n) => [`coalesce(${partOf(name).part}, 0) as p${n}`, `${partOf(name).of} as o${n}`])
  const summed = names.flatMap((_, n) => [`sum(p${n})::text as p${n}`, `sum(o${n})::int as o${n}`])
  const from = `${rolled ?? table} f ${guard?.join ?? ''}`
  const groups = named.length ? `group by ${named.join(', ')}` : ''
  // the groups are counted by several processes; what they come to together, of the groups
  const rows = await snapshot<Row>(
    `with ${guard ? `${guard.cte}, ` : ''}groups as materialized (
       select ${[...named, ...counted].join(', ')} from (select ${[...columns, 'f.*'].join(', ')} from ${from} where ${where.join(' and ')}) f
       ${groups} ${rolled && named.length ? 'having sum(f.n) > 0' : ''} limit ${most.groups + 1})
     select ${[...named, ...(named.length ? [`grouping(${named.join(', ')}) as g`] : ['0 as g']), ...summed, guard ? `(${guard.hidden})::int as hidden` : '0 as hidden'].join(', ')}
     from groups group by grouping sets (${sets.map((set) => `(${set.join(', ')})`).join(', ')}) limit ${most.groups + 1}`,
    statement.values,
  )
  if (rows.length > most.groups) throw new NotAsked('by', 'tooWide')
  const timed = await durationsIn(snapshot, { cte: guard?.cte, from, where, columns, named, sets, values: statement.values }, names)
  const cells = rows.map((row) => ({
    g: Number(row['g']),
    cell: {
      keys: by.map((_, n) => Number(row[`k${n}`])),
      bucket: ask.grain && row['bucket'] !== null ? Number(row['bucket']) : undefined,
      parts: partsIn(names, row, (name) => timed(name, row)),
    },
  }))
  const everything = (1 << named.length) - 1
  return {
    each: cells.flatMap(({ g, cell }) => (g === 0 ? [cell] : [])),
    groups: cells.flatMap(({ g, cell }) => (g !== 0 && g !== everything ? [cell] : [])),
    total: cells.find(({ g }) => g === everything)?.cell,
    hidden: Number(rows[0]?.['hidden'] ?? 0),
  }
}
