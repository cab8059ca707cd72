import { networkOf } from '@lintel/server/auth/network.ts'
import { isCommon } from '@lintel/server/auth/passwords.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice } from '../build/auth.ts'
import { email, idOfPerson, password } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const wrong = 'not-the-password'
const times = <T>(count: number, act: (n: number) => Promise<T>) => Promise.all(Array.from({ length: count }, (_, n) => act(n)))

describe('SEC-12 guessing', () => {
  test('of forty guesses at once from one address ten are looked at, and the account is open to its owner elsewhere', async () => {
    const answers = await times(40, (n) => aDevice(app, '10.9.0.1').signIn(email('rep'), `${wrong}-${n}`))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30)
    const late = answers.find(({ status }) => status === 429)
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await aDevice(app, '10.9.0.2').signIn(email('rep'), password)).status).toBe(200)
  })
  test('no header, no other spelling of the address or the account and no further field begins anew', async () => {
    const same = ['2001:db8:1:2::1', '2001:0DB8:1:2:0:0:0:5', '[2001:db8:1:2:ffff::9]:443', '2001:db8:1:2:a:b:c:d']
    const spelt = [email('rep2'), email('rep2').toUpperCase(), ` ${email('rep2')}`, `${email('rep2')} `]
    for (let n = 0; n < 10; n++) await aDevice(app, same[n % 4]).signIn(email('rep2'), wrong)
    for (const [n, address] of same.entries()) {
      const answer = await aDevice(app, address).ask(
        'sign-in/email',
        { email: spelt[n], password: wrong, rememberMe: true, username: 'x', callbackURL: '/' },
        { 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.1.${n}`, forwarded: 'for=10.0.0.9', 'user-agent': `agent ${n}` },
      )
      expect(answer.status).toBe(429)
    }
  })
  test('addresses are compared as networks: an IPv6 /64 however written, an IPv4 address however mapped', () => {
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0DB8:0:0:1::5'))
    expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:1::1'))
    for (const one of ['::ffff:10.0.0.1', '::FFFF:0a00:1', '0:0:0:0:0:ffff:10.0.0.1', '10.0.0.1:443'])
      expect(networkOf(one)).toBe('10.0.0.1')
    expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'))
    for (const none of ['', 'x', '10.0.0.256', '<script>']) expect(networkOf(none)).toBe('unknown')
  })
  test('guesses from everywhere are slow, and a device the owner used before is let in all the same', async () => {
    const own = aDevice(app, '10.8.0.1')
    expect((await own.signIn(email('cost'), password)).status).toBe(200)
    await own.ask('sign-out', {})
    let looked = 0
    for (let from = 0; from < 14; from++)
      looked += (await times(10, (n) => aDevice(app, `10.7.${from}.1`).signIn(email('cost'), `${wrong}-${n}`))).filter(
        ({ status }) => status === 401,
      ).length
    expect(looked).toBe(100)
    expect((await own.signIn(email('cost'), password)).status).toBe(200)
    // and nobody makes such a device up
    const made = aDevice(app, '10.8.0.9')
    for (const name of own.jar.keys()) if (name.includes('known')) made.jar.set(name, 'made-up.by-somebody')
    expect((await made.signIn(email('cost'), password)).status).toBe(429)
  }, 120_000)
  test('whoever sets a password by the administrator’s link is not kept out by the guesses before', async () => {
    await app.services.database.pool.query(
      `insert into auth_budget (key, spent, at) select replace(key, ' from 10.9.0.1', ''), 100, now() from auth_budget where key like 'at % from 10.9.0.1' limit 1
       on conflict (key) do update set spent = 100, at = now()`,
    )
    const fresh = () => aDevice(app, '10.6.0.1')
    expect((await fresh().signIn(email('rep'), password)).status).toBe(429)
    const link = new URL(await app.services.auth.invite({ id: idOfPerson('rep'), name: 'rep', email: email('rep') }))
    const set = await fresh().ask('reset-password', { token: link.searchParams.get('token'), newPassword: '新密码够长吗够长了' + '吧' })
    expect(set.status).toBe(200)
    expect((await fresh().signIn(email('rep'), '新密码够长吗够长了吧')).status).toBe(200)
  })
})

describe('passwords', () => {
  test('ten characters at least, Chinese ones too; what is tried first is refused', async () => {
    const link = new URL(await app.services.auth.invite({ id: idOfPerson('economic'), name: 'economic', email: email('economic') }))
    const token = link.searchParams.get('token')
    const choose = (newPassword: string) => aDevice(app, '10.5.0.1').ask('reset-password', { token, newPassword })
    for (const [tried, code] of [
      ['九个字的密码不够长', 'PASSWORD_TOO_SHORT'],
      ['1234567890', 'PASSWORD_COMMON'],
      ['Password123', 'PASSWORD_COMMON'],
      ['qwertyuiop', 'PASSWORD_COMMON'],
      ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ] as const)
      expect([tried, (await choose(tried)).body['code']]).toEqual([tried, code])
    expect((await choose('雨水管三月才修好了')).body['code']).toBe('PASSWORD_TOO_SHORT')
    expect((await choose('雨水管三月份才修好了')).status).toBe(200)
    expect((await aDevice(app, '10.5.0.2').signIn(email('economic'), '雨水管三月份才修好了')).status).toBe(200)
    expect(isCommon('ＰＡＳＳＷＯＲＤ１２３')).toBe(true)
  })
})
