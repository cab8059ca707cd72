import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, at, people, town, type Town } from '../../../../test/build/town.ts'

const { rep, frontDesk, frontDesk2, manager } = people
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})
const resolved = async () => {
  const complaint = await aComplaint(t)
  await t.do(rep, 'complaint.resolve', complaint, { resolution: '已修复' })
  return { complaint, visit: t.get<'complaint'>(complaint).visit ?? '' }
}
const visited = (visit: string, level: 'satisfied' | 'dissatisfied', by = frontDesk) =>
  t.do(by, 'visit.record', visit, { level, wording: '可以', method: 'phone', at: t.now })

describe('R-1 R-2 R-3 R-4 return visits', () => {
  test('R-3 a visit is due two working days after the resolution, with the front desk', async () => {
    const { visit } = await resolved()
    expect(t.tasks(visit)).toMatchObject([
      { holder: { position: 'frontDesk' }, does: 'visit.record', clock: { due: at('2026-11-25 18:00') } },
    ])
  })
  test('R-1 a satisfied customer closes the case', async () => {
    const { complaint, visit } = await resolved()
    t.at('2026-11-24 10:00')
    await visited(visit, 'satisfied')
    expect(t.get<'complaint'>(complaint)).toMatchObject({ state: 'closed', satisfaction: 'satisfied' })
    expect(t.owes(manager, visit)).toEqual([])
  })
  test('R-2 a dissatisfied one reopens it and tells the manager', async () => {
    const { complaint, visit } = await resolved()
    t.at('2026-11-24 10:00')
    await visited(visit, 'dissatisfied')
    expect(t.get<'complaint'>(complaint)).toMatchObject({ state: 'reopened', reopenedTimes: 1 })
    expect(t.owes(manager, visit)).toEqual(['visit.review'])
  })
  test('R-2 C-5 three failed attempts on different days close the case without a visit', async () => {
    const { complaint, visit } = await resolved()
    for (const day of ['2026-11-24', '2026-11-25']) {
      t.at(`${day} 10:00`)
      await t.do(frontDesk, 'visit.fail', visit, { why: '无人接听', at: t.now })
      expect(await t.tries(frontDesk, 'visit.fail', visit, { why: '又无人接听', at: t.now })).toBe('SameDay')
    }
    expect(await t.tries(frontDesk, 'visit.giveUp', visit, {})).toBe('TooFewAttempts')
    t.at('2026-11-26 10:00')
    await t.do(frontDesk, 'visit.fail', visit, { why: '停机', at: t.now })
    await t.do(frontDesk, 'visit.giveUp', visit, {})
    expect(t.get<'complaint'>(complaint)).toMatchObject({ state: 'closed', closedWithout: 'failedAttempts' })
  })
  test('R-4 the visitor is not the person who handled it', async () => {
    const { visit } = await resolved()
    expect(
      await t.tries({ ...rep, positions: ['frontDesk'] }, 'visit.record', visit, {
        level: 'satisfied',
        wording: '好',
        method: 'phone',
        at: t.now,
      }),
    ).toBe('HandlerMayNotVisit')
  })
  test('R-4 a visit within minutes of the resolution is shown to the manager', async () => {
    const { visit } = await resolved()
    t.at('2026-11-23 09:10')
    await visited(visit, 'satisfied')
    expect(t.get<'visit'>(visit).odd).toEqual(['soonAfterResolution'])
    expect(t.owes(manager, visit)).toEqual(['visit.review'])
  })
  test('R-4 always the same pair is shown to the manager, another visitor between them is not', async () => {
    const between = async (other: number | undefined) => {
      t = await town({ visitSamePair: 4 })
      const odd: boolean[] = []
      for (let n = 0; n < 4; n++) {
        t.at(`2026-11-${23 + n} 09:00`)
        const { visit } = await resolved()
        t.at(`2026-11-${23 + n} 11:00`)
        await visited(visit, 'satisfied', n === other ? frontDesk2 : frontDesk)
        odd.push(t.get<'visit'>(visit).odd.includes('alwaysTheSamePair'))
      }
      return odd
    }
    expect(await between(undefined)).toEqual([false, false, false, true])
    expect(await between(1)).toEqual([false, false, false, false])
  })
  test('C-4 reopened by hand before the visit, the visit is not owed any more', async () => {
    const { complaint, visit } = await resolved()
    await t.do(manager, 'complaint.reopen', complaint, { reason: '客户来电' })
    expect(t.get<'visit'>(visit).state).toBe('dropped')
    expect(t.tasks(visit)).toEqual([])
  })
})
