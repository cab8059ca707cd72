import { expect, test } from 'vitest'
import { people, project, town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'

test.each([
  ['without an end', {}, 'VetoedContractor'],
  ['until a day to come', { vetoedUntil: '2026-12-31' }, 'VetoedContractor'],
  ['until today', { vetoedUntil: '2026-11-23' }, 'VetoedContractor'],
  ['until yesterday', { vetoedUntil: '2026-11-22' }, 'done'],
])('W-2 a contractor vetoed %s: a new contract, and the ones it has', async (_, end, expected) => {
  const t = await town()
  const terms = { contractor: t.contractor, project, buildings: [], trade: 'civil' as const, amount: yuan('100'), retention: yuan('5') }
  const before = await t.do(people.contracts, 'contract.add', undefined, { number: 'HT-1', ...terms })
  await t.do(people.contracts, 'contractor.change', t.contractor, {
    name: '东建',
    kind: 'general',
    vetoed: true,
    ...end,
    reason: '屡次逾期',
  })
  expect(await t.tries(people.contracts, 'contract.add', undefined, { number: 'HT-2', ...terms })).toBe(expected)
  // the veto stands beside the contracts that exist, and changes none of them
  expect(t.get<'contract'>(before)).toMatchObject({ state: 'active', contractor: t.contractor })
})
