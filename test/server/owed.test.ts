import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { aCase, anApp, aSignedFine, ids, type App } from '../build/app.ts'
import { departmentOf, email, idOfPerson, staff, superiors, type Name } from '../build/company.ts'
import { aDepartment, type Department } from '../build/department.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

type Task = { kind: string; does: string; recordId: string; forSuperior: boolean; part: string | null; holder: { name: string } | null }
const queue = async (name: Name, kind: string) => {
  const { data } = await app.ask(
    name,
    `{ tasks(first: 100, kinds: [${kind}]) { edges { node { kind does recordId forSuperior part holder { name } } } } }`,
  )
  const edges = (data?.['tasks']?.['edges'] ?? []) as unknown as { node: Task }[]
  return edges.map(({ node }) => node)
}
const card = (name: Name, more: object = {}) => ({
  name,
  email: email(name),
  positions: staff[name],
  allProjects: true,
  projects: [],
  onDuty: true,
  categories: [],
  language: 'zh',
  ...(superiors[name] ? { superior: globalId('Person', idOfPerson(superiors[name])) } : {}),
  ...more,
})
const change = (name: Name, more: object) =>
  app.does('admin', 'personChange', { id: globalId('Person', idOfPerson(name)), input: { ...card(name, more), reason: '调整' } })

describe('B-5 what is late goes to the superior', () => {
  test('B-5 T-3 it is in the superior’s queue from its time on, with no job having run, and gone when the work is done', async () => {
    app.at('2026-11-23 09:00')
    const complaint = await aCase(app, { representative: globalId('Person', idOfPerson('rep')) })
    const late = async (name: Name) => (await queue(name, 'escalation')).filter((task) => task.recordId === complaint)
    // first contact is due two company hours after 09:00, escalates two more after that
    app.at('2026-11-23 14:59')
    expect(await late('deputy')).toEqual([])
    app.at('2026-11-23 15:00')
    expect(await late('deputy')).toMatchObject([
      { does: 'complaint_recordFeedback', part: 'firstContact', forSuperior: true, holder: { name: 'rep' } },
    ])
    expect([await late('rep'), await late('manager')]).toEqual([[], []])
    const { data } = await app.ask('deputy', '{ taskCounts { kind count } }')
    expect(data?.['taskCounts']).toContainEqual({ kind: 'escalation', count: 1 })
    await app.does('rep', 'complaintRecordFeedback', {
      id: complaint,
      input: { to: 'customer', method: 'phone', content: '已联系', at: app.iso('2026-11-23 15:00') },
    })
    expect(await late('deputy')).toEqual([])
  })
  test('B-5 the superior may read it for as long as it is late, and may not do it in their place', async () => {
    app.at('2026-11-24 09:00')
    await change('frontDesk', { superior: globalId('Person', idOfPerson('finance')), allProjects: false, projects: [ids.near] })
    const complaint = await aCase(app, { representative: globalId('Person', idOfPerson('rep')) })
    await app.does('rep', 'complaintRecordFeedback', {
      id: complaint,
      input: { to: 'customer', method: 'phone', content: '已联系', at: app.iso('2026-11-24 09:00') },
    })
    await app.does('rep', 'complaintResolve', { id: complaint, input: { resolution: '已修好' } })
    const read = async () => {
      const visit = (await app.ask('manager', 'query($id: ID!) { complaint(id: $id) { visits { id } } }', { id: complaint })).data?.[
        'complaint'
      ]?.['visits']?.[0]?.['id']
      return (await app.ask('finance', 'query($id: ID!) { visit(id: $id) { availableDecisions { name allowed } } }', { id: String(visit) }))
        .data?.['visit']
    }
    expect(await read()).toBe(null)
    app.at('2026-11-30 10:00')
    expect(await read()).toEqual({ availableDecisions: [] })
  })
  test('B-5 when the superior has left it goes to theirs', async () => {
    app.at('2026-12-01 09:00')
    const complaint = await aCase(app, { representative: globalId('Person', idOfPerson('rep')) })
    await app
      .does('admin', 'personHandOver', {
        id: globalId('Person', idOfPerson('deputy')),
        input: { to: globalId('Person', idOfPerson('manager')) },
      })
      .catch(() => {})
    await app.does('admin', 'personRetire', { id: globalId('Person', idOfPerson('deputy')), input: { reason: '离职' } })
    app.at('2026-12-01 15:00')
    expect((await queue('manager', 'escalation')).some((task) => task.recordId === complaint)).toBe(true)
    await app.does('admin', 'personRestore', { id: globalId('Person', idOfPerson('deputy')), input: { reason: '返岗' } })
  })
})

describe('B-10 every open seat has somebody who can sign', () => {
  const reassign = async (approval: string) =>
    (await queue('admin', 'do')).filter((task) => task.does === 'approval_reassign' && task.recordId === approval).map(({ part }) => part)
  test('B-10 the leader leaves: the administrator owes a reassignment; a new leader comes: it ends by itself', async () => {
    const { approval, seats } = await aSignedFine(app)
    expect(await reassign(approval)).toEqual([])
    await app.does('admin', 'personRetire', { id: globalId('Person', idOfPerson('leader')), input: { reason: '离职' } })
    expect(await reassign(approval)).toEqual([seats[1]])
    await change('company', { positions: ['companyLeader', 'groupLeader'] })
    expect(await reassign(approval)).toEqual([])
    await change('company', { positions: ['companyLeader'] })
    expect(await reassign(approval)).toEqual([seats[1]])
    const { data } = await app.ask('admin', 'query($id: ID!) { approval(id: $id) { availableDecisions { name part owed allowed } } }', {
      id: approval,
    })
    expect(data?.['approval']?.['availableDecisions']).toContainEqual({
      name: 'approval_reassign',
      part: seats[1],
      owed: true,
      allowed: true,
    })
    await app.does('admin', 'approvalReassign', { id: approval, input: { seat: seats[1], to: globalId('Person', idOfPerson('company')) } })
    expect(await reassign(approval)).toEqual([])
  })
  test('B-10 a request opened where nobody can sign is owed from the start', async () => {
    const { approval, seats } = await aSignedFine(app)
    expect(await reassign(approval)).toEqual([seats[1]])
    await app.does('admin', 'personRestore', { id: globalId('Person', idOfPerson('leader')), input: { reason: '返岗' } })
    expect(await reassign(approval)).toEqual([])
  })
})

describe('B-1 what is asked of a department', () => {
  test('B-1 is in the queue of each of its staff, readable to them, and one signature settles it', async () => {
    const { data } = await app.ask('admin', '{ chains { id kind } }')
    const chains = data?.['chains'] as unknown as { id: string; kind: string }[]
    const department = globalId('Department', departmentOf('costControl'))
    await app.does('admin', 'chainChange', {
      id: String(chains.find(({ kind }) => kind === 'fine')?.id),
      input: {
        reason: '成本控制部先看',
        steps: [
          { mode: 'any', seats: [{ department }], when: [] },
          { mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] },
        ],
      },
    })
    const { approval } = await aSignedFine(app)
    const theirs = async (name: Name) => (await queue(name, 'approve')).filter((task) => task.recordId === approval)
    expect(await theirs('cost')).toMatchObject([{ does: 'approval_approve', part: '1.0.0', holder: null }])
    expect([await theirs('contracts'), await theirs('leader')]).toEqual([[], []])
    await app.does('cost', 'approvalApprove', { id: approval, input: { seat: '1.0.0' } })
    expect([await theirs('cost'), (await theirs('leader')).length]).toEqual([[], 1])
  })
})

describe('P-5 work is handed over as a whole or case by case', () => {
  const openWork = async (name: Name, who: Name = 'admin') =>
    (
      await app.ask(who, 'query($id: ID!) { person(id: $id) { openWork { noun recordId number title seat } } }', {
        id: globalId('Person', idOfPerson(name)),
      })
    ).data?.['person']?.['openWork'] as unknown as { noun: string; recordId: string; seat: string | null; title: string | null }[]
  test('P-5 what is theirs by name is listed for whoever may hand it over; what they may not read has no title', async () => {
    app.at('2026-12-02 09:00')
    const complaint = await aCase(app, { representative: globalId('Person', idOfPerson('rep')) })
    const theirs = await openWork('rep')
    expect(theirs).toContainEqual({ noun: 'complaint', recordId: complaint, number: expect.any(String), title: null, seat: null })
    expect((await openWork('rep', 'manager')).find(({ recordId }) => recordId === complaint)?.title).toBe('卫生间漏水')
    expect(await openWork('rep', 'rep2')).toEqual([])
  })
  test('P-5 one case goes, the others stay; then everything; then they may leave', async () => {
    const all = await openWork('rep')
    const one = all.find(({ noun }) => noun === 'complaint')?.recordId
    const id = globalId('Person', idOfPerson('rep'))
    const to = globalId('Person', idOfPerson('rep2'))
    expect((await app.decide('admin', 'personRetire', { id, input: { reason: '离职' } })).code).toBe('HasOpenWork')
    await app.does('admin', 'personHandOver', { id, input: { to, complaints: [one] } })
    expect((await openWork('rep')).map(({ recordId }) => recordId).toSorted()).toEqual(
      all
        .map(({ recordId }) => recordId)
        .filter((other) => other !== one)
        .toSorted(),
    )
    await app.does('admin', 'personHandOver', { id, input: { to } })
    expect(await openWork('rep')).toEqual([])
    await app.does('admin', 'personRetire', { id, input: { reason: '离职' } })
  })
})

describe('B-10 at the same moment', () => {
  let here: Department
  beforeAll(async () => {
    here = await aDepartment()
  })
  afterAll(() => here.close())
  test('B-10 however a leader’s leaving and a request’s opening cross, the administrator owes what nobody can sign', async () => {
    for (let n = 0; n < 12; n++) {
      const { fine } = await here.aFine()
      const leader = { ...card('leader'), superior: idOfPerson('company'), reason: `第${n}次`, phone: `${n}` }
      const [signed] = await Promise.all([
        here.decide('coordinator', 'fine.sign', fine.id, { amount: '8000.00', severity: 'light' }),
        here.decide('admin', 'person.change', idOfPerson('leader'), { ...leader, positions: [] }, { key: randomUUID() }),
      ])
      expect(signed).toHaveProperty('done')
      const approval = (signed as unknown as { done: { approval: string } }).done.approval
      expect(await here.count(`task where record_id = $1 and does = 'approval.reassign'`, [approval]), `try ${n}`).toBe(1)
      await here.does('person', 'admin', 'person.change', idOfPerson('leader'), leader)
      expect(await here.count(`task where record_id = $1 and does = 'approval.reassign'`, [approval]), `back ${n}`).toBe(0)
    }
  })
})
