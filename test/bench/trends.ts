// `npm run bench -- trends`: figures over a million cases in a throw-away database, or over so many as are given: the sums
// of months with what waits for them, plain GROUP BY over the cases with the best index, a materialised view, and DuckDB
// over the same rows, side by side in one run, four rounds in turn, their answers held against each other before. Bounded.
import { mkdtempSync, rmSync, createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { openDatabase } from '@lintel/server/database/database.ts'
import { openRecords } from '@lintel/server/records/records.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { readerFrom } from '@lintel/server/schema/reader.ts'
import { asked, type Given } from '@lintel/server/trends/asked.ts'
import { dayFrom, monthOf } from '@lintel/server/trends/calendar.ts'
import { trendOf } from '@lintel/server/trends/figures.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { openThrowaway } from '@lintel/tooling/database/throwaway.ts'
import pg from 'pg'
import { foundCompany, idOfPerson } from '../build/company.ts'
import { at } from '../build/town.ts'
import { growFigures } from './trend-facts.ts'

const size = Number(process.argv[2] ?? 1_000_000)
const rounds = 4
const now = at('2026-11-30 18:00')
const today = dayFrom('2026-11-30') ?? 0
const month = monthOf(today)
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const throwaway = await openThrowaway('trends')
const folder = mkdtempSync(join(tmpdir(), 'lintel-trends-'))
try {
  const { ownerUrl, databaseUrl } = throwaway.urls('trends')
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder: folder })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2, options: '-c statement_timeout=0' })
  owner.on('error', () => {})
  const began = performance.now()
  const { project } = await growFigures(owner, size, today)
  const { rows: counted } = await owner.query<{ n: string; waiting: string; sums: string }>(
    `select (select count(*) from trend_complaint where counted) as n, (select count(*) from trend_delta) as waiting, (select count(*) from trend_sum) as sums`,
  )
  console.log(
    `  ${Number(counted[0]?.n).toLocaleString('en')} cases, ${Number(counted[0]?.sums).toLocaleString('en')} sums, ${Number(counted[0]?.waiting).toLocaleString('en')} waiting (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  )

  // the best index of each question, and the view others would make
  await owner.query('create index best_project on trend_complaint (project, month, category)')
  await owner.query('create index best_month on trend_complaint (month, project, category, contractor)')
  await owner.query('create index best_close on trend_complaint (category, close_s)')
  await owner.query(
    'create materialized view cells as select month, project, category, contractor, count(*)::int as n from trend_complaint where counted group by 1, 2, 3, 4',
  )
  await owner.query('create index on cells (month)')
  await owner.query('vacuum analyze trend_complaint; ').catch(() => {})

  const duck = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const file = join(folder, 'cases.csv')
  const client = await owner.connect()
  const out = createWriteStream(file)
  await client.query(
    'begin; declare every cursor for select month, project, category, contractor, close_s from trend_complaint where counted',
  )
  for (;;) {
    const { rows } = await client.query<(number | null)[]>({ text: 'fetch 50000 from every', rowMode: 'array' } as never)
    if (rows.length === 0) break
    if (!out.write(`${rows.map((row) => row.join(',')).join('\n')}\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  await client.query('commit')
  client.release()
  await duck.run(
    `create table cases as select * from read_csv('${file}', header = false, nullstr = '', columns = {month: 'int', project: 'int', category: 'int', contractor: 'int', close_s: 'int'})`,
  )

  const database = openDatabase(databaseUrl)
  const records = await openRecords({ pool: database.pool, dataFolder: folder })
  const reader = readerFrom(await records.company(), idOfPerson('manager'))
  if (!reader) throw new Error('nobody asks')
  const figures = async (given: Given) => {
    const found = await database.snapshot(60_000, new AbortController().signal, (snapshot) =>
      trendOf(snapshot, reader, 'zh', asked(reader, given, now)),
    )
    if (!found) throw new Error('took too long')
    return found
  }
  const { rows: named } = await owner.query<{ value: string }>('select value from trend_key where key = $1', [project])
  const one = globalId('Project', named[0]?.value ?? '')

  const sql = async (text: string) => (await owner.query<{ n: number }>(text)).rows.map(({ n }) => Math.round(Number(n)))
  const ducked = async (text: string) => (await duck.runAndReadAll(text)).getRowObjects().map((row) => Math.round(Number(row['n'])))
  type Answer = () => Promise<readonly number[]>
  const numbers = (rows: readonly number[]) =>
    rows
      .toSorted((a, b) => b - a)
      .slice(0, 20)
      .join(' ')
  const top = (given: Given) => async () => (await figures(given)).rows.map(({ values }) => Math.round(values[0]?.value ?? 0))
  const cells = (from: string) =>
    `select count(*)::int as n from ${from} where month between ${month - 11} and ${month} group by month, project, category, contractor order by n desc limit 20`
  const growth = (from: string, n: string) =>
    `select (sum(case when month > ${month - 3} then ${n} else 0 end) - sum(case when month <= ${month - 3} then ${n} else 0 end))::int as n
     from ${from} where month between ${month - 5} and ${month} group by project, category, contractor order by n desc limit 20`
  const grown = async () => {
    const { rows } = await figures({
      by: ['project', 'category', 'contractor'],
      measures: ['count'],
      from: '2026-09-01',
      until: '2026-11-30',
      compare: 'previousPeriod',
      first: 1000,
    })
    return rows.map(({ values: [value] }) => (value?.value ?? 0) - (value?.before?.value ?? 0))
  }
  const categories = `from %s where project = ${project} and month between ${month - 35} and ${month} group by month, category`
  const questions: Readonly<
    Record<
      string,
      { readonly ours: Answer; readonly plain: Answer; readonly view?: Answer; readonly duck: Answer; readonly same?: boolean }
    >
  > = {
    'top groups of project × category × contractor, 12 months': {
      ours: top({ by: ['project', 'category', 'contractor'], measures: ['count'], from: '2025-12-01', until: '2026-11-30', first: 20 }),
      plain: () => sql(cells('trend_complaint').replace('group by month, ', 'group by ')),
      view: () => sql(cells('cells').replace('count(*)', 'sum(n)').replace('group by month, ', 'group by ')),
      duck: () => ducked(cells('cases').replace('group by month, ', 'group by ')),
    },
    'top cells of month × project × category × contractor, 12 months': {
      ours: async () =>
        (
          await figures({
            by: ['project', 'category', 'contractor'],
            grain: 'month',
            measures: ['count'],
            from: '2025-12-01',
            until: '2026-11-30',
            first: 1000,
          })
        ).rows.map(({ values }) => values[0]?.value ?? 0),
      plain: () => sql(cells('trend_complaint')),
      view: () => sql(cells('cells').replace('count(*)', 'sum(n)')),
      duck: () => ducked(cells('cases')),
      same: false,
    },
    'one project, 36 months by category': {
      ours: async () =>
        (
          await figures({
            by: ['category'],
            grain: 'month',
            measures: ['count'],
            from: '2023-12-01',
            until: '2026-11-30',
            filter: [{ dimension: 'project', in: [one] }],
          })
        ).rows.map(({ values }) => values[0]?.value ?? 0),
      plain: () => sql(`select count(*)::int as n ${categories.replace('%s', 'trend_complaint')}`),
      view: () => sql(`select sum(n)::int as n ${categories.replace('%s', 'cells')}`),
      duck: () => ducked(`select count(*)::int as n ${categories.replace('%s', 'cases')}`),
    },
    'top growth, 3 months on 3, with contractor': {
      ours: grown,
      plain: () => sql(growth('trend_complaint', '1')),
      view: () => sql(growth('cells', 'n')),
      duck: () => ducked(growth('cases', '1')),
      same: false,
    },
    'exact median time to close by category': {
      ours: top({ by: ['category'], measures: ['closeMedian'], from: '2020-01-01', until: '2026-11-30' }),
      plain: () =>
        sql('select percentile_cont(0.5) within group (order by close_s) as n from trend_complaint where counted group by category'),
      duck: () => ducked('select quantile_cont(close_s, 0.5) as n from cases group by category'),
    },
  }
  for (const [name, { same, ...peers }] of Object.entries(questions)) {
    const answers = await Promise.all(Object.values(peers).map(async (answer) => numbers(await answer())))
    // groups beyond the first thousand are not among ours
    if (same !== false && new Set(answers).size > 1) throw new Error(`${name}: ${answers.join(' | ')}`)
    const times = new Map<string, number[]>(Object.keys(peers).map((peer) => [peer, []]))
    for (let round = 0; round < rounds; round++)
      for (const [peer, answer] of Object.entries(peers)) {
        const start = performance.now()
        await answer()
        times.get(peer)?.push(performance.now() - start)
      }
    console.log(`  ${name.padEnd(66)}${[...times].map(([peer, of]) => `${peer} ${median(of).toFixed(1)}`).join('  ')} ms`)
  }

  const pairs = ['element', 'category', 'severity', 'channel', 'kind', 'trade', 'houseType', 'contractor', 'representative', 'age'] as const
  const took: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const other of pairs) {
      const start = performance.now()
      await figures({ by: ['project', other], measures: ['count', 'open', 'onTimeShare'], from: '2021-12-01', until: '2026-11-30' })
      took.push(performance.now() - start)
    }
  console.log(
    `  project × ten others, three measures, five years: p50 ${median(took).toFixed(0)} ms, p95 ${(took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0).toFixed(0)} ms`,
  )
  const rest: Readonly<Record<string, Given>> = {
    'kind × channel × severity by month, five years, from the cases': {
      by: ['kind', 'channel', 'severity'],
      grain: 'month',
      measures: ['count', 'onTimeShare'],
      from: '2021-12-01',
      until: '2026-11-30',
    },
    'median and 90 % to resolve by element, five years, from the cases': {
      by: ['element'],
      measures: ['resolveMedian', 'resolveP90'],
      from: '2021-12-01',
      until: '2026-11-30',
    },
  }
  for (const [name, given] of Object.entries(rest)) {
    const start = performance.now()
    await figures(given)
    console.log(`  ${name}: ${(performance.now() - start).toFixed(0)} ms`)
  }
  await records.close()
  await database.close()
  await owner.end()
} finally {
  await throwaway.stop()
  rmSync(folder, { recursive: true, force: true })
}
