import { databaseNow } from '../database/time.ts'
import type { Works } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { compileTable } from './compile.ts'

/** On the first days of a month, after the night's look for common problems; a day on which nothing ran is made up for. Y-3 */
export const suggestionWorks = ({ database: { pool }, records, clock }: Pick<Services, 'database' | 'records' | 'clock'>): Works => ({
  compileSuggestions: {
    every: '0 7 1-7 * *',
    async play() {
      await compileTable(pool, records, clock.now(await databaseNow(pool)))
    },
  },
})
