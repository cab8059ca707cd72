import type pg from 'pg'
import { idOfPerson, near, place } from '../build/company.ts'

const columnsOf = async (pool: pg.Pool, table: string) => {
  const { rows } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = $1 order by ordinal_position`,
    [table],
  )
  return rows.map(({ column_name: name }) => name)
}

/** So many copies of one row, each different where it is said; `n` counts them. */
const copies = async (pool: pg.Pool, table: string, pattern: string, many: number, different: Readonly<Record<string, string>>) => {
  const names = await columnsOf(pool, table)
  await pool.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${names.map((name) => different[name] ?? `c."${name}"`).join(', ')} from ${table} c, generate_series(1, $2::int) n where c.id = $1`,
    [pattern, many],
  )
}
const oneOf = (list: readonly string[], n: string) => `(array[${list.map((one) => `'${one}'`).join(', ')}])[1 + (${n}) % ${list.length}]`
/** A number that looks as if it were drawn, the same every time, of another draw for each `which`. */
const drawn = (which: number, below: number) => `(hashint4(n * 31 + ${which}) & 2147483647) % ${below}`
const elements = ['interiorWall', 'bathroom', 'roof', 'window', 'door', 'exteriorWall']
const trades = ['civil', 'waterproofing', 'plumbing', 'electrical', 'decoration']

/**
 * A city of complaints in a throw-away database: twenty projects, twenty thousand homes, forty representatives; every
 * tenth case is open, the others were resolved over three years. Each field has the values it has in life, some rare.
 */
export const growCity = async (pool: pg.Pool, complaint: string, size: number) => {
  await copies(pool, 'project', near, 19, { id: 'gen_random_uuid()', name: `'楼盘' || n`, code: `'P' || n` })
  await copies(pool, 'building', place.building, 400, {
    id: 'gen_random_uuid()',
    name: `n || '栋'`,
    project_id: '(select id from project where code = $$P$$ || (1 + n % 19))',
  })
  await copies(pool, 'unit', place.unit, 20_000, { id: 'gen_random_uuid()', number: `n::text` })
  await copies(pool, 'customer', place.customer, 15_000, { id: 'gen_random_uuid()', name: `'业主' || n` })
  await copies(pool, 'person', idOfPerson('rep'), 40, { id: 'gen_random_uuid()', name: `'代表' || n`, email: `'rep' || n || '@city.test'` })
  await copies(pool, 'category', place.category, 30, { id: 'gen_random_uuid()', name_zh: `'分类' || n` })
  for (const table of ['project', 'building', 'unit', 'customer', 'person', 'category']) await pool.query(`analyze ${table}`)
  const ids = async (table: string, where = 'true') => {
    const { rows } = await pool.query<{ ids: string }>(`select array_agg(id order by id)::text as ids from ${table} where ${where}`)
    return `'${rows[0]?.ids}'::uuid[]`
  }
  const refs = {
    project: await ids('project'),
    building: await ids('building'),
    unit: await ids('unit'),
    customer: await ids('customer'),
    person: await ids('person', `email like 'rep%'`),
    category: await ids('category'),
  }
  const from = (which: number, array: string, many: number) => `(${array})[1 + ${drawn(which, many)}]`
  const open = `n % 10 = 0`
  const registered = `timestamptz '2026-11-24 12:00+08' - (n % 1000003) * interval '95 seconds'`
  const resolved = `${registered} + (1 + ${drawn(9, 30)}) * interval '1 day'`
  const different: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    number: `'TS-B-' || n`,
    history_key: 'null',
    project_id: from(1, refs.project, 20),
    building_id: from(2, refs.building, 400),
    unit_id: `case when ${drawn(3, 20)} > 0 then ${from(3, refs.unit, 20_000)} end`,
    customer_id: `case when ${drawn(4, 20)} > 0 then ${from(4, refs.customer, 15_000)} end`,
    representative_id: `case when ${drawn(5, 50)} > 0 then ${from(5, refs.person, 40)} end`,
    registered_by_id: from(6, refs.person, 40),
    category_id: from(7, refs.category, 31),
    state: `case when ${open} then ${oneOf(['registered', 'accepted', 'inProgress', 'inProgress', 'suspended', 'reopened'], drawn(8, 6))} else ${oneOf(['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'resolved', 'rejected', 'merged'], drawn(8, 10))} end`,
    severity: `case when ${drawn(10, 1000)} = 0 then 'litigated' when ${drawn(10, 1000)} < 10 then 'group' when ${drawn(10, 1000)} < 40 then 'major' when ${drawn(10, 1000)} < 200 then 'seriousQuality' else 'general' end`,
    kind: oneOf(['complaint', 'complaint', 'repairRequest', 'repairRequest', 'enquiry', 'suggestion'], drawn(11, 6)),
    channel: oneOf(['phone', 'phone', 'phone', 'visit', 'message', 'letter'], drawn(12, 6)),
    element: `case when ${drawn(13, 4)} > 0 then ${oneOf(elements, drawn(13, 6))} end`,
    trade: `case when ${drawn(14, 4)} > 0 then ${oneOf(trades, drawn(14, 5))} end`,
    title: `${oneOf(['卫生间', '客厅', '厨房', '主卧', '阳台', '外窗'], drawn(15, 6))} || ${oneOf(['漏水', '开裂', '空鼓', '堵塞'], drawn(16, 4))} || n`,
    registered_at: registered,
    accepted_at: `${registered} + interval '20 minutes'`,
    contacted_at: `case when ${drawn(17, 20)} > 0 then ${registered} + interval '90 minutes' end`,
    resolved_at: `case when not ${open} then ${resolved} end`,
    closed_at: `case when not ${open} and ${drawn(8, 10)} < 7 then ${resolved} + interval '3 days' end`,
    due_at: `case when ${open} then timestamptz '2026-11-24 12:00+08' + (${drawn(18, 40)} - 10) * interval '1 day' else '9999-12-31' end`,
    on_time: `case when not ${open} then ${drawn(19, 10)} > 1 end`,
    reopened_times: `greatest(0, ${drawn(20, 30)} - 26)`,
    satisfaction: `case when not ${open} then ${oneOf(['verySatisfied', 'satisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied'], drawn(21, 5))} end`,
  }
  await copies(pool, 'complaint', complaint, size, different)
  // what `search/pairs.ts` makes of number and title: every two neighbouring letters as one number
  await pool.query(
    `insert into search_entry (id, noun, project_id, at, number, retired, label, body, pairs)
     select c.id, 'complaint', c.project_id, c.registered_at, lower(c.number), false, c.title, body,
            array(select distinct (ascii(substr(body, i, 1)) << 16) | ascii(substr(body, i + 1, 1)) from generate_series(1, length(body) - 1) i)
     from complaint c, lateral (select lower(c.number) || E'\n' || c.title as body) b where c.number like 'TS-B-%'`,
  )
  await pool.query('vacuum analyze complaint')
  await pool.query('vacuum analyze search_entry')
}
