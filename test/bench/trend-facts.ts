import { dimensionOf } from '@lintel/server/trends/registry.ts'
import { rolls } from '@lintel/server/trends/rolls.ts'
import type pg from 'pg'

/** How many there are of what cases are counted by. */
const many = {
  project: 60,
  building: 600,
  category: 8,
  subcategory: 40,
  element: 16,
  trade: 11,
  channel: 10,
  severity: 5,
  kind: 4,
  representative: 40,
  houseType: 12,
}
const contractorsOfProject = 3
const years = 5

/** A number that looks as if it were drawn, the same every time, of another draw for each `which`. */
const drawn = (which: number, below: number) => `((hashint4(n * 31 + ${which}) & 2147483647) % ${below})`

/**
 * So many cases of five years as `trend_refresh` would have counted them, in a throw-away database: registered evenly up to
 * the last day, nine of ten closed, one of twenty reopened; and their sums.
 */
export const growFigures = async (owner: pg.Pool, size: number, lastDay: number) => {
  for (const [of, count] of Object.entries(many))
    await owner.query(
      `insert into trend_key (of, value) select $1, case when $1 in ('project', 'building', 'category', 'representative') then gen_random_uuid()::text else 'v' || n end from generate_series(1, $2::int) n`,
      [of === 'subcategory' ? 'category' : of, count],
    )
  await owner.query(
    `insert into trend_key (of, value) select 'contractor', gen_random_uuid()::text from generate_series(1, ${many.project * contractorsOfProject})`,
  )
  const { rows } = await owner.query<{ of: string; first: number }>('select of, min(key)::int as first from trend_key group by of')
  const first = new Map(rows.map(({ of, first: key }) => [of, key]))
  const one = (of: string, which: number, count: number) => `${first.get(of)} + ${drawn(which, count)}`
  const project = drawn(1, many.project)
  const day = `${lastDay} - ((n::bigint * 7919) % ${years * 365})::int`
  await owner.query(
    `insert into trend_complaint
       select gen_random_uuid(), day, trend_month_of(date '1970-01-01' + day), project, building, contractor, trade, category, subcategory, element, channel,
              severity, kind, representative, house_type, age, true, open, reopened, case when not open then on_time end, accept_s, resolve_s, case when not open then close_s end
       from (select ${day} as day, ${first.get('project')} + ${project} as project, ${first.get('building')} + ${project} * 10 + ${drawn(2, 10)} as building,
              case when ${drawn(3, 3)} > 0 then ${first.get('contractor')} + ${project} * ${contractorsOfProject} + ${drawn(4, contractorsOfProject)} else 0 end as contractor,
              ${one('trade', 5, many.trade)} as trade, ${one('category', 6, many.category)} as category, ${one('category', 6, many.category)} + 8 as subcategory,
              ${one('element', 7, many.element)} as element, ${one('channel', 8, many.channel)} as channel, ${one('severity', 9, many.severity)} as severity,
              ${one('kind', 10, many.kind)} as kind, ${one('representative', 11, many.representative)} as representative, ${one('houseType', 12, many.houseType)} as house_type,
              (${drawn(13, 121)})::smallint as age, ${drawn(14, 10)} = 0 as open, ${drawn(15, 20)} = 0 as reopened, ${drawn(16, 10)} > 1 as on_time,
              60 + ${drawn(17, 7200)} as accept_s, 3600 + ${drawn(18, 1_500_000)} as resolve_s, 7200 + ${drawn(18, 1_500_000)} + ${drawn(19, 300_000)} as close_s
             from generate_series(1, ${size}) n) made`,
  )
  const dims =
    'project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age'
  const sums = 'count(*), count(*) filter (where open), count(*) filter (where reopened), count(*) filter (where on_time), count(on_time)'
  // one of a thousand waits to be folded, as in life; the others are where folding brings them
  const waits = 'get_byte(uuid_send(id), 1) * 4 + (get_byte(uuid_send(id), 2) & 3) = 7'
  await owner.query(
    `insert into trend_delta (month, ${dims}, n, open, reopened, on_time, timed) select month, ${dims}, ${sums} from trend_complaint where ${waits} group by month, ${dims}`,
  )
  for (const { roll, of } of rolls) {
    const columns = of.map((name) => dimensionOf(name).column)
    const letters = [0, 1, 2].map((n) => columns[n] ?? '0')
    await owner.query(
      `insert into trend_sum select ${roll}, month, ${letters.join(', ')}, ${sums} from trend_complaint where not (${waits}) group by ${['month', ...columns].join(', ')}`,
    )
  }
  for (const table of ['trend_complaint', 'trend_sum', 'trend_delta']) await owner.query(`vacuum analyze ${table}`)
  return { project: first.get('project') ?? 0 }
}
