import type { Cell, Dimension } from '@lintel/domain'
import type pg from 'pg'
import { beginOf } from './months.ts'

/** An element of the building with a top category; no element is ''. */
export type CellKey = { readonly element: string; readonly category: string }
type Client = Pick<pg.Pool, 'query'>

/** What counts: complaints and repair requests that were right and are not another's duplicate. History counts as well. C-15 */
export const counted = `c.kind in ('complaint', 'repairRequest') and c.state not in ('rejected', 'merged')`
const top = `coalesce(k.above_ids[1], k.id)`
export const joined = `complaint c join category k on k.id = c.category_id left join unit u on u.id = c.unit_id`
export const ofCell = `coalesce(c.element, '') = $1 and ${top} = $2::uuid`
/** What was taken over from elsewhere may say the home alone. */
export const building = `coalesce(c.building_id, u.building_id)`
/** The contractor of its latest notice that was not withdrawn. */
export const contractor = `left join lateral (
  select n.contractor_id from notice_complaint nc join notice n on n.id = nc.notice_id
  where nc.complaint_id = c.id and n.state <> 'withdrawn' order by n.drafted_at desc, n.id limit 1) w on true`
const month = `to_char(c.registered_at at time zone 'Asia/Shanghai', 'YYYY-MM')`

/** Every cell with what its complaints come to, so that only those are worked out again whose complaints changed. */
export const cellsIn = async (
  client: Client,
  months: readonly string[],
): Promise<readonly (CellKey & { readonly fingerprint: string })[]> => {
  const { rows } = await client.query<CellKey & { fingerprint: string }>(
    `select coalesce(c.element, '') as element, ${top}::text as category,
            count(*) || ' ' || sum(hashtextextended(concat_ws(' ', c.id, c.unit_id, c.building_id, c.title), 0)) as fingerprint
     from ${joined} where c.registered_at >= $1::timestamptz and ${counted} group by 1, 2 order by 1, 2`,
    [beginOf(months[0] ?? '')],
  )
  return rows
}

/** Units handed over by the end of each month, by project, building and house type; read once for all cells. */
export type HandedOver = ReadonlyMap<string, readonly number[]>
export const handedOverBy = async (client: Client, months: readonly string[]): Promise<HandedOver> => {
  const { rows } = await client.query<{ dimension: string; value: string; month: string; n: number }>(
    `with u as (select project_id, building_id, house_type, to_char(handed_over_on, 'YYYY-MM') as month from unit where handed_over_on is not null)
     select case when grouping(project_id) = 0 then 'project' when grouping(building_id) = 0 then 'building'
                 when grouping(house_type) = 0 then 'houseType' else 'company' end as dimension,
            coalesce(project_id::text, building_id::text, house_type, '') as value, month, count(*)::int as n
     from u group by grouping sets ((month), (month, project_id), (month, building_id), (month, house_type))`,
  )
  const all = new Map<string, number[]>()
  for (const { dimension, value, month: from, n } of rows) {
    const series = all.get(`${dimension} ${value}`) ?? months.map(() => 0)
    all.set(
      `${dimension} ${value}`,
      series.map((units, t) => units + ((months[t] ?? '') >= from ? n : 0)),
    )
  }
  return all
}

type Counted = { dimension: Dimension | 'works'; value: string; of: string | null; month: string; n: number }
const countsOf = async (client: Client, { element, category }: CellKey, months: readonly string[]): Promise<readonly Counted[]> => {
  const { rows } = await client.query<Counted>(
    `with c as (
       select ${month} as month, c.project_id, ${building} as building_id, u.house_type, w.contractor_id
       from ${joined} ${contractor}
       where ${ofCell} and c.registered_at >= $3::timestamptz and ${counted})
     select case when grouping(project_id, contractor_id) = 0 then 'works' when grouping(project_id) = 0 then 'project'
                 when grouping(building_id) = 0 then 'building' when grouping(house_type) = 0 then 'houseType'
                 when grouping(contractor_id) = 0 then 'contractor' else 'company' end as dimension,
            coalesce(contractor_id::text, project_id::text, building_id::text, house_type, '') as value, project_id::text as of,
            month, count(*)::int as n
     from c where month = any($4::text[])
     group by grouping sets ((month), (month, project_id), (month, building_id), (month, house_type), (month, contractor_id),
                             (month, project_id, contractor_id))`,
    [element, category, beginOf(months[0] ?? ''), months],
  )
  // what lies nowhere is in no place, and a place that is not known is none
  return rows.filter(({ dimension, value }) => dimension === 'company' || value !== '')
}

/** How many of all cells' complaints lie in each place, over the months concentration is looked at. */
export type Everywhere = ReadonlyMap<string, number>
export const everywhereIn = async (client: Client, months: readonly string[]): Promise<Everywhere> => {
  const { rows } = await client.query<{ dimension: string; value: string; n: number }>(
    `select case when grouping(c.project_id) = 0 then 'project' when grouping(${building}) = 0 then 'building' else 'houseType' end as dimension,
            coalesce(c.project_id::text, (${building})::text, u.house_type, '') as value, count(*)::int as n
     from ${joined} where c.registered_at >= $1::timestamptz and ${month} = any($2::text[]) and ${counted}
     group by grouping sets ((c.project_id), (${building}), (u.house_type))`,
    [beginOf(months[0] ?? ''), months],
  )
  return new Map(rows.filter(({ value }) => value !== '').map(({ dimension, value, n }) => [`${dimension} ${value}`, n]))
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const upTo = (counts: readonly number[], recent: number) => sum(counts.slice(-recent))

/**
 * Exposure where it is known. A place that had cases before anything was handed over there is compared with itself alone: with an
 * exposure that stands still at what is usual for such places.
 */
const exposed = <P extends { readonly counts: readonly number[]; readonly exposure: readonly number[] | undefined }>(
  alike: readonly P[],
): readonly P[] => {
  const fits = ({ counts, exposure }: P) => exposure !== undefined && counts.every((n, t) => n === 0 || (exposure[t] ?? 0) > 0)
  const known = alike.filter(fits)
  if (known.length === 0) return alike.map((one) => ({ ...one, exposure: undefined }))
  const usual = sum(known.map(({ exposure }) => exposure?.at(-1) ?? 0)) / known.length
  return alike.map((one) => (fits(one) ? one : { ...one, exposure: one.counts.map(() => usual) }))
}

/** A cell as it is tested: its counts by month, and in each place how much one would expect. */
export const cellOf = async (
  client: Client,
  key: CellKey,
  months: readonly string[],
  { handedOver, everywhere, recent }: { readonly handedOver: HandedOver; readonly everywhere: Everywhere; readonly recent: number },
): Promise<Cell<CellKey>> => {
  const rows = await countsOf(client, key, months)
  const series = new Map<string, number[]>()
  for (const { dimension, value, of, month: at, n } of rows) {
    const name = dimension === 'works' ? `works ${of ?? ''} ${value}` : `${dimension} ${value}`
    const counts = series.get(name) ?? months.map(() => 0)
    counts[months.indexOf(at)] = n
    series.set(name, counts)
  }
  const of = (dimension: string) =>
    [...series].flatMap(([name, counts]) => (name.startsWith(`${dimension} `) ? [{ value: name.slice(dimension.length + 1), counts }] : []))
  /** Of a project's cases with a contractor, how much is whose. */
  const works = of('works').map(({ value, counts }) => {
    const [project = '', who = ''] = value.split(' ')
    return { project, who, n: sum(counts) }
  })
  const inProject = new Map<string, number>()
  for (const { project, n } of works) inProject.set(project, (inProject.get(project) ?? 0) + n)
  const mixed = (who: string, value: (project: string) => number) =>
    sum(works.filter((one) => one.who === who).map(({ project, n }) => (n / (inProject.get(project) ?? n)) * value(project)))

  const others = (dimension: string, value: string) =>
    (everywhere.get(`${dimension} ${value}`) ?? 0) - upTo(series.get(`${dimension} ${value}`) ?? [], recent)
  const allOthers = (dimension: string) =>
    sum([...everywhere].map(([name, n]) => (name.startsWith(`${dimension} `) ? n : 0))) -
    sum(of(dimension).map(({ counts }) => upTo(counts, recent)))
  const projects = allOthers('project')

  const placed = (dimension: Exclude<Dimension, 'company' | 'contractor'>) => {
    const all = allOthers(dimension)
    return exposed(
      of(dimension).map(({ value, counts }) => ({
        dimension,
        value,
        counts,
        exposure: handedOver.get(`${dimension} ${value}`),
        share: (others(dimension, value) + 0.5) / (all + 1),
      })),
    )
  }
  const contractors = exposed(
    of('contractor').map(({ value, counts }) => ({
      dimension: 'contractor' as const,
      value,
      counts,
      exposure: months.map((_, t) => mixed(value, (project) => handedOver.get(`project ${project}`)?.[t] ?? 0)),
      // who works where is known: a contractor is expected to have what its projects have
      share: (mixed(value, (project) => others('project', project)) + 0.5) / (projects + 1),
    })),
  )
  return {
    key,
    whole: exposed([{ counts: series.get('company ') ?? months.map(() => 0), exposure: handedOver.get('company ') }])[0] ?? { counts: [] },
    places: [...placed('project'), ...placed('building'), ...placed('houseType'), ...contractors],
  }
}
