import { randomUUID } from 'node:crypto'
import type { Moment, PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Company } from '../records/company.ts'
import { choicesOf, unchosen, type Choice, type Way } from './choices.ts'
import type { Mail } from './email.ts'
import { owedBy } from './owed.ts'
import type { Letter, Sent } from './post.ts'
import { sayByRobot } from './robot.ts'
import { digestOf, letterOf, type Written } from './write.ts'

export type Post = {
  readonly pool: pg.Pool
  readonly mail: Mail | undefined
  readonly baseUrl: string
  company(): Promise<Company>
  now(): Promise<Moment>
}

const together = 50
const tries = 8
const never = '9999-12-31T00:00:00Z'
const iso = (at: number) => new Date(at).toISOString()
/** After this long whoever was sending is dead, and nobody knows how far they came. */
const deadAfter = 5 * 60_000

type Claimed = { readonly person: PersonId; readonly way: Way; readonly batch: string; readonly tried: number }

/** Takes what waits for one person by one way; it is noted as being sent before anything leaves. REL-12 */
const claim = async (pool: pg.Pool, now: Moment): Promise<Claimed | undefined> => {
  const batch = randomUUID()
  const { rows } = await pool.query<{ person_id: PersonId; way: Way; tries: number }>({
    name: 'claim deliveries',
    text: `with first as (select person_id, way from delivery where state = 'waiting' and after <= $1 order by after limit 1 for update skip locked),
                mine as (select d.message_id, d.way from delivery d join first f using (person_id, way)
                         where d.state = 'waiting' and d.after <= $1 order by d.at, d.message_id limit ${together} for update of d skip locked)
           update delivery d set state = 'sending', batch = $2, tries = d.tries + 1, at = $1 from mine m
           where d.message_id = m.message_id and d.way = m.way returning d.person_id, d.way, d.tries`,
    values: [iso(now), batch],
  })
  const [row] = rows
  return row && { person: row.person_id, way: row.way, batch, tried: Math.max(...rows.map((one) => one.tries)) }
}

const close = (pool: pg.Pool, { batch }: Claimed, state: string, { error, after = never }: { error?: string; after?: string } = {}) =>
  pool.query(`update delivery set state = $2, error = $3, after = $4 where batch = $1 and state = 'sending'`, [
    batch,
    state,
    error ?? null,
    after,
  ])

type Row = Written & { readonly id: string; readonly gone: boolean }
const messagesIn = async (pool: pg.Pool, { batch, way }: Claimed): Promise<readonly Row[]> => {
  const { rows } = await pool.query<Row>(
    `select m.id, m.kind, m.stage, m.title, m.noun, m.record_id as "recordId", m.does, m.part, m.number, m.due_at as due,
            m.task_id is not null and not exists (select from task k where k.id = m.task_id) as gone
     from delivery d join message m on m.id = d.message_id where d.batch = $1 and d.way = $2 order by m.at, m.id`,
    [batch, way],
  )
  return rows
}

/** A monthly report goes with the letter that says it is there; it was made for this person, and holds figures only. X-7 */
const filesOf = async (pool: pg.Pool, person: PersonId, rows: readonly Row[]): Promise<NonNullable<Letter['files']>> => {
  const { rows: files } = await pool.query<{ month: string; pdf: Buffer }>(
    `select to_char(month, 'YYYY-MM') as month, pdf from monthly_report where person_id = $1 and id = any($2::uuid[])`,
    [person, rows.flatMap(({ kind, recordId }) => (kind === 'report' && recordId ? [recordId] : []))],
  )
  return files.map(({ month, pdf }) => ({ name: `lintel-${month}.pdf`, bytes: pdf }))
}

const letterFor = async (post: Post, { person, batch }: Claimed, rows: readonly Row[], company: Company): Promise<Letter> => {
  const writing = { language: company.person(person)?.language ?? 'zh', baseUrl: post.baseUrl, id: batch }
  const deciding = company.deciding(person)
  if (!deciding || rows.every(({ kind }) => kind !== 'digest'))
    return { ...letterOf(rows, writing), files: await filesOf(post.pool, person, rows) }
  const { shown, count, late } = await owedBy(post.pool, deciding, await post.now())
  return digestOf(shown, { ...writing, count, late })
}

const sendBy = async (post: Post, { person, way }: Claimed, letter: Letter, choice: Choice, company: Company): Promise<Sent> => {
  if (way === 'email') {
    const email = company.person(person)?.email
    return post.mail && email ? post.mail.send(email, letter) : { was: 'refused', error: 'No mail server is set up.' }
  }
  return choice.robot ? sayByRobot(choice.robot, letter, Date.now()) : { was: 'refused', error: 'No robot is set up.' }
}

const deliverOne = async (post: Post, claimed: Claimed, now: Moment) => {
  const { pool } = post
  const company = await post.company()
  const choice = (await choicesOf(pool, [claimed.person])).get(claimed.person) ?? unchosen
  const rows = await messagesIn(pool, claimed)
  // what was done meanwhile need not be said any more, and whoever left is told nothing
  const rest = company.deciding(claimed.person) ? rows.filter(({ gone }) => !gone) : []
  const overtaken = rows.filter((row) => !rest.includes(row)).map(({ id }) => id)
  if (overtaken.length)
    await pool.query(`update delivery set state = 'overtaken', after = $3 where batch = $1 and message_id = any($2::uuid[])`, [
      claimed.batch,
      overtaken,
      never,
    ])
  if (rest.length === 0) return
  const sent = await sendBy(post, claimed, await letterFor(post, claimed, rest, company), choice, company)
  switch (sent.was) {
    case 'sent':
      return close(pool, claimed, 'sent')
    case 'unsure':
      return close(pool, claimed, 'uncertain', sent)
    case 'refused':
      return close(pool, claimed, 'failed', sent)
    case 'unreachable':
      // a minute, two, four …: what cannot be sent for hours is in the app all the same
      return claimed.tried >= tries
        ? close(pool, claimed, 'failed', sent)
        : close(pool, claimed, 'waiting', { ...sent, after: iso(now + 60_000 * 2 ** (claimed.tried - 1)) })
  }
}

/** Sends what waits, one person and way after the other; what a dead process was sending is never sent again by itself. */
export const deliver = async (post: Post, signal: AbortSignal) => {
  const now = await post.now()
  await post.pool.query(
    `update delivery set state = 'uncertain', after = $2, error = 'The server ended while it was being sent.' where state = 'sending' and at < $1`,
    [iso(now - deadAfter), never],
  )
  // without a mail server nothing is kept for the day one is set up
  if (!post.mail) await post.pool.query(`delete from delivery where way = 'email' and state = 'waiting'`)
  while (!signal.aborted) {
    const claimed = await claim(post.pool, now)
    if (!claimed) return
    await deliverOne(post, claimed, now)
  }
}
