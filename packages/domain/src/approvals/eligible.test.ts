import { describe, expect, test } from 'vitest'
import { aSignedFine, people, person, seatOf, standingIn, town } from '../../../../test/build/town.ts'
import { reassignments } from './eligible.ts'

const staff = Object.values(people)
const without = (...gone: readonly { readonly person: string }[]) => staff.filter((one) => !gone.includes(one))
const owed = async (hats: typeof staff, ...signed: ('deputyLeader' | 'leader')[]) => {
  const t = await town()
  const { approval } = await aSignedFine(t)
  for (const name of signed)
    await t.do(people[name], 'approval.approve', approval, { seat: seatOf(t, approval, name === 'leader' ? 1 : 0) })
  return reassignments(t.get<'approval'>(approval), hats).map(({ holder, does, part }) => [holder, does, part])
}
const administrator = { position: 'administrator' }

describe('B-10 each open seat can be signed by somebody', () => {
  test('B-10 while everybody is there the administrator owes nothing', async () => expect(await owed(staff)).toEqual([]))
  test('B-10 the leader has left: their seat is owed a reassignment, the other is not', async () =>
    expect(await owed(without(people.leader))).toEqual([[administrator, 'approval.reassign', '1.0.1']]))
  test('P-2 the only holder made it, or has signed already: the seat has nobody', async () => {
    const both = { ...people.deputyLeader, positions: ['groupDeputyLeader', 'groupLeader'] }
    const hats = [...without(people.leader, people.deputyLeader), both]
    expect(await owed(hats)).toEqual([])
    expect(await owed(hats, 'deputyLeader')).toEqual([[administrator, 'approval.reassign', '1.0.1']])
    const maker = { ...people.coordinator, positions: ['groupLeader'] }
    expect(await owed([...without(people.leader, people.coordinator), maker])).toEqual([[administrator, 'approval.reassign', '1.0.1']])
  })
  test('P-1 a leader of other projects alone does not hold the seat', async () =>
    expect(await owed([...without(people.leader), person('far', ['groupLeader'], [])])).toEqual([
      [administrator, 'approval.reassign', '1.0.1'],
    ]))
  test('P-2 a delegation helps nobody who could not sign themselves', async () =>
    expect(await owed([...without(people.leader), standingIn(people.manager, people.leader)] as never)).toHaveLength(1))
})
