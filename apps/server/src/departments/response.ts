import type { Moment } from '@lintel/domain'
import { heldScope, Statement } from '../fields/readable.ts'
import { globalId } from '../schema/global-id.ts'
import type { Reader, Reading } from '../schema/context.ts'

export type Asked = { readonly from: Date; readonly until: Date }
export type Figure = { readonly count: number; /** The list of exactly these, as its filter. Y-5 */ readonly filter: object }
/** What a department was asked in a period, and what became of it. M-6 */
export type Response = {
  readonly department: string
  readonly asked: Figure
  readonly answered: Figure
  /** Answered after the due time, or still not answered past it. */
  readonly late: Figure
  readonly waiting: Figure
  /** From the question to its last answer, half of them in so many seconds on the wall clock. */
  readonly answerMedian: number | null
}
const counted = {
  asked: 'true',
  answered: 't.answered_at is not null',
  late: `(t.late_answers > 0 or (t.state = 'asked' and t.due_at < $now))`,
  waiting: `t.state = 'asked'`,
} as const
// the same, as the list asks
const filters = {
  asked: {},
  answered: { answeredAt: { empty: false } },
  late: { or: [{ lateAnswers: { from: 1 } }, { and: [{ state: { in: ['asked'] } }, { dueAt: { within: { of: 'past' } } }] }] },
  waiting: { state: { in: ['asked'] } },
} as const
type Name = keyof typeof counted
const names = Object.keys(counted) as readonly Name[]
type Row = Readonly<Record<Name, number>> & { readonly department: string; readonly median: number | null }

/** By department, within what the reader may read, in one statement; those latest most often first. */
export const responseOf = async (prisma: Reading, reader: Reader, now: Moment, { from, until }: Asked): Promise<readonly Response[]> => {
  const statement = new Statement()
  const at = `${statement.bind(new Date(now).toISOString())}::timestamptz`
  const sums = names.map((name) => `count(*) filter (where ${counted[name].replace('$now', at)})::int as "${name}"`)
  const rows = await prisma.$queryRawUnsafe<Row[]>(
    `select t.department_id::text as department, ${sums.join(', ')},
            percentile_cont(0.5) within group (order by extract(epoch from t.answered_at - t.asked_at)) as median
     from department_request t
     where t.asked_at >= ${statement.bind(from.toISOString())}::timestamptz and t.asked_at < ${statement.bind(until.toISOString())}::timestamptz
       and ${heldScope('departmentRequest', reader, statement)}
     group by t.department_id order by "late" desc, "asked" desc, t.department_id limit 200`,
    ...statement.values,
  )
  return rows.map(({ department, median, ...counts }) => {
    const within = {
      department: { in: [globalId('Department', department)] },
      askedAt: { from: from.toISOString(), until: new Date(until.getTime() - 1).toISOString() },
    }
    const figure = (name: Name): Figure => ({ count: counts[name], filter: { ...within, ...filters[name] } })
    return {
      department,
      asked: figure('asked'),
      answered: figure('answered'),
      late: figure('late'),
      waiting: figure('waiting'),
      answerMedian: median === null ? null : Number(median),
    }
  })
}
