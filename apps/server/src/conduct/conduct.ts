import { conductScore, type Moment, type Score } from '@lintel/domain'
import { heldScope, Statement } from '../fields/readable.ts'
import type { Reader, Reading } from '../schema/context.ts'

/** What the system counts of a party, by the year it began and its project. §2, S-1 */
export const conductKinds = ['notices', 'refusals', 'lateRepairs', 'fines', 'emergencyRepairs', 'appeals'] as const
export type ConductRow = Readonly<Record<(typeof conductKinds)[number], number>> & { readonly year: number; readonly project: string }

// each is counted by the same condition as the list it opens: see `conductLinks` of the screens
type Counted = { readonly noun: 'notice' | 'fine' | 'emergencyRepair'; readonly table: string; readonly at: string; readonly when: string }
const held = (ground: number) =>
  `exists (select from notice_ground g where g.notice_id = t.id and g.ground = ${ground} and not g.pending and g.since <= now())`
const counted: Readonly<Record<(typeof conductKinds)[number], Counted>> = {
  notices: { noun: 'notice', table: 'notice', at: 'drafted_at', when: 'true' },
  refusals: { noun: 'notice', table: 'notice', at: 'drafted_at', when: held(1) },
  lateRepairs: { noun: 'notice', table: 'notice', at: 'drafted_at', when: held(3) },
  fines: { noun: 'fine', table: 'fine', at: 'issued_at', when: `t.state in ('issued', 'appealed', 'cleared')` },
  emergencyRepairs: {
    noun: 'emergencyRepair',
    table: 'emergency_repair',
    at: 'started_at',
    when: `t.state not in ('suggested', 'rejected', 'cancelled')`,
  },
  appeals: { noun: 'fine', table: 'fine', at: 'appealed_at', when: 't.appealed_at is not null' },
}

/** Counted within what the reader may read, in one statement. */
export const conductOf = async (prisma: Reading, reader: Reader, contractor: string): Promise<readonly ConductRow[]> => {
  const statement = new Statement()
  const of = `${statement.bind(contractor)}::uuid`
  const parts = conductKinds.map((kind) => {
    const { noun, table, at, when } = counted[kind]
    return `select '${kind}' as kind, extract(year from t.${at} at time zone 'Asia/Shanghai')::int as year, t.project_id from ${table} t
            where t.contractor_id = ${of} and ${when} and ${heldScope(noun, reader, statement)}`
  })
  const sums = conductKinds.map((kind) => `count(*) filter (where kind = '${kind}')::int as "${kind}"`)
  return prisma.$queryRawUnsafe<ConductRow[]>(
    `select year, project_id::text as project, ${sums.join(', ')} from (${parts.join(' union all ')}) everything group by year, project_id order by year desc, project_id limit 500`,
    ...statement.values,
  )
}

/** When it was vetoed, newest first. W-2 */
export const vetoesOf = async (prisma: Reading, contractor: string): Promise<readonly Date[]> => {
  const rows = await prisma.$queryRawUnsafe<{ at: Date }[]>(
    `select at from event where record_id = $1::uuid and (payload -> 'new' ->> 'vetoed' = 'true' or payload -> 'card' ->> 'vetoed' = 'true') order by seq desc limit 50`,
    contractor,
  )
  return rows.map(({ at }) => at)
}

/** The score of the last year, over all projects: one number, whoever looks at it. S-1 */
export const scoreOf = async (prisma: Reading, contractor: string, vetoed: boolean, now: Moment): Promise<Score> => {
  const parts = (['refusals', 'lateRepairs', 'fines', 'emergencyRepairs'] as const).map((kind) => {
    const { table, at, when } = counted[kind]
    // a fine that an upheld appeal let off wholly was none
    const stands = kind === 'fines' ? `t.appeal_end is distinct from 'upheld'` : 'true'
    return `(select count(*)::int from ${table} t where t.contractor_id = $1::uuid and ${when} and ${stands} and t.${at} > $2::timestamptz and t.${at} <= $3::timestamptz) as "${kind}"`
  })
  // of a supervision firm, the notices it was to watch over
  const notices = `(select count(*)::int from notice t where (t.contractor_id = $1::uuid or t.supervision_id = $1::uuid) and t.drafted_at > $2::timestamptz and t.drafted_at <= $3::timestamptz) as notices`
  const [row] = await prisma.$queryRawUnsafe<Record<'notices' | 'refusals' | 'lateRepairs' | 'fines' | 'emergencyRepairs', number>[]>(
    `select ${[...parts, notices].join(', ')}`,
    contractor,
    new Date(now - 365 * 86_400_000).toISOString(),
    new Date(now).toISOString(),
  )
  return conductScore({ notices: 0, refusals: 0, lateRepairs: 0, fines: 0, emergencyRepairs: 0, ...row, vetoed })
}
