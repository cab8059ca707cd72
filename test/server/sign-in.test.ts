import { randomUUID } from 'node:crypto'
import { command } from '@lintel/server/records/answer.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, anApprovedFine, type App } from '../build/app.ts'
import { email, idOfPerson, password, type Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url, ...headers },
    body: JSON.stringify(body),
  })
const signIn = (name: Name, secret = password) => post('sign-in/email', { email: email(name), password: secret })
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const who = async (cookie: string) => (await app.services.auth.signedIn(new Headers({ cookie })))?.person
const asAdmin = (does: 'person.change' | 'person.retire', on: Name, input: object) =>
  app.services.records.commit(idOfPerson('admin'), command(does, idOfPerson(on), input as never, randomUUID()))
const sql = (text: string, values: readonly unknown[] = []) => app.services.database.pool.query(text, [...values])

describe('signing in', () => {
  test('the right password gives a session of its own each time; a wrong one and an unknown address get the same answer', async () => {
    const [first, second] = [await signIn('rep'), await signIn('rep')]
    expect(first.status).toBe(200)
    expect(cookieOf(first)).not.toBe(cookieOf(second))
    expect(await who(cookieOf(first))).toBe(idOfPerson('rep'))
    const cookie = first.headers.getSetCookie().join()
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    const wrong = await signIn('rep', 'not-the-password')
    const unknown = await post('sign-in/email', { email: 'nobody-at-all@town.test', password: 'not-the-password' })
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()])
    expect(wrong.status).toBe(401)
  })
  test('nobody signs up by themselves', async () => {
    expect((await post('sign-up/email', { email: 'new@town.test', password: 'long-enough-1', name: 'new' })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await sql(`select from auth_user where email = 'new@town.test'`)).rowCount).toBe(0)
  })
  test('an administrator, and nobody else, gives a person the link with which they set a password', async () => {
    const invite = (name: Name, whom: string) =>
      app.ask(name, 'mutation ($id: ID!) { personInvite(id: $id) { link } }', { id: globalId('Person', whom) })
    for (const name of ['rep', 'manager'] as const)
      expect((await invite(name, idOfPerson('finance'))).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect((await invite('admin', randomUUID())).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    const tokenFor = async (whom: Name) => {
      const given = await invite('admin', idOfPerson(whom))
      expect(given).toEqual({ data: { personInvite: { link: expect.any(String) } } })
      const [, text = ''] = /"link":"([^"]+)"/.exec(JSON.stringify(given)) ?? []
      const link = new URL(text)
      expect(link.pathname).toBe('/set-password')
      return link.searchParams.get('token')
    }
    const token = await tokenFor('finance')
    expect((await post('reset-password', { token, newPassword: 'chosen-by-myself-1' })).status).toBe(200)
    expect((await signIn('finance', 'chosen-by-myself-1')).status).toBe(200)
    expect((await post('reset-password', { token, newPassword: 'chosen-by-another-1' })).status, 'a second time').toBe(400)
    expect((await post('reset-password', { token: await tokenFor('finance'), newPassword: password })).status).toBe(200)
  })
  test('another site cannot sign somebody in', async () => {
    expect((await post('sign-in/email', { email: email('rep'), password }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('sign-in/email', { email: email('rep'), password }, { 'content-type': 'text/plain' })).status).toBe(403)
  })
  test('signing out ends the session at once', async () => {
    const cookie = cookieOf(await signIn('finance'))
    expect(await who(cookie)).toBe(idOfPerson('finance'))
    expect((await post('sign-out', {}, { cookie })).status).toBe(200)
    expect(await who(cookie)).toBeUndefined()
  })
  test('SEC-11 after half an hour without a request, and after twelve hours in any case, a session is over', async () => {
    const idle = cookieOf(await signIn('cost'))
    const { rows } = await sql(`select extract(epoch from expires_at - now()) as left from auth_session where user_id = $1`, [
      idOfPerson('cost'),
    ])
    expect(Number(rows[0]?.left)).toBeGreaterThan(29 * 60)
    expect(Number(rows[0]?.left)).toBeLessThanOrEqual(30 * 60)
    await sql(`update auth_session set expires_at = now() - interval '1 second' where user_id = $1`, [idOfPerson('cost')])
    expect(await who(idle)).toBeUndefined()
    const long = cookieOf(await signIn('contracts'))
    await sql(`update auth_session set created_at = now() - interval '12 hours 1 second' where user_id = $1`, [idOfPerson('contracts')])
    expect(await who(long)).toBeUndefined()
    expect((await sql('select from auth_session where user_id = $1', [idOfPerson('contracts')])).rowCount).toBe(0)
  })
  test('SEC-11 whoever has left is signed out at once and cannot come back, and is told no more than anybody', async () => {
    const cookie = cookieOf(await signIn('economic'))
    expect(await who(cookie)).toBe(idOfPerson('economic'))
    expect(await asAdmin('person.retire', 'economic', { reason: '离职' })).toMatchObject({ done: { state: 'retired' } })
    expect(await who(cookie)).toBeUndefined()
    const again = await signIn('economic')
    expect(again.status).toBe(401)
    expect(await again.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
  })
  test('SEC-11 who was demoted cannot decide any more, from the next decision on', async () => {
    const { fine } = await anApprovedFine(app)
    const issue = () => app.decide('manager', 'fineIssue', { id: fine })
    const positions = (held: readonly string[]) =>
      asAdmin('person.change', 'manager', {
        name: 'manager',
        email: email('manager'),
        positions: held,
        allProjects: true,
        projects: [],
        onDuty: false,
        categories: [],
        language: 'zh',
        reason: '调岗',
      })
    const before = await app.signIn('manager')
    await positions([])
    // the session ends with what it was opened on; the next one holds what is held now
    expect(await who(before)).toBeUndefined()
    app.forget('manager')
    expect((await issue())['__typename']).not.toBe('Fine')
    await positions(['manager'])
    app.forget('manager')
    expect(await issue()).toMatchObject({ __typename: 'Fine' })
  })
})

describe('guessing', () => {
  test('SEC-12 is stopped, and no header of the caller’s makes it somebody else’s', async () => {
    const guessed = await anApp()
    try {
      const guess = (n: number) =>
        fetch(`${guessed.url}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: guessed.url,
            'x-forwarded-for': `10.0.0.${n}`,
            'x-lintel-address': `10.0.1.${n}`,
            'x-real-ip': `10.0.2.${n}`,
          },
          body: JSON.stringify({ email: 'nobody-at-all@town.test', password: `guess-number-${n}` }),
        }).then(({ status }) => status)
      const answers: number[] = []
      for (let n = 0; n < 13; n++) answers.push(...(await Promise.all(Array.from({ length: 5 }, (_, more) => guess(n * 5 + more)))))
      expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(60)
      expect(answers.at(-1)).toBe(429)
    } finally {
      await guessed.close()
    }
  })
})

describe('an invitation', () => {
  test('lets a new person set a password once', async () => {
    const id = randomUUID()
    const link = new URL(await app.services.auth.invite({ id, name: '新人', email: 'Newcomer@town.test' }))
    expect(link.pathname).toBe('/set-password')
    const token = link.searchParams.get('token') ?? ''
    expect((await post('reset-password', { token, newPassword: 'short' })).status).toBe(400)
    expect((await post('reset-password', { token, newPassword: 'a-long-enough-one' })).status).toBe(200)
    expect((await post('reset-password', { token, newPassword: 'another-long-one' })).status).toBe(400)
    // an account without a person of the company lets nobody in
    expect((await post('sign-in/email', { email: 'newcomer@town.test', password: 'a-long-enough-one' })).status).toBe(401)
  })
})

describe('health and screens', () => {
  test('the process says that it is alive, and ready when the database has every migration', async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ alive: true })
    expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ ready: true })
  })
  test('SEC-16 no script but ours may run, and nobody may frame us', async () => {
    const { headers } = await fetch(`${app.url}/healthz`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
  test('a path outside the screens leads nowhere', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/nothing.js'])
      expect([400, 404]).toContain((await fetch(app.url + path)).status)
    expect((await fetch(`${app.url}/%`, { headers: {} })).status).toBe(400)
    expect((await fetch(app.url, { method: 'DELETE' })).status).toBe(405)
  })
})
