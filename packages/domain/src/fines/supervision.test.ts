import { beforeEach, describe, expect, test } from 'vitest'
import { at, people, project, seatOf, town, type Town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'
import { openSum } from './fine.ts'

const { rep, manager, coordinator, leader, deputyLeader, company, finance, contracts } = people
const evidence = [{ kind: 'document' as const, title: '旁站记录缺页' }]
const own = (ground: 'notUrging' | 'notOnSite' | 'notConfirming' | 'falseRecord' = 'notOnSite', reason = '两次踏查均未到场') => ({
  ground,
  reason,
})
let t: Town
let firm: string
let notice: string
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
  firm = await t.do(contracts, 'contractor.add', undefined, { name: '正信监理', kind: 'supervision', vetoed: false })
  notice = await t.do(rep, 'notice.draft', undefined, {
    project,
    contractor: t.contractor,
    supervision: firm as never,
    defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水' }],
    deadline: at('2026-11-26 18:00'),
  })
  await t.do(rep, 'notice.serve', notice, { at: t.now, how: 'paper' })
})
const draft = (more: object = {}) =>
  t.do(rep, 'fine.draftOnSupervision', undefined, { notice: notice as never, grounds: [own()], facts: '监理两次未到场', evidence, ...more })

describe('F-11 a supervision firm that does not cooperate is fined in the same way', () => {
  test('F-11 from the draft to the ledger and the appeal: same floor, signatures, issue; no emergency repair starts', async () => {
    const fine = await draft()
    const now = () => t.get<'fine'>(fine)
    expect(now()).toMatchObject({
      contractor: firm,
      notice,
      number: 'FK-2026-000001',
      grounds: [{ ground: 7, reason: '两次踏查均未到场' }],
    })
    expect(await t.tries(coordinator, 'fine.sign', fine, { amount: yuan('4999.99'), severity: 'light' })).toBe('BelowFloor')
    await t.do(coordinator, 'fine.sign', fine, { amount: yuan('5000'), severity: 'light' })
    expect(t.all('emergencyRepair')).toEqual([])
    expect(now().repair).toBeUndefined()
    const approval = now().approval ?? ''
    await t.do(deputyLeader, 'approval.approve', approval, { seat: seatOf(t, approval, 0) })
    await t.do(leader, 'approval.approve', approval, { seat: seatOf(t, approval, 1) })
    await t.do(manager, 'fine.issue', fine, {})
    expect(openSum(now())).toBe(yuan('5000'))
    await t.do(rep, 'fine.appeal', fine, { reasons: '当日另有安排', at: t.now })
    await t.do(leader, 'fine.decideAppeal', fine, { outcome: 'partly', amount: yuan('1000'), reason: '部分属实' })
    const relief = now().relief?.approval ?? ''
    await t.do(company, 'approval.approve', relief, { seat: seatOf(t, relief) })
    await t.do(finance, 'fine.settle', fine, { amount: yuan('4000') })
    expect(now().state).toBe('cleared')
  })
  test('F-11 each ground has a written reason, and there is proof', async () => {
    const tries = (input: object) =>
      t.tries(rep, 'fine.draftOnSupervision', undefined, { notice: notice as never, grounds: [own()], facts: '未到场', evidence, ...input })
    expect(await tries({ evidence: [] })).toBe('BadInput')
    expect(await tries({ grounds: [] })).toBe('BadInput')
    expect(await tries({ grounds: [{ ground: 'notOnSite', reason: ' ' }] })).toBe('BadInput')
    expect(await tries({ grounds: [own(), own()] })).toBe('NoGround')
    expect(await tries({ grounds: [own(), own('falseRecord', '签认与现场不符')] })).toBe('done')
  })
  test('F-11 not for the five grounds of a contractor, nor a contractor for these', async () => {
    expect(
      await t.tries(rep, 'fine.draft', undefined, { notice: notice as never, grounds: [{ ground: 7, reason: '未到场' }], facts: '无' }),
    ).toBe('BadInput')
  })
  test('F-11 only where the notice names a supervision firm', async () => {
    const other = await t.do(rep, 'notice.draft', undefined, {
      project,
      contractor: t.contractor,
      defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水' }],
      deadline: at('2026-11-26 18:00'),
    })
    await t.do(rep, 'notice.serve', other, { at: t.now, how: 'paper' })
    expect(
      await t.refusal(rep, 'fine.draftOnSupervision', undefined, { notice: other, grounds: [own()], facts: '未到场', evidence }),
    ).toEqual({ refused: 'Incomplete', with: { what: 'supervision' } })
  })
  test('F-10 the same ground of the same notice is not fined twice, another one is', async () => {
    await draft()
    const again = (ground: 'notOnSite' | 'notUrging') =>
      t.tries(rep, 'fine.draftOnSupervision', undefined, { notice: notice as never, grounds: [own(ground)], facts: '再罚', evidence })
    expect(await again('notOnSite')).toBe('AlreadyFined')
    expect(await again('notUrging')).toBe('done')
  })
  test('F-6 returned, its drafter drafts it again on its own form', async () => {
    const fine = await draft()
    await t.do(coordinator, 'fine.sign', fine, { amount: yuan('6000'), severity: 'light' })
    const approval = t.get<'fine'>(fine).approval ?? ''
    await t.do(leader, 'approval.return', approval, { seat: seatOf(t, approval, 1), reason: '补证据' })
    expect(t.owes(rep, fine)).toEqual(['fine.redraftOnSupervision'])
    await t.do(rep, 'fine.redraftOnSupervision', fine, { grounds: [own('notUrging', '三次未督促')], facts: '已补', evidence })
    expect(t.get<'fine'>(fine)).toMatchObject({ state: 'drafted', grounds: [{ ground: 6 }] })
    // the contractor's form is not its form
    expect(await t.tries(rep, 'fine.redraft', fine, { grounds: [{ ground: 1, reason: '无' }], facts: '无' })).not.toBe('done')
  })
  test('F-8 a replacement of its own kind cancels it as it is drafted', async () => {
    const fine = await draft()
    const next = await draft({ replaces: fine })
    expect(t.get<'fine'>(fine)).toMatchObject({ state: 'cancelled', replacedBy: next })
    // a fine on the contractor is another matter
    const other = { notice: notice as never, grounds: [{ ground: 1, reason: '拒收' }], facts: '拒收', replaces: next }
    expect(await t.tries(rep, 'fine.draft', undefined, other)).toBe('FollowUpRefused')
  })
})
