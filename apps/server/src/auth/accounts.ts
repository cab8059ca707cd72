import { hashPassword } from 'better-auth/crypto'
import type pg from 'pg'

type Holder = { readonly id: string; readonly name: string; readonly email: string }

/** Accounts with one password for all, for demo records and tests: it is made slow on purpose, so it is hashed once. */
export const makeAccounts = async (pool: pg.Pool, people: readonly Holder[], password: string) => {
  const hashed = await hashPassword(password)
  await pool.query(
    `with made as (
       insert into auth_user (id, name, email, email_verified)
       select id, name, lower(email), true from jsonb_to_recordset($1) as p(id uuid, name text, email text)
       on conflict (id) do update set name = excluded.name, email = excluded.email
       returning id
     ), gone as (delete from auth_account where user_id in (select id from made))
     insert into auth_account (account_id, provider_id, user_id, password) select id::text, 'credential', id, $2 from made`,
    [JSON.stringify(people), hashed],
  )
}
