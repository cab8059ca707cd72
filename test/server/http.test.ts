import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, validate } from 'graphql'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundedDocument, limits } from '@lintel/server/schema/limits.ts'
import { makeSchema } from '@lintel/server/schema/index.ts'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { idOfPerson } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

describe('SEC-9 GraphQL over HTTP', () => {
  // the audits know nothing of our header, so it is added to what they send
  const audits = serverAudits({
    url: () => `${app.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-graphql-yoga-csrf': '1' } }),
  })
  test.each(audits.map((audit) => [audit.name, audit] as const))('SEC-9 %s', async (_, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${'reason' in result ? result.reason : ''}`).toBe('ok')
  })
  test('SEC-9 in production nothing is told of the schema, and nothing is hinted at', async () => {
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'production'
    try {
      const introspection = await app.ask('manager', '{ __schema { types { name } } }')
      expect(introspection.data).toBeUndefined()
      const typo = await app.ask('manager', '{ complaintz { edges { cursor } } }')
      expect(typo.errors?.[0]?.message).not.toContain('Did you mean')
    } finally {
      process.env['NODE_ENV'] = before
    }
  })
})

describe('SEC-10 only our own pages are answered', () => {
  const mutation = {
    query:
      'mutation { customerAdd(key: "a7c1a2d2-0000-4000-8000-00000000000f", input: { name: "外人", units: [], projects: [] }) { __typename } }',
  }
  const json = JSON.stringify(mutation)
  const form = new URLSearchParams(mutation)
  const multipart = () => {
    const body = new FormData()
    body.set('operations', json)
    body.set('map', '{}')
    return body
  }
  const shapes: readonly (readonly [string, () => RequestInit])[] = [
    ['url-encoded', () => ({ body: form })],
    ['url-encoded with our header', () => ({ body: form, headers: { 'x-graphql-yoga-csrf': '1' } })],
    ['multipart', () => ({ body: multipart() })],
    ['multipart with our header', () => ({ body: multipart(), headers: { 'x-graphql-yoga-csrf': '1' } })],
    ['plain text', () => ({ body: json, headers: { 'content-type': 'text/plain' } })],
    ['plain text with our header', () => ({ body: json, headers: { 'content-type': 'text/plain', 'x-graphql-yoga-csrf': '1' } })],
    ['no content type', () => ({ body: new Blob([json]) })],
    ['JSON without our header', () => ({ body: json, headers: { 'content-type': 'application/json' } })],
    [
      'JSON from another origin',
      () => ({
        body: json,
        headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', origin: 'https://elsewhere.example' },
      }),
    ],
    [
      'JSON from no origin at all (null)',
      () => ({ body: json, headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', origin: 'null' } }),
    ],
    ['graphql text', () => ({ body: mutation.query, headers: { 'content-type': 'application/graphql', 'x-graphql-yoga-csrf': '1' } })],
  ]
  test.each(shapes)('SEC-10 a decision sent as %s has no effect', async (_, shape) => {
    const init = shape()
    const answer = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: await app.signIn('manager') },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((await app.ask('manager', '{ customerCount(filter: { name: { is: "外人" } }) { value } }')).data).toEqual({
      customerCount: { value: 0 },
    })
  })
  test('SEC-10 a decision in the address is not executed', async () => {
    const answer = await fetch(`${app.url}/graphql?${form.toString()}`, {
      headers: { 'x-graphql-yoga-csrf': '1', cookie: await app.signIn('manager') },
    })
    expect(answer.status).toBe(405)
  })
})

describe('SEC-7 documents are bounded before they run', () => {
  const refused = async (query: string) => {
    const began = performance.now()
    const answer = await app.ask('manager', query)
    return { code: answer.errors?.[0]?.extensions?.code, quick: performance.now() - began < 250 }
  }
  const deep = (levels: number) => `{ complaint(id: "x") { ${'mergedInto { '.repeat(levels)} id ${'} '.repeat(levels)} } }`
  test.each([
    ['too many characters', () => `{ now ${' '.repeat(limits.characters)} }`],
    ['too many tokens', () => `{ ${'now '.repeat(limits.tokens)} }`],
    ['too deep', () => deep(limits.depth + 1)],
    ['too many aliases', () => `{ ${Array.from({ length: limits.aliases + 1 }, (_, n) => `a${n}: now`).join(' ')} }`],
    [
      'fragments that fan out',
      () =>
        `{ ${'...F0 '} } ${Array.from({ length: 40 }, (_, n) => `fragment F${n} on Query { ${n < 39 ? `...F${n + 1} ...F${n + 1} ` : ''} a${n}: now }`).join(' ')}`,
    ],
    [
      'two decisions in one request',
      () =>
        `mutation { a: customerAdd(key: "x", input: { name: "a", units: [], projects: [] }) { __typename } b: customerAdd(key: "y", input: { name: "b", units: [], projects: [] }) { __typename } }`,
    ],
    ['an operation named like introspection', () => `query __schema ${deep(limits.depth + 1)}`],
  ])('SEC-7 %s: refused at once', async (_, query) => {
    const { code, quick } = await refused(query())
    expect(['DOCUMENT_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(code)
    expect(quick).toBe(true)
  })
  test('SEC-7 what the screens ask for is within the bounds', () => {
    const screens = join(import.meta.dirname, '../../apps/admin/src')
    const parts = globSync('**/*.graphql', { cwd: screens }).map((file) => readFileSync(join(screens, file), 'utf8'))
    const { definitions } = parse(parts.join('\n'))
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
    const schema = makeSchema()
    const refused = definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION
        ? validate(schema, { kind: Kind.DOCUMENT, definitions: [one, ...fragments] }, [boundedDocument]).map(
            ({ message }) => `${one.name?.value}: ${message}`,
          )
        : [],
    )
    expect(refused).toEqual([])
  })
  test('SEC-8 no body brings the server to say what it is made of', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '{"query":1}',
      '{"query":"{ now }","variables":[]}',
      '[{"query":"{ now }"}]',
      '{"query":"\u0000"}',
    ]) {
      const answer = await fetch(`${app.url}/graphql`, { method: 'POST', headers: await app.headers('manager'), body })
      expect(answer.status, body).toBeLessThan(500)
      expect(await answer.text(), body).not.toMatch(/at .*\.ts|node_modules|prisma|select /i)
    }
  })
})

type Streamed = { readonly changes: { readonly noun: string; readonly id: string } }
/** Reads an event stream until it ends or enough has come. */
const listen = async (who: Parameters<App['ask']>[0], enough: (all: readonly Streamed[]) => boolean, until: AbortSignal) => {
  const seen: Streamed[] = []
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    signal: until,
    headers: { ...(await app.headers(who)), accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { changes { noun id } }' }),
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const rest = (async () => {
    try {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) return seen
        text += value ?? ''
        const parts = text.split('\n\n')
        text = parts.pop() ?? ''
        for (const part of parts) {
          const data = /^data: (.+)$/m.exec(part)?.[1]
          const said = data ? (JSON.parse(data) as { readonly data?: Streamed }) : undefined
          if (said?.data?.changes) seen.push(said.data)
        }
        if (enough(seen)) return seen
      }
    } catch {
      return seen
    }
  })()
  return { status: answer.status, seen: rest }
}

describe('SEC-1 REL-11 live changes over an event stream', () => {
  test('SEC-1 whoever may read a record hears of it, whoever may not does not', async () => {
    const end = new AbortController()
    const streams = await Promise.all(
      (['rep', 'stranger', 'economic', 'nobody'] as const).map((who) => listen(who, () => false, end.signal)),
    )
    const witness = await listen('manager', (all) => all.filter(({ changes }) => changes.noun === 'complaint').length >= 4, end.signal)
    const near = await aCase(app)
    const far = await app.does('manager', 'complaintRegister', {
      input: {
        project: ids.far,
        kind: 'complaint',
        channel: 'phone',
        category: ids.category,
        severity: 'general',
        title: '远',
        wording: '远',
      },
    })
    await app.does('manager', 'complaintAccept', { id: far })
    expect((await witness.seen).map(({ changes }) => changes.id)).toEqual(expect.arrayContaining([near, far]))
    end.abort()
    const [rep, stranger, economic, nobody] = await Promise.all(streams.map(({ seen }) => seen))
    const heard = (all: readonly Streamed[] | undefined) => [near, far].map((id) => (all ?? []).some(({ changes }) => changes.id === id))
    expect([heard(rep), heard(stranger), heard(economic), heard(nobody)]).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ])
  })
  test('SEC-11 the stream of somebody who left ends within seconds', async () => {
    const end = AbortSignal.timeout(20_000)
    const stream = await listen('deputy', () => false, end)
    const began = performance.now()
    await app.does('admin', 'personRetire', { id: globalId('Person', idOfPerson('deputy')), input: { reason: '离职' } })
    await stream.seen
    expect(performance.now() - began).toBeLessThan(6_000)
    expect((await app.ask('deputy', '{ me { positions } }')).data).toEqual({ me: null })
  })
  test('SEC-1 without a session there is no stream', async () => {
    const { seen } = await listen(undefined, () => false, AbortSignal.timeout(5_000))
    expect(await seen).toEqual([])
  })
})
