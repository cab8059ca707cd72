import { databaseNow } from '../database/time.ts'
import type { Works } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { watchGroups } from './watch.ts'

/** As soon as something is registered, and every minute what came while nobody looked. C-3 */
export const groupWorks = ({ database: { pool }, records, clock }: Pick<Services, 'database' | 'records' | 'clock'>): Works => ({
  watchGroups: {
    every: '* * * * *',
    async play() {
      const { rules } = await records.company()
      await watchGroups(pool, records, rules, clock.now(await databaseNow(pool)))
    },
  },
})
