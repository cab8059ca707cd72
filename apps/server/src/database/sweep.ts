import type pg from 'pg'

/** What was kept for a while only: answers of commands for seven days, sign-ins and links until they ended. B-3 */
export const sweep = async (pool: Pick<pg.Pool, 'query'>) => {
  await pool.query(`delete from command_key where at < now() - interval '7 days'`)
  await pool.query(`delete from outbox where at < now() - interval '7 days'`)
  await pool.query(
    `delete from message where at < now() - interval '90 days' and (read_at is not null or at < now() - interval '365 days')`,
  )
  await pool.query(`delete from auth_session where expires_at < now()`)
  await pool.query(`delete from auth_used_code where at < now() - interval '1 hour'`)
  await pool.query(`delete from auth_budget where at < now() - interval '2 days'`)
  await pool.query(`delete from auth_verification where expires_at < now()`)
}
