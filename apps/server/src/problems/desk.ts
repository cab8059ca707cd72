import type { PersonId } from '@lintel/domain'
import type pg from 'pg'
import { askForLook, lastRun } from './run.ts'

/** Looks for common problems, as somebody who works on them asks for them. */
export const problemsOf = (pool: pg.Pool, person: PersonId) => ({
  last: () => lastRun(pool),
  look: (key: string) => askForLook(pool, person, key),
})
export type Problems = ReturnType<typeof problemsOf>
