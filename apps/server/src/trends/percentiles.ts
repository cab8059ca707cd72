import type { Snapshot } from '../database/snapshots.ts'

/** What is counted, as the parts of a statement that has a row a record as `f`. */
export type Counted = {
  /** Tables of its own that the statement begins with. */
  readonly cte: string | undefined
  readonly from: string
  readonly where: readonly string[]
  /** `f.project as k0`, …: what it is grouped by, and what that is called. */
  readonly columns: readonly string[]
  readonly named: readonly string[]
  /** Which of them together: each of these groups has a percentile of its own. */
  readonly sets: readonly (readonly string[])[]
  readonly values: readonly unknown[]
}
type Row = Readonly<Record<string, number | string | null>>

/** Of a group by its names, as `placeOf` writes it, and of a share between 0 and 1: seconds. */
export type Percentiles = ReadonlyMap<string, number>
export const placeOf = (g: number, named: readonly string[], row: Row, share: number) =>
  [g, ...named.map((name) => row[name] ?? ''), share].join('|')

/** A number for each set: a bit for every name that is not in it, as `grouping` gives it. */
const numberOf = (named: readonly string[], set: readonly string[]) =>
  named.reduce((sum, name) => sum * 2 + (set.includes(name) ? 0 : 1), 0)
// stretches one per cent wide: few enough to be counted by hundreds of groups, narrow enough to hold few of millions of records
const stretch = (seconds: string) => `floor(ln(greatest(${seconds}, 0) + 1) * 100)::int`

/**
 * Exactly what `percentile_cont` gives, without putting millions of durations in order: how many there are in each stretch of
 * time says in which the wanted one lies, and only the records of that stretch are looked at. Both are done by as many
 * processes as the database has. Y-1
 */
export const percentilesOf = async (
  snapshot: Snapshot,
  { cte, from, where, columns, named, sets, values }: Counted,
  seconds: string,
  shares: readonly number[],
): Promise<Percentiles> => {
  const list = (names: readonly string[], of = '') => names.map((name) => `${of}${name}, `).join('')
  const rows = `select ${columns.map((one) => `${one}, `).join('')}${seconds} as s, ${stretch(seconds)} as b from ${from} where ${[...where, `${seconds} is not null`].join(' and ')}`
  const near = sets.map((set) => {
    const g = numberOf(named, set)
    const own = named.map((name) => `${set.includes(name) ? `f.${name}` : 'null::int as ' + name}, `).join('')
    const same = set.map((name) => ` and d.${name} = f.${name}`).join('')
    return `select ${g} as g, ${own}f.b, f.s, d.before from (${rows}) f join (select distinct ${list(set)}b, before from need where g = ${g}) d on d.b = f.b${same}`
  })
  const found = await snapshot<Row>(
    `with ${cte ? `${cte}, ` : ''}stretches as materialized (select ${list(named)}b, count(*) as n from (${rows}) f group by ${list(named)}b),
     every as (select ${list(named)}${named.length ? `grouping(${named.join(', ')})` : '0'} as g, b, sum(n) as n from stretches
               group by grouping sets (${sets.map((set) => `(${list(set)}b)`).join(', ')})),
     counted as (select *, sum(n) over (partition by g${named.map((name) => `, ${name}`).join('')} order by b) - n as before,
                        sum(n) over (partition by g${named.map((name) => `, ${name}`).join('')}) as total from every),
     need as materialized (select ${list(named)}g, b, before, share, (total - 1)::float8 * share as at from counted, unnest(array[${shares.join(', ')}]::float8[]) share
                           where floor((total - 1)::float8 * share) < before + n and ceil((total - 1)::float8 * share) >= before),
     ordered as (select *, before + row_number() over (partition by g, ${list(named)}b order by s) - 1 as rank from (${near.join(' union all ')}) near),
     ends as (select ${list(named, 'n.')}n.g, n.share, n.at, min(o.s) filter (where o.rank = floor(n.at)) as lower, min(o.s) filter (where o.rank = ceil(n.at)) as upper
              from need n join ordered o on o.g = n.g and o.b = n.b${named.map((name) => ` and o.${name} is not distinct from n.${name}`).join('')}
              group by ${list(named, 'n.')}n.g, n.share, n.at)
     select ${list(named)}g, share, max(lower) + (at - floor(at)) * (max(upper) - max(lower)) as seconds from ends group by ${list(named)}g, share, at`,
    values,
  )
  return new Map(found.map((row) => [placeOf(Number(row['g']), named, row, Number(row['share'])), Number(row['seconds'])]))
}
