import type pg from 'pg'
import { emailOf } from './staff.ts'

/** The manager gets the month's report on its first day; the last one is there soon after the first start. M-2 */
export const scheduleReports = (pool: pg.Pool) =>
  pool.query(
    `insert into report_schedule (id, active, day, positions, people, version, by_id, changed_at)
     select 1, true, 1, '{manager}', '{}', 1, p.id, now() from person p where p.email = $1`,
    [emailOf('manager')],
  )
