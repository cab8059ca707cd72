import { setTimeout as wait } from 'node:timers/promises'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice, type Device } from '../build/auth.ts'
import { email, idOfPerson, password, type Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const on = async (name: Name, address: string, agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0') => {
  const device = aDevice(app, address)
  expect((await device.ask('sign-in/email', { email: email(name), password }, { 'user-agent': agent })).status).toBe(200)
  return device
}
const ask = async (device: Device, query: string, variables: object = {}) => {
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie: device.cookie },
    body: JSON.stringify({ query, variables }),
  })
  return (await answer.json()) as { data?: Record<string, never>; errors?: { extensions: { code: string } }[] }
}
type Shown = { id: string; address: string; agent: string; isThis: boolean }
const listed = async (device: Device) =>
  ((await ask(device, '{ sessions { id address agent since lastSeen isThis } }')).data?.['sessions'] ?? []) as unknown as Shown[]

describe('SEC-11 sessions', () => {
  test('one’s own are listed with device and address, this one first; one is ended, or all others', async () => {
    const desk = await on('rep', '10.2.0.1')
    const phone = await on('rep', '10.2.0.2', 'Mozilla/5.0 (iPhone) Safari/604')
    const third = await on('rep', '2001:db8::7')
    const other = await on('rep2', '10.2.0.3')
    const shown = await listed(desk)
    expect(shown.map(({ address }) => address).toSorted()).toEqual(['10.2.0.1', '10.2.0.2', '2001:0db8:0000:0000:0000:0000:0000:0007'])
    expect(shown[0]).toMatchObject({ address: '10.2.0.1', isThis: true })
    expect(shown.filter(({ isThis }) => isThis)).toHaveLength(1)
    const id = shown.find(({ address }) => address === '10.2.0.2')?.id
    const end = (by: Device) => ask(by, 'mutation($id: ID!) { sessionEnd(id: $id) }', { id })
    expect((await end(other)).data, 'somebody else’s').toEqual({ sessionEnd: false })
    expect(await phone.who()).toBe(idOfPerson('rep'))
    expect((await end(desk)).data).toEqual({ sessionEnd: true })
    expect(await phone.who()).toBeUndefined()
    expect((await ask(desk, 'mutation { sessionsEndOthers }')).data).toEqual({ sessionsEndOthers: 1 })
    expect([await desk.who(), await third.who(), await other.who()]).toEqual([idOfPerson('rep'), undefined, idOfPerson('rep2')])
  })
  test('no list says the word that opens a session', async () => {
    const desk = await on('deputy', '10.2.1.1')
    const answer = JSON.stringify(await ask(desk, '{ sessions { id address agent since lastSeen isThis } }'))
    const { rows } = await app.services.database.pool.query(`select token from auth_session where user_id = $1`, [idOfPerson('deputy')])
    expect(rows.length).toBeGreaterThan(0)
    for (const { token } of rows) expect(answer).not.toContain(token)
  })
  test('the administrator, and nobody else, ends all of somebody’s', async () => {
    const theirs = await on('finance', '10.2.2.1')
    const end = (by: Name) =>
      app.ask(by, 'mutation($id: ID!) { personSessionsEnd(id: $id) }', { id: globalId('Person', idOfPerson('finance')) })
    expect((await end('manager')).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect(await theirs.who()).toBe(idOfPerson('finance'))
    expect((await end('admin')).data).toEqual({ personSessionsEnd: 1 })
    expect(await theirs.who()).toBeUndefined()
  })
  test('the session is another one after signing in again and after a new password, which ends all others', async () => {
    const desk = await on('cost', '10.2.3.1')
    const first = desk.jar.get('lintel.session_token')
    await desk.signIn(email('cost'), password)
    const second = desk.jar.get('lintel.session_token')
    expect(second).not.toBe(first)
    const { rowCount } = await app.services.database.pool.query('select from auth_session where user_id = $1', [idOfPerson('cost')])
    expect(rowCount, 'the one before is over').toBe(1)
    const phone = await on('cost', '10.2.3.2')
    const change = (currentPassword: string, newPassword: string) => desk.ask('change-password', { currentPassword, newPassword })
    expect((await change('not-the-password', 'chosen-by-myself-1')).body).toMatchObject({ code: 'INVALID_PASSWORD' })
    expect((await change(password, 'password123')).body).toMatchObject({ code: 'PASSWORD_COMMON' })
    expect((await change(password, 'chosen-by-myself-1')).status).toBe(200)
    expect(desk.jar.get('lintel.session_token')).not.toBe(second)
    expect([await desk.who(), await phone.who()]).toEqual([idOfPerson('cost'), undefined])
  })
  test('signing out holds within a second on requests and within five on a stream that is open', async () => {
    const desk = await on('contracts', '10.2.4.1')
    const stream = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'x-graphql-yoga-csrf': '1',
        cookie: desk.cookie,
      },
      body: JSON.stringify({ query: 'subscription { changes { id } }' }),
    })
    expect(stream.status).toBe(200)
    const reader = stream.body?.getReader()
    const cookie = desk.cookie
    const ended = (async () => {
      for (;;) if ((await reader?.read())?.done !== false) return Date.now()
    })()
    const at = Date.now()
    await desk.ask('sign-out', {})
    expect(await app.services.auth.signedIn(new Headers({ cookie }))).toBeUndefined()
    expect(Date.now() - at).toBeLessThan(1_000)
    const over = await Promise.race([ended, wait(8_000, undefined)])
    expect(over).toBeDefined()
    expect(Number(over) - at).toBeLessThan(5_000)
  })
})
