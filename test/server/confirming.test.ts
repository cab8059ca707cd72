import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFine, anApp, aSignedFine, type App } from '../build/app.ts'
import { password, type Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const confirm = async (name: Name, fields: object) =>
  fetch(`${app.url}/api/auth/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url, cookie: await app.signIn(name) },
    body: JSON.stringify(fields),
  })
const wordOf = async (name: Name) => ((await (await confirm(name, { password })).json()) as { word: string }).word
/** A decision as the page sends it, with the word it holds. */
const decideWith = async (
  name: Name,
  word: string | undefined,
  mutation: string,
  id: string,
  input?: object,
  key: string = randomUUID(),
) => {
  const capital = mutation.slice(0, 1).toUpperCase() + mutation.slice(1)
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { ...(await app.headers(name)), ...(word ? { 'x-lintel-confirmation': word } : {}) },
    body: JSON.stringify({
      query: `mutation($id: ID!, $key: String!${input ? `, $input: ${capital}Input!` : ''}) { ${mutation}(id: $id, key: $key${input ? ', input: $input' : ''}) { __typename ... on ConfirmItIsYou { limit { amount } minutes message } } }`,
      variables: { id, key, input },
    }),
  })
  const { data } = (await answer.json()) as { data: Record<string, { __typename: string; minutes?: number; limit?: { amount: string } }> }
  return data[mutation]
}
const large = { amount: '50000.01', severity: 'heavy' }

describe('SEC-11 password again above the limit', () => {
  test('a session alone signs nothing above 50,000.00 yuan, and is told what to do; at the limit it does', async () => {
    const { fine } = await aFine(app)
    expect(await decideWith('coordinator', undefined, 'fineSign', fine, large)).toMatchObject({
      __typename: 'ConfirmItIsYou',
      limit: { amount: '50000.00' },
      minutes: 10,
    })
    expect(await decideWith('coordinator', undefined, 'fineSign', fine, { ...large, amount: '50000.00' })).toMatchObject({
      __typename: 'Fine',
    })
  })
  test('the same command, under the same key, goes on once the password was given', async () => {
    const { fine } = await aFine(app)
    const key = randomUUID()
    expect(await decideWith('coordinator', undefined, 'fineSign', fine, large, key)).toMatchObject({ __typename: 'ConfirmItIsYou' })
    expect(await decideWith('coordinator', await wordOf('coordinator'), 'fineSign', fine, large, key)).toMatchObject({ __typename: 'Fine' })
  })
  test('a wrong password gives no word; a word is good in its own session alone', async () => {
    const { fine } = await aFine(app)
    const wrong = await confirm('coordinator', { password: 'not-the-password' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).not.toHaveProperty('word')
    for (const word of ['anything', await wordOf('manager')])
      expect(await decideWith('coordinator', word, 'fineSign', fine, large)).toMatchObject({ __typename: 'ConfirmItIsYou' })
  })
  test('it is asked again after ten minutes, by the database’s time', async () => {
    const { fine } = await aFine(app)
    const word = await wordOf('coordinator')
    await app.services.database.pool.query(`update auth_confirmation set at = at - interval '10 minutes 1 second'`)
    expect(await decideWith('coordinator', word, 'fineSign', fine, large)).toMatchObject({ __typename: 'ConfirmItIsYou' })
  })
  test('whoever approves and whoever issues it is asked as well; who only rejects is not', async () => {
    const signs = await wordOf('coordinator')
    const { fine } = await aFine(app)
    expect(await decideWith('coordinator', signs, 'fineSign', fine, large)).toMatchObject({ __typename: 'Fine' })
    const answer = await app.ask('leader', 'query($id: ID!) { fine(id: $id) { approval { id steps { seats { key } } } } }', { id: fine })
    const approval = answer.data?.['fine']?.['approval']
    const seats = (approval?.['steps']?.[0]?.['seats'] ?? []) as unknown as { key: string }[]
    const id = String(approval?.['id'])
    const approves = (name: Name, seat: string | undefined, word?: string) => decideWith(name, word, 'approvalApprove', id, { seat })
    expect(await approves('deputyLeader', seats[0]?.key)).toMatchObject({ __typename: 'ConfirmItIsYou' })
    expect(await approves('deputyLeader', seats[0]?.key, await wordOf('deputyLeader'))).toMatchObject({ __typename: 'Approval' })
    expect(await approves('leader', seats[1]?.key, await wordOf('leader'))).toMatchObject({ __typename: 'Approval' })
    expect(await decideWith('manager', undefined, 'fineIssue', fine)).toMatchObject({ __typename: 'ConfirmItIsYou' })
    expect(await decideWith('manager', await wordOf('manager'), 'fineIssue', fine)).toMatchObject({ __typename: 'Fine' })
  })
  test('below the limit nobody is asked', async () => {
    const { approval, seats } = await aSignedFine(app)
    expect(await decideWith('leader', undefined, 'approvalReject', approval, { seat: seats[1], reason: '证据不足' })).toMatchObject({
      __typename: 'Approval',
    })
  })
  test('a session that has ended confirms nothing, and its words go with it', async () => {
    await wordOf('finance')
    const cookie = await app.signIn('finance')
    await fetch(`${app.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url, cookie },
      body: '{}',
    })
    expect((await confirm('finance', { password })).status).toBe(401)
    const { rows } = await app.services.database.pool.query(
      `select from auth_confirmation c where not exists (select from auth_session s where s.id = c.session_id)`,
    )
    expect(rows).toEqual([])
  })
})
