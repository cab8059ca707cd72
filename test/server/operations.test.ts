import { makeLog } from '@lintel/server/log/log.ts'
import { serveWith } from '@lintel/server/main.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { email, near, password } from '../build/company.ts'
import { aDatabase } from '../build/database.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const logged = (write: (log: ReturnType<typeof makeLog>) => void) => {
  const lines: string[] = []
  write(makeLog({ write: (line: string) => void lines.push(line) }, { LINTEL_LOG: 'debug' }))
  return lines.join('')
}

describe('SEC-21 logs without persons', () => {
  const canaries = ['13812345678', '+86 138 1234 5678', '22010219800101123X', 'wang.xiaoming@example.com', 'k'.repeat(24) + 'T9'.repeat(12)]
  test('SEC-21 no phone, identity number, address or token gets through, wherever it stands', () => {
    const error = Object.assign(new Error(`duplicate key: Key (phone)=(${canaries[0]}) for "${canaries[2]}" token=${canaries[4]}`), {
      code: '23505',
      table: 'customer',
      constraint: 'customer_phone_key',
      detail: `Failing row contains (${canaries.join(', ')})`,
      cause: new Error(`customer ${canaries[3]} at ${canaries[1]}`),
    })
    const text = logged((log) => {
      log.error({ error }, `A field failed for ${canaries.join(' ')}`)
      log.info({ method: 'POST', what: '/graphql Complaint', status: 200, ms: 12 }, 'request')
    })
    for (const canary of canaries) expect(text, canary).not.toContain(canary)
    expect(text).not.toContain('Failing row')
    const [line] = text.split('\n')
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'error',
      error: { code: '23505', table: 'customer', constraint: 'customer_phone_key' },
    })
    expect(text).toContain('operations.test.ts')
  })
  test('SEC-21 what helps to find the mistake is kept: ids, times and numbers of records', () => {
    const id = '0190a3c4-7c3e-7c3e-8c3e-0190a3c47c3e'
    const text = logged((log) => log.warn(`record ${id} FK-2026-000012 at 2026-11-24T06:00:00Z took 1234 ms`))
    expect(text).toContain(id)
    expect(text).toContain('1234 ms')
  })
})

describe('figures for Prometheus', () => {
  test('requests by operation, decisions by name and outcome, and what waits', async () => {
    await aCase(app)
    await app.decide('frontDesk', 'complaintAccept', { id: globalId('Complaint', '00000000-0000-4000-8000-000000000000') })
    const answer = await fetch(`${app.url}/metrics`)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(text).toMatch(/lintel_decisions_total\{decision="complaint.register",outcome="done"\} [1-9]/)
    expect(text).toMatch(/lintel_decisions_total\{decision="complaint.accept",outcome="NotFound"\} 1/)
    expect(text).toMatch(/lintel_http_request_seconds_count\{what="\/graphql [^"]*",status="200"\} [1-9]/)
    for (const name of ['lintel_database_connections', 'lintel_tasks_late', 'lintel_process_resident_memory_bytes'])
      expect(text).toContain(name)
  })
  test('with a token set, nobody reads them without it', async () => {
    process.env['LINTEL_METRICS_TOKEN'] = 'a-token-of-the-operator'
    try {
      expect((await fetch(`${app.url}/metrics`)).status).toBe(404)
      expect((await fetch(`${app.url}/metrics`, { headers: { authorization: 'Bearer another' } })).status).toBe(404)
      expect((await fetch(`${app.url}/metrics`, { headers: { authorization: 'Bearer a-token-of-the-operator' } })).status).toBe(200)
    } finally {
      delete process.env['LINTEL_METRICS_TOKEN']
    }
  })
})

describe('stopping', () => {
  test('REL-2 a server that is told to stop answers what it has begun; what it acknowledged is there', async () => {
    const database = await aDatabase()
    const { url, close } = await serveWith({ port: 0, databaseUrl: database.databaseUrl, dataFolder: database.dataFolder })
    const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: email('rep'), password }),
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const register = async (n: number) => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie },
        body: JSON.stringify({
          query:
            'mutation($key: String!, $input: ComplaintRegisterInput!) { complaintRegister(key: $key, input: $input) { __typename ... on Complaint { id } } }',
          variables: {
            key: crypto.randomUUID(),
            input: {
              project: globalId('Project', near),
              unit: ids.unit,
              customer: ids.customer,
              kind: 'complaint',
              channel: 'phone',
              category: ids.category,
              severity: 'general',
              title: `漏水 ${n}`,
              wording: '漏水',
            },
          },
        }),
      })
      return ((await answer.json()) as { data?: { complaintRegister?: { id?: string } } }).data?.complaintRegister?.id
    }
    const under = Array.from({ length: 60 }, (_, n) => register(n).catch(() => undefined))
    // one is through, the rest is under way
    await Promise.race(under)
    await close()
    const acknowledged = (await Promise.all(under)).filter((id) => id !== undefined)
    expect(acknowledged.length).toBeGreaterThan(0)
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from complaint')
    await client.end()
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged.length)
    await database.drop()
  })
})
