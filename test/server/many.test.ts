import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
})
afterAll(() => app.close())

type Action = {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly open: number
  readonly refused: number
  readonly done: number
  readonly undoable: number
  readonly code?: string
  readonly message?: string
  readonly field?: string
}
const parts = 'id state total open refused done undoable undoneBy'
const result = `__typename ... on ManyAction { ${parts} } ... on Refusal { code message } ... on BadInput { field }`
const person = (name: Name) => globalId('Person', idOfPerson(name))
const asks = async (who: Name, query: string, variables: object): Promise<Action> => {
  const { data, errors } = await app.ask(who, query, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return Object.values(data)[0] as unknown as Action
}
const prepares = (who: Name, does: string, chosen: object, input?: object, key: string = randomUUID()) =>
  asks(
    who,
    `mutation($key: String!, $does: DecisionName!, $chosen: ChosenInput!, $input: JSON) { manyPrepare(key: $key, does: $does, chosen: $chosen, input: $input) { ${result} } }`,
    { key, does, chosen, input },
  )
const on = (who: Name, mutation: string, { id }: { id: string }) =>
  asks(who, `mutation($id: ID!) { ${mutation}(id: $id) { ${result} } }`, { id })
const reads = (who: Name, id: string) => asks(who, `query($id: ID!) { manyAction(id: $id) { ${parts} } }`, { id })
const reaches = async (who: Name, { id, code, message }: Action, state: string) => {
  if (code) throw new Error(`${code} ${message ?? ''}`)
  await expect.poll(async () => (await reads(who, id)).state, { timeout: 50_000, interval: 100 }).toBe(state)
  return reads(who, id)
}
const linesOf = async (who: Name, { id }: { id: string }, state?: string, language?: string) => {
  const { data } = await app.ask(
    who,
    'query($id: ID!, $state: ManyLineState) { manyAction(id: $id) { lines(state: $state, first: 100) { nodes { number name state because recordId } after } } }',
    { id, state },
    language,
  )
  return data?.['manyAction']?.['lines']?.['nodes'] as unknown as {
    number: string | null
    name: string | null
    state: string
    because: string | null
    recordId: string
  }[]
}
/** One of the representative's own. */
const ours = (more: object = {}) => aCase(app, { representative: person('rep'), ...more })
const representative = async (id: string) =>
  (await app.ask('manager', 'query($id: ID!) { complaint(id: $id) { representative { id } state revision } }', { id })).data?.['complaint']

test('X-10 a decision on chosen records is tried without keeping anything, done with a result for each, and taken back', async () => {
  const [open, mine, suspended] = [await ours(), await ours(), await ours()]
  await app.does('manager', 'complaintAssign', { id: mine, input: { to: person('rep2') } })
  await app.does('rep', 'complaintSuspend', { id: suspended, input: { reason: '等业主', waitsFor: 'owner' } })
  const tried = await reaches(
    'manager',
    await prepares('manager', 'complaint_assign', { ids: [open, mine, suspended] }, { to: person('rep2') }),
    'checked',
  )
  expect(tried).toMatchObject({ total: 3, open: 2, refused: 1, done: 0 })
  expect((await representative(open))?.['representative']?.['id']).toBe(person('rep'))
  expect(await linesOf('manager', tried, 'refused')).toEqual([
    expect.objectContaining({ recordId: mine, because: expect.stringMatching(/\S/u) }),
  ])
  expect((await linesOf('manager', tried, 'refused', 'en'))[0]?.because).toMatch(/^[\x20-\x7E’]+$/u)
  await on('manager', 'manyStart', tried)
  const done = await reaches('manager', tried, 'done')
  expect(done).toMatchObject({ open: 0, refused: 1, done: 2, undoable: 2 })
  expect((await representative(open))?.['representative']?.['id']).toBe(person('rep2'))
  const undone = await reaches('manager', await on('manager', 'manyUndo', done), 'done')
  expect(undone).toMatchObject({ total: 2, done: 2, refused: 0 })
  expect((await representative(open))?.['representative']?.['id']).toBe(person('rep'))
  expect((await representative(suspended))?.['representative']?.['id']).toBe(person('rep'))
  expect((await on('manager', 'manyUndo', done)).id).toBe(undone.id)
  expect(await reads('manager', done.id)).toMatchObject({ undoable: 0 })
})

test('X-10 what was changed since is left when it is taken back, and told', async () => {
  const [left, changed] = [await ours(), await ours()]
  const tried = await reaches(
    'rep',
    await prepares('rep', 'complaint_suspend', { ids: [left, changed] }, { reason: '等业主回家', waitsFor: 'owner' }),
    'checked',
  )
  await on('rep', 'manyStart', tried)
  const done = await reaches('rep', tried, 'done')
  await app.does('manager', 'complaintAssign', { id: changed, input: { to: person('rep2') } })
  const undone = await reaches('rep', await on('rep', 'manyUndo', done), 'done')
  expect(undone).toMatchObject({ done: 1, refused: 1 })
  expect((await representative(left))?.['state']).toBe('accepted')
  expect((await representative(changed))?.['state']).toBe('suspended')
  expect((await linesOf('rep', undone, 'refused'))[0]?.recordId).toBe(changed)
})

test('B-4 what changed since it was tried is left, and so is what no longer belongs to what was chosen', async () => {
  const [same, changed, gone] = await Promise.all(['随便甲', '随便乙', '随便丙'].map((title) => ours({ title })))
  const filter = { title: { contains: '随便' }, state: { in: ['accepted'] } }
  const tried = await reaches('manager', await prepares('manager', 'complaint_assign', { filter }, { to: person('rep2') }), 'checked')
  expect(tried).toMatchObject({ total: 3, open: 3 })
  await app.does('rep', 'complaintAddEvidence', {
    id: changed ?? '',
    input: { evidence: [{ kind: 'document', title: '合同', reference: '柜 3' }] },
  })
  await app.does('rep', 'complaintSuspend', { id: gone ?? '', input: { reason: '等业主', waitsFor: 'owner' } })
  await on('manager', 'manyStart', tried)
  expect(await reaches('manager', tried, 'done')).toMatchObject({ done: 1, refused: 2 })
  const refused = await linesOf('manager', tried, 'refused')
  expect(new Set(refused.map(({ recordId }) => recordId))).toEqual(new Set([changed, gone]))
  expect(refused.find(({ recordId }) => recordId === gone)?.because).toContain('不符合')
  expect((await representative(same ?? ''))?.['representative']?.['id']).toBe(person('rep2'))
})

test('P-1 only what the person may do is done: neither a decision that is not theirs, nor on what they may not see', async () => {
  const near = await ours()
  const far = await app.does('stranger', 'complaintRegister', {
    input: {
      project: ids.far,
      unit: ids.farUnit,
      customer: ids.farCustomer,
      kind: 'complaint',
      channel: 'phone',
      category: ids.category,
      severity: 'general',
      title: '远山漏水',
      wording: '漏',
    },
  })
  expect((await prepares('analyst', 'complaint_assign', { ids: [near] }, { to: person('rep') })).code).toBe('NotAllowed')
  expect((await prepares('manager', 'fine_sign', { ids: [near] }, {})).code).toBe('NotAllowed')
  expect((await prepares('manager', 'complaint_assign', { ids: [near] }, { to: 'nobody' })).code).toBe('BadInput')
  expect((await prepares('manager', 'complaint_assign', { ids: [near] }, {})).code).toBe('BadInput')
  const tried = await reaches('rep', await prepares('rep', 'complaint_accept', { ids: [far] }), 'checked')
  expect(tried).toMatchObject({ open: 0, refused: 1 })
  expect((await linesOf('rep', tried))[0]).toMatchObject({ number: null, name: null, state: 'refused' })
  // of a list one sees what one may see: nothing of the other project is among all of it
  const all = await reaches('rep', await prepares('rep', 'complaint_accept', { filter: {} }), 'checked')
  expect((await linesOf('rep', all)).map(({ recordId }) => recordId)).not.toContain(far)
  expect(await app.ask('manager', 'query($id: ID!) { manyAction(id: $id) { id } }', { id: tried.id })).toEqual({
    data: { manyAction: null },
  })
  expect((await on('manager', 'manyStart', tried)).code).toBe('NotFound')
})

test('SEC-5 all that match may not be chosen by what may not be read', async () => {
  const { errors } = await app.ask(
    'rep',
    'mutation { manyPrepare(key: "k", does: complaint_accept, chosen: { filter: { secret: 1 } }) { __typename } }',
  )
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
})

test('B-3 the same key is the same action, one that was not begun is cancelled at once, and nobody has more than five', async () => {
  const key = randomUUID()
  const complaint = await ours()
  const first = await prepares('manager', 'complaint_assign', { ids: [complaint] }, { to: person('rep2') }, key)
  const again = await prepares('manager', 'complaint_assign', { ids: [complaint] }, { to: person('rep2') }, key)
  expect(again.id).toBe(first.id)
  await reaches('manager', first, 'checked')
  expect(await on('manager', 'manyCancel', first)).toMatchObject({ state: 'cancelled' })
  expect((await on('manager', 'manyStart', first)).code).toBe('WrongState')
  expect((await on('manager', 'manyUndo', first)).code).toBe('NothingToUndo')
  expect((await representative(complaint))?.['representative']?.['id']).toBe(person('rep'))
})
