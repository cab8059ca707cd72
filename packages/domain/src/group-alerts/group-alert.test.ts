import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, at, people, town, type Town } from '../../../../test/build/town.ts'
import { similarity } from '../complaints/duplicates.ts'
import { clustersOf, type Neighbour } from './clusters.ts'

const settings = { groupUnits: 3, groupDays: 7 }
const said = (unit: string | undefined, when: string, text: string, element?: string): Neighbour =>
  ({
    complaint: `${unit ?? 'area'} ${when}`,
    ...(unit ? { unit } : {}),
    at: at(when),
    category: 'quality',
    title: text,
    wording: text,
    ...(element ? { element } : {}),
  }) as never
const clusters = (...cases: readonly Neighbour[]) => clustersOf(cases, settings, similarity)

describe('C-3 the same matter in several homes of a building', () => {
  const one = said('101', '2026-11-20 09:00', '厨房没有水，停水一天了', 'plumbing')
  const two = said('201', '2026-11-21 09:00', '家里停水了，水管没有水', 'plumbing')
  const three = said('301', '2026-11-24 09:00', '停水三天，没有水用', 'plumbing')
  test('C-3 three homes in a week are one; two are none', () => {
    expect(clusters(one, two)).toEqual([])
    expect(clusters(three, one, two)).toEqual([[one, two, three]])
  })
  test('C-3 the same home three times is one home, and a place without a home is none', () => {
    const again = { ...one, complaint: 'again' as never, at: at('2026-11-22 09:00') }
    const area = said(undefined, '2026-11-22 10:00', '停水，没有水', 'plumbing')
    expect(clusters(one, again, two)).toEqual([])
    expect(clusters(one, area, two)).toEqual([])
  })
  test('C-3 exactly seven days are within seven days; a minute more is not', () => {
    const late = (when: string) => said('301', when, '停水三天，没有水用', 'plumbing')
    expect(clusters(one, two, late('2026-11-27 09:00'))).toHaveLength(1)
    expect(clusters(one, two, late('2026-11-27 09:01'))).toEqual([])
  })
  test('C-3 another element is another matter, and so are other words', () => {
    expect(clusters(one, two, said('301', '2026-11-22 09:00', '停水，水管没有水', 'elevator'))).toEqual([])
    expect(clusters(one, two, said('301', '2026-11-22 09:00', '水龙头把手松动掉漆', 'plumbing'))).toEqual([])
  })
  test('C-3 where no element is said, the category and closer words tell', () => {
    expect(clusters(one, two, said('301', '2026-11-22 09:00', '家里停水了，水管没有水'))).toHaveLength(1)
    expect(clusters(one, two, said('301', '2026-11-22 09:00', '墙面空鼓'))).toEqual([])
  })
  test('C-3 what is like both joins what was apart', () => {
    const left = said('101', '2026-11-20 09:00', '电梯停运', 'elevator')
    const right = said('201', '2026-11-20 10:00', '困在轿厢里', 'elevator')
    const both = said('301', '2026-11-20 11:00', '电梯停运，困在轿厢里', 'elevator')
    expect(clusters(left, right)).toEqual([])
    expect(clusters(left, right, both)).toHaveLength(1)
  })
})

describe('C-3 the alert', () => {
  const { manager, rep } = people
  let t: Town
  let cases: Awaited<ReturnType<typeof aComplaint>>[]
  beforeEach(async () => {
    t = await town()
    cases = []
    for (let n = 0; n < 4; n++) cases.push(await aComplaint(t, { title: '停水' }))
  })
  const members = (from: number, until: number) =>
    cases.slice(from, until).map((complaint, n) => ({ complaint, unit: `${from + n}` as never, at: t.now }))
  const raised = () =>
    t.asSystem('groupAlert.raise', undefined, {
      project: t.get<'complaint'>(cases[0] ?? '').project,
      building: t.building,
      title: '停水',
      members: members(0, 3),
    })
  test('C-3 B-9 it is the system’s doing, and the manager owes a judgement at once', async () => {
    expect(await t.tries(manager, 'groupAlert.raise', undefined, {} as never)).toBe('NotAllowed')
    const alert = await raised()
    expect(t.get<'groupAlert'>(alert)).toMatchObject({ number: 'QS-2026-000001', state: 'raised' })
    expect(t.owes(manager, alert)).toEqual(['groupAlert.makeGroup'])
    expect(await t.tries(rep, 'groupAlert.dismiss', alert, { reason: '不是' })).toBe('NotFound')
  })
  test('C-3 P-4 made a group, its cases are corrected, and the manager is not asked again about each', async () => {
    const alert = await raised()
    await t.do(manager, 'groupAlert.makeGroup', alert, { reason: '同一水泵' })
    for (const id of cases.slice(0, 3)) {
      expect(t.get<'complaint'>(id)).toMatchObject({ severity: 'group', notedByManager: true })
      expect(t.owes(manager, id)).not.toContain('complaint.takeNote')
    }
    expect(t.get<'complaint'>(cases[3] ?? '')).toMatchObject({ severity: 'general' })
    expect(t.owes(manager, alert)).toEqual([])
  })
  test('C-3 only those named become a group', async () => {
    const alert = await raised()
    await t.do(manager, 'groupAlert.makeGroup', alert, { complaints: cases.slice(0, 2), reason: '同一水泵' })
    expect(cases.map((id) => t.get<'complaint'>(id).severity)).toEqual(['group', 'group', 'general', 'general'])
  })
  test('C-3 more of the same joins; where it was a group the manager hears of it again', async () => {
    const alert = await raised()
    await t.do(manager, 'groupAlert.makeGroup', alert, { reason: '同一水泵' })
    await t.asSystem('groupAlert.extend', alert, { members: members(3, 4) })
    expect(t.get<'groupAlert'>(alert)).toMatchObject({ state: 'raised', members: { length: 4 } })
    expect(t.owes(manager, alert)).toEqual(['groupAlert.makeGroup'])
    await t.do(manager, 'groupAlert.makeGroup', alert, { reason: '同一水泵' })
    expect(t.get<'complaint'>(cases[3] ?? '')).toMatchObject({ severity: 'group' })
  })
  test('C-3 where it was none, only twice as many homes are worth another word', async () => {
    const alert = await raised()
    await t.do(manager, 'groupAlert.dismiss', alert, { reason: '各户原因不同' })
    await t.asSystem('groupAlert.extend', alert, { members: members(3, 4) })
    expect(t.get<'groupAlert'>(alert)).toMatchObject({ state: 'dismissed', members: { length: 4 } })
    const more = [5, 6].map((n) => ({ complaint: `more${n}` as never, unit: `${n}` as never, at: t.now }))
    await t.asSystem('groupAlert.extend', alert, { members: more })
    expect(t.get<'groupAlert'>(alert)).toMatchObject({ state: 'raised' })
  })
  test('C-3 a case is in one alert and never in two', async () => {
    const alert = await raised()
    expect(await raised().catch((error: Error) => error.message)).toContain('AlreadyRecorded')
    await expect(t.asSystem('groupAlert.extend', alert, { members: members(0, 3) })).rejects.toThrow('NothingToUndo')
  })
})
