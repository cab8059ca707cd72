import type { Moment, PersonId } from '@lintel/domain'
import { databaseNow } from '../database/time.ts'
import type { Jobs, Works } from '../jobs/jobs.ts'
import { channel, type Told } from '../records/after.ts'
import type { Services } from '../services.ts'
import { deliver } from './deliver.ts'
import { digests } from './digest.ts'
import { mailFrom } from './email.ts'
import { tellOfViews } from '../views/follow.ts'
import { tellOfTasks } from './tell.ts'

type With = Pick<Services, 'database' | 'records' | 'clock' | 'baseUrl'>

/** Tells people what they should know: at the bell, by e-mail, by robots. X-6, B-5 */
export const messagesFor = ({ database, records, clock, baseUrl }: With) => {
  const { pool } = database
  const mail = mailFrom()
  const now = async (): Promise<Moment> => clock.now(await databaseNow(pool))
  const ring = async (people: readonly PersonId[]) => {
    if (people.length === 0) return
    const told: Told = { to: people }
    await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(told)])
  }
  /** Whether anything waits to go out. */
  const waits = async (at: Moment) => {
    const { rows } = await pool.query(`select from delivery where state = 'waiting' and after <= $1 limit 1`, [new Date(at).toISOString()])
    return rows.length > 0
  }
  const works: Works = {
    tell: {
      every: '* * * * *',
      async play() {
        const at = await now()
        const company = await records.company()
        await ring([...(await tellOfTasks(pool, company, at)), ...(await digests(pool, company, at))])
      },
    },
    followViews: {
      every: '* * * * *',
      play: async () => ring(await tellOfViews(database, records.company, await now())),
    },
    deliver: {
      every: '* * * * *',
      atMost: 600,
      play: (_, signal) => deliver({ pool, mail, baseUrl, company: records.company, now }, signal),
    },
  }
  return {
    works,
    /** Says at once what a change has brought up. */
    async tellNow(jobs: Pick<Jobs, 'ask'>) {
      const at = await now()
      await ring(await tellOfTasks(pool, await records.company(), at))
      if (await waits(at)) await jobs.ask('deliver')
    },
    close: () => mail?.close(),
  }
}
export type Messages = ReturnType<typeof messagesFor>
