import { randomUUID } from 'node:crypto'
import { command } from '@lintel/server/records/answer.ts'
import { providerFrom } from '@lintel/server/auth/provider.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice, type Device } from '../build/auth.ts'
import { aProvider, type Claims } from '../build/company-sign-on.ts'
import { email, idOfPerson, password, type Name } from '../build/company.ts'
import { codeOf } from '../build/totp.ts'

let provider: Awaited<ReturnType<typeof aProvider>>
let app: App
beforeAll(async () => {
  provider = await aProvider()
  // it does not answer while the server starts
  app = await anApp(undefined, { provider: provider.options })
})
afterAll(async () => {
  await app.close()
  await provider.stop()
})

const claims = (name: Name, more: Partial<Claims> = {}): Claims => ({
  sub: `sub-${name}`,
  email: email(name),
  email_verified: true,
  ...more,
})
/** The way through the provider and back; the last answer is ours. */
const through = async (device: Device, who: Claims, to = '/fines') => {
  provider.is(who)
  const begun = await device.ask('sign-in/company', { to })
  if (begun.status !== 200) return begun
  const there = await fetch(String(begun.body['url']), { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  return device.ask(back.pathname.replace('/api/auth/', '') + back.search)
}

describe('the company’s own sign-on', () => {
  test('a provider that was down at the start is asked again; with PKCE, state and nonce, and back to where one wanted to be', async () => {
    expect((await aDevice(app).ask('ways')).body).toMatchObject({ company: '公司账号' })
    expect((await aDevice(app).ask('sign-in/company', { to: '/fines' })).status).toBeGreaterThanOrEqual(400)
    await provider.start()
    const device = aDevice(app, '10.4.0.1')
    const back = await through(device, claims('rep'))
    expect(back.headers.get('location')).toMatch(/\/fines$/)
    expect(await device.who()).toBe(idOfPerson('rep'))
    const asked = provider.asked.at(-1)?.searchParams
    expect(asked?.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked?.get(name)?.length, name).toBeGreaterThan(16)
    expect(asked?.get('scope')?.split(' ')).toContain('openid')
  })
  test('nobody comes in whom the administrator has not, whose e-mail is not confirmed, or who has left', async () => {
    const users = () => app.services.database.pool.query('select count(*)::int as n from auth_user').then(({ rows }) => rows[0]?.n)
    const before = await users()
    for (const who of [
      { sub: 'stranger', email: 'stranger@elsewhere.test', email_verified: true },
      claims('finance', { email_verified: false }),
    ]) {
      const device = aDevice(app, '10.4.1.1')
      expect((await through(device, who)).headers.get('location')).toMatch(/\/sign-in\?error=/)
      expect(await device.who()).toBeUndefined()
    }
    expect(await users()).toBe(before)
    const retired = await app.services.records.commit(
      idOfPerson('admin'),
      command('person.retire', idOfPerson('economic'), { reason: '离职' } as never, randomUUID()),
    )
    expect(retired).toMatchObject({ done: { state: 'retired' } })
    const device = aDevice(app, '10.4.1.2')
    await through(device, claims('economic'))
    expect(await device.who()).toBeUndefined()
    expect((await app.services.database.pool.query('select from auth_session where user_id = $1', [idOfPerson('economic')])).rowCount).toBe(
      0,
    )
  })
  test('somebody who never had a password comes in, and is one account', async () => {
    const { pool } = app.services.database
    await pool.query('delete from auth_user where id = $1', [idOfPerson('cost')])
    for (let n = 0; n < 2; n++) {
      const device = aDevice(app, '10.4.2.1')
      await through(device, claims('cost'))
      expect(await device.who()).toBe(idOfPerson('cost'))
    }
    expect((await pool.query('select from auth_account where user_id = $1', [idOfPerson('cost')])).rowCount).toBe(1)
  })
  test('the answer must be to the question: another state, nonce, audience, issuer or browser leads nowhere', async () => {
    const spoilt: readonly ((payload: Record<string, unknown>) => void)[] = [
      (payload) => (payload['nonce'] = 'another'),
      (payload) => delete payload['nonce'],
      (payload) => (payload['aud'] = 'somebody-else'),
      (payload) => (payload['iss'] = 'http://127.0.0.1:1'),
      (payload) => (payload['exp'] = Math.floor(Date.now() / 1000) - 3600),
    ]
    for (const [n, spoil] of spoilt.entries()) {
      provider.spoils(({ payload }) => spoil(payload))
      const device = aDevice(app, '10.4.3.1')
      await through(device, claims('rep2'))
      expect([n, await device.who()]).toEqual([n, undefined])
    }
    provider.spoils(undefined)
    provider.is(claims('rep2'))
    const begun = await aDevice(app, '10.4.3.2').ask('sign-in/company', { to: '/' })
    const there = await fetch(String(begun.body['url']), { redirect: 'manual' })
    const back = new URL(there.headers.get('location') ?? '')
    const other = aDevice(app, '10.4.3.3')
    await other.ask(back.pathname.replace('/api/auth/', '') + back.search)
    expect(await other.who(), 'a link somebody else was given').toBeUndefined()
  })
  test('where it leads afterwards is a place of ours, and no field of the caller’s reaches the provider', async () => {
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)']) {
      const device = aDevice(app, '10.4.4.1')
      const back = await through(device, claims('rep'), to)
      expect(new URL(back.headers.get('location') ?? '', app.url).host).toBe(new URL(app.url).host)
    }
    const begun = await aDevice(app, '10.4.4.2').ask('sign-in/company', {
      to: '/',
      provider: 'other',
      callbackURL: 'https://elsewhere.example',
      additionalParams: { prompt: 'none' },
      scopes: ['offline_access'],
      requestSignUp: true,
    })
    const url = String(begun.body['url'])
    expect(url).not.toContain('elsewhere')
    expect(url).not.toContain('offline')
    expect(url).not.toContain('prompt')
  })
  test('a second factor that is set up here is asked for after it, unless the provider asks for one itself', async () => {
    const { secondFactor: _, ...options } = provider.options
    const strict = await anApp(undefined, { provider: { ...options, secondFactor: false } })
    const first = aDevice(strict, '10.4.5.1')
    await first.signIn(email('rep'), password)
    const made = (await first.ask('two-factor/enable', { password })).body as { totpURI: string }
    await first.ask('two-factor/verify-totp', { code: codeOf(made.totpURI) })
    await strict.services.database.pool.query('delete from auth_used_code')
    const device = aDevice(strict, '10.4.5.2')
    await through(device, claims('rep'))
    expect(await device.who(), 'the company account alone').toBeUndefined()
    expect((await device.ask('ways')).body).toMatchObject({ needs: 'code' })
    const half = device.jar.get('lintel.session_token')
    expect((await device.ask('two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect((await device.ask('two-factor/verify-totp', { code: codeOf(made.totpURI) })).status).toBe(200)
    expect(await device.who()).toBe(idOfPerson('rep'))
    expect(device.jar.get('lintel.session_token')).not.toBe(half)
    expect(
      (await strict.services.database.pool.query('select from auth_session where not second_factor')).rowCount,
      'the half one is over',
    ).toBe(0)
    await strict.close()
  })
  test('is there only where it is configured, and a wrong configuration is said', async () => {
    expect(providerFrom({})).toBeUndefined()
    expect(() => providerFrom({ LINTEL_OIDC_ISSUER: 'http://login.example', LINTEL_OIDC_CLIENT_ID: 'x' })).toThrow('https')
    expect(() => providerFrom({ LINTEL_OIDC_ISSUER: 'https://login.example' })).toThrow('LINTEL_OIDC_CLIENT_ID')
    expect(providerFrom({ LINTEL_OIDC_ISSUER: 'https://login.example/', LINTEL_OIDC_CLIENT_ID: 'x' })).toMatchObject({
      issuer: 'https://login.example',
      label: 'SSO',
      secondFactor: false,
    })
    const without = await anApp()
    expect((await aDevice(without).ask('ways')).body).toMatchObject({ company: null })
    for (const path of ['sign-in/company', 'sign-in/social'])
      expect((await aDevice(without).ask(path, { to: '/', provider: 'company' })).status).toBe(404)
    expect((await aDevice(without).ask('callback/company?code=x&state=y')).status).toBe(404)
    await without.close()
  })
})
