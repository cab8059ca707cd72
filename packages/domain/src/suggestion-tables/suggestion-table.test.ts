import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, at, people, person, town, type Town } from '../../../../test/build/town.ts'
import { lateAnswers } from './suggestion-table.ts'

const { analyst, manager, rep, admin } = people
let t: Town
let designer: ReturnType<typeof person>
let developer: ReturnType<typeof person>
let problem: string
const lines = (proposal = '窗台改内高外低') => [
  { subject: '窗边渗水', count: 12, projects: [], wording: '下雨就漏', proposal, problem: problem as never },
  { subject: '门厅加长椅', count: 3, projects: [], wording: '希望放把椅子', proposal: '门厅设座椅' },
]
beforeEach(async () => {
  t = await town()
  const department = (key: string) => t.do(admin, 'department.add', undefined, { key, nameZh: key, nameEn: key })
  const planning = await department('planning')
  const development = await department('productDevelopment')
  await department('finance')
  designer = { ...person('designer', ['planning']), department: planning }
  developer = { ...person('developer', ['productDevelopment']), department: development }
  problem = await t.do(analyst, 'problem.open', undefined, { name: '窗边渗水', category: t.category, complaints: [await aComplaint(t)] })
})
const compiled = (proposal?: string) => t.asSystem('suggestionTable.compile', undefined, { month: '2026-10', lines: lines(proposal) })
const sent = async () => {
  const table = await compiled()
  await t.do(analyst, 'suggestionTable.send', table, { dueAt: at('2026-11-30 18:00') })
  return table
}
const get = (id: string) => t.get<'suggestionTable'>(id)
const no = { line: '2', answer: 'no', reason: '面积不够' } as const

describe('Y-3 the product-suggestion table', () => {
  test('Y-3 B-9 one a month, the system’s doing, to product development and planning', async () => {
    const table = await compiled()
    expect(get(table)).toMatchObject({ number: 'CP-2026-000001', state: 'drafted', month: '2026-10', lines: [{ key: '1' }, { key: '2' }] })
    expect(
      get(table)
        .departments.map(({ key }) => key)
        .toSorted(),
    ).toEqual(['planning', 'productDevelopment'])
    await expect(compiled()).rejects.toThrow('AlreadyRecorded')
    expect(await t.tries(analyst, 'suggestionTable.compile', undefined, { month: '2026-09', lines: lines() })).toBe('NotAllowed')
    expect(t.owes(analyst, table)).toEqual(['suggestionTable.send'])
  })
  test('Y-3 it is sent when every line says what is proposed, with a time to come', async () => {
    const table = await compiled('')
    const dueAt = at('2026-11-30 18:00')
    expect(await t.tries(analyst, 'suggestionTable.send', table, { dueAt })).toBe('Incomplete')
    const change = { line: '1', subject: '窗边渗水', wording: '下雨就漏', proposal: '窗台改内高外低' }
    expect(await t.tries(analyst, 'suggestionTable.changeLine', table, { ...change, line: '9' })).toBe('NotFound')
    await t.do(analyst, 'suggestionTable.changeLine', table, change)
    expect(await t.tries(analyst, 'suggestionTable.send', table, { dueAt: t.now })).toBe('BeforeItsTime')
    expect(await t.tries(rep, 'suggestionTable.send', table, { dueAt })).toBe('NotFound')
    await t.do(manager, 'suggestionTable.send', table, { dueAt })
    expect(t.owes(designer, table)).toEqual(['suggestionTable.answer planning'])
    expect(t.owes(developer, table)).toEqual(['suggestionTable.answer productDevelopment'])
  })
  test('Y-3 a line is added under a key of its own, and removed with a reason', async () => {
    const table = await compiled()
    await t.do(analyst, 'suggestionTable.removeLine', table, { line: '2', reason: '与上月相同' })
    await t.do(analyst, 'suggestionTable.addLine', table, { subject: '信报箱', wording: '雨水进信报箱', proposal: '加挡水檐' })
    expect(get(table).lines.map(({ key }) => key)).toEqual(['1', '3'])
  })
  test('Y-3 each department answers each line once, and what is accepted has its day', async () => {
    const table = await sent()
    const accept = { line: '1', answer: 'accept', reason: '纳入新版标准' } as const
    expect(await t.tries(designer, 'suggestionTable.answer', table, accept)).toBe('Incomplete')
    await t.do(designer, 'suggestionTable.answer', table, { ...accept, doneBy: '2027-03-31' })
    expect(await t.tries(designer, 'suggestionTable.answer', table, { ...accept, doneBy: '2027-03-31' })).toBe('AlreadyRecorded')
    expect(await t.tries(analyst, 'suggestionTable.answer', table, no)).toBe('NotYourTask')
    await t.do(designer, 'suggestionTable.answer', table, no)
    expect(t.owes(designer, table)).toEqual([])
    expect(get(table)).toMatchObject({ state: 'sent' })
    await t.do(developer, 'suggestionTable.answer', table, { line: '1', answer: 'alreadyDone', reason: '已在二期实施' })
    await t.do(developer, 'suggestionTable.answer', table, no)
    expect(get(table)).toMatchObject({ state: 'answered' })
    expect(t.owes(analyst, table)).toEqual(['suggestionTable.settle'])
    await t.do(analyst, 'suggestionTable.settle', table, {})
    expect(t.tasks(table)).toEqual([])
  })
  test('Y-3 the answer comes back to the common problem', async () => {
    const table = await sent()
    await t.do(designer, 'suggestionTable.answer', table, { line: '1', answer: 'accept', reason: '纳入新版标准', doneBy: '2027-03-31' })
    expect(t.get<'problem'>(problem).said).toMatchObject([{ table, number: 'CP-2026-000001', answer: 'accept', doneBy: '2027-03-31' }])
  })
  test('Y-3 M-6 exactly at its time is on time; a minute later it is late, and the manager hears of it', async () => {
    const table = await sent()
    t.at('2026-11-30 18:00')
    await t.do(designer, 'suggestionTable.answer', table, no)
    expect(lateAnswers(get(table))).toBe(0)
    t.at('2026-11-30 18:01')
    expect(t.owes(manager, table)).toEqual(['suggestionTable.takeNote'])
    await t.do(developer, 'suggestionTable.answer', table, no)
    expect(lateAnswers(get(table))).toBe(1)
    await t.do(manager, 'suggestionTable.takeNote', table, {})
    expect(t.owes(manager, table)).toEqual([])
    expect(t.owes(developer, table), 'it is still owed').toEqual(['suggestionTable.answer productDevelopment'])
  })
  test('Y-3 withdrawn, its month may have another', async () => {
    const table = await sent()
    await t.do(analyst, 'suggestionTable.withdraw', table, { reason: '口径有误' })
    expect(get(table)).toMatchObject({ state: 'withdrawn', withdrawnBecause: '口径有误' })
    await compiled()
    expect(t.all('suggestionTable')).toHaveLength(2)
  })
})
