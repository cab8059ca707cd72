import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { departmentOf, type Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
})
afterAll(() => app.close())

const ask = (complaint: string) =>
  app.does('rep', 'departmentRequestAsk', {
    input: {
      complaint,
      department: globalId('Department', departmentOf('finance')),
      question: '质保金余额？',
      dueAt: app.iso('2026-11-25 18:00'),
    },
  })
const reads = async (name: Name, request: string, complaint: string) => {
  const { data } = await app.ask(
    name,
    'query($request: ID!, $complaint: ID!) { departmentRequest(id: $request) { rounds { answer { text late } } complaint { id } } complaint(id: $complaint) { id } }',
    { request, complaint },
  )
  return {
    request: Boolean(data?.['departmentRequest']),
    complaint: Boolean(data?.['complaint']),
    through: Boolean(data?.['departmentRequest']?.['complaint']),
  }
}

describe('C-12 a department is asked', () => {
  test('C-12 B-7 its staff read the case while they owe the answer, and what they were asked for ever', async () => {
    const complaint = await aCase(app)
    const request = await ask(complaint)
    expect(await reads('finance', request, complaint)).toEqual({ request: true, complaint: true, through: true })
    expect(await reads('contracts', request, complaint)).toEqual({ request: false, complaint: false, through: false })
    await app.does('finance', 'departmentRequestAnswer', { id: request, input: { text: '余 120 万元', evidence: [] } })
    expect(await reads('finance', request, complaint)).toEqual({ request: true, complaint: false, through: false })
    await app.does('rep', 'departmentRequestSettle', { id: request })
    const listed = await app.ask(
      'finance',
      '{ departmentRequests(filter: { state: { in: [settled] } }) { edges { node { number department { nameZh } } } } }',
    )
    expect(listed.data?.['departmentRequests']?.['edges']).toEqual([
      { node: { number: 'DB-2026-000001', department: { nameZh: '财务部' } } },
    ])
    expect(
      (await app.ask('contracts', '{ departmentRequests { edges { node { number } } } }')).data?.['departmentRequests']?.['edges'],
    ).toEqual([])
  })
  test('C-10 C-12 the case’s timeline tells of it', async () => {
    const complaint = await aCase(app)
    await ask(complaint)
    const { data } = await app.ask(
      'rep',
      'query($id: ID!) { complaint(id: $id) { timeline { noun type } departmentRequests { number dueAt } } }',
      {
        id: complaint,
      },
    )
    expect(data?.['complaint']?.['timeline']).toContainEqual({ noun: 'departmentRequest', type: 'Asked' })
    expect(data?.['complaint']?.['departmentRequests']).toMatchObject([{ dueAt: app.iso('2026-11-25 18:00') }])
  })
  test('M-6 late answers can be found by department', async () => {
    const complaint = await aCase(app)
    const request = await ask(complaint)
    app.at('2026-11-26 09:00')
    await app.does('finance', 'departmentRequestAnswer', { id: request, input: { text: '余 120 万元', evidence: [] } })
    app.at('2026-11-23 09:00')
    const { data } = await app.ask(
      'manager',
      '{ departmentRequests(filter: { lateAnswers: { from: 1 } }) { edges { node { id lateAnswers } } } }',
    )
    expect(data?.['departmentRequests']?.['edges']).toEqual([{ node: { id: request, lateAnswers: 1 } }])
  })
})
