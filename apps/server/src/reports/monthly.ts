import type { Moment, PersonId } from '@lintel/domain'
import type pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { keepMessages } from '../messages/keep.ts'
import { minuteOfDay } from '../messages/quiet.ts'
import { channel, type Told } from '../records/after.ts'
import type { Company } from '../records/company.ts'
import { idFrom } from '../records/identity.ts'
import { readerFrom } from '../schema/reader.ts'
import type { Services } from '../services.ts'
import type { Language } from '../words/say.ts'
import { reportOf } from './figures.ts'
import { firstDay, isDue, monthBefore, monthOf, type Month } from './months.ts'
import { pdfOf } from './pdf.ts'
import { scheduleOf, type Schedule } from './schedule.ts'

/** Milliseconds a statement. */
const patience = 10_000
type With = Pick<Services, 'database' | 'records' | 'clock'>

/** Who gets it now: those named, and whoever holds such a position and works here. */
const recipientsOf = ({ people, positions }: Schedule, company: Company): readonly PersonId[] =>
  company.everybody.filter((person) => {
    const deciding = company.deciding(person)
    return deciding && (people.includes(person) || deciding.actor.positions.some((one) => positions.includes(one)))
  })

/** The report one person reads: their rights, their language. Nothing for whoever reads nothing. */
export const reportFor = async (
  { database, records }: Pick<With, 'database' | 'records'>,
  person: PersonId,
  month: Month,
  language: Language,
  now: Moment,
) => {
  const company = await records.company()
  const reader = readerFrom(company, person)
  if (!reader) return undefined
  const whose = { reader, name: company.person(person)?.name ?? '', month, language, now }
  const report = await database.snapshot(patience, new AbortController().signal, (snapshot) => reportOf(snapshot, whose))
  // what takes longer is tried again by the job
  if (!report) throw new Error('The figures of a report took too long.')
  return pdfOf(report)
}

const keep = async (
  pool: pg.Pool,
  person: PersonId,
  month: Month,
  language: Language,
  pdf: Buffer,
  now: Moment,
): Promise<readonly PersonId[]> => {
  const id = idFrom('monthly report', person, month)
  const client = await pool.connect()
  try {
    await client.query('begin')
    // one a person and month, whoever made it and however often: a second process finds it there and says nothing. REL-12
    const { rowCount } = await client.query(
      `insert into monthly_report (id, person_id, month, language, made_at, pdf) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [id, person, firstDay(month), language, new Date(now), pdf],
    )
    const told = rowCount
      ? await keepMessages(client, [{ person, kind: 'report', stage: 'made', title: month, record: id, key: `report ${month}` }], now)
      : []
    await client.query('commit')
    return told
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Makes what is due and not there yet: last month's report, for each who gets it. T-3: a server that slept makes it later, once. */
export const makeReports = async (services: With): Promise<void> => {
  const { database, records, clock } = services
  const { pool } = database
  const now = clock.now(await databaseNow(pool))
  const schedule = await scheduleOf(
    async <Row>(text: string, values: readonly unknown[]) => (await pool.query(text, [...values])).rows as Row[],
  )
  if (!schedule.active || !isDue(schedule.day, now, minuteOfDay(now))) return
  const company = await records.company()
  const month = monthBefore(monthOf(now))
  const { rows } = await pool.query<{ person: PersonId }>('select person_id::text as person from monthly_report where month = $1', [
    firstDay(month),
  ])
  const had = new Set(rows.map(({ person }) => person))
  for (const person of recipientsOf(schedule, company).filter((one) => !had.has(one))) {
    const language = schedule.language ?? company.person(person)?.language ?? 'zh'
    const pdf = await reportFor(services, person, month, language, now)
    const told = pdf ? await keep(pool, person, month, language, pdf, now) : []
    const word: Told = { to: told }
    if (told.length) await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(word)])
  }
}
