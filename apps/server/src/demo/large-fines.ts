import type { Chain, Moment } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'
import type { DemoCompany } from './company.ts'

/** The administrator has just put the company leader behind the group for large fines; what is under way finishes as it began. G-1 */
export const largeFinesGoHigher = async (bulk: Bulk, company: DemoCompany, at: Moment) => {
  const chain = ([...bulk.all('chain')] as unknown as readonly Chain[]).find(({ kind }) => kind === 'fine')
  if (!chain) throw new Error('the demo company has no chain of fines')
  const input = {
    steps: [
      { mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] },
      { mode: 'any', seats: [{ position: 'companyLeader' }], when: [{ over: '50000.00' }] },
    ],
    reason: '五万元以上的罚款须公司分管领导批准',
  }
  const answer = await bulk.decide(
    company.person('admin'),
    { does: 'chain.change', on: chain.id as never, input, key: idFrom('demo', 'large fines') },
    at,
  )
  if ('refused' in answer) throw new Error(`the demo chain was refused: ${JSON.stringify(answer)}`)
}
