import { hashPassword } from 'better-auth/crypto'
import type pg from 'pg'
import type { PrismaClient } from '../generated/prisma/client.ts'

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

/** The account of whoever works here under a confirmed e-mail; where it is nobody's or several people's, there is none. */
export const readyAccount = async (prisma: Pick<PrismaClient, 'person' | 'user'>, email: string) => {
  const found = await prisma.person.findMany({
    where: { email: { equals: email, mode: 'insensitive' }, state: 'active' },
    select: { id: true, name: true },
    take: 2,
  })
  const [person] = found
  if (!person || found.length > 1) return
  await prisma.user.upsert({
    where: { id: person.id },
    create: { id: person.id, name: person.name, email: email.toLowerCase() },
    update: { email: email.toLowerCase() },
  })
}
