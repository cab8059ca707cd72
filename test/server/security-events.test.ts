import { randomUUID } from 'node:crypto'
import { command } from '@lintel/server/records/answer.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { aDevice } from '../build/auth.ts'
import { email, idOfPerson, password } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

type Line = { kind: string; person: { name: string } | null; by: { name: string } | null; address: string | null }
const read = async (variables: object = {}) => {
  const answer = await app.ask(
    'admin',
    `query($filter: SecurityEventsAsked, $first: Int, $after: String) { securityEvents(filter: $filter, first: $first, after: $after) {
       edges { node { id at kind person { name } by { name } address agent } } pageInfo { hasNextPage endCursor } } }`,
    variables,
  )
  const found = answer.data?.['securityEvents']
  return {
    lines: ((found?.['edges'] ?? []) as unknown as { node: Line & { id: string } }[]).map(({ node }) => node),
    next: found?.['pageInfo']?.['endCursor'] as unknown as string,
    whole: JSON.stringify(answer),
  }
}

describe('the security log', () => {
  test('holds sign-ins, failures, links, passwords, ended sessions and changes of positions, and nothing that opens anything', async () => {
    const device = aDevice(app, '10.3.0.1')
    await device.signIn(email('rep'), 'not-the-password-canary')
    await device.signIn('nobody-canary@town.test', 'not-the-password-canary')
    await device.signIn(email('rep'), password)
    await device.ask('confirm', { password })
    await device.ask('sign-out', {})
    const given = await app.ask('admin', 'mutation($id: ID!) { personInvite(id: $id) { link } }', {
      id: globalId('Person', idOfPerson('rep')),
    })
    const link = new URL(String(given.data?.['personInvite']?.['link']))
    const token = link.searchParams.get('token') ?? ''
    await device.ask('reset-password', { token, newPassword: 'chosen-canary-1' })
    const rep = app.services.database.pool.query(`select document from person where id = $1`, [idOfPerson('rep')])
    const { name, email: address, allProjects, projects, onDuty, categories, language, superior } = (await rep).rows[0].document
    const change = {
      name,
      email: address,
      allProjects,
      projects,
      onDuty,
      categories,
      language,
      superior,
      positions: ['frontDesk'],
      reason: '调岗',
    }
    const changed = await app.services.records.commit(
      idOfPerson('admin'),
      command('person.change', idOfPerson('rep'), change, randomUUID()),
    )
    expect(changed).toHaveProperty('done')
    const { lines, whole } = await read({ filter: { person: globalId('Person', idOfPerson('rep')) } })
    expect(lines.map(({ kind, by, address: from }) => [kind, by?.name ?? null, from])).toEqual([
      ['positionsChanged', 'admin', null],
      ['passwordSet', null, '10.3.0.1'],
      ['linkGiven', 'admin', null],
      ['signedOut', null, '10.3.0.1'],
      ['confirmed', null, '10.3.0.1'],
      ['signedIn', null, '10.3.0.1'],
      ['signInFailed', null, '10.3.0.1'],
    ])
    const failed = await read({ filter: { kind: ['signInFailed'] } })
    expect(failed.lines.map(({ person }) => person?.name ?? null)).toEqual([null, 'rep'])
    // SEC-21
    for (const secret of [token, 'canary', ...[...device.jar.values()].filter((value) => value.length > 12)])
      expect(whole + failed.whole).not.toContain(secret)
  })
  test('is read a page at a time, by kind and time, by whoever keeps the staff alone', async () => {
    for (let n = 0; n < 5; n++) await aDevice(app, '10.3.1.1').signIn(email('rep2'), password)
    const filter = { kind: ['signedIn'], person: globalId('Person', idOfPerson('rep2')) }
    const first = await read({ first: 3, filter })
    const second = await read({ first: 3, filter, after: first.next })
    const ids = [...first.lines, ...second.lines].map(({ id }) => id)
    expect([first.lines.length, second.lines.length, new Set(ids).size]).toEqual([3, 2, 5])
    expect((await read({ filter: { ...filter, from: new Date(Date.now() + 3_600_000).toISOString() } })).lines).toEqual([])
    for (const name of ['manager', 'rep2', 'analyst'] as const) {
      const answer = await app.ask(name, '{ securityEvents { edges { node { id } } } }')
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    }
  })
  test('cannot be changed: not by the application, and by the owner only past a trigger', async () => {
    const { pool } = app.services.database
    for (const tampering of ['update security_event set kind = kind', 'delete from security_event', 'truncate security_event'])
      await expect(pool.query(tampering)).rejects.toMatchObject({ code: '42501' })
    const owner = new pg.Client({ connectionString: app.database.ownerUrl })
    await owner.connect()
    for (const tampering of ['update security_event set kind = kind', 'delete from security_event', 'truncate security_event'])
      await expect(owner.query(tampering)).rejects.toMatchObject({ message: 'history cannot be changed' })
    await owner.end()
  })
  test('says once an hour that somebody tries too often, however often it is', async () => {
    for (let n = 0; n < 16; n++) await aDevice(app, '10.3.3.1').signIn(email('cost'), `wrong-number-${n}`)
    const { lines } = await read({ filter: { kind: ['tooManyTries'] } })
    expect(lines.filter(({ address }) => address === '10.3.3.1')).toHaveLength(1)
  })
})
