import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, aServedNotice, at, people, person, project, town, type Town } from '../../../../test/build/town.ts'
import { acceptClock, resolveClock } from './clocks.ts'
import { similarity } from './duplicates.ts'

const { rep, rep2, frontDesk, manager, analyst } = people
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})
const get = (id: string) => t.get<'complaint'>(id)
const registration = {
  project,
  kind: 'complaint',
  channel: 'phone',
  severity: 'general',
  title: '电梯噪音',
  wording: '夜间有异响',
} as const
const register = (more: object = {}) => t.do(frontDesk, 'complaint.register', undefined, { ...registration, category: t.category, ...more })

describe('C-1 C-4 C-8 C-13 registration', () => {
  test('C-1 it has its number, its place and its wording', async () => {
    const id = await register({ unit: t.unit, customer: t.customer })
    expect(get(id)).toMatchObject({ number: 'TS-2026-000001', state: 'registered', building: t.building, wording: '夜间有异响' })
  })
  test('C-13 a place without a unit and a customer nobody knows yet; both are filled in later', async () => {
    const id = await register({ place: '地下车库东侧' })
    await t.do(rep, 'complaint.identify', id, { customer: t.customer, unit: t.unit })
    expect(get(id)).toMatchObject({ customer: t.customer, unit: t.unit, building: t.building })
  })
  test('C-8 an enquiry answered on the spot is closed at registration and owes nothing', async () => {
    const id = await register({ kind: 'enquiry', answer: '物业费按季度缴纳' })
    expect(get(id)).toMatchObject({ state: 'closed', resolution: '物业费按季度缴纳', closedWithout: 'answeredOnTheSpot' })
    expect(t.tasks(id)).toEqual([])
    expect(await t.tries(frontDesk, 'complaint.register', undefined, { ...registration, category: t.category, answer: '好' })).toBe(
      'Incomplete',
    )
  })
  test('C-2 a retired category cannot be chosen', async () => {
    await t.do(people.admin, 'category.retire', t.category, { reason: '合并' })
    expect(await t.tries(frontDesk, 'complaint.register', undefined, { ...registration, category: t.category })).toBe('RetiredEntry')
  })
  test('C-3 major, group and litigated cases go to the manager at once, others do not', async () => {
    for (const [severity, told] of [
      ['general', false],
      ['seriousQuality', false],
      ['major', true],
      ['group', true],
      ['litigated', true],
    ] as const) {
      const id = await register({ severity })
      expect(t.owes(manager, id).includes('complaint.takeNote')).toBe(told)
    }
  })
  test('C-14 it is given to the representative on duty with the least open cases', async () => {
    const first = await register()
    const second = await register()
    expect(new Set([get(first).representative, get(second).representative])).toEqual(new Set([rep.person, rep2.person]))
  })
  test('C-14 reassignment keeps the clocks', async () => {
    const id = await register({ representative: rep.person })
    t.at('2026-11-23 09:20')
    await t.do(manager, 'complaint.assign', id, { to: rep2.person })
    expect(t.tasks(id)).toMatchObject([{ holder: { person: rep2.person }, clock: { due: at('2026-11-23 09:30') } }])
  })
  test('P-1 nobody without the permission registers or handles', async () => {
    expect(await t.tries(analyst, 'complaint.register', undefined, { ...registration, category: t.category })).toBe('NotAllowed')
    const id = await register()
    expect(await t.tries(person('stranger', ['representative'], []), 'complaint.accept', id, {})).toBe('NotFound')
  })
  test('C-15 history owes nothing, and its times are its own', async () => {
    t.at('2026-11-23 09:00')
    const id = await t.do(manager, 'complaint.importHistory', undefined, {
      ...registration,
      category: t.category,
      channel: 'forum',
      registeredAt: at('2018-12-31 22:21'),
      source: 'messages',
      sourceId: '3681',
      reply: '已回复',
      repliedAt: at('2019-01-29 10:53'),
    })
    expect(get(id)).toMatchObject({
      state: 'closed',
      registeredAt: at('2018-12-31 22:21'),
      resolvedAt: at('2019-01-29 10:53'),
      feedback: [{ content: '已回复' }],
    })
    expect(get(id).onTime).toBeUndefined()
    expect(t.tasks(id)).toEqual([])
    expect(
      await t.tries(manager, 'complaint.importHistory', undefined, {
        ...registration,
        category: t.category,
        registeredAt: at('2018-12-31 22:21'),
        source: 'messages',
        sourceId: '3681',
      }),
    ).toBe('AlreadyExists')
  })
})

describe('C-11 T-2 clocks', () => {
  const clocks = async (severity: 'general' | 'seriousQuality' | 'major') => {
    const record = get(await register({ severity }))
    return [acceptClock(record, t.rules).due, resolveClock(record, t.rules).due]
  }
  test('C-11 accept in 30 minutes of company hours, resolve by the close of the 15th working day; half of both when serious', async () => {
    expect(await clocks('general')).toEqual([at('2026-11-23 09:30'), at('2026-12-14 18:00')])
    expect(await clocks('major')).toEqual([at('2026-11-23 09:15'), at('2026-12-03 12:00')])
    expect(await clocks('seriousQuality')).toEqual([at('2026-11-23 09:15'), at('2026-12-03 12:00')])
  })
  test('C-11 registered at 11:50, the accept clock goes on after the noon break', async () => {
    t.at('2026-11-23 11:50')
    expect((await clocks('general'))[0]).toBe(at('2026-11-23 14:20'))
  })
  test('T-2 a pause stops the clocks, and what was left is left', async () => {
    const id = await aComplaint(t)
    t.at('2026-11-25 11:00')
    await t.do(rep, 'complaint.suspend', id, { reason: '等待业主取钥匙', waitsFor: 'owner' })
    expect(t.tasks(id)).toMatchObject([{ does: 'complaint.resume', clock: { paused: { reason: '等待业主取钥匙' } } }])
    t.at('2026-11-27 11:00')
    await t.do(rep, 'complaint.resume', id, {})
    // two working days later than 12-14 18:00
    expect(resolveClock(get(id), t.rules).due).toBe(at('2026-12-16 18:00'))
  })
  test('C-11 on time is resolved before the resolve clock, pauses taken out', async () => {
    for (const [written, onTime] of [
      ['2026-12-14 18:00', true],
      ['2026-12-14 18:00:01', false],
    ] as const) {
      t = await town()
      t.at('2026-11-23 09:00')
      const id = await aComplaint(t)
      t.at(written)
      await t.do(rep, 'complaint.resolve', id, { resolution: '已修复' })
      expect(get(id).onTime).toBe(onTime)
    }
  })
})

describe('C-5 C-6 C-7 handling', () => {
  test('C-5 it is not resolved while a notice or an emergency repair is open', async () => {
    const id = await aComplaint(t)
    const notice = await aServedNotice(t, { complaint: id })
    expect(await t.refusal(rep, 'complaint.resolve', id, { resolution: '好了' })).toEqual({
      refused: 'StillOpen',
      with: { what: 'notice', number: 'ZG-2026-000001' },
    })
    await t.do(rep, 'notice.withdraw', notice, { reason: '误开' })
    expect(await t.tries(rep, 'complaint.resolve', id, { resolution: '好了' })).toBe('done')
  })
  test('C-7 each milestone owes the customer a word, until they are told', async () => {
    const id = await aComplaint(t)
    expect(get(id).owedFeedback).toEqual([])
    t.at('2026-11-23 10:00')
    await aServedNotice(t, { complaint: id })
    expect(t.owes(rep, id)).toContain('complaint.recordFeedback noticeIssued')
    await t.do(rep, 'complaint.recordFeedback', id, { to: 'propertyCompany', method: 'phone', content: '已发通知', at: t.now })
    expect(get(id).owedFeedback).toHaveLength(1)
    await t.do(rep, 'complaint.recordFeedback', id, { to: 'customer', method: 'phone', content: '已发通知', at: t.now })
    expect(get(id).owedFeedback).toEqual([])
  })
  test('C-7 the next feedback is due three working days after the last', async () => {
    const id = await aComplaint(t)
    expect(t.tasks(id).find(({ part }) => part === 'next')?.clock?.due).toBe(at('2026-11-26 18:00'))
  })
  test('C-6 a merged case keeps its history and its customer keeps hearing', async () => {
    const kept = await aComplaint(t)
    const merged = await aComplaint(t, { title: '同一处漏水' })
    await t.do(rep, 'complaint.merge', merged, { into: kept })
    expect(get(merged)).toMatchObject({ state: 'merged', mergedInto: kept, wording: '顶部漏水' })
    await t.do(rep, 'complaint.recordFeedback', kept, { to: 'customer', method: 'phone', content: '明日施工', at: t.now })
    expect(get(merged).feedback.at(-1)).toMatchObject({ content: '明日施工', sharedFrom: get(kept).number })
    expect(await t.tries(rep, 'complaint.merge', kept, { into: kept })).not.toBe('done')
  })
  test('C-6 the same matter in other words is alike, another matter is not', () => {
    expect(similarity('主卧卫生间天花板漏水', '卫生间天花板一直漏水，请尽快处理')).toBeGreaterThan(0.5)
    expect(similarity('主卧卫生间天花板漏水', '小区门口夜间噪音扰民')).toBeLessThan(0.1)
  })
  test('P-4 a correction keeps old value, new value and reason', async () => {
    const id = await aComplaint(t)
    t.events()
    await t.do(rep, 'complaint.correct', id, { severity: 'major', reason: '多户受影响' })
    expect(get(id).severity).toBe('major')
    expect(JSON.parse(t.events()[0]?.payload ?? '')).toMatchObject({
      old: { severity: 'general' },
      changes: { severity: 'major' },
      reason: '多户受影响',
    })
  })
})
