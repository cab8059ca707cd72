import { beforeEach, describe, expect, test } from 'vitest'
import {
  aFine,
  anApprovedFine,
  aServedNotice,
  aSignedFine,
  at,
  people,
  project,
  seatOf,
  standingIn,
  town,
  type Town,
} from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'
import { openSum } from './fine.ts'

const { rep, rep2, manager, coordinator, leader, deputyLeader, finance, cost, contracts, economic } = people
let t: Town
beforeEach(async () => {
  t = await town()
})
const sign = (fine: string, amount: string, more: object = {}) =>
  t.tries(coordinator, 'fine.sign', fine, { amount: yuan(amount), severity: 'medium', ...more })
const state = (fine: string) => t.get<'fine'>(fine).state
const repairs = () => t.all('emergencyRepair')

describe('F-1 F-2 F-10 drafting', () => {
  test('F-1 a ground refers to the recorded times that prove it', async () => {
    const { fine } = await aFine(t)
    expect(t.get<'fine'>(fine).grounds).toMatchObject([
      {
        ground: 2,
        derivedSince: at('2026-11-23 13:00'),
        proofs: expect.arrayContaining([{ what: 'served', at: at('2026-11-23 09:00') }]) as unknown,
      },
    ])
  })
  test('F-1 a ground the system did not derive needs a written reason, and the difference is kept', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    expect(await t.tries(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 1 }], facts: '拒收' })).toBe('GroundNeedsReason')
    const fine = await t.do(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 1, reason: '当面撕毁' }], facts: '拒收' })
    expect(t.get<'fine'>(fine).grounds).toEqual([{ ground: 1, reason: '当面撕毁', proofs: [] }])
  })
  test('F-1 a fine without a ground, or with one twice, is refused', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    expect(await t.tries(rep, 'fine.draft', undefined, { notice, grounds: [], facts: '无' })).toBe('BadInput')
    expect(
      await t.tries(rep, 'fine.draft', undefined, {
        notice,
        grounds: [
          { ground: 1, reason: '甲' },
          { ground: 1, reason: '乙' },
        ],
        facts: '重复',
      }),
    ).toBe('NoGround')
  })
  test('F-10 the same ground of the same notice is not fined twice, and again after a rejection', async () => {
    const { notice, approval } = await aSignedFine(t)
    const again = () => t.tries(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '再罚' })
    expect(await again()).toBe('AlreadyFined')
    await t.do(leader, 'approval.reject', approval, { seat: seatOf(t, approval, 1), reason: '事实不清' })
    expect(await again()).toBe('done')
  })
  test('F-2 the number is given when it is drafted', async () => {
    expect(t.get<'fine'>((await aFine(t)).fine).number).toBe('FK-2026-000001')
  })
})

describe('F-2 F-3 F-4 F-5 signing', () => {
  test('F-4 4,999.99 is refused with the floor, 5,000.00 is signed', async () => {
    const { fine } = await aFine(t)
    expect(await t.refusal(coordinator, 'fine.sign', fine, { amount: yuan('4999.99'), severity: 'light' })).toEqual({
      refused: 'BelowFloor',
      with: { floor: yuan('5000') },
    })
    expect(repairs()).toEqual([])
    expect(await sign(fine, '5000.00')).toBe('done')
    expect(t.get<'fine'>(fine)).toMatchObject({ amount: yuan('5000'), floor: yuan('5000'), rulesVersion: 1 })
  })
  test('F-4 a raised floor counts', async () => {
    t = await town({ fineFloor: yuan('8000') })
    const { fine } = await aFine(t)
    expect(await sign(fine, '7999.99')).toBe('BelowFloor')
    expect(await sign(fine, '8000')).toBe('done')
  })
  test('F-5 the signature starts exactly one emergency repair, approved, the coordinator its approver', async () => {
    const { fine, notice } = await aSignedFine(t)
    expect(repairs()).toMatchObject([{ state: 'approved', startedBy: 'fine', notice, fine, approver: coordinator.person }])
    expect(t.owes(manager, repairs()[0]?.id ?? '')).toEqual(['emergencyRepair.assign'])
  })
  test('F-5 ground 5 alone starts none', async () => {
    const { fine } = await aFine(t, { grounds: [5] })
    await sign(fine, '5000')
    expect(repairs()).toEqual([])
  })
  test.each([1, 2, 3, 4])('F-5 ground %i starts one, also beside ground 5', async (ground) => {
    const { fine } = await aFine(t, { grounds: [ground, 5] })
    await sign(fine, '5000')
    expect(repairs()).toHaveLength(1)
  })
  test('F-5 signed again with another amount it starts no second one', async () => {
    const { fine } = await aSignedFine(t)
    expect(await sign(fine, '9000')).toBe('done')
    expect(repairs()).toHaveLength(1)
  })
  test('F-5 a repair that runs already is linked to, one only suggested is overtaken', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    const suggested = await t.do(rep, 'emergencyRepair.suggest', undefined, { notice, reason: '渗漏扩大', estimate: yuan('3000') })
    t.at('2026-11-23 13:30')
    const fine = await t.do(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '未到场' })
    await sign(fine, '8000')
    expect(
      repairs()
        .map(({ state: now }) => now)
        .toSorted(),
    ).toEqual(['approved', 'rejected'])
    expect(t.get<'approval'>(t.get<'emergencyRepair'>(suggested).approval ?? '').state).toBe('void')
  })
  test('P-2 the coordinator does not sign their own draft', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 13:30')
    const both = { ...coordinator, positions: ['coordinator', 'representative'] }
    const fine = await t.do(both, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '未到场' })
    expect(await t.tries(both, 'fine.sign', fine, { amount: yuan('8000'), severity: 'light' })).toBe('OwnDraft')
  })
  test('N-6 the fine keeps the grounds as they were known when it was signed', async () => {
    const { fine, notice } = await aSignedFine(t)
    t.at('2026-11-23 15:00')
    await t.do(rep, 'notice.correct', notice, { what: 'served', at: at('2026-11-23 12:00'), reason: '笔误', proof: '回执' })
    expect(t.get<'fine'>(fine).grounds).toMatchObject([{ derivedSince: at('2026-11-23 13:00'), fellAt: at('2026-11-23 15:00') }])
  })
  test('only coordinators sign', async () => {
    const { fine } = await aFine(t)
    for (const actor of [rep, manager, leader, finance])
      expect(await t.tries(actor, 'fine.sign', fine, { amount: yuan('8000'), severity: 'light' })).toBe('NotAllowed')
  })
})

describe('F-6 both approve, the manager issues', () => {
  test('F-6 deputy leader and leader in either order, then the manager', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      t = await town()
      const { fine, approval } = await aSignedFine(t)
      for (const seat of order) {
        expect(state(fine)).toBe('signed')
        await t.do(seat === 0 ? deputyLeader : leader, 'approval.approve', approval, { seat: seatOf(t, approval, seat) })
      }
      expect(state(fine)).toBe('approved')
      expect(t.owes(manager, fine)).toEqual(['fine.issue'])
      await t.do(manager, 'fine.issue', fine, {})
      expect(state(fine)).toBe('issued')
    }
  })
  test('F-6 a changed amount voids every signature, and everybody is asked again', async () => {
    const { fine, approval } = await aSignedFine(t)
    await t.do(deputyLeader, 'approval.approve', approval, { seat: seatOf(t, approval, 0) })
    await sign(fine, '9000')
    expect(t.get<'approval'>(approval).past).toMatchObject([{ by: deputyLeader.person, void: 'resubmitted' }])
    expect(t.tasks(approval).map(({ holder }) => holder)).toMatchObject([{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }])
  })
  test('F-6 rejection ends it with a reason; return sends it to the drafter, who drafts again', async () => {
    const first = await aSignedFine(t)
    await t.do(leader, 'approval.return', first.approval, { seat: seatOf(t, first.approval, 1), reason: '补照片' })
    expect(state(first.fine)).toBe('returned')
    expect(t.owes(rep, first.fine)).toEqual(['fine.redraft'])
    await t.do(rep, 'fine.redraft', first.fine, { grounds: [{ ground: 2 }], facts: '已补照片' })
    await sign(first.fine, '8000')
    expect(t.get<'approval'>(first.approval)).toMatchObject({ state: 'open', round: 2 })
    await t.do(leader, 'approval.reject', first.approval, { seat: seatOf(t, first.approval, 1), reason: '不成立' })
    expect(t.get<'fine'>(first.fine)).toMatchObject({ state: 'rejected', endedReason: '不成立' })
  })
  test('F-5 F-6 stopped by the manager, the repair goes on until the manager decides', async () => {
    const { fine, approval } = await aSignedFine(t)
    await t.do(manager, 'fine.stop', fine, { reason: '另行处理' })
    expect([state(fine), t.get<'approval'>(approval).state, repairs()[0]?.state]).toEqual(['stopped', 'void', 'approved'])
    expect(t.owes(manager, repairs()[0]?.id ?? '')).toContain('emergencyRepair.carryOn')
  })
  test('P-2 whoever drafted or signed the fine does not issue it', async () => {
    const { fine } = await anApprovedFine(t)
    expect(await t.tries({ ...coordinator, positions: ['manager'] }, 'fine.issue', fine, {})).toBe('OwnRequest')
  })
  test('P-2 a delegation is used by its dates, never by a maker, never beside an own seat', async () => {
    const { approval } = await aSignedFine(t)
    const seat = seatOf(t, approval, 0)
    const tries = (actor: typeof rep) => t.tries(actor, 'approval.approve', approval, { seat })
    expect(await tries(standingIn(rep2, deputyLeader, 0, at('2026-11-23 13:00')))).toBe('NotYourTask')
    expect(await tries(standingIn(rep, deputyLeader))).toBe('OwnRequest')
    expect(await tries(standingIn(leader, deputyLeader))).toBe('HasOwnSeat')
    const both = standingIn(standingIn(rep2, deputyLeader), leader)
    expect(await tries(both)).toBe('done')
    expect(t.get<'approval'>(approval).steps[0]?.seats[0]?.signed).toMatchObject({ by: rep2.person, inNameOf: deputyLeader.person })
    expect(await t.tries(both, 'approval.approve', approval, { seat: seatOf(t, approval, 1) })).toBe('AlreadySigned')
  })
  test('B-4 a decision on an amount that has changed is refused; a co-signer’s signature is no change', async () => {
    const { fine, approval } = await aSignedFine(t)
    const saw = [
      { noun: 'fine' as const, id: fine, revision: t.get<'fine'>(fine).edition },
      { noun: 'approval' as const, id: approval, revision: t.get<'approval'>(approval).round },
    ]
    await t.do(deputyLeader, 'approval.approve', approval, { seat: seatOf(t, approval, 0) }, { saw })
    expect(await t.tries(leader, 'approval.approve', approval, { seat: seatOf(t, approval, 1) }, { saw })).toBe('done')
    const other = await town()
    t = other
    const second = await aSignedFine(other)
    await sign(second.fine, '9000')
    expect(
      await other.tries(
        leader,
        'approval.approve',
        second.approval,
        { seat: seatOf(other, second.approval, 1) },
        { saw: [{ noun: 'fine', id: second.fine, revision: 2 }] },
      ),
    ).toBe('ChangedSinceSeen')
  })
})

describe('F-7 F-8 F-14 after it is issued', () => {
  const issued = async (amount = '8000') => {
    const approved = await anApprovedFine(t, amount)
    await t.do(manager, 'fine.issue', approved.fine, {})
    return approved.fine
  }
  test('F-7 each of the four desks acknowledges its own slip, once', async () => {
    const fine = await issued()
    for (const [actor, desk, other] of [
      [cost, 'costControl', 'finance'],
      [economic, 'economics', 'finance'],
      [contracts, 'contracts', 'finance'],
      [finance, 'finance', 'contracts'],
    ] as const) {
      expect(await t.tries(actor, 'fine.acknowledge', fine, { desk: other })).not.toBe('done')
      expect(await t.tries(actor, 'fine.acknowledge', fine, { desk })).toBe('done')
      expect(await t.tries(actor, 'fine.acknowledge', fine, { desk })).not.toBe('done')
    }
    expect(t.get<'fine'>(fine).acknowledged).toHaveLength(4)
  })
  test('F-14 the open sum is what the entries leave, to the 分; settled it is cleared', async () => {
    const fine = await issued()
    const open = () => openSum(t.get<'fine'>(fine))
    expect(open()).toBe(yuan('8000'))
    await t.do(finance, 'fine.settle', fine, { amount: yuan('7999.99') })
    expect(open()).toBe(yuan('0.01'))
    expect(await t.refusal(finance, 'fine.settle', fine, { amount: yuan('0.02') })).toEqual({
      refused: 'OverLimit',
      with: { limit: yuan('0.01') },
    })
    expect(await t.tries(finance, 'fine.settle', fine, { amount: yuan('0') })).toBe('NotMoreThanNothing')
    await t.do(finance, 'fine.settle', fine, { amount: yuan('0.01') })
    expect(state(fine)).toBe('cleared')
  })
  test('F-8 an approved amount is changed by nobody; a replacement cancels the old fine as it is drafted', async () => {
    const fine = await issued()
    expect(await sign(fine, '9000')).toBe('WrongState')
    await t.do(finance, 'fine.settle', fine, { amount: yuan('3000') })
    const { notice } = t.get<'fine'>(fine)
    const next = await t.do(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '更正后重开', replaces: fine })
    expect(t.get<'fine'>(fine)).toMatchObject({ state: 'cancelled', replacedBy: next, amount: yuan('8000') })
    expect(openSum(t.get<'fine'>(fine))).toBe(0n)
  })
  test('F-14 sixty days after its approval an unsettled fine is on the manager’s list, with nothing having run', async () => {
    const fine = await issued()
    t.at('2027-01-22 13:29')
    expect(t.owes(manager, fine)).toEqual([])
    t.at('2027-01-22 13:30')
    expect(t.owes(manager, fine)).toEqual(['fine.settle overdue'])
  })
  test('P-1 a representative of another project does not draft there', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    const stranger = { ...rep2, projects: [] }
    expect(await t.tries(stranger, 'fine.draft', undefined, { notice, grounds: [{ ground: 1, reason: '拒收' }], facts: '拒收' })).toBe(
      'NotFound',
    )
    expect(project).toBe(t.get<'notice'>(notice).project)
  })
})
