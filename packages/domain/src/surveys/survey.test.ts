import { beforeEach, describe, expect, test } from 'vitest'
import { aComplaint, at, people, project, town, type Town } from '../../../../test/build/town.ts'

const { rep, frontDesk } = people
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})
const participants = [
  { role: 'representative' as const, name: '吴倩' },
  { role: 'contractor' as const, name: '陈工', organisation: '东建集团' },
]
const planned = async () => {
  const complaint = await aComplaint(t, { severity: 'seriousQuality' })
  const survey = await t.do(rep, 'survey.plan', undefined, { complaint, plannedAt: at('2026-11-24 10:00'), participants })
  return { complaint, survey }
}
const findings = { findings: '顶板渗水，防水层开裂', measures: '重做防水', evidence: [] }
const held = async () => {
  const both = await planned()
  t.at('2026-11-24 11:00')
  await t.do(rep, 'survey.hold', both.survey, { ...findings, heldAt: at('2026-11-24 10:00'), participants })
  return both
}
const drawn = 'M10 10 L200 120 L300 40'

describe('C-9 joint surveys on site', () => {
  test('C-9 a serious quality problem owes one, until it is planned or waived with a reason', async () => {
    const serious = await aComplaint(t, { severity: 'seriousQuality' })
    expect(t.owes(rep, serious)).toContain('survey.plan')
    await t.do(rep, 'complaint.waiveSurvey', serious, { reason: '已有检测报告' })
    expect(t.owes(rep, serious)).not.toContain('survey.plan')
    const { complaint } = await planned()
    expect(t.owes(rep, complaint)).not.toContain('survey.plan')
    const general = await aComplaint(t)
    expect(t.owes(rep, general)).not.toContain('survey.plan')
    expect(await t.tries(rep, 'complaint.waiveSurvey', general, { reason: '不需要' })).toBe('NothingToJudge')
  })
  test('C-9 it is held at its time and written down by the close of the next working day', async () => {
    const { survey } = await planned()
    expect(t.owes(rep, survey)).toEqual([])
    t.at('2026-11-24 10:00')
    expect(t.owes(rep, survey)).toEqual(['survey.hold'])
    expect(t.tasks(survey)[0]?.clock?.due).toBe(at('2026-11-25 18:00'))
  })
  test('C-9 everybody signs or refuses with a reason; the last one closes it', async () => {
    const { survey } = await held()
    await t.do(rep, 'survey.sign', survey, { participant: '1', drawn })
    expect(await t.tries(rep, 'survey.sign', survey, { participant: '1', drawn })).toBe('AlreadySigned')
    expect(await t.tries(rep, 'survey.sign', survey, { participant: '3', drawn })).toBe('NoSuchSeat')
    expect(await t.tries(rep, 'survey.sign', survey, { participant: '2' })).toBe('Incomplete')
    await t.do(rep, 'survey.sign', survey, { participant: '2', refusedBecause: '不认可责任划分' })
    expect(t.get<'survey'>(survey)).toMatchObject({ state: 'closed', signatures: [{ drawn }, { refusedBecause: '不认可责任划分' }] })
    expect(t.tasks(survey)).toEqual([])
  })
  test('C-9 a drawing is lines and nothing else', async () => {
    const { survey } = await held()
    for (const wrong of ['', 'M10 10', '"><script>', 'M10 10 L20 20 Z url(#x)', `M1 1 ${'L1 1 '.repeat(9000)}`])
      expect(await t.tries(rep, 'survey.sign', survey, { participant: '1', drawn: wrong }), wrong.slice(0, 20)).toMatch(
        /BadInput|Incomplete/,
      )
  })
  test('P-4 what is corrected after signing is signed again; the old signatures are kept as void', async () => {
    const { survey } = await held()
    await t.do(rep, 'survey.sign', survey, { participant: '1', drawn })
    await t.do(rep, 'survey.sign', survey, { participant: '2', drawn })
    await t.do(rep, 'survey.correct', survey, { ...findings, findings: '裂缝两处', heldAt: at('2026-11-24 10:00'), reason: '漏记一处' })
    const now = t.get<'survey'>(survey)
    expect(now.state).toBe('held')
    expect(now.signatures.map((one) => one.void)).toEqual([true, true])
    await t.do(rep, 'survey.sign', survey, { participant: '1', drawn })
    await t.do(rep, 'survey.sign', survey, { participant: '2', drawn })
    expect(t.get<'survey'>(survey).state).toBe('closed')
  })
  test('C-9 a survey leads to a notice, once it was held', async () => {
    const { complaint, survey } = await planned()
    const input = {
      project,
      contractor: t.contractor as never,
      deadline: at('2026-11-30 18:00'),
      survey: survey as never,
      defects: [{ element: 'bathroom' as const, location: '卫生间', requirement: '重做防水', complaint: complaint as never }],
    }
    expect(await t.tries(rep, 'notice.draft', undefined, input)).toBe('Incomplete')
    t.at('2026-11-24 11:00')
    await t.do(rep, 'survey.hold', survey, { ...findings, heldAt: at('2026-11-24 10:00'), participants })
    const notice = await t.do(rep, 'notice.draft', undefined, input)
    expect(t.get<'notice'>(notice).survey).toBe(survey)
  })
  test('C-9 only about a case that is being worked on, and by those who work on cases', async () => {
    const complaint = await aComplaint(t, { severity: 'seriousQuality' })
    const input = { complaint, plannedAt: at('2026-11-24 10:00'), participants }
    expect(await t.tries(frontDesk, 'survey.plan', undefined, input)).toBe('NotAllowed')
    expect(await t.tries(rep, 'survey.plan', undefined, { ...input, plannedAt: at('2026-11-22 10:00') })).toBe('BeforeItsTime')
  })
})
