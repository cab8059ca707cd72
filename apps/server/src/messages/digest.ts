import { dayOf, isWorkingDay, type Moment, type PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Company } from '../records/company.ts'
import { choicesOf, unchosen } from './choices.ts'
import { keepMessages } from './keep.ts'
import { owedBy } from './owed.ts'
import { minuteOfDay } from './quiet.ts'

/** How long after its time it is still worth sending: a server that slept through the morning sends it, one that slept till night does not. */
const worth = 6 * 60

/** Puts today's digest on its way for everybody whose time has come and who owes something; once a day, whoever tries. */
export const digests = async (pool: pg.Pool, company: Company, now: Moment): Promise<readonly PersonId[]> => {
  const today = dayOf(now)
  if (!isWorkingDay(company.rules.calendar, today)) return []
  const minute = minuteOfDay(now)
  const choices = await choicesOf(pool, company.everybody)
  const due = company.everybody.filter((person) => {
    const { digestAt, ways } = choices.get(person) ?? unchosen
    return digestAt !== undefined && ways.digest.length > 0 && digestAt <= minute && minute < digestAt + worth
  })
  const { rows } = await pool.query<{ person_id: PersonId }>(
    `select person_id from message where person_id = any($1::uuid[]) and key = $2`,
    [due, `digest ${today}`],
  )
  const had = new Set(rows.map(({ person_id }) => person_id))
  const told: PersonId[] = []
  for (const person of due) {
    const deciding = had.has(person) ? undefined : company.deciding(person)
    if (!deciding) continue
    const { count, late } = await owedBy(pool, deciding, now)
    if (count === 0) continue
    const client = await pool.connect()
    try {
      await client.query('begin')
      told.push(
        ...(await keepMessages(
          client,
          [{ person, kind: 'digest', stage: 'today', title: `${count} ${late}`, key: `digest ${today}` }],
          now,
        )),
      )
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }
  return told
}
