import { refuse, type PersonId, type Refusal } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import type { Services } from '../services.ts'
import type { Language } from '../words/say.ts'

/** When the monthly report is made, and for whom. M-2 */
export type Schedule = {
  readonly active: boolean
  /** Of the month, from 1 to 28, at eight in the morning in Asia/Shanghai. */
  readonly day: number
  readonly positions: readonly string[]
  readonly people: readonly PersonId[]
  /** None: each in their own. */
  readonly language: Language | null
  readonly version: number
}
export type NewSchedule = Omit<Schedule, 'version'>
export const scheduling = 'report.schedule'
const mostPeople = 200

/** What holds until somebody says otherwise: nothing is sent. */
const none: Schedule = { active: false, day: 1, positions: [], people: [], language: null, version: 0 }

type Query = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>
export const scheduleOf = async (query: Query): Promise<Schedule> => {
  const [kept] = await query<Schedule>(
    'select active, day, positions, people::text[] as people, language, version from report_schedule where id = 1',
    [],
  )
  return kept ?? none
}

/** The schedule, for whoever may set it. */
export const scheduleDesk = ({ database: { pool } }: Pick<Services, 'database'>, reader: Reader) => ({
  /** On the version that was seen. B-4 */
  async set(version: number, { active, day, positions, people, language }: NewSchedule): Promise<Schedule | Refusal> {
    if (!reader.may(scheduling)) return refuse('NeedsPermission', { permission: scheduling })
    if (!Number.isInteger(day) || day < 1 || day > 28) return refuse('BadInput', { field: 'day', problem: 'outOfRange' })
    if (people.length > mostPeople) return refuse('BadInput', { field: 'people', problem: 'tooMany' })
    if (active && positions.length + people.length === 0) return refuse('BadInput', { field: 'positions', problem: 'tooFew' })
    const { rows } = await pool.query<Schedule>(
      `insert into report_schedule as s (id, active, day, positions, people, language, version, by_id, changed_at)
       select 1, $2, $3, $4, $5::uuid[], $6, 1, $7, now() where $1 = 0 or exists (select from report_schedule)
       on conflict (id) do update set active = $2, day = $3, positions = $4, people = $5::uuid[], language = $6,
         version = s.version + 1, by_id = $7, changed_at = now() where s.version = $1
       returning active, day, positions, people::text[] as people, language, version`,
      [version, active, day, positions, people, language, reader.actor.person],
    )
    return rows[0] ?? refuse('ChangedSinceSeen', { record: 'reportSchedule' })
  },
})
export type ScheduleDesk = ReturnType<typeof scheduleDesk>
