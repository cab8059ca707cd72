import { randomUUID } from 'node:crypto'
import { command } from '@lintel/server/records/answer.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice, type Device } from '../build/auth.ts'
import { email, idOfPerson, password, type Name } from '../build/company.ts'
import { codeOf } from '../build/totp.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

type Made = { readonly totpURI: string; readonly backupCodes: readonly string[] }
const sql = (text: string, values: readonly unknown[] = []) => app.services.database.pool.query(text, [...values])
/** Somebody with a second factor, on a device of theirs; the code just used is behind us. */
const withFactor = async (name: Name, address: string) => {
  const device = aDevice(app, address)
  await device.signIn(email(name), password)
  const made = (await device.ask('two-factor/enable', { password })).body as unknown as Made
  expect((await device.ask('two-factor/verify-totp', { code: codeOf(made.totpURI) })).status).toBe(200)
  return { device, ...made }
}
/** As if half a minute and more had gone by: what was used may come again in a test. */
const laterOn = () => sql(`delete from auth_used_code`)
const half = async (name: Name, address: string) => {
  const device = aDevice(app, address)
  const answer = await device.signIn(email(name), password)
  expect(answer.body).toMatchObject({ twoFactorRedirect: true })
  return device
}
const code = (device: Device, given: string) => device.ask('two-factor/verify-totp', { code: given })

describe('a second factor', () => {
  test('is tried once before it counts; from then on the password alone opens nothing', async () => {
    const device = aDevice(app, '10.1.0.1')
    await device.signIn(email('rep'), password)
    const before = device.cookie
    const made = (await device.ask('two-factor/enable', { password })).body as unknown as Made
    expect(made.backupCodes).toHaveLength(10)
    expect((await code(device, '000000')).status).toBe(401)
    expect((await code(device, codeOf(made.totpURI))).status).toBe(200)
    // SEC-11: the session is another one
    expect(device.cookie).not.toBe(before)
    expect(await device.who()).toBe(idOfPerson('rep'))
    await laterOn()
    const next = await half('rep', '10.1.0.2')
    expect(await next.who()).toBeUndefined()
    for (const path of ['change-password', 'confirm', 'two-factor/generate-backup-codes'])
      expect((await next.ask(path, { password, currentPassword: password, newPassword: 'another-good-one' })).status).toBe(401)
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie: next.cookie },
      body: JSON.stringify({ query: '{ me { person { id } } complaints { edges { node { id } } } }' }),
    })
    expect(((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect((await code(next, codeOf(made.totpURI))).status).toBe(200)
    expect(await next.who()).toBe(idOfPerson('rep'))
  })
  test('a code may be half a minute off, opens once, and not to two at the same moment', async () => {
    const { totpURI } = await withFactor('rep2', '10.1.1.1')
    for (const [off, status] of [
      [-1, 200],
      [1, 200],
      [-3, 401],
      [3, 401],
    ] as const) {
      await laterOn()
      expect([off, (await code(await half('rep2', `10.1.1.${off + 20}`), codeOf(totpURI, off))).status]).toEqual([off, status])
    }
    await laterOn()
    const two = await Promise.all([half('rep2', '10.1.1.30'), half('rep2', '10.1.1.31')])
    const shown = codeOf(totpURI)
    const answers = await Promise.all(two.map((device) => code(device, shown)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
    expect((await code(await half('rep2', '10.1.1.32'), shown)).body).toMatchObject({ code: 'CODE_USED' })
  })
  test('a backup code opens once', async () => {
    const { backupCodes } = await withFactor('cost', '10.1.2.1')
    const [first = ''] = backupCodes
    const give = async (address: string) => (await half('cost', address)).ask('two-factor/verify-backup-code', { code: first })
    expect((await give('10.1.2.2')).status).toBe(200)
    expect((await give('10.1.2.3')).status).toBe(401)
  })
  test('SEC-12 codes are guessed five times from an address, also at once and with the password given anew each time', async () => {
    const { totpURI } = await withFactor('contracts', '10.1.3.1')
    const guesses = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => code(await half('contracts', '10.1.3.2'), String(100_000 + n))),
    )
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5)
    expect(guesses.some(({ status }) => status === 200)).toBe(false)
    await laterOn()
    expect((await code(await half('contracts', '10.1.3.3'), codeOf(totpURI))).status, 'the owner, elsewhere').toBe(200)
  })
  test('the administrator names positions that need one: until it is set up their holders can do nothing else', async () => {
    const device = aDevice(app, '10.1.4.1')
    await device.signIn(email('leader'), password)
    expect(await device.who()).toBe(idOfPerson('leader'))
    const { rows } = await sql(`select id, document from position where key = 'groupLeader'`)
    const { key, nameZh, nameEn, department, permissions } = rows[0].document
    const changed = await app.services.records.commit(
      idOfPerson('admin'),
      command(
        'position.change',
        rows[0]?.id,
        { key, nameZh, nameEn, department, permissions, secondFactor: true, reason: '审批人须二次验证' },
        randomUUID(),
      ),
    )
    expect(changed).toMatchObject({ done: { secondFactor: true } })
    expect(await device.who(), 'a session that was open').toBeUndefined()
    expect((await device.ask('ways')).body).toMatchObject({ needs: 'setUp' })
    const made = (await device.ask('two-factor/enable', { password })).body as unknown as Made
    await code(device, codeOf(made.totpURI))
    expect(await device.who()).toBe(idOfPerson('leader'))
  })
  test('the administrator, and nobody else, takes a lost one: the person is signed out and begins anew', async () => {
    const { device } = await withFactor('finance', '10.1.5.1')
    const reset = (by: Name) =>
      app.ask(by, 'mutation($id: ID!) { personSecondFactorReset(id: $id) }', { id: globalId('Person', idOfPerson('finance')) })
    expect((await reset('manager')).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect(await device.who()).toBe(idOfPerson('finance'))
    expect((await reset('admin')).data).toEqual({ personSecondFactorReset: true })
    expect(await device.who()).toBeUndefined()
    expect((await aDevice(app, '10.1.5.2').signIn(email('finance'), password)).body).toHaveProperty('token')
  })
  test('a second one is not set up over the first, and not without the password', async () => {
    const { device } = await withFactor('economic', '10.1.6.1')
    expect((await device.ask('two-factor/enable', { password })).status).toBe(400)
    const other = aDevice(app, '10.1.6.2')
    await other.signIn(email('analyst'), password)
    for (const fields of [{}, { password: 'not-the-password' }]) expect((await other.ask('two-factor/enable', fields)).status).toBe(400)
  })
  test('a code confirms as the password does, once', async () => {
    const { device, totpURI } = await withFactor('deputy', '10.1.7.1')
    await laterOn()
    const shown = codeOf(totpURI)
    expect((await device.ask('confirm', { code: shown })).body).toHaveProperty('word')
    expect((await device.ask('confirm', { code: shown })).body).toMatchObject({ code: 'CODE_USED' })
  })
})
