import type { Moment } from '@lintel/domain'
import type pg from 'pg'
import type { Depot } from '../files/depot.ts'
import type { Records } from '../records/records.ts'

/** What an import is played with. */
export type ImportParts = {
  readonly pool: pg.Pool
  readonly records: Records
  readonly depot: Depot
  /** The time decisions are made at; tests set it. T-1 */
  readonly now?: Moment
}
