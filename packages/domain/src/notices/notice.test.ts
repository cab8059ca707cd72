import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, aNotice, aServedNotice, at, people, town, type Town } from '../../../../test/build/town.ts'
import { groundsAt, stageOf } from './grounds.ts'

const { rep, rep2, manager, coordinator } = people
let t: Town
beforeEach(async () => {
  t = await town()
})
const holding = (notice: string, moment = t.now) =>
  groundsAt(t.get<'notice'>(notice), t.rules, moment).map(({ ground, pending }) => (pending ? `${ground} pending` : `${ground}`))
const arrive = (notice: string, written: string) => t.do(rep, 'notice.recordArrival', notice, { at: at(written) })
const plan = (notice: string, written: string) => t.do(rep, 'notice.recordPlan', notice, { at: at(written) })

describe('N-3 the four hours', () => {
  test('N-3 served at 09:00: nothing holds at 13:00:00, the second ground from one second later, with nothing having run', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    expect(holding(notice, at('2026-11-23 12:59:59'))).toEqual([])
    t.at('2026-11-23 13:00')
    await arrive(notice, '2026-11-23 13:00')
    await plan(notice, '2026-11-23 13:00')
    expect(holding(notice, at('2026-11-23 18:00'))).toEqual([])
  })
  test('N-3 T-3 arrival one second after four hours is late, and the ground begins at the four hours', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 13:00:01')
    await arrive(notice, '2026-11-23 13:00:01')
    await plan(notice, '2026-11-23 12:40')
    expect(groundsAt(t.get<'notice'>(notice), t.rules, t.now)).toMatchObject([{ ground: 2, since: at('2026-11-23 13:00') }])
  })
  test('N-3 on site without a plan is not enough', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 10:00')
    await arrive(notice, '2026-11-23 10:00')
    expect(holding(notice, at('2026-11-23 13:00'))).toEqual(['2'])
  })
  test('N-2 N-3 a telephone notice at 08:30 makes it 12:30', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    await t.do(rep, 'notice.recordPhoneCall', notice, { at: at('2026-11-23 08:30'), called: '李工' })
    expect(holding(notice, at('2026-11-23 12:29:59'))).toEqual([])
    expect(holding(notice, at('2026-11-23 12:30'))).toEqual(['2'])
  })
  test('N-5 the ground reaches the representative and the manager at its moment, without anyone asking', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 12:59:59')
    expect(t.owes(rep, notice)).not.toContain('fine.draft ground2')
    t.at('2026-11-23 13:00')
    expect(t.owes(rep, notice)).toContain('fine.draft ground2')
    expect(t.owes(manager, notice)).toContain('notice.takeNote ground2')
  })
})

describe('N-3 excuses', () => {
  const filed = async (written = '2026-11-23 12:00') => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at(written)
    await t.do(rep, 'notice.fileExcuse', notice, { at: t.now, reason: '暴雨封路', excuseProof: '交警通告' })
    return notice
  }
  test('N-3 filed at 12:00 it shows the ground as pending at 13:00, and no fine is signed on it', async () => {
    const notice = await filed()
    t.at('2026-11-23 13:30')
    expect(holding(notice)).toEqual(['2 pending'])
    const fine = await t.do(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '未到场' })
    expect(await t.tries(coordinator, 'fine.sign', fine, { amount: 800_000n as never, severity: 'medium' })).toBe('PendingExcuse')
  })
  test('N-3 accepted, it moves the clock to the agreed time', async () => {
    const notice = await filed()
    await t.do(rep, 'notice.judgeExcuse', notice, { accepted: true, until: at('2026-11-24 10:00'), why: '道路确已封闭' })
    expect(holding(notice, at('2026-11-24 09:59:59'))).toEqual([])
    expect(holding(notice, at('2026-11-24 10:00'))).toEqual(['2'])
  })
  test('N-3 refused, the clock never stopped', async () => {
    const notice = await filed()
    t.at('2026-11-23 17:00')
    await t.do(rep, 'notice.judgeExcuse', notice, { accepted: false, why: '没有依据' })
    expect(groundsAt(t.get<'notice'>(notice), t.rules, t.now)).toMatchObject([{ ground: 2, since: at('2026-11-23 13:00') }])
  })
  test('N-3 after the four hours it is too late to file one', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 13:00:01')
    expect(await t.tries(rep, 'notice.fileExcuse', notice, { at: t.now, reason: '迟到', excuseProof: '无' })).toBe('TooLate')
  })
  test('N-3 the representative has a working day to judge, the manager after that', async () => {
    const notice = await filed()
    expect(t.owes(rep, notice)).toContain('notice.judgeExcuse')
    t.at('2026-11-24 17:59')
    expect(t.owes(manager, notice)).not.toContain('notice.judgeExcuse manager')
    t.at('2026-11-24 18:00')
    expect(t.owes(manager, notice)).toContain('notice.judgeExcuse manager')
  })
  test('N-3 an agreed time before the four hours end is refused', async () => {
    const notice = await filed()
    expect(await t.tries(rep, 'notice.judgeExcuse', notice, { accepted: true, until: at('2026-11-23 12:30'), why: '早到' })).toBe(
      'BeforeItsTime',
    )
  })
})

describe('N-2 entries come late', () => {
  test('N-2 arrival at 12:50 entered at 14:00 needs reason and proof, and takes the alert back visibly', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 10:00')
    await plan(notice, '2026-11-23 10:00')
    t.at('2026-11-23 14:00')
    expect(holding(notice)).toEqual(['2'])
    expect(await t.tries(rep, 'notice.recordArrival', notice, { at: at('2026-11-23 12:50') })).toBe('LateEntryNeedsReason')
    await t.do(rep, 'notice.recordArrival', notice, { at: at('2026-11-23 12:50'), lateReason: '现场无信号', proof: '门岗登记' })
    expect(holding(notice)).toEqual([])
    expect(t.get<'notice'>(notice)).toMatchObject({
      takenBack: [{ ground: 2, since: at('2026-11-23 13:00'), at: at('2026-11-23 14:00') }],
      onSite: { late: { reason: '现场无信号' } },
    })
    expect(t.owes(rep, notice)).not.toContain('fine.draft ground2')
  })
  test('N-2 exactly thirty minutes later is not late', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 10:30')
    expect(await t.tries(rep, 'notice.recordArrival', notice, { at: at('2026-11-23 10:00') })).toBe('done')
  })
  test('N-2 an unsigned fine that rests on the ground goes back to its drafter; a signed one is flagged', async () => {
    for (const signed of [false, true]) {
      const here = await town()
      here.at('2026-11-23 09:00')
      const notice = await aServedNotice(here)
      here.at('2026-11-23 14:00')
      const fine = await here.do(rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '未到场' })
      if (signed) await here.do(coordinator, 'fine.sign', fine, { amount: 800_000n as never, severity: 'medium' })
      await here.do(rep, 'notice.recordPlan', notice, { at: at('2026-11-23 12:00'), lateReason: '补录', proof: '传真' })
      await here.do(rep, 'notice.recordArrival', notice, { at: at('2026-11-23 12:50'), lateReason: '补录', proof: '门岗登记' })
      expect(here.get<'fine'>(fine)).toMatchObject({ state: signed ? 'signed' : 'returned', grounds: [{ ground: 2, fellAt: here.now }] })
      expect(here.owes(signed ? manager : rep, fine)).toContain(signed ? 'fine.stop groundFell' : 'fine.redraft')
    }
  })
  test('P-4 a corrected time keeps old and new value, and the grounds are derived again', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 14:00')
    await t.do(rep, 'notice.correct', notice, { what: 'served', at: at('2026-11-23 11:00'), reason: '笔误', proof: '回执联' })
    expect(t.get<'notice'>(notice)).toMatchObject({ served: { at: at('2026-11-23 11:00') }, takenBack: [{ ground: 2 }] })
    expect(holding(notice, at('2026-11-23 15:00'))).toEqual(['2'])
    const corrected = t.events().find(({ type }) => type === 'Corrected')
    expect(JSON.parse(corrected?.payload ?? '')).toMatchObject({ old: at('2026-11-23 09:00'), new: at('2026-11-23 11:00'), reason: '笔误' })
  })
  test('N-2 what happened before the clock began is refused', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    expect(await t.tries(rep, 'notice.recordArrival', notice, { at: at('2026-11-23 08:59') })).toBe('BeforeItsTime')
  })
})

describe('F-1 the other grounds', () => {
  const inTime = async (deadline = '2026-11-26 18:00') => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t, { deadline })
    await arrive(notice, '2026-11-23 09:00')
    await plan(notice, '2026-11-23 09:00')
    return notice
  }
  const completeAt = async (notice: string, written: string) => {
    t.at(written)
    await t.do(rep, 'notice.recordCompletion', notice, { at: t.now })
  }
  const inspectAt = (notice: string, written: string, standardMet: boolean, ownerSatisfied: boolean) => {
    t.at(written)
    return t.do(rep, 'notice.inspect', notice, {
      at: t.now,
      results: [{ defect: '1', standardMet, ownerSatisfied }],
      ...(standardMet && ownerSatisfied ? {} : { newDeadline: at('2026-12-05 18:00') }),
    })
  }
  test('F-1 (1) a refusal is a ground from its moment, also when it turns into received', async () => {
    const notice = await inTime()
    await t.do(rep, 'notice.recordRefusal', notice, { at: t.now })
    await t.do(rep, 'notice.recordReceipt', notice, { at: t.now })
    expect(holding(notice)).toEqual(['1'])
    expect(stageOf(t.get<'notice'>(notice))).toBe('planSubmitted')
  })
  test.each([
    ['F-1 (3) nothing begun at the deadline', undefined, undefined, 'notStarted', '2026-11-26 18:00'],
    ['F-1 (3) begun and unfinished at the deadline', '2026-11-25 09:00', undefined, 'unfinished', '2026-11-26 18:00'],
    ['F-1 (3) finished a second too late', '2026-11-25 09:00', '2026-11-26 18:00:01', 'unfinished', '2026-11-26 18:00'],
  ])('%s', async (_, started, completed, sub, since) => {
    const notice = await inTime()
    if (started) {
      t.at(started)
      await t.do(rep, 'notice.recordStart', notice, { at: t.now })
    }
    if (completed) await completeAt(notice, completed)
    expect(groundsAt(t.get<'notice'>(notice), t.rules, at('2026-11-26 18:00:01'))).toMatchObject([{ ground: 3, sub, since: at(since) }])
  })
  test('F-1 (3) finished at the deadline waits for its inspection; failed after it, the ground holds at once', async () => {
    const notice = await inTime()
    await completeAt(notice, '2026-11-26 18:00')
    expect(holding(notice, at('2026-11-27 09:00'))).toEqual([])
    await inspectAt(notice, '2026-11-27 10:00', false, true)
    expect(groundsAt(t.get<'notice'>(notice), t.rules, t.now)).toMatchObject([
      { ground: 3, sub: 'inspectionFailed', since: at('2026-11-27 10:00') },
    ])
  })
  test('F-1 (3) N-6 a new deadline given later never erases it', async () => {
    const notice = await inTime()
    t.at('2026-11-27 09:00')
    await completeAt(notice, '2026-11-27 09:00')
    await inspectAt(notice, '2026-11-27 10:00', false, true)
    await completeAt(notice, '2026-11-28 09:00')
    await inspectAt(notice, '2026-11-28 10:00', true, true)
    expect(holding(notice, at('2026-11-28 12:00'))).toEqual(['3'])
  })
  test('F-1 (4) needs both facts: below the standard and an owner who is not satisfied', async () => {
    for (const [standardMet, ownerSatisfied, expected] of [
      [false, true, []],
      [true, false, []],
      [false, false, ['4']],
    ] as const) {
      t = await town()
      const notice = await inTime()
      await completeAt(notice, '2026-11-24 09:00')
      await inspectAt(notice, '2026-11-24 10:00', standardMet, ownerSatisfied)
      expect(holding(notice)).toEqual(expected)
    }
  })
  test('F-1 (5) the slip is due at the close of the third working day after completion', async () => {
    const notice = await inTime()
    await completeAt(notice, '2026-11-24 09:00')
    await inspectAt(notice, '2026-11-24 10:00', true, true)
    expect(holding(notice, at('2026-11-27 17:59:59'))).toEqual([])
    expect(holding(notice, at('2026-11-27 18:00'))).toEqual(['5'])
    t.at('2026-11-27 18:00')
    await t.do(rep, 'notice.recordSlip', notice, { at: t.now })
    expect(holding(notice, at('2026-12-01 09:00'))).toEqual([])
  })
  test('F-1 (5) N-6 a later completion asks anew and does not excuse the slip that was missed', async () => {
    const notice = await inTime('2026-12-20 18:00')
    await completeAt(notice, '2026-11-24 09:00')
    await inspectAt(notice, '2026-11-24 10:00', false, true)
    await completeAt(notice, '2026-11-30 09:00')
    expect(groundsAt(t.get<'notice'>(notice), t.rules, t.now)).toMatchObject([{ ground: 5, since: at('2026-11-27 18:00') }])
  })
  test('N-1 a defect may have an earlier deadline than the notice', async () => {
    t.at('2026-11-23 09:00')
    const notice = await t.do(rep, 'notice.draft', undefined, {
      project: t.get<'complaint'>(await aComplaint(t)).project,
      contractor: t.contractor,
      deadline: at('2026-11-30 18:00'),
      defects: [
        { element: 'interiorWall', location: '客厅', requirement: '修补', deadline: at('2026-11-25 12:00') },
        { element: 'door', location: '入户', requirement: '更换' },
      ],
    })
    await t.do(rep, 'notice.serve', notice, { at: t.now, how: 'paper' })
    expect(groundsAt(t.get<'notice'>(notice), t.rules, at('2026-11-25 12:00')).map(({ ground, since }) => [ground, since])).toContainEqual([
      3,
      at('2026-11-25 12:00'),
    ])
  })
  test('N-6 what ended the notice ended what could still begin; what had begun stays', async () => {
    const notice = await inTime()
    await t.do(rep, 'notice.recordRefusal', notice, { at: t.now })
    await t.do(rep, 'emergencyRepair.startAtOnce', undefined, { notice, reason: '坠落危险', estimate: 1_000_000n as never })
    const repair = t.all('emergencyRepair')[0]?.id ?? ''
    await t.do(manager, 'emergencyRepair.assign', repair, { team: t.team })
    expect(t.get<'notice'>(notice).state).toBe('takenOver')
    expect(holding(notice, at('2026-12-30 09:00'))).toEqual(['1'])
  })
})

describe('N-2 N-4 the life of a notice', () => {
  test('N-2 its stage is the latest of what was recorded', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aNotice(t)
    const stage = () => stageOf(t.get<'notice'>(notice))
    expect(stage()).toBe('drafted')
    await t.do(rep, 'notice.serve', notice, { at: t.now, how: 'paper' })
    expect(stage()).toBe('served')
    for (const [does, expected] of [
      ['notice.recordReceipt', 'received'],
      ['notice.recordArrival', 'onSite'],
      ['notice.recordPlan', 'planSubmitted'],
      ['notice.recordStart', 'repairing'],
      ['notice.recordCompletion', 'completed'],
    ] as const) {
      await t.do(rep, does, notice, { at: t.now })
      expect(stage()).toBe(expected)
    }
    await t.do(rep, 'notice.inspect', notice, { at: t.now, results: [{ defect: '1', standardMet: true, ownerSatisfied: true }] })
    expect(stage()).toBe('accepted')
    expect(await t.tries(rep, 'notice.close', notice, {})).toBe('BeforeItsTime')
    await t.do(rep, 'notice.recordSlip', notice, { at: t.now })
    await t.do(rep, 'notice.close', notice, {})
    expect(stage()).toBe('closed')
  })
  test('N-4 every defect needs its result, and a failed one a new deadline', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    await t.do(rep, 'notice.recordCompletion', notice, { at: t.now })
    expect(
      await t.tries(rep, 'notice.inspect', notice, { at: t.now, results: [{ defect: '2', standardMet: true, ownerSatisfied: true }] }),
    ).toBe('Incomplete')
    expect(
      await t.tries(rep, 'notice.inspect', notice, { at: t.now, results: [{ defect: '1', standardMet: false, ownerSatisfied: true }] }),
    ).toBe('Incomplete')
  })
  test('N-1 the number is given when it is drafted', async () => {
    expect(t.get<'notice'>(await aNotice(t)).number).toBe('ZG-2026-000001')
  })
  test('N-1 a notice about a case of another project, or one that is over, is refused', async () => {
    const complaint = await aComplaint(t)
    await t.do(rep, 'complaint.resolve', complaint, { resolution: '已修好' })
    expect(
      await t.tries(rep, 'notice.draft', undefined, {
        project: t.get<'complaint'>(complaint).project,
        contractor: t.contractor,
        deadline: at('2026-11-30 18:00'),
        defects: [{ element: 'interiorWall', location: '客厅', requirement: '修补', complaint }],
      }),
    ).toBe('FollowUpRefused')
  })
  test('P-5 it is handed over to somebody who holds the position, with its tasks', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    expect(await t.tries(manager, 'notice.handOver', notice, { to: coordinator.person })).toBe('PersonDisabled')
    await t.do(manager, 'notice.handOver', notice, { to: rep2.person })
    expect(t.owes(rep, notice)).toEqual([])
    expect(t.owes(rep2, notice)).toContain('notice.recordArrival')
  })
  test('P-5 somebody’s work is handed over as a whole before they leave, and nothing is left with nobody', async () => {
    t.at('2026-11-23 09:00')
    const complaint = await aComplaint(t)
    const notice = await aServedNotice(t, { complaint })
    expect(await t.tries(people.admin, 'person.retire', rep.person, { reason: '离职' })).toBe('HasOpenWork')
    expect(await t.tries(manager, 'person.handOver', rep.person, { to: coordinator.person })).toBe('FollowUpRefused')
    await t.do(manager, 'person.handOver', rep.person, { to: rep2.person })
    expect([t.owes(rep, complaint), t.owes(rep, notice)]).toEqual([[], []])
    expect([t.get<'complaint'>(complaint).representative, t.get<'notice'>(notice).representative]).toEqual([rep2.person, rep2.person])
    expect(await t.tries(people.admin, 'person.retire', rep.person, { reason: '离职' })).toBe('done')
  })
  test('F-1 a ground is let go with a reason, and is not asked for again', async () => {
    t.at('2026-11-23 09:00')
    const notice = await aServedNotice(t)
    t.at('2026-11-23 14:00')
    await t.do(rep, 'notice.letGroundGo', notice, { ground: 2, reason: '首次，已谈话' })
    expect(t.owes(rep, notice)).not.toContain('fine.draft ground2')
  })
})
