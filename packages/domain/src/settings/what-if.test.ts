import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, aFine, anIssuedFine, aServedNotice, at, people, rulesWith, town, type Town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'
import type { Settings } from '../kernel/rules.ts'
import { nouns } from '../nouns.ts'

const { rep, frontDesk } = people
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})

describe('Y-8 what has happened, under other settings', () => {
  const ofNotice = (question: keyof typeof nouns.notice.replays.questions, notice: string, changed: Partial<Settings>) =>
    nouns.notice.replays.questions[question]?.holds(t.get<'notice'>(notice), rulesWith(changed), t.now, {})
  const ofComplaint = (question: string, complaint: string, changed: Partial<Settings>) =>
    nouns.complaint.replays.questions[question]?.holds(t.get<'complaint'>(complaint), rulesWith(changed), t.now, {})

  test('N-3 Y-8 on site after five hours: late under four hours, in time under six, and exactly five is in time under five', async () => {
    const notice = await aServedNotice(t)
    t.at('2026-11-23 14:00')
    await t.do(rep, 'notice.recordArrival', notice, { at: t.now })
    await t.do(rep, 'notice.recordPlan', notice, { at: t.now })
    t.at('2026-11-24 09:00')
    expect([4, 5, 6].map((onSiteHours) => ofNotice('ground2', notice, { onSiteHours }))).toEqual([true, false, false])
  })
  test('N-3 Y-8 a ground that would begin later than one looks does not hold yet', async () => {
    const notice = await aServedNotice(t)
    t.at('2026-11-23 13:30')
    expect([4, 6].map((onSiteHours) => ofNotice('ground2', notice, { onSiteHours }))).toEqual([true, false])
  })
  test('N-3 Y-8 of a notice that was never served nothing is asked', async () => {
    const notice = await t.do(rep, 'notice.draft', undefined, {
      project: t.get<'unit'>(t.unit).project,
      contractor: t.contractor,
      defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水' }],
      deadline: at('2026-11-26 18:00'),
    })
    expect(ofNotice('ground2', notice, {})).toBeUndefined()
  })
  test('N-2 Y-8 what was entered after twenty minutes is late where ten are allowed', async () => {
    t.at('2026-11-23 09:20')
    const notice = await t.do(rep, 'notice.draft', undefined, {
      project: t.get<'unit'>(t.unit).project,
      contractor: t.contractor,
      defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水' }],
      deadline: at('2026-11-26 18:00'),
    })
    await t.do(rep, 'notice.serve', notice, { at: at('2026-11-23 09:20'), how: 'paper' })
    t.at('2026-11-23 09:50')
    await t.do(rep, 'notice.recordReceipt', notice, { at: at('2026-11-23 09:30') })
    expect([30, 10].map((lateEntryMinutes) => ofNotice('enteredLate', notice, { lateEntryMinutes }))).toEqual([false, true])
  })
  test('F-4 Y-8 a fine of 6,000 yuan stands under a floor of 5,000 and not under one of 8,000; what is at stake is its amount', async () => {
    const { fine } = await anIssuedFine(t, '6000')
    const { belowFloor } = nouns.fine.replays.questions
    const record = t.get<'fine'>(fine)
    expect(['5000', '6000', '8000'].map((floor) => belowFloor?.holds(record, rulesWith({ fineFloor: yuan(floor) }), t.now, {}))).toEqual([
      false,
      false,
      true,
    ])
    expect(belowFloor?.amount?.(record, rulesWith())).toBe(yuan('6000'))
  })
  test('N-6 Y-8 a fine on the second ground loses it where six hours had been allowed', async () => {
    const { fine, notice } = await aFine(t)
    const { groundLost } = nouns.fine.replays.questions
    const record = t.get<'fine'>(fine)
    const lost = (onSiteHours: number) => {
      const rules = rulesWith({ onSiteHours })
      const now = groundLost?.at?.(record) ?? t.now
      const known = nouns.notice.facts.groundsNow.read([t.get<'notice'>(notice)], { now, rules, key: record.notice })
      return groundLost?.holds(record, rules, t.now, { 'notice.groundsNow': known } as never)
    }
    expect([4, 6].map(lost)).toEqual([false, true])
  })
  test('C-11 Y-8 a case accepted after twenty working minutes is late where fifteen are allowed; a merged one is not asked', async () => {
    const complaint = await t.do(frontDesk, 'complaint.register', undefined, {
      project: t.get<'unit'>(t.unit).project,
      unit: t.unit,
      kind: 'complaint',
      channel: 'phone',
      category: t.category,
      severity: 'general',
      title: '卫生间漏水',
      wording: '顶部漏水',
      representative: rep.person,
    })
    t.at('2026-11-23 09:20')
    await t.do(rep, 'complaint.accept', complaint, {})
    expect([30, 20, 15].map((acceptMinutes) => ofComplaint('acceptedLate', complaint, { acceptMinutes }))).toEqual([false, false, true])
    const other = await aComplaint(t)
    await t.do(rep, 'complaint.merge', complaint, { into: other })
    expect(ofComplaint('acceptedLate', complaint, { acceptMinutes: 15 })).toBeUndefined()
  })
  test('every setting that a question hangs on is one there is', () => {
    const settings = Object.keys(rulesWith())
    const asked = Object.values(nouns).flatMap((noun) =>
      'replays' in noun ? Object.values(noun.replays.questions).flatMap(({ by }) => by as readonly string[]) : [],
    )
    expect(asked.filter((name) => !settings.includes(name))).toEqual([])
    expect(new Set(asked).size).toBeGreaterThan(12)
  })
})
