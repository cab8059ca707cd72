import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, people, town, type Town } from '../../../../test/build/town.ts'
import { masked } from './masked.ts'

const { analyst, manager, rep } = people
let t: Town
let cases: Awaited<ReturnType<typeof aComplaint>>[]
beforeEach(async () => {
  t = await town()
  cases = []
  for (const n of [1, 2, 3, 4, 5]) cases.push(await aComplaint(t, { title: `次卧窗边渗水${n}`, element: 'window' }))
})
const opened = (complaints = cases.slice(0, 4)) =>
  t.do(analyst, 'problem.open', undefined, { name: '窗边渗水', element: 'window', category: t.category, complaints })
const get = (id: string) => t.get<'problem'>(id)

describe('Y-2 common problems', () => {
  test('Y-2 whoever analyses opens one by hand; a representative does not, and reads none', async () => {
    const problem = await opened()
    expect(get(problem)).toMatchObject({
      number: 'GX-2026-000001',
      state: 'confirmed',
      members: cases.slice(0, 4),
      projects: [expect.any(String)],
    })
    expect(await t.tries(rep, 'problem.open', undefined, { name: '窗', category: t.category, complaints: cases })).toBe('NotAllowed')
    expect(await t.tries(rep, 'problem.follow', problem, {})).toBe('NotFound')
  })
  test('Y-2 what is taken out by hand stays out until it is put in by hand', async () => {
    const problem = await opened()
    const [first = cases[0] as never] = cases
    await t.do(analyst, 'problem.removeMembers', problem, { complaints: [first], reason: '是玻璃破损' })
    expect(get(problem)).toMatchObject({ excluded: [first] })
    expect(get(problem).members).not.toContain(first)
    await t.do(analyst, 'problem.addMembers', problem, { complaints: [first] })
    expect(get(problem)).toMatchObject({ excluded: [] })
    expect(get(problem).members).toContain(first)
    expect(await t.tries(analyst, 'problem.addMembers', problem, { complaints: [first] })).toBe('AlreadyRecorded')
  })
  test('Y-2 a part is split off into one of its own, never the whole', async () => {
    const problem = await opened()
    const part = cases.slice(0, 2)
    expect(await t.tries(analyst, 'problem.split', problem, { name: '全部', complaints: cases.slice(0, 4) })).toBe('Incomplete')
    await t.do(analyst, 'problem.split', problem, { name: '北向窗', complaints: part })
    const other = t.all('problem').find(({ id }) => id !== problem)
    expect(other).toMatchObject({ state: 'confirmed', name: '北向窗', members: part, splitFrom: problem })
    expect(get(problem)).toMatchObject({ members: cases.slice(2, 4), excluded: part })
  })
  test('Y-2 one is merged into another, which then holds the complaints of both', async () => {
    const one = await opened(cases.slice(0, 2))
    const other = await opened(cases.slice(2, 5))
    expect(await t.tries(analyst, 'problem.merge', one, { into: one })).toBe('SameRecord')
    await t.do(manager, 'problem.merge', one, { into: other })
    expect(get(one)).toMatchObject({ state: 'merged', mergedInto: other })
    expect(get(other).members.toSorted()).toEqual([...cases].toSorted())
    expect(await t.tries(analyst, 'problem.merge', other, { into: one })).toBe('FollowUpRefused')
  })
  test('Y-2 it is closed with what came of it, and reopened with a reason', async () => {
    const problem = await opened()
    await t.do(analyst, 'problem.close', problem, { outcome: 'designChanged', note: '窗台改内高外低' })
    expect(get(problem)).toMatchObject({ state: 'closed', outcome: 'designChanged' })
    expect(await t.tries(analyst, 'problem.addMembers', problem, { complaints: cases })).toBe('WrongState')
    await t.do(manager, 'problem.reopen', problem, { reason: '又发生' })
    expect(get(problem)).toMatchObject({ state: 'confirmed' })
    expect(get(problem).outcome).toBeUndefined()
  })
  test('Y-2 who opened it follows it; the manager follows and no longer follows', async () => {
    const problem = await opened()
    expect(await t.tries(analyst, 'problem.follow', problem, {})).toBe('AlreadyRecorded')
    await t.do(manager, 'problem.follow', problem, {})
    expect(get(problem).followers).toEqual([analyst.person, manager.person])
    await t.do(manager, 'problem.unfollow', problem, {})
    expect(await t.tries(manager, 'problem.unfollow', problem, {})).toBe('NothingToUndo')
  })
  test('B-9 what only the system proposes or collects, nobody asks for', async () => {
    const problem = await opened()
    expect(await t.tries(manager, 'problem.collect', problem, { complaints: cases, evidence: [] })).toBe('NotAllowed')
    const proposal = { name: '窗', category: t.category, scope: { dimension: 'company', value: '' }, evidence: [], members: cases } as const
    expect(await t.tries(analyst, 'problem.propose', undefined, proposal)).toBe('NotAllowed')
  })
})

describe('X-7 Y-6 wordings without what says who or where', () => {
  test.each([
    ['请打我电话13812345678，谢谢', '请打我电话***，谢谢'],
    ['座机0431-85551234', '座机***'],
    ['身份证220102198001011234', '身份证***'],
    ['3栋2单元1501室窗边漏水', '某处窗边漏水'],
    ['我住12号楼，1单元', '我住某处，某处'],
    ['张先生反映 5-2-301 下水堵', '某先生反映 某处 下水堵'],
    ['我家7-1201公卫漏水', '我家某处公卫漏水'],
    ['写信到 a.b@c.com', '写信到 ***'],
    ['主卧渗水三次，2026年10月又漏', '主卧渗水三次，2026年10月又漏'],
  ])('X-7 %s', (said, shown) => {
    expect(masked(said)).toBe(shown)
  })
})
