import { isRefusal, masked, similarity, type Moment, type Problem, type SuggestionLine } from '@lintel/domain'
import type pg from 'pg'
import { beginOf, monthsUpTo } from '../problems/months.ts'
import { revived } from '../records/document.ts'
import { idFrom } from '../records/identity.ts'
import type { Records } from '../records/records.ts'
import { system } from '../records/company.ts'

type Line = Omit<SuggestionLine, 'key' | 'answers'>
type Said = { title: string; wording: string; wish: string | null; project: SuggestionLine['projects'][number] }
const most = 60
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
const until = (month: string) => new Date(Date.parse(beginOf(month)) + 32 * 86_400_000).toISOString().slice(0, 7)

/** A line for each confirmed common problem, with what came of it in the month. */
const ofProblems = async (pool: pg.Pool, month: string): Promise<readonly Line[]> => {
  const { rows } = await pool.query<{ document: unknown; count: number; wording: string | null }>(
    `select p.document, count(c.id) filter (where c.registered_at >= $1::timestamptz and c.registered_at < $2::timestamptz)::int as count,
            (array_agg(c.wording order by c.registered_at desc))[1] as wording
     from problem p join problem_complaint l on l.problem_id = p.id join complaint c on c.id = l.complaint_id
     where p.state = 'confirmed' group by p.id order by 2 desc, p.number limit ${most}`,
    [beginOf(month), beginOf(until(month))],
  )
  return rows.map(({ document, count, wording }) => {
    const { id, name, projects } = revived(document) as Problem
    return { subject: name, count, projects, wording: cut(masked(wording ?? ''), 200), proposal: '', problem: id }
  })
}

/** Suggestions of the month, those that say the same in one line; what the first of them wishes is what is proposed. */
const ofSuggestions = async (pool: pg.Pool, month: string): Promise<readonly Line[]> => {
  const { rows } = await pool.query<Said>(
    `select c.title, c.wording, c.document ->> 'wish' as wish, c.project_id as project from complaint c
     where c.kind = 'suggestion' and c.state not in ('rejected', 'merged') and c.registered_at >= $1::timestamptz and c.registered_at < $2::timestamptz
     order by c.registered_at, c.number limit 1000`,
    [beginOf(month), beginOf(until(month))],
  )
  const groups: Said[][] = []
  for (const one of rows) {
    const group = groups.find(([first]) => first && similarity(first.title, one.title) >= 0.6)
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .flatMap((group) => {
      const [first] = group
      return first
        ? [
            {
              subject: masked(first.title),
              count: group.length,
              projects: [...new Set(group.map(({ project }) => project))],
              wording: cut(masked(first.wording), 200),
              proposal: cut(masked(first.wish ?? ''), 500),
            },
          ]
        : []
    })
}

/** The table of the last month that is over, once; nothing where there is nothing to say. Y-3, REL-12 */
export const compileTable = async (pool: pg.Pool, records: Pick<Records, 'commit'>, now: Moment): Promise<string | undefined> => {
  const month = monthsUpTo(now, 1)[0] ?? ''
  const { rows } = await pool.query(`select 1 from suggestion_table where month = $1`, [month])
  // one that was withdrawn is not made again by itself
  if (rows.length) return undefined
  const lines = [...(await ofProblems(pool, month)), ...(await ofSuggestions(pool, month))]
  if (lines.length === 0) return undefined
  const answer = await records.commit(system, {
    does: 'suggestionTable.compile',
    key: idFrom('suggestion table', month),
    input: { month, lines },
  })
  return isRefusal(answer) ? undefined : answer.done.id
}
