import { randomUUID } from 'node:crypto'
import type { PersonId } from '@lintel/domain'
import { databaseNow } from '../database/time.ts'
import { channel } from '../records/after.ts'
import type { Services } from '../services.ts'
import { keepChoice, type Choice, type Way } from './choices.ts'
import { keepMessages } from './keep.ts'

/** One person's messages: what they do with them changes no record. */
export type Mailbox = {
  /** Marks these as read, or all there are. */
  read(ids: readonly string[] | 'all'): Promise<void>
  choose(choice: Choice): Promise<void>
  /** Sends a trial by this way; how it went stands with the deliveries. */
  tryOut(way: Way): Promise<void>
}

/** A trial every so often is enough to see whether it works. */
const betweenTrials = '10 seconds'

export const mailboxOf = ({ database: { pool }, clock }: Pick<Services, 'database' | 'clock'>, person: PersonId): Mailbox => {
  const ring = () => pool.query('select pg_notify($1, $2)', [channel, JSON.stringify({ to: [person] })])
  const now = async () => clock.now(await databaseNow(pool))
  return {
    async read(ids) {
      const at = new Date(await now()).toISOString()
      if (ids === 'all') await pool.query('update message set read_at = $2 where person_id = $1 and read_at is null', [person, at])
      else
        await pool.query('update message set read_at = $2 where person_id = $1 and read_at is null and id = any($3::uuid[])', [
          person,
          at,
          ids,
        ])
      await ring()
    },
    async choose(choice) {
      await keepChoice(pool, person, choice)
      await ring()
    },
    async tryOut(way) {
      const recently = await pool.query(
        `select from message m join delivery d on d.message_id = m.id where m.person_id = $1 and m.stage = 'test' and d.way = $2 and m.at > $3::timestamptz - interval '${betweenTrials}' limit 1`,
        [person, way, new Date(await now()).toISOString()],
      )
      if (recently.rowCount) return
      const client = await pool.connect()
      try {
        await client.query('begin')
        await keepMessages(
          client,
          [{ person, kind: 'outcome', stage: 'test', title: '', key: `test ${randomUUID()}`, only: way }],
          await now(),
        )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
      await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify({ changes: [] })])
    },
  }
}
