import type { DecisionName, PersonId } from '@lintel/domain'
import type pg from 'pg'
import { chainWith, historyKey } from '../history/chain.ts'
import { openCheckpoints } from '../history/checkpoints.ts'
import type { Answer, Command } from './answer.ts'
import { bulk, type Bulk } from './bulk.ts'
import { commit, type Keeping } from './commit.ts'
import { databaseTime, type Clock, type Company } from './company.ts'
import { companyCache } from './scene.ts'

/** The records of the department: how they change, and who may change them. */
export type Records = {
  commit<D extends DecisionName>(by: PersonId, command: Command<D>): Promise<Answer<D>>
  bulk<Result>(work: (bulk: Bulk) => Promise<Result>, options?: Parameters<typeof bulk>[2]): Promise<Result>
  /** Who works here and the rules in force, as this process knows them. */
  company(): Promise<Company>
  /** People or rules changed: they are read again. */
  forgetCompany(): void
  /** What is written behind the answers is on the disk. */
  settled(): Promise<void>
  close(): Promise<void>
}

type Options = {
  readonly pool: pg.Pool
  readonly dataFolder: string
  /** Tests bring their own; the composition of the server cannot. T-1 */
  readonly clock?: Clock
}

export const openRecords = async ({ pool, dataFolder, clock = databaseTime }: Options): Promise<Records> => {
  const company = companyCache()
  const keeping: Keeping = {
    pool,
    chain: chainWith(historyKey(dataFolder)),
    checkpoints: await openCheckpoints(dataFolder),
    company,
    clock,
  }
  return {
    commit: (by, command) => commit(keeping, by, command),
    async bulk(work, options) {
      const result = await bulk(keeping, work, options)
      company.drop()
      return result
    },
    company: () => company.read(pool),
    forgetCompany: () => company.drop(),
    settled: () => keeping.checkpoints.settled(),
    close: () => keeping.checkpoints.close(),
  }
}
