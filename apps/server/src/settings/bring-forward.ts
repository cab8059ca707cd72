import { requestKindNames } from '@lintel/domain'
import { system } from '../records/company.ts'
import { idFrom } from '../records/identity.ts'
import type { Services } from '../services.ts'
import { chainKey } from './set-up.ts'

/** What this version of the program asks of a company that an earlier one founded: a chain for every kind of request. B-1 */
export const bringForward = async ({ database, records }: Pick<Services, 'database' | 'records'>) => {
  const { rows } = await database.pool.query<{ kind: string }>('select kind from chain')
  for (const kind of requestKindNames.filter((name) => !rows.some((row) => row.kind === name))) {
    const answer = await records.commit(system, { does: 'chain.open', input: { kind }, key: idFrom('set up', chainKey(kind)) })
    if ('refused' in answer && answer.refused !== 'AlreadyExists')
      throw new Error(`the chain of ${kind} cannot be opened: ${answer.refused}`)
  }
}
