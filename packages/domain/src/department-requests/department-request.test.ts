import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, at, people, person, town, type Town } from '../../../../test/build/town.ts'
import { latenessOf } from './department-request.ts'

const { rep, rep2, manager, admin } = people
let t: Town
let engineering: string
let engineer: ReturnType<typeof person>
let other: ReturnType<typeof person>
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
  engineering = await t.do(admin, 'department.add', undefined, { key: 'engineering', nameZh: '工程指挥中心', nameEn: 'Engineering' })
  engineer = { ...person('engineer', ['engineering']), department: engineering as never }
  other = person('other', ['engineering'])
})
const asked = async (dueAt = '2026-11-25 18:00') => {
  const complaint = await aComplaint(t)
  return t.do(rep, 'departmentRequest.ask', undefined, {
    complaint,
    department: engineering as never,
    question: '何时恢复供水？',
    dueAt: at(dueAt),
  })
}
const answered = async () => {
  const request = await asked()
  await t.do(engineer, 'departmentRequest.answer', request, { text: '周三恢复', evidence: [] })
  return request
}

describe('C-12 questions to other departments', () => {
  test('C-12 any of the department’s own staff answers, and nobody else', async () => {
    const request = await asked()
    expect(t.get<'departmentRequest'>(request)).toMatchObject({ number: 'DB-2026-000001', state: 'asked' })
    expect(t.tasks(request)[0]).toMatchObject({ holder: { department: engineering }, clock: { due: at('2026-11-25 18:00') } })
    for (const one of [rep, manager])
      expect(await t.tries(one, 'departmentRequest.answer', request, { text: '好', evidence: [] })).toBe('NotYourTask')
    expect(
      await t.tries(other, 'departmentRequest.answer', request, { text: '好', evidence: [] }),
      'the same desk of another department',
    ).toBe('NotFound')
    await t.do(engineer, 'departmentRequest.answer', request, { text: '周三恢复', evidence: [] })
    expect(t.owes(rep, request)).toEqual(['departmentRequest.settle'])
  })
  test('C-12 the asker takes the answer or asks again, by a new time', async () => {
    const request = await answered()
    expect(await t.tries(rep2, 'departmentRequest.settle', request, {})).toBe('NotYourTask')
    expect(await t.tries(rep, 'departmentRequest.askAgain', request, { question: '几点？', dueAt: t.now })).toBe('BeforeItsTime')
    await t.do(rep, 'departmentRequest.askAgain', request, { question: '几点？', dueAt: at('2026-11-24 12:00') })
    expect(t.get<'departmentRequest'>(request)).toMatchObject({
      state: 'asked',
      rounds: [{ answer: { text: '周三恢复' } }, { question: '几点？' }],
    })
    await t.do(engineer, 'departmentRequest.answer', request, { text: '十点', evidence: [] })
    await t.do(rep, 'departmentRequest.settle', request, {})
    expect(t.tasks(request)).toEqual([])
  })
  test('C-12 exactly at its time is on time; a minute later the manager hears of it, without any job', async () => {
    const request = await asked()
    t.at('2026-11-25 17:59')
    expect(t.owes(manager, request)).toEqual([])
    t.at('2026-11-25 18:00')
    expect(latenessOf(t.get<'departmentRequest'>(request), t.now)).toBe(0)
    t.at('2026-11-25 18:01')
    expect(t.owes(manager, request)).toEqual(['departmentRequest.takeNote'])
    expect(latenessOf(t.get<'departmentRequest'>(request), t.now)).toBe(1)
    await t.do(manager, 'departmentRequest.takeNote', request, {})
    expect(t.owes(manager, request)).toEqual([])
    expect(t.owes(engineer, request), 'it is still owed').toEqual(['departmentRequest.answer'])
  })
  test('M-6 an answer after its time is late and stays late, also when what was asked again came in time', async () => {
    const request = await asked()
    t.at('2026-11-25 18:01')
    await t.do(engineer, 'departmentRequest.answer', request, { text: '在查', evidence: [] })
    await t.do(rep, 'departmentRequest.askAgain', request, { question: '结果呢？', dueAt: at('2026-11-27 18:00') })
    await t.do(engineer, 'departmentRequest.answer', request, { text: '已修复', evidence: [] })
    const { rounds } = t.get<'departmentRequest'>(request)
    expect(rounds.map(({ answer }) => answer?.late)).toEqual([true, false])
    expect(latenessOf(t.get<'departmentRequest'>(request), t.now)).toBe(1)
  })
  test('M-6 more time is given before it is late, never after', async () => {
    const request = await asked()
    expect(await t.tries(rep, 'departmentRequest.extend', request, { dueAt: at('2026-11-25 17:00'), reason: '更早' })).toBe('BeforeItsTime')
    await t.do(rep, 'departmentRequest.extend', request, { dueAt: at('2026-11-26 18:00'), reason: '需现场核实' })
    expect(t.tasks(request)[0]?.clock?.due).toBe(at('2026-11-26 18:00'))
    t.at('2026-11-26 18:01')
    expect(await t.tries(rep, 'departmentRequest.extend', request, { dueAt: at('2026-11-30 18:00'), reason: '再等等' })).toBe('TooLate')
  })
  test('C-12 only about a case that is being worked on, with a time to come, and to another department', async () => {
    const complaint = await aComplaint(t)
    const input = { complaint, department: engineering as never, question: '？', dueAt: at('2026-11-25 18:00') }
    expect(await t.tries(rep, 'departmentRequest.ask', undefined, { ...input, dueAt: t.now })).toBe('BeforeItsTime')
    expect(await t.tries({ ...rep, department: engineering as never }, 'departmentRequest.ask', undefined, input)).toBe('SameRecord')
    await t.do(rep, 'complaint.reject', complaint, { reason: '非本公司楼盘' })
    expect(await t.tries(rep, 'departmentRequest.ask', undefined, input)).toBe('WrongState')
  })
  test('P-5 what somebody asked goes to a colleague with everything else they have open', async () => {
    const request = await answered()
    await t.do(manager, 'departmentRequest.handOver', request, { to: rep2.person })
    expect(t.owes(rep, request)).toEqual([])
  })
})
