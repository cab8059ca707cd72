// `npm run bench`: complaints grow from ten thousand to a million in a throw-away database, and the pages of their list
// are timed at each size, through the API as a manager asks. Bounded; it ends by itself.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Moment } from '@lintel/domain'
import { serveWith } from '@lintel/server/main.ts'
import { readGlobalId } from '@lintel/server/schema/global-id.ts'
import { normalForm } from '@lintel/server/search/normal-form.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { openThrowaway } from '@lintel/tooling/database/throwaway.ts'
import pg from 'pg'
import { email, foundCompany, idOfPerson, near, password, place } from '../build/company.ts'
import { at } from '../build/town.ts'
import { growSearch, lookedFor, oracle, searchFor } from './search.ts'

const sizes = [10_000, 100_000, 1_000_000]
type Found = { readonly data: { readonly search: { readonly groups: readonly { readonly hits: readonly { readonly id: string }[] }[] } } }

const rounds = 10
const samples = 500

const list = `query($after: String) { complaints(first: 50, after: $after) { edges { cursor node {
  id number title state severity dueAt registeredAt unit { number building { name project { name } } } customer { name phone } representative { name } category { nameZh }
  notices { number contractor { name } } } } pageInfo { hasNextPage endCursor } } }`
const count = '{ complaintCount(cap: 1000) { value more } }'

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Cases decided by the rules, the patterns of all that follow. */
const seed = async (services: Awaited<ReturnType<typeof serveWith>>['services']) =>
  services.records.bulk(async (bulk) => {
    const rep = idOfPerson('rep')
    const decide = async (does: string, input: unknown, minute: number, on?: string) => {
      const done = await bulk.decide(
        rep,
        { does, input, key: randomUUID(), ...(on ? { on } : {}) } as never,
        (at('2026-06-01 09:00') + minute * 60_000) as Moment,
      )
      if ('refused' in done) throw new Error(`${does}: ${done.refused}`)
      return done.id
    }
    for (let n = 0; n < samples; n++) {
      const complaint = await decide(
        'complaint.register',
        {
          project: near,
          unit: place.unit,
          customer: place.customer,
          kind: 'complaint',
          channel: 'phone',
          category: place.category,
          severity: 'general',
          title: `卫生间漏水 ${n}`,
          wording: '卫生间顶部漏水',
          representative: rep,
        },
        n * 10,
      )
      await decide('complaint.accept', {}, n * 10 + 1, complaint)
      await decide(
        'complaint.recordFeedback',
        { to: 'customer', method: 'phone', content: '已联系', at: at('2026-06-01 09:00') + (n * 10 + 2) * 60_000 },
        n * 10 + 2,
        complaint,
      )
      if (n % 10) await decide('complaint.resolve', { resolution: '已修好' }, n * 10 + 3, complaint)
    }
  })

/** Copies of the patterns with their own ids, numbers and times: what the list reads, at volume. */
const growTo = async (pool: pg.Pool, size: number) => {
  const { rows: before } = await pool.query<{ n: number }>('select count(*)::int as n from complaint')
  const { rows: columns } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'complaint' order by ordinal_position`,
  )
  const changed: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    number: `'TS-B-' || (${before[0]?.n ?? 0} + g.n)`,
    registered_at: `c.registered_at - g.n * interval '31 seconds'`,
    due_at: `case when c.due_at > '9000-01-01' then c.due_at else c.due_at - g.n * interval '31 seconds' end`,
    history_key: 'null',
  }
  const names = columns.map(({ column_name: name }) => name)
  const missing = size - (before[0]?.n ?? 0)
  await pool.query(
    `insert into complaint (${names.map((name) => `"${name}"`).join(', ')})
     select ${names.map((name) => changed[name] ?? `c."${name}"`).join(', ')}
     from generate_series(1, $1::int) g(n) join (select *, row_number() over (order by number) - 1 as nth from complaint where number not like 'TS-B-%') c on c.nth = g.n % ${samples}`,
    [missing],
  )
  await pool.query('vacuum analyze complaint')
}

const throwaway = await openThrowaway('bench')
const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-bench-'))
try {
  const { ownerUrl, databaseUrl } = throwaway.urls('bench')
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder })
  const server = await serveWith({ port: 0, databaseUrl, dataFolder })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2, options: '-c statement_timeout=0' })
  // what went wrong is said by whoever asked
  owner.on('error', () => {})
  await seed(server.services)
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: email('manager'), password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  type Page = {
    readonly data: { readonly complaints: { readonly edges: readonly object[]; readonly pageInfo: { readonly endCursor: string } } }
  }
  const ask = async (query: string, variables: object = {}) => {
    const began = performance.now()
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie },
      body: JSON.stringify({ query, variables }),
    })
    const body = (await answer.json()) as Page
    return { body, ms: performance.now() - began }
  }
  const results: {
    readonly size: number
    readonly first: number
    readonly next: number
    readonly hundredth: number
    readonly count: number
    readonly search: number
  }[] = []
  const searches: { readonly size: number; readonly text: string; readonly ms: number; readonly found: number }[] = []
  for (const size of sizes) {
    const began = performance.now()
    await growTo(owner, size)
    await growSearch(owner, results.length)
    console.log(`  ${size.toLocaleString('en')} complaints (${((performance.now() - began) / 1000).toFixed(0)} s)`)
    for (let n = 0; n < 5; n++) await ask(list)
    const first: number[] = []
    const next: number[] = []
    const hundredth: number[] = []
    const counted: number[] = []
    for (let n = 0; n < rounds; n++) {
      const one = await ask(list)
      if (one.body.data.complaints.edges.length !== 50) throw new Error('a page is not whole')
      first.push(one.ms)
      let after = one.body.data.complaints.pageInfo.endCursor
      const two = await ask(list, { after })
      next.push(two.ms)
      if (n === 0) for (let step = 0; step < 98; step++) after = (await ask(list, { after })).body.data.complaints.pageInfo.endCursor
      if (n === 0) for (let again = 0; again < rounds; again++) hundredth.push((await ask(list, { after })).ms)
      counted.push((await ask(count)).ms)
    }
    const worst = { ms: 0, text: '' }
    for (const text of lookedFor) {
      const { rows } = await owner.query<{ id: string }>(oracle, [normalForm(text).split(' ')])
      const times: number[] = []
      for (let n = 0; n < rounds; n++) {
        const { body, ms } = await ask(searchFor, { text })
        const found = (body as unknown as Found).data.search.groups.flatMap(({ hits }) => hits.map(({ id }) => readGlobalId(id)?.id))
        if (found.join() !== rows.map(({ id }) => id).join()) throw new Error(`"${text}" finds ${found.length} of ${rows.length}`)
        times.push(ms)
      }
      if (median(times) > worst.ms) Object.assign(worst, { ms: median(times), text })
      searches.push({ size, text, ms: median(times), found: rows.length })
    }
    results.push({ size, first: median(first), next: median(next), hundredth: median(hundredth), count: median(counted), search: worst.ms })
  }
  const smallest = results[0]
  console.log(
    '\n  complaints | first page | next page | hundredth page | capped count | slowest search   (median of ten, ms; × of the smallest)',
  )
  for (const { size, ...times } of results)
    console.log(
      `  ${size.toLocaleString('en').padStart(10)} | ${Object.entries(times)
        .map(([name, ms]) => `${ms.toFixed(1)} (${(ms / (smallest?.[name as 'first'] ?? ms)).toFixed(2)} ×)`)
        .join(' | ')}`,
    )
  console.log('\n  newest 50 that hold a text, with their records, equal to looking through everything (median of ten, ms)')
  for (const text of lookedFor)
    console.log(
      `  ${searches
        .filter((one) => one.text === text)
        .map(({ ms, found }) => `${ms.toFixed(1).padStart(6)} (${found})`)
        .join(' | ')} | ${text}`,
    )
  await owner.end()
  await server.close()
} finally {
  await throwaway.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
