import { beforeEach, describe, expect, test } from 'vitest'
import { aServedNotice, aSignedFine, at, people, seatOf, town, type Town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'

const { rep, manager, company, cost } = people
/** One line that comes to so much. */
const lines = (price: string) => [{ item: '防水层', unit: '项', quantity: '1' as never, price: yuan(price) }]
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})
const repair = (id: string) => t.get<'emergencyRepair'>(id)
const suggested = async (estimate = '3000') => {
  const notice = await aServedNotice(t)
  return t.do(rep, 'emergencyRepair.suggest', undefined, { notice, reason: '施工方不配合', estimate: yuan(estimate) })
}
const approve = async (id: string, by = manager, n = 0) => {
  const approval = repair(id).approval ?? ''
  await t.do(by, 'approval.approve', approval, { seat: seatOf(t, approval, n) })
}
const working = async (estimate = '3000') => {
  const id = await suggested(estimate)
  await approve(id)
  await t.do(manager, 'emergencyRepair.assign', id, { team: t.team })
  await t.do(rep, 'emergencyRepair.begin', id, { at: t.now })
  return id
}

describe('E-1 how it starts', () => {
  test('E-1 suggested by the representative, approved by the manager, with what may be spent', async () => {
    const id = await suggested()
    expect(repair(id)).toMatchObject({ state: 'suggested', startedBy: 'suggestion' })
    await approve(id)
    expect(repair(id)).toMatchObject({ state: 'approved', budget: yuan('3000') })
  })
  test('E-5 above the manager’s limit the company leader approves as well', async () => {
    const id = await suggested('50000.01')
    await approve(id)
    expect(repair(id).state).toBe('suggested')
    await approve(id, company, 1)
    expect(repair(id).state).toBe('approved')
  })
  test('P-2 what the manager suggests is approved by the company leader', async () => {
    const notice = await aServedNotice(t)
    const id = await t.do(manager, 'emergencyRepair.suggest', undefined, { notice, reason: '多户受损', estimate: yuan('3000') })
    const approval = repair(id).approval ?? ''
    expect(await t.tries(manager, 'approval.approve', approval, { seat: seatOf(t, approval) })).not.toBe('done')
    await t.do(company, 'approval.approve', approval, { seat: seatOf(t, approval) })
    expect(repair(id).state).toBe('approved')
  })
  test('E-1 a danger starts it at once, with approval within 24 hours after', async () => {
    const notice = await aServedNotice(t)
    const id = await t.do(rep, 'emergencyRepair.startAtOnce', undefined, { notice, reason: '外墙坠落', estimate: yuan('80000') })
    expect(repair(id)).toMatchObject({ state: 'approved', startedBy: 'danger', budget: yuan('50000') })
    expect(t.get<'approval'>(repair(id).approval ?? '').dueAt).toBe(at('2026-11-24 09:00'))
    await t.do(manager, 'emergencyRepair.assign', id, { team: t.team })
    const approval = repair(id).approval ?? ''
    await t.do(manager, 'approval.reject', approval, { seat: seatOf(t, approval), reason: '并无危险' })
    expect(repair(id).state).toBe('rejected')
    expect(t.get<'notice'>(notice).state).toBe('running')
  })
  test('F-5 one that exists for the notice is not doubled', async () => {
    const notice = await aServedNotice(t)
    await t.do(rep, 'emergencyRepair.suggest', undefined, { notice, reason: '一', estimate: yuan('1') })
    expect(await t.tries(rep, 'emergencyRepair.suggest', undefined, { notice, reason: '二', estimate: yuan('1') })).toBe('AlreadyExists')
  })
  test('B-2 sent back, its suggester says more and it is asked again', async () => {
    const id = await suggested()
    const approval = repair(id).approval ?? ''
    await t.do(manager, 'approval.return', approval, { seat: seatOf(t, approval), reason: '说明费用' })
    expect(t.owes(rep, id)).toEqual(['emergencyRepair.resuggest'])
    await t.do(rep, 'emergencyRepair.resuggest', id, { reason: '已附清单', estimate: yuan('2500') })
    await approve(id)
    expect(repair(id)).toMatchObject({ state: 'approved', budget: yuan('2500') })
  })
})

describe('E-2 E-3 E-4 E-5 from the team to the charge-back', () => {
  test('N-2 the team takes the notice over, and both close together', async () => {
    const id = await working()
    const { notice } = repair(id)
    expect(t.get<'notice'>(notice).state).toBe('takenOver')
    await t.do(rep, 'emergencyRepair.log', id, { at: t.now, work: '凿除', cost: yuan('2800') })
    await t.do(rep, 'emergencyRepair.complete', id, { at: t.now })
    for (const party of ['contractor', 'team', 'department'] as const)
      await t.do(rep, 'emergencyRepair.confirmQuantities', id, {
        party,
        signed: party !== 'contractor',
        who: '张工',
        ...(party === 'contractor' ? {} : { lines: lines('2700') }),
      })
    expect(repair(id).state).toBe('confirmed')
    await t.do(cost, 'emergencyRepair.audit', id, { lines: lines('2700') })
    expect(await t.tries(manager, 'emergencyRepair.chargeBack', id, { amount: yuan('2700.01') })).toBe('OverLimit')
    await t.do(manager, 'emergencyRepair.chargeBack', id, { amount: yuan('2700') })
    await t.do(rep, 'emergencyRepair.close', id, {})
    expect([repair(id).state, t.get<'notice'>(notice).state]).toEqual(['closed', 'closed'])
  })
  test('E-4 the charge-back never exceeds the audited cost plus the surcharge', async () => {
    t = await town({ surchargePermille: 100 })
    t.at('2026-11-23 09:00')
    const id = await working()
    await t.do(rep, 'emergencyRepair.complete', id, { at: t.now })
    for (const party of ['contractor', 'team', 'department'] as const)
      await t.do(rep, 'emergencyRepair.confirmQuantities', id, { party, signed: true, who: '张工', lines: lines('2700') })
    await t.do(cost, 'emergencyRepair.audit', id, { lines: lines('1000.05') })
    expect(await t.refusal(manager, 'emergencyRepair.chargeBack', id, { amount: yuan('1100.06') })).toEqual({
      refused: 'OverLimit',
      with: { limit: yuan('1100.05') },
    })
    expect(await t.tries(manager, 'emergencyRepair.chargeBack', id, { amount: yuan('1100.05') })).toBe('done')
  })
  test('E-5 what is spent and audited stays within what was approved', async () => {
    const id = await working()
    await t.do(rep, 'emergencyRepair.log', id, { at: t.now, work: '凿除', cost: yuan('3000') })
    expect(await t.tries(rep, 'emergencyRepair.log', id, { at: t.now, work: '防水', cost: yuan('0.01') })).toBe('SpendingWaits')
    await t.do(manager, 'emergencyRepair.setBudget', id, { amount: yuan('50000'), reason: '面积扩大' })
    expect(await t.tries(rep, 'emergencyRepair.log', id, { at: t.now, work: '防水', cost: yuan('0.01') })).toBe('done')
  })
  test('E-5 F-5 started by a fine, work may start while spending above the limit waits for the company leader', async () => {
    await aSignedFine(t)
    const id = t.all('emergencyRepair')[0]?.id ?? ''
    await t.do(manager, 'emergencyRepair.assign', id, { team: t.team })
    await t.do(rep, 'emergencyRepair.begin', id, { at: t.now })
    await t.do(manager, 'emergencyRepair.setBudget', id, { amount: yuan('60000'), reason: '整栋外墙' })
    expect(await t.tries(rep, 'emergencyRepair.log', id, { at: t.now, work: '搭架', cost: yuan('1') })).toBe('SpendingWaits')
    const approval = repair(id).budgetAsked?.approval ?? ''
    expect(await t.tries(manager, 'approval.approve', approval, { seat: seatOf(t, approval) })).not.toBe('done')
    await t.do(company, 'approval.approve', approval, { seat: seatOf(t, approval) })
    expect(await t.tries(rep, 'emergencyRepair.log', id, { at: t.now, work: '搭架', cost: yuan('60000') })).toBe('done')
  })
  test('F-5 called off before the work begins, the contractor owes the repair again', async () => {
    const id = await suggested()
    await approve(id)
    await t.do(manager, 'emergencyRepair.assign', id, { team: t.team })
    await t.do(manager, 'emergencyRepair.cancel', id, { reason: '施工方已返场' })
    expect([repair(id).state, t.get<'notice'>(repair(id).notice).state]).toEqual(['cancelled', 'running'])
  })
  test('E-3 the audit has a clock of working days', async () => {
    const id = await working()
    await t.do(rep, 'emergencyRepair.complete', id, { at: t.now })
    for (const party of ['contractor', 'team', 'department'] as const)
      await t.do(rep, 'emergencyRepair.confirmQuantities', id, { party, signed: true, who: '张工', lines: lines('2700') })
    expect(t.tasks(id)).toMatchObject([
      { does: 'emergencyRepair.audit', clock: { due: at('2026-12-07 18:00'), span: { workingDays: 10 } } },
    ])
  })
  test('E-2 only an emergency team is assigned', async () => {
    const id = await suggested()
    await approve(id)
    expect(await t.tries(manager, 'emergencyRepair.assign', id, { team: t.contractor })).toBe('RetiredEntry')
  })
})
