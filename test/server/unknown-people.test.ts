import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice } from '../build/auth.ts'
import { email, idOfPerson } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const wrong = 'not-the-password'

/** The share of pairs in which the first is the slower: one half where nothing can be told. */
const slower = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, a) => sum + other.filter((b) => a > b).length + other.filter((b) => a === b).length / 2, 0) / (one.length * other.length)

describe('SEC-13 known and unknown people', () => {
  test('get the same answer, headers and limits', async () => {
    const seen = async (account: string, address: string) => {
      const answers = []
      for (let n = 0; n < 12; n++) {
        const { status, headers, text } = await aDevice(app, address).signIn(account, wrong)
        answers.push([status, text, [...headers.keys()].toSorted()])
      }
      return answers
    }
    const known = await seen(email('rep'), '10.20.0.1')
    expect(known.map(([status]) => status)).toEqual([...Array<number>(10).fill(401), 429, 429])
    expect(await seen('nobody-at-all@town.test', '10.20.0.2')).toEqual(known)
    // an account without a password, and one of somebody who has left, are no different
    await app.services.database.pool.query(`delete from auth_account where user_id = $1`, [idOfPerson('cost')])
    expect(await seen(email('cost'), '10.20.0.3')).toEqual(known)
  })
  test('take the same time: of fifty answers each, which is whose cannot be told', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const once = async (who: 'known' | 'unknown', n: number) => {
      const account = who === 'known' ? email('rep2') : `nobody-${n % 3}@town.test`
      const device = aDevice(app, `10.21.${Math.floor(n / 8)}.${who === 'known' ? 1 : 2}`)
      const begun = performance.now()
      const { status } = await device.signIn(account, wrong)
      expect(status).toBe(401)
      times[who].push(performance.now() - begun)
    }
    // the first ones warm up; then one after the other, so that a busy moment meets both alike
    await app.services.database.pool.query('delete from auth_budget')
    for (let n = 0; n < 4; n++) for (const who of ['known', 'unknown'] as const) await once(who, n)
    times.known.length = 0
    times.unknown.length = 0
    for (let n = 0; n < 50; n++) {
      if (n % 20 === 0) await app.services.database.pool.query('delete from auth_budget')
      for (const who of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) await once(who, n)
    }
    // by chance alone it is within 0.32 and 0.68 in 998 of 1,000 runs
    expect(slower(times.known, times.unknown)).toBeGreaterThan(0.3)
    expect(slower(times.known, times.unknown)).toBeLessThan(0.7)
  }, 180_000)
  test('a link that never was, one used up and one of nobody’s get the same answer', async () => {
    const set = (token: string, address: string) => aDevice(app, address).ask('reset-password', { token, newPassword: 'a-long-enough-one' })
    const used =
      new URL(await app.services.auth.invite({ id: idOfPerson('deputy'), name: 'deputy', email: email('deputy') })).searchParams.get(
        'token',
      ) ?? ''
    expect((await set(used, '10.22.0.1')).status).toBe(200)
    const answers = [await set(used, '10.22.0.2'), await set('never-was-one', '10.22.0.3'), await set('', '10.22.0.4')]
    for (const { status, body } of answers) expect([status, body['code']]).toEqual([400, 'INVALID_TOKEN'])
  })
  test('a code for a sign-in that is not under way, of anybody, gets one answer', async () => {
    for (const path of ['two-factor/verify-totp', 'two-factor/verify-backup-code']) {
      const { status, body } = await aDevice(app, '10.23.0.1').ask(path, { code: '123456' })
      expect([status, body['code']]).toEqual([401, 'INVALID_TWO_FACTOR_COOKIE'])
    }
  })
})

describe('SEC-10 the routes of signing in', () => {
  const routes = [
    'sign-in/email',
    'sign-in/company',
    'sign-out',
    'reset-password',
    'change-password',
    'confirm',
    'two-factor/enable',
    'two-factor/verify-totp',
    'two-factor/verify-backup-code',
    'two-factor/generate-backup-codes',
  ]
  const elsewhere = { origin: 'https://elsewhere.example' }
  const json = { 'content-type': 'application/json' }
  const shapes: readonly (readonly [string, RequestInit])[] = [
    ['another site’s JSON', { headers: { ...json, ...elsewhere }, body: '{}' }],
    ['a sandboxed page', { headers: { ...json, origin: 'null' }, body: '{}' }],
    ['a site whose name begins like ours', { headers: { ...json, origin: 'http://127.0.0.1.elsewhere.example' }, body: '{}' }],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded', ...elsewhere }, body: 'email=a' }],
    ['a form of ours', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'email=a' }],
    ['a form with files', { headers: { 'content-type': 'multipart/form-data; boundary=x', ...elsewhere }, body: '--x--' }],
    ['plain text', { headers: { 'content-type': 'text/plain', ...elsewhere }, body: '{}' }],
    ['plain text that says json', { headers: { 'content-type': 'text/plain; application/json' }, body: '{}' }],
    ['nothing said of its kind', { headers: {}, body: new Blob(['{}']) }],
  ]
  test('take JSON from our own pages and nothing else', async () => {
    for (const route of routes)
      for (const [shape, init] of shapes) {
        const answer = await fetch(`${app.url}/api/auth/${route}`, { method: 'POST', ...init })
        expect([route, shape, answer.status]).toEqual([route, shape, 403])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
  })
  test('are few: what the library has besides is not there, and reading changes nothing', async () => {
    for (const path of [
      'sign-up/email',
      'update-user',
      'delete-user',
      'change-email',
      'link-social',
      'unlink-account',
      'list-sessions',
      'revoke-session',
      'get-access-token',
      'request-password-reset',
      'two-factor/disable',
      'two-factor/get-totp-uri',
      'two-factor/send-otp',
      'sign-in/social',
      'verify-password',
      '__proto__',
      'constructor',
    ])
      expect([path, (await aDevice(app).ask(path, { email: 'a@b.test' })).status]).toEqual([path, 404])
    for (const path of [...routes, 'get-session', 'list-sessions', 'error', 'ok', 'callback/company', 'verify-email?token=x'])
      expect([path, (await aDevice(app).ask(path)).status]).toEqual([path, 404])
  })
  test('bodies that are no objects, or too large, are refused without a mistake of ours', async () => {
    for (const body of ['', '[]', 'null', '1', '"x"', '{', `{"email":"${'x'.repeat(20_000)}"}`]) {
      const answer = await fetch(`${app.url}/api/auth/sign-in/email`, { method: 'POST', headers: { ...json, origin: app.url }, body })
      expect([body.slice(0, 10), answer.status]).toEqual([body.slice(0, 10), 400])
    }
    for (const email_ of [{ $ne: '' }, ['a@b.test'], 1, true, null])
      expect((await aDevice(app, '10.24.0.1').ask('sign-in/email', { email: email_, password: wrong })).status).toBe(400)
  })
})
