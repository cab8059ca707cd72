import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFine, anApprovedFine, anApp, aSignedFine, type App } from '../build/app.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const one = async (noun: string, id: string, fields: string, who: Parameters<App['ask']>[0] = 'manager') =>
  (await app.ask(who, `query($id: ID!) { ${noun}(id: $id) { ${fields} } }`, { id })).data?.[noun]

describe('from a complaint to a fine and an emergency repair, through the API', () => {
  test('F-4 4,999.99 is refused with its floor in words, 5,000.00 starts one repair', async () => {
    const { fine } = await aFine(app)
    const refused = await app.decide('coordinator', 'fineSign', { id: fine, input: { amount: '4999.99', severity: 'light' } })
    expect(refused).toMatchObject({ __typename: 'BelowFloor', code: 'BelowFloor', message: '罚款不得低于 5000.00 元。' })
    expect(await app.decide('coordinator', 'fineSign', { id: fine, input: { amount: '4999.99', severity: 'light' } }, 'en')).toMatchObject({
      message: 'A fine is at least ¥5000.00.',
    })
    await app.does('coordinator', 'fineSign', { id: fine, input: { amount: '5000.00', severity: 'light' } })
    expect(await one('fine', fine, 'state amount { amount currency } repair { state startedBy approver { name } }')).toEqual({
      state: 'signed',
      amount: { amount: '5000.00', currency: 'CNY' },
      repair: { state: 'approved', startedBy: 'fine', approver: { name: 'coordinator' } },
    })
  })
  test('F-6 F-7 both of the group sign, the manager finds it ready and issues it, the four desks get their slips', async () => {
    const { fine } = await anApprovedFine(app)
    const open = (await one('fine', fine, 'availableDecisions { name allowed owed }'))?.['availableDecisions'] as unknown as {
      name: string
      allowed: boolean
      owed: boolean
    }[]
    expect(open.find(({ name }) => name === 'fine_issue')).toEqual({ name: 'fine_issue', allowed: true, owed: true })
    await app.does('manager', 'fineIssue', { id: fine })
    for (const [who, desk] of [
      ['cost', 'costControl'],
      ['economic', 'economics'],
      ['finance', 'finance'],
      ['contracts', 'contracts'],
    ] as const)
      await app.does(who, 'fineAcknowledge', { id: fine, input: { desk } })
    expect(await one('fine', fine, 'state open { amount } acknowledged { desk }')).toMatchObject({
      state: 'issued',
      open: { amount: '8000.00' },
      acknowledged: [{}, {}, {}, {}],
    })
  })
  test('E-2 the repair that the signature started waits to be assigned by the manager', async () => {
    const { repair } = await aSignedFine(app)
    const tasks = (
      await app.ask(
        'manager',
        '{ tasks(first: 100, does: [emergencyRepair_assign]) { edges { node { recordId title contractor { name } } } } }',
      )
    ).data?.['tasks']?.['edges'] as unknown as { node: { recordId: string } }[]
    expect(tasks.map(({ node }) => node.recordId)).toContain(repair)
  })
  test('B-4 a decision on what has changed is refused and says so', async () => {
    const { fine, approval, seats } = await aSignedFine(app)
    const saw = [{ id: fine, revision: Number((await one('fine', fine, 'revision'))?.['revision']) }]
    await app.does('coordinator', 'fineSign', { id: fine, input: { amount: '9000', severity: 'medium' } })
    expect(await app.decide('leader', 'approvalApprove', { id: approval, input: { seat: seats[1] ?? '' }, saw })).toMatchObject({
      code: 'ChangedSinceSeen',
    })
  })
  test('bad input names its field and changes nothing', async () => {
    const { fine } = await aFine(app)
    const answer = await app.ask(
      'coordinator',
      'mutation($id: ID!) { fineSign(id: $id, key: "a7c1a2d2-0000-4000-8000-000000000001", input: { amount: "五千", severity: light }) { __typename ... on BadInput { field problem message } } }',
      { id: fine },
    )
    expect(answer.data?.['fineSign']).toEqual({
      __typename: 'BadInput',
      field: 'amount',
      problem: 'notMoney',
      message: '请填写金额，例如 5000.00（元，最多两位小数）。',
    })
    expect(await one('fine', fine, 'state')).toEqual({ state: 'drafted' })
  })
  test('C-10 the case shows everything that hangs on it in one timeline', async () => {
    const { complaint } = await anApprovedFine(app)
    const timeline = (await one('complaint', complaint, 'timeline { type noun bySystem actor }'))?.['timeline'] as unknown as {
      type: string
      noun: string
      bySystem: boolean
    }[]
    expect([...new Set(timeline.map(({ noun }) => noun))].toSorted()).toEqual([
      'approval',
      'complaint',
      'emergencyRepair',
      'fine',
      'notice',
    ])
    expect(timeline.find(({ type }) => type === 'StartedByFine')?.bySystem).toBe(true)
  })
})
