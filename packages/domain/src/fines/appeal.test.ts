import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { anIssuedFine, at, people, project, seatOf, standingIn, town, type Town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'
import { openSum, toSettle } from './fine.ts'

const { rep, rep2, manager, coordinator, leader, company, finance } = people
let t: Town
let fine: string
const now = () => t.get<'fine'>(fine)
const open = () => openSum(now())
const relief = () => now().relief?.approval ?? ''
const seat = () => (relief() ? seatOf(t, relief()) : '')
/** Nothing is proposed now. */
const nothingAsked = () => expect(now().relief).toBeUndefined()
const appeal = (handedIn = t.now, more: object = {}) =>
  t.tries(rep, 'fine.appeal', fine, { reasons: '当日已到场，有门岗登记', at: handedIn, ...more })
const propose = (amount: string, kind: 'waiver' | 'reduction' = 'waiver', by = manager) =>
  t.tries(by, 'fine.proposeRelief', fine, { kind, amount: yuan(amount), reason: '积极整改' })
const judge = (outcome: 'upheld' | 'partly' | 'dismissed', amount?: string) =>
  t.tries(leader, 'fine.decideAppeal', fine, { outcome, reason: '核查属实', ...(amount ? { amount: yuan(amount) } : {}) })
const settle = (amount: string) => t.tries(finance, 'fine.settle', fine, { amount: yuan(amount) })

beforeEach(async () => {
  t = await town()
  ;({ fine } = await anIssuedFine(t))
})

describe('F-7 F-8 a waiver or a reduction is proposed and approved', () => {
  test('F-7 the manager proposes, the company leader approves, and the ledger has its entry with the reason', async () => {
    expect(await propose('3000')).toBe('done')
    expect([open(), t.tasks(relief())[0]?.holder]).toEqual([yuan('8000'), { position: 'companyLeader', project }])
    await t.do(company, 'approval.approve', relief(), { seat: seat() })
    expect(now().entries.at(-1)).toEqual({ kind: 'waiver', amount: yuan('3000'), at: t.now, by: company.person, note: '积极整改' })
    expect(now()).toMatchObject({ state: 'issued', amount: yuan('8000') })
    expect(open()).toBe(yuan('5000'))
  })
  test('F-7 nobody else proposes, and nobody lets anything off alone', async () => {
    for (const actor of [rep, coordinator, leader, company, finance]) expect(await propose('1', 'waiver', actor)).toBe('NotAllowed')
    await propose('3000')
    const approval = relief()
    for (const actor of [rep, coordinator, leader, manager]) {
      const answer = await t.tries(actor, 'approval.approve', approval, { seat: seat() })
      expect(answer).not.toBe('done')
    }
    expect(open()).toBe(yuan('8000'))
  })
  test('P-2 neither who proposed it nor who made the fine approves it, in whatever name', async () => {
    await propose('3000')
    for (const maker of [manager, rep, coordinator])
      expect(await t.tries(standingIn(maker, company), 'approval.approve', relief(), { seat: seat() })).toBe('OwnRequest')
    expect(await t.tries(standingIn(leader, company), 'approval.approve', relief(), { seat: seat() })).toBe('done')
  })
  test('F-8 never for more than is open, to the 分, nor for nothing', async () => {
    await settle('3000')
    expect(await propose('5000.01')).toBe('OverLimit')
    expect(await propose('0')).toBe('NotMoreThanNothing')
    expect(await propose('5000')).toBe('done')
    await t.do(company, 'approval.approve', relief(), { seat: seat() })
    expect(now().state).toBe('cleared')
  })
  test('F-8 what is proposed is not settled meanwhile, and there is one proposal at a time', async () => {
    await propose('3000', 'reduction')
    expect(await propose('1')).toBe('StillOpen')
    expect(await t.refusal(finance, 'fine.settle', fine, { amount: yuan('5000.01') })).toEqual({
      refused: 'OverLimit',
      with: { limit: yuan('5000') },
    })
    expect(await settle('5000')).toBe('done')
    expect(await settle('0.01')).toBe('StillOpen')
    await t.do(company, 'approval.approve', relief(), { seat: seat() })
    expect([now().state, open()]).toEqual(['cleared', 0n])
  })
  test('F-7 refused by the company leader, everything stays owed', async () => {
    await propose('3000')
    await t.do(company, 'approval.reject', relief(), { seat: seat(), reason: '屡犯' })
    expect(now()).toMatchObject({ state: 'issued' })
    nothingAsked()
    expect(await settle('8000')).toBe('done')
  })
  test('B-2 sent back, it is the manager’s to say more, or to let it be', async () => {
    await propose('3000')
    const approval = relief()
    await t.do(company, 'approval.return', approval, { seat: seat(), reason: '附整改验收单' })
    expect(t.owes(manager, fine)).toEqual(['fine.proposeRelief'])
    expect(await propose('2000')).toBe('done')
    expect(t.get<'approval'>(approval)).toMatchObject({ state: 'open', round: 2, about: { amount: yuan('2000') } })
    await t.do(company, 'approval.return', approval, { seat: seat(), reason: '仍不足' })
    expect(await t.tries(manager, 'fine.dropRelief', fine, { reason: '不再提议' })).toBe('done')
    expect([t.get<'approval'>(approval).state, now().relief, toSettle(now())]).toEqual(['void', undefined, yuan('8000')])
    expect(await t.tries(manager, 'fine.dropRelief', fine, { reason: '再次' })).toBe('NothingToJudge')
  })
  test('B-2 withdrawn before it is decided, nothing is asked any more', async () => {
    await propose('3000')
    const approval = relief()
    await t.do(manager, 'approval.withdraw', approval, {})
    expect([t.get<'approval'>(approval).state, now().relief]).toEqual(['void', undefined])
  })
})

describe('F-9 the contractor appeals', () => {
  test('F-9 within five working days of the issue, to the minute', async () => {
    // issued on Monday the 23rd at 13:30: until Monday the 30th at closing time
    t.at('2026-11-30 18:00')
    expect(await t.refusal(rep, 'fine.appeal', fine, { reasons: '已到场', at: at('2026-11-30 18:00') })).toBeUndefined()
    t = await town()
    ;({ fine } = await anIssuedFine(t))
    t.at('2026-11-30 18:01')
    expect(await t.refusal(rep, 'fine.appeal', fine, { reasons: '已到场', at: t.now })).toEqual({
      refused: 'TooLate',
      with: { until: at('2026-11-30 18:00') },
    })
  })
  test('F-9 the time is a setting', async () => {
    t = await town({ appealWorkingDays: 1 })
    ;({ fine } = await anIssuedFine(t))
    t.at('2026-11-24 18:01')
    expect(await appeal()).toBe('TooLate')
  })
  test('N-2 handed in in time and entered late, it says why and what proves it', async () => {
    t.at('2026-12-02 10:00')
    const handedIn = at('2026-11-27 10:00')
    expect(await appeal(handedIn)).toBe('LateEntryNeedsReason')
    expect(await appeal(handedIn, { lateReason: '收发室转交延误', proof: '收文登记簿' })).toBe('done')
    expect(now().appeal?.fact).toMatchObject({ at: handedIn, entered: t.now, late: { reason: '收发室转交延误' } })
    expect(await appeal(at('2026-11-23 13:00'))).not.toBe('done')
  })
  test('N-2 never before the fine was issued', async () => {
    expect(await appeal(at('2026-11-23 13:29'))).toBe('BeforeItsTime')
  })
  test('F-9 it pauses the settlement and is owed a decision by the group’s leader, within five working days', async () => {
    expect(await appeal()).toBe('done')
    expect(await settle('8000')).toBe('WrongState')
    expect(t.owes(finance, fine).filter((task) => task.startsWith('fine.settle'))).toEqual([])
    expect(t.owes(leader, fine)).toEqual(['fine.decideAppeal'])
    expect(t.tasks(fine).find(({ does }) => does === 'fine.decideAppeal')?.clock?.due).toBe(at('2026-11-30 18:00'))
    for (const actor of [manager, company, rep, finance])
      expect(await t.tries(actor, 'fine.decideAppeal', fine, { outcome: 'dismissed', reason: '无' })).toBe('NotYourTask')
  })
  test('P-2 whoever drafted or signed the fine does not decide the appeal against it', async () => {
    await appeal()
    for (const maker of [rep, coordinator])
      expect(await t.tries(standingIn(maker, leader), 'fine.decideAppeal', fine, { outcome: 'dismissed', reason: '无' })).toBe(
        'NotYourTask',
      )
  })
  test('F-9 dismissed, it goes on, and the days of the appeal are taken out of the settlement’s', async () => {
    t.at('2026-11-24 13:30')
    await appeal()
    t.at('2026-11-26 13:30')
    expect(await judge('dismissed')).toBe('done')
    expect(now()).toMatchObject({ state: 'issued', appeal: { ended: { as: 'dismissed' } } })
    expect(t.tasks(fine).find(({ does, part }) => does === 'fine.settle' && !part)?.clock?.due).toBe(at('2027-01-24 13:30'))
    expect(await settle('8000')).toBe('done')
  })
  test('F-9 upheld, everything open is proposed to be let off; the company leader approves', async () => {
    await settle('1000')
    await appeal()
    expect(await judge('upheld')).toBe('done')
    expect(now().relief).toMatchObject({ kind: 'waiver', amount: yuan('7000') })
    expect([now().state, open()]).toEqual(['appealed', yuan('7000')])
    await t.do(company, 'approval.approve', relief(), { seat: seat() })
    expect(now()).toMatchObject({ state: 'cleared', amount: yuan('8000'), appeal: { ended: { as: 'upheld' } } })
    expect(open()).toBe(0n)
  })
  test('F-9 upheld in part, the amount said is taken off, and the rest is settled', async () => {
    await appeal()
    expect(await judge('partly')).toBe('Incomplete')
    expect(await judge('partly', '8000.01')).toBe('OverLimit')
    expect(await judge('partly', '2500')).toBe('done')
    expect(await judge('dismissed')).toBe('AlreadyDecided')
    await t.do(company, 'approval.approve', relief(), { seat: seat() })
    expect(now()).toMatchObject({ state: 'issued', appeal: { ended: { as: 'partly' } } })
    expect(now().entries.at(-1)).toMatchObject({ kind: 'reduction', amount: yuan('2500'), by: company.person })
    expect(await settle('5500')).toBe('done')
    expect(now().state).toBe('cleared')
  })
  test('F-9 upheld by the group’s leader and refused by the company leader, it goes on', async () => {
    await appeal()
    await judge('upheld')
    await t.do(company, 'approval.reject', relief(), { seat: seat(), reason: '证据不足' })
    expect(now()).toMatchObject({ state: 'issued', appeal: { ended: { as: 'notApproved' } } })
    nothingAsked()
    expect(open()).toBe(yuan('8000'))
  })
  test('B-2 sent back by the company leader, the group’s leader decides again; dismissed then, nothing is asked any more', async () => {
    await appeal()
    await judge('upheld')
    const approval = relief()
    await t.do(company, 'approval.return', approval, { seat: seat(), reason: '请说明' })
    expect(t.owes(leader, fine)).toEqual(['fine.decideAppeal'])
    expect(await judge('partly', '1000')).toBe('done')
    expect(t.get<'approval'>(approval)).toMatchObject({ state: 'open', round: 2, about: { amount: yuan('1000') } })
    await t.do(company, 'approval.return', approval, { seat: seat(), reason: '仍不清' })
    expect(await judge('dismissed')).toBe('done')
    expect([t.get<'approval'>(approval).state, now().state, now().relief]).toEqual(['void', 'issued', undefined])
  })
  test('B-2 the proposal withdrawn by the leader, the decision is owed again', async () => {
    await appeal()
    await judge('upheld')
    await t.do(leader, 'approval.withdraw', relief(), {})
    expect(now()).toMatchObject({ state: 'appealed' })
    nothingAsked()
    expect(t.owes(leader, fine)).toEqual(['fine.decideAppeal'])
  })
  test('F-9 heard once; one that was withdrawn may be handed in again in time', async () => {
    await appeal()
    expect(await t.tries(rep, 'fine.withdrawAppeal', fine, { reason: '施工单位认可' })).toBe('done')
    expect(now()).toMatchObject({ state: 'issued', appeal: { ended: { as: 'withdrawn' } } })
    expect(await appeal()).toBe('done')
    await judge('dismissed')
    expect(await appeal()).toBe('AlreadyRecorded')
  })
  test('F-9 once decided it is not withdrawn', async () => {
    await appeal()
    await judge('upheld')
    expect(await t.tries(rep, 'fine.withdrawAppeal', fine, { reason: '算了' })).toBe('AlreadyDecided')
  })
  test('F-9 an appeal takes the place of what was proposed without it', async () => {
    await propose('1000')
    const approval = relief()
    expect(await appeal()).toBe('done')
    expect([t.get<'approval'>(approval).state, now().relief]).toEqual(['void', undefined])
  })
  test('F-8 a replacement cancels the appealed fine as it is drafted, with whatever was asked about it', async () => {
    await appeal()
    await judge('upheld')
    const approval = relief()
    const { notice } = now()
    const next = await t.do(rep2, 'fine.draft', undefined, {
      notice,
      grounds: [{ ground: 2 }],
      facts: '更正后重开',
      replaces: fine as never,
    })
    expect(now()).toMatchObject({ state: 'cancelled', replacedBy: next })
    nothingAsked()
    expect([open(), t.get<'approval'>(approval).state]).toEqual([0n, 'void'])
  })
  test('F-14 an appeal does not take it off the manager’s list', async () => {
    await appeal()
    t.at('2027-01-22 13:30')
    expect(t.owes(manager, fine)).toEqual(['fine.settle overdue'])
  })
})

const moves = [
  'settle',
  'appeal',
  'withdrawAppeal',
  'judge',
  'propose',
  'drop',
  'approve',
  'reject',
  'return',
  'withdraw',
  'replace',
] as const
test('F-14 F-8 whatever is settled, appealed, let off or replaced in whatever order, what is open is what the entries leave, and never less than nothing', async () => {
  const step = fc.record({ move: fc.constantFrom(...moves), fen: fc.bigInt({ min: 1n, max: 900_000n }), n: fc.nat(2) })
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (sequence) => {
      t = await town()
      ;({ fine } = await anIssuedFine(t))
      for (const { move, fen, n } of sequence) {
        // now and then all that is left
        const amount = n === 1 ? toSettle(now()) : (fen as ReturnType<typeof yuan>)
        const reason = '随机'
        const outcome = (['upheld', 'partly', 'dismissed'] as const)[n]
        const approving = { seat: seat() }
        if (move === 'settle') await t.decide(finance, 'fine.settle', fine, { amount })
        if (move === 'appeal') await appeal()
        if (move === 'withdrawAppeal') await t.decide(rep, 'fine.withdrawAppeal', fine, { reason })
        if (move === 'judge') await t.decide(leader, 'fine.decideAppeal', fine, { outcome, amount, reason })
        if (move === 'propose') await t.decide(manager, 'fine.proposeRelief', fine, { kind: 'waiver', amount, reason })
        if (move === 'drop') await t.decide(manager, 'fine.dropRelief', fine, { reason })
        if (move === 'approve') await t.decide(company, 'approval.approve', relief(), approving)
        if (move === 'reject') await t.decide(company, 'approval.reject', relief(), { ...approving, reason })
        if (move === 'return') await t.decide(company, 'approval.return', relief(), { ...approving, reason })
        if (move === 'withdraw') await t.decide(now().state === 'appealed' ? leader : manager, 'approval.withdraw', relief(), {})
        if (move === 'replace' && n === 0)
          await t.decide(rep, 'fine.draft', undefined, { notice: now().notice, grounds: [{ ground: 2 }], facts: '重开', replaces: fine })
        const signed = now().entries.map((entry) => (entry.kind === 'issued' ? entry.amount : 0n - entry.amount))
        const left = signed.reduce((sum, each) => sum + each, 0n)
        expect(open()).toBe(left)
        expect(left >= 0n && left <= yuan('8000')).toBe(true)
        expect(now().amount).toBe(yuan('8000'))
        expect(toSettle(now()) >= 0n, 'what is proposed is never more than is open').toBe(true)
        expect(now().state === 'cleared' || now().state === 'cancelled').toBe(left === 0n)
        if (now().relief) expect(['open', 'returned']).toContain(t.get<'approval'>(relief()).state)
        reached.add(now().state)
      }
    }),
    { numRuns: 150 },
  )
  expect([...reached].toSorted()).toEqual(['appealed', 'cancelled', 'cleared', 'issued'])
}, 60_000)
