import { masked, similarity, type Moment } from '@lintel/domain'
import { globalId } from '../schema/global-id.ts'
import type { Context, Reading } from '../schema/context.ts'

export type MonthCount = { readonly month: string; readonly count: number }
/** Members by the month they were registered in. Y-5 */
export const monthsOf = async (prisma: Reading, id: string, now: Moment): Promise<MonthCount[]> =>
  prisma.$queryRawUnsafe<MonthCount[]>(
    `with months as (select generate_series(0, 35) as ago),
          of as (select to_char(date_trunc('month', $2::timestamptz at time zone 'Asia/Shanghai') - make_interval(months => ago), 'YYYY-MM') as month from months),
          counted as (select to_char(c.registered_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
                      from problem_complaint p join complaint c on c.id = p.complaint_id where p.problem_id = $1::uuid group by 1)
     select of.month, coalesce(counted.count, 0) as count from of left join counted using (month)
     where of.month >= (select min(month) from counted) order by of.month`,
    id,
    new Date(now).toISOString(),
  )

export type Wording = { readonly complaint: string; readonly number: string; readonly text: string }
const lookedAt = 30
const shown = 5
const most = 160

/** Of the newest members the reader may read, those that are most like the others. Y-2, X-7 */
export const wordingsOf = async (id: string, { prisma, reader }: Pick<Context, 'prisma' | 'reader'>): Promise<Wording[]> => {
  const projects = reader?.projectsOf('complaint.read') ?? []
  const rows = await prisma.complaint.findMany({
    where: { problemLinks: { some: { problemId: id } }, ...(projects === 'all' ? {} : { projectId: { in: [...projects] } }) },
    orderBy: [{ registeredAt: 'desc' }, { id: 'asc' }],
    take: lookedAt,
    select: { id: true, number: true, title: true, wording: true },
  })
  const near = (text: string) => rows.reduce((sum, row) => sum + similarity(text, `${row.title} ${row.wording}`), 0)
  return rows
    .map((row) => ({ row, near: near(`${row.title} ${row.wording}`) }))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, shown)
    .map(({ row: { id: complaint, number, wording } }) => ({
      complaint: globalId('Complaint', complaint),
      number,
      text: masked(wording.length > most ? `${wording.slice(0, most)}…` : wording),
    }))
}
