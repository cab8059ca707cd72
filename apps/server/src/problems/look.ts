import {
  discoveries,
  isRefusal,
  method,
  testsOf,
  type Found,
  type Moment,
  type Problem,
  type ProblemEvidence,
  type Tested,
} from '@lintel/domain'
import type pg from 'pg'
import type { Records } from '../records/records.ts'
import { system } from '../records/company.ts'
import { revived } from '../records/document.ts'
import { idFrom } from '../records/identity.ts'
import { cellOf, cellsIn, everywhereIn, handedOverBy, type CellKey } from './cells.ts'
import { alike, groupsOf, middleOf, sharedWords } from './groups.ts'
import { beginOf, monthsUpTo } from './months.ts'
import { cosine, vectorOf } from './terms.ts'
import { casesOf, liesIn, membersOf } from './texts.ts'

export type Looking = {
  readonly pool: pg.Pool
  readonly records: Pick<Records, 'commit'>
  /** The time it is looked at. T-1 */
  readonly now: Moment
  /** Said after each cell. */
  onProgress(progress: { readonly cells: number; readonly done: number; readonly proposed: number; readonly joined: number }): Promise<void>
}
export type Looked = {
  readonly month: string
  readonly cells: number
  readonly changed: number
  readonly proposed: number
  readonly joined: number
}

/** Numbers as one says them: a record keeps no more digits than mean anything. */
const said = (n: number) => Number(n.toPrecision(3))
const nextMonth = (month: string) => {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 7)
}
const evidenceOf = (found: Found<CellKey>, month: string): ProblemEvidence => {
  const { kind, dimension, value, seen, expected, probability, falseDiscovery, among } = found
  return {
    kind,
    dimension,
    value,
    month,
    seen,
    expected: said(expected),
    probability: said(probability),
    falseDiscovery: said(falseDiscovery),
    among,
  }
}
type KeptTests = readonly Omit<Tested<CellKey>, 'key'>[]

/** Tests anew what changed since the last look; what did not change keeps its tests. Y-2 */
const testAgain = async ({ pool }: Looking, months: readonly string[], onCell: (cells: number, done: number) => Promise<void>) => {
  const month = months.at(-1) ?? ''
  const cells = await cellsIn(pool, months)
  const { rows: kept } = await pool.query<{ element: string; category: string; fingerprint: string }>(
    `select element, category_id::text as category, fingerprint from problem_cell where month = $1`,
    [month],
  )
  const before = new Map(kept.map((one) => [`${one.element} ${one.category}`, one.fingerprint]))
  const changed = cells.filter((one) => before.get(`${one.element} ${one.category}`) !== one.fingerprint)
  const recent = months.slice(-method.concentration)
  const around = { handedOver: await handedOverBy(pool, months), everywhere: await everywhereIn(pool, recent), recent: recent.length }
  for (const [n, { element, category, fingerprint }] of changed.entries()) {
    const tests = testsOf(await cellOf(pool, { element, category }, months, around)).map(({ key: _, ...test }) => test)
    await pool.query(
      `insert into problem_cell (element, category_id, month, fingerprint, tests) values ($1, $2, $3, $4, $5)
       on conflict (element, category_id) do update set month = $3, fingerprint = $4, tests = $5`,
      [element, category, month, fingerprint, JSON.stringify(tests)],
    )
    await onCell(changed.length, n + 1)
  }
  await pool.query(`delete from problem_cell where month <> $1`, [month])
  const { rows } = await pool.query<{ element: string; category: string; tests: KeptTests }>(
    `select element, category_id::text as category, tests from problem_cell where month = $1 order by element, category_id`,
    [month],
  )
  return { changed, tests: rows.flatMap(({ element, category, tests }) => tests.map((test) => ({ ...test, key: { element, category } }))) }
}

/** What was found of one cell, as groups of texts about the same; each with all findings that hold most of it. Y-2 */
const proposalsOf = async ({ pool }: Looking, found: readonly Found<CellKey>[], months: readonly string[]) => {
  const [first] = found
  if (!first) return []
  const month = months.at(-1) ?? ''
  const longest = found.some(({ kind }) => kind === 'concentration') ? method.concentration : 1
  const cases = (await casesOf(pool, first.key, { from: beginOf(months.at(-longest) ?? month), until: beginOf(nextMonth(month)) })).filter(
    (one) => found.some((finding) => liesIn(one, finding)),
  )
  const vectors = cases.map(vectorOf)
  return groupsOf(vectors).flatMap((members) => {
    if (members.length < method.least) return []
    // where it stands out most, among all places that hold most of it
    const holds = found
      .filter((finding) => members.filter((n) => cases[n] && liesIn(cases[n], finding)).length * 2 > members.length)
      .toSorted((a, b) => b.seen / b.expected - a.seen / a.expected)
    const [main] = holds
    if (!main) return []
    const inside = members.filter((n) => cases[n] && liesIn(cases[n], main))
    if (inside.length < method.least) return []
    return [
      {
        name: sharedWords(vectors, inside).join(' '),
        key: main.key,
        scope: { dimension: main.dimension, value: main.value },
        evidence: holds.slice(0, 12).map((one) => evidenceOf(one, month)),
        members: inside.flatMap((n) => cases[n]?.id ?? []),
      },
    ]
  })
}

const propose = async ({ pool, records }: Looking, proposal: Awaited<ReturnType<typeof proposalsOf>>[number]): Promise<boolean> => {
  const { name, key, scope, evidence, members } = proposal
  const { rows } = await pool.query<{ n: number }>(
    `select count(distinct complaint_id)::int as n from problem_complaint where complaint_id = any($1::uuid[])`,
    [members],
  )
  // half of it was proposed before, whatever became of that
  if ((rows[0]?.n ?? 0) * 2 >= members.length) return false
  const answer = await records.commit(system, {
    does: 'problem.propose',
    // the same complaints are proposed once, however often one looks. T-3, REL-12
    key: idFrom('problem', key.element, key.category, ...members.toSorted()),
    input: {
      name: name || key.element || '—',
      ...(key.element ? { element: key.element as never } : {}),
      category: key.category as never,
      scope,
      evidence,
      members: members as never,
    },
  })
  return !isRefusal(answer)
}

const known = 60
/** How far back a look for new members goes: what was entered late is found as well. */
const back = 62 * 86_400_000

/** What came since and fits joins what is confirmed. Y-2, B-9 */
const collect = async (looking: Looking, problem: Problem, evidence: readonly ProblemEvidence[]): Promise<number> => {
  const { pool, records, now } = looking
  const key = { element: problem.element ?? '', category: problem.category }
  const month = problem.evidence[0]?.month
  const began = month === undefined ? problem.openedAt : Date.parse(beginOf(month))
  const from = new Date(Math.max(problem.grewAt - back, began)).toISOString()
  const cases = (await casesOf(pool, key, { from, until: new Date(now).toISOString() })).filter((one) => liesIn(one, problem.scope))
  const members = await membersOf(pool, problem.id, known)
  const vectors = [...members, ...cases.filter(({ id }) => !members.some((one) => one.id === id))].map(vectorOf)
  const middle = middleOf(vectors.slice(0, members.length))
  const held = new Set<string>([...problem.members, ...problem.excluded])
  const others = cases.filter(({ id }) => !members.some((one) => one.id === id))
  const joining = others
    .filter((one, n) => !held.has(one.id) && cosine(middle, vectors[members.length + n] ?? new Map()) >= alike)
    .map(({ id }) => id)
  const news = evidence.filter((one) => !problem.evidence.some((old) => old.month === one.month))
  if (joining.length === 0 && news.length === 0) return 0
  const answer = await records.commit(system, {
    does: 'problem.collect',
    on: problem.id,
    key: idFrom('collect', problem.id, ...joining.toSorted(), ...news.map(({ month }) => month)),
    input: { complaints: joining as never, evidence: news },
  })
  return isRefusal(answer) ? 0 : joining.length
}

/** 共性问题: one look through all complaints. It changes nothing that a second look would change again. Y-2 */
export const lookForProblems = async (looking: Looking): Promise<Looked> => {
  const { pool, onProgress } = looking
  const months = monthsUpTo(looking.now, method.history + 1)
  const { rows: began } = await pool.query<{ month: string | null }>(
    `select to_char(min(registered_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as month from complaint`,
  )
  // months before the first record say nothing
  const seen = months.filter((month) => month >= (began[0]?.month ?? '9999'))
  const month = months.at(-1) ?? ''
  if (seen.length <= method.leastHistory) return { month, cells: 0, changed: 0, proposed: 0, joined: 0 }
  let cells = 0
  const { changed, tests } = await testAgain(looking, seen, async (all, done) => {
    cells = all
    await onProgress({ cells: all, done, proposed: 0, joined: 0 })
  })
  const found = Map.groupBy(discoveries(tests), ({ key }) => `${key.element} ${key.category}`)

  let joined = 0
  const { rows } = await pool.query<{ document: unknown }>(`select document from problem where state = 'confirmed' order by id`)
  for (const row of rows) {
    const problem = revived(row.document) as Problem
    const here = found.get(`${problem.element ?? ''} ${problem.category}`) ?? []
    const about = here.filter(({ dimension, value }) => dimension === problem.scope.dimension && value === problem.scope.value)
    joined += await collect(
      looking,
      problem,
      about.map((one) => evidenceOf(one, month)),
    )
  }
  let proposed = 0
  for (const of of found.values())
    for (const proposal of await proposalsOf(looking, of, seen)) {
      if (await propose(looking, proposal)) proposed++
      await onProgress({ cells, done: cells, proposed, joined })
    }
  return { month, cells: tests.length, changed: changed.length, proposed, joined }
}
