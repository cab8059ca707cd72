import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringForward } from '@lintel/server/settings/bring-forward.ts'
import { anApp, aSignedFine, type App } from '../build/app.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const chainOf = async (kind: string) => {
  const { data } = await app.ask('admin', '{ chains { id kind revision versions { number } onEarlierVersions } }')
  const chains = data?.['chains'] as unknown as { id: string; kind: string; revision: number; onEarlierVersions: number }[]
  const found = chains.find((one) => one.kind === kind)
  if (!found) throw new Error(`no chain of ${kind}`)
  return found
}
const tried = async (given: object) => {
  const { data, errors } = await app.ask(
    'admin',
    `query($kind: RequestKind!, $steps: [ChainStepInput!], $amount: Decimal, $grounds: [Int!], $category: ID) {
      chainTryOut(kind: $kind, steps: $steps, amount: $amount, grounds: $grounds, category: $category) {
        problem steps { mode seats { count holder { position } people { name } } } } }`,
    given,
  )
  expect(errors).toBeUndefined()
  return data?.['chainTryOut'] as unknown as {
    problem: string | null
    steps: { mode: string; seats: { count: number; holder: { position: string | null }; people: { name: string }[] }[] }[]
  }
}
const both = { mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] }
const company = { mode: 'any', seats: [{ position: 'companyLeader' }], when: [{ over: '8000.00', grounds: [3] }] }

describe('B-1 G-1 chains as data', () => {
  test('B-1 for a fine of 8,000 with grounds 1 and 3 these would sign', async () => {
    const { steps, problem } = await tried({ kind: 'fine', amount: '8000.00', grounds: [1, 3] })
    expect(problem).toBe(null)
    expect(steps.map(({ mode, seats }) => [mode, ...seats.flatMap(({ people }) => people.map(({ name }) => name))])).toEqual([
      ['all', 'deputyLeader', 'leader'],
    ])
  })
  test('B-1 one that is being edited is tried before it is in force; what is wrong with it is said', async () => {
    const asked = async (amount: string, grounds: number[]) =>
      (await tried({ kind: 'fine', steps: [both, company], amount, grounds })).steps.length
    expect([await asked('8000.00', [3]), await asked('8000.01', [3]), await asked('9000', [1])]).toEqual([1, 2, 1])
    expect((await tried({ kind: 'fine', steps: [company], amount: '9000' })).problem).toContain('至少保留一步不设条件')
    expect((await tried({ kind: 'fine', steps: [{ ...both, seats: [{ position: 'groupLeader' }] }] })).problem).toContain(
      '投诉应急小组'.slice(2, 4),
    )
  })
  test('G-1 B-1 the administrator changes it, requests under way finish on theirs, and nothing gets round the group', async () => {
    const chain = await chainOf('fine')
    const running = await aSignedFine(app)
    const bad = await app.decide('admin', 'chainChange', { id: chain.id, input: { steps: [company], reason: '试' } })
    expect(bad.code).toBe('ChainProblem')
    await app.does('admin', 'chainChange', { id: chain.id, input: { steps: [both, company], reason: '大额须公司领导批准' } })
    expect(await chainOf('fine')).toMatchObject({ revision: 2, onEarlierVersions: 1 })
    const { data } = await app.ask('leader', 'query($id: ID!) { approval(id: $id) { steps { mode } } }', { id: running.approval })
    expect(data?.['approval']?.['steps']).toHaveLength(1)
  })
  test('B-4 two administrators at once: the second is told that it changed', async () => {
    const chain = await chainOf('repairBudget')
    const steps = [{ mode: 'any', seats: [{ position: 'companyLeader' }], when: [] }]
    const change = (more: object) =>
      app.decide('admin', 'chainChange', {
        id: chain.id,
        saw: [{ id: chain.id, revision: chain.revision }],
        input: { steps: [...steps, more], reason: '加' },
      })
    const manager = { mode: 'any', seats: [{ position: 'manager' }], when: [] }
    expect((await change(manager)).code).toBeUndefined()
    expect((await change({ ...manager, mode: 'all' })).code).toBe('ChangedSinceSeen')
  })
  test('B-1 a company founded before a kind of request was known gets its chain at the next start, once', async () => {
    const { pool } = app.services.database
    const count = async () => Number((await pool.query('select count(*) as n from chain')).rows[0].n)
    const before = await count()
    await bringForward(app.services)
    expect(await count()).toBe(before)
  })
  test('P-1 a position nobody changed gets the permissions that came with new decisions; one that was changed stays as it is', async () => {
    const { pool } = app.services.database
    const position = async (key: string) => {
      const { data } = await app.ask('admin', '{ positions { id key nameZh nameEn department permissions } }')
      const all = (data?.['positions'] ?? []) as unknown as { id: string; key: string; permissions: string[] }[]
      const found = all.find((one) => one.key === key)
      if (!found) throw new Error(key)
      return found
    }
    const { id: _, ...finance } = await position('finance')
    await app.does('admin', 'positionChange', { id: _, input: { ...finance, permissions: ['fine.read'], reason: '收权' } })
    // as an earlier program would have founded it
    const permissions = (await position('economics')).permissions.filter((one) => one !== 'chain.read')
    await pool.query(
      `update position set permissions = $1::text[], document = jsonb_set(document, '{permissions}', to_jsonb($1::text[])) where key = 'economics'`,
      [permissions],
    )
    await bringForward(app.services)
    expect((await position('economics')).permissions).toContain('chain.read')
    expect((await position('finance')).permissions).toEqual(['fine.read'])
  })
})
