// `npm run bench -- filters`: every filter of complaints, and pairs of them, over a million complaints in a throw-away
// database: the first page in the order the list has by itself, through the API as a manager asks, one after another.
// Bounded; it ends by itself. A smaller number of complaints may be given.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Moment } from '@lintel/domain'
import { complaintFields } from '@lintel/server/fields/nouns.ts'
import { periodNames } from '@lintel/server/fields/periods.ts'
import type { Field } from '@lintel/server/fields/registry.ts'
import { serveWith } from '@lintel/server/main.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { typeOf } from '@lintel/server/schema/names.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { openThrowaway } from '@lintel/tooling/database/throwaway.ts'
import pg from 'pg'
import { email, foundCompany, idOfPerson, near, password, place } from '../build/company.ts'
import { at } from '../build/town.ts'
import { growCity } from './city.ts'

const size = Number(process.argv[2] ?? 1_000_000)
const aim = 150
const rounds = 20
const list = `query($filter: ComplaintFilter) { complaints(first: 50, filter: $filter) { edges { node {
  id number title state severity dueAt registeredAt unit { number building { name project { name } } } customer { name phone } representative { name } category { nameZh } } } pageInfo { hasNextPage endCursor } } }`

type Filter = Readonly<Record<string, object>>
/** What each kind of field may be asked, with values that are common and values that are rare. */
const asksOf = (key: string, field: Field, refs: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, Filter])[] => {
  const ask = (words: string, test: object) => [`${key} ${words}`, { [key]: test }] as const
  const empty = [ask('is empty', { empty: true }), ask('is not empty', { empty: false })]
  switch (field.kind) {
    case 'text':
      return [
        ask('contains, often', { contains: key === 'number' ? '77' : '漏水' }),
        ask('contains, once', { contains: key === 'number' ? 'TS-B-777777' : '没有这句话' }),
        ask('starts with', { startsWith: key === 'number' ? 'TS-B-7777' : '阳台' }),
        ask('is', { is: key === 'number' ? 'TS-B-4711' : '阳台漏水4711' }),
        ...empty,
      ]
    case 'choice': {
      const values = field.values ?? []
      return [
        ...values.map((value) => ask(`in ${value}`, { in: [value] })),
        ask('in two', { in: [values[0], values.at(-1)] }),
        ask('not', { not: [values[0]] }),
        ...empty,
      ]
    }
    case 'ref': {
      const ids = (refs.get(field.of ?? '') ?? []).map((id) => globalId(typeOf(field.of ?? ''), id))
      return [
        ask('in one', { in: ids.slice(0, 1) }),
        ask('in five', { in: ids.slice(0, 5) }),
        ask('not', { not: ids.slice(0, 1) }),
        ...empty,
      ]
    }
    case 'moment':
      return [
        ...periodNames.map((of) => ask(`within ${of}`, { within: { of, ...(of.endsWith('Days') ? { n: 7 } : {}) } })),
        ask('from', { from: '2026-10-01T00:00:00Z' }),
        ask('until', { until: '2024-06-01T00:00:00Z' }),
        ask('from until', { from: '2025-06-01T00:00:00Z', until: '2025-06-30T00:00:00Z' }),
        ...empty,
      ]
    case 'flag':
      return [ask('is true', { is: true }), ask('is false', { is: false }), ...empty]
    case 'count':
      return [ask('from 1', { from: 1 }), ask('until 0', { until: 0 }), ask('3', { from: 3, until: 3 })]
    default:
      return empty
  }
}
/** What people ask together. */
const pairs = (refs: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, object])[] => {
  const one = (noun: string) => ({ in: [globalId(typeOf(noun), refs.get(noun)?.[0] ?? '')] })
  const open = { in: ['registered', 'accepted', 'inProgress', 'suspended', 'reopened'] }
  return [
    ['open and mine', { state: open, representative: one('person') }],
    ['open and severe', { state: open, severity: { in: ['major', 'group', 'litigated'] } }],
    ['open and late', { state: open, dueAt: { within: { of: 'past' } } }],
    ['open and due this week', { state: open, dueAt: { within: { of: 'thisWeek' } } }],
    ['open in a project', { state: open, project: one('project') }],
    ['open in a category', { state: open, category: one('category') }],
    ['closed this month', { state: { in: ['closed'] }, closedAt: { within: { of: 'thisMonth' } } }],
    ['late and registered this year', { onTime: { is: false }, registeredAt: { within: { of: 'thisYear' } } }],
    ['dissatisfied in a project', { satisfaction: { in: ['dissatisfied'] }, project: one('project') }],
    ['a trade in a project', { trade: { in: ['waterproofing'] }, project: one('project') }],
    ['an element in a building', { element: { in: ['bathroom'] }, building: one('building') }],
    ['a channel last week', { channel: { in: ['letter'] }, registeredAt: { within: { of: 'lastWeek' } } }],
    ['a representative, not general', { representative: one('person'), severity: { not: ['general'] } }],
    ['a customer, resolved', { customer: one('customer'), resolvedAt: { empty: false } }],
    ['severe or reopened', { or: [{ severity: { in: ['litigated'] } }, { reopenedTimes: { from: 2 } }] }],
    ['nobody in charge, open', { state: open, representative: { empty: true } }],
  ]
}
const quantile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0

const throwaway = await openThrowaway('filters')
const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-filters-'))
try {
  const { ownerUrl, databaseUrl } = throwaway.urls('filters')
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder })
  const server = await serveWith({
    port: 0,
    databaseUrl,
    dataFolder,
    upkeep: false,
    clock: { now: () => at('2026-11-24 12:00') as Moment },
  })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2, options: '-c statement_timeout=0 -c lintel.projects=*' })
  owner.on('error', () => {})
  const pattern = await server.services.records.commit(idOfPerson('rep'), {
    does: 'complaint.register',
    key: randomUUID(),
    input: {
      project: near,
      unit: place.unit,
      customer: place.customer,
      kind: 'complaint',
      channel: 'phone',
      category: place.category,
      severity: 'general',
      title: '漏水',
      wording: '卫生间顶部漏水',
    },
  } as never)
  if ('refused' in pattern) throw new Error(pattern.refused)
  const began = performance.now()
  const { rows: known } = await owner.query<{ id: string }>('select id from complaint')
  await growCity(owner, known[0]?.id ?? '', size)
  console.log(`  ${size.toLocaleString('en')} complaints (${((performance.now() - began) / 1000).toFixed(0)} s)`)
  const refs = new Map<string, readonly string[]>()
  for (const table of ['project', 'building', 'unit', 'customer', 'person', 'category']) {
    const { rows } = await owner.query<{ id: string }>(`select id from ${table} order by id limit 5`)
    refs.set(
      table,
      rows.map(({ id }) => id),
    )
  }
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: email('manager'), password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const ask = async (filter: object) => {
    const started = performance.now()
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie },
      body: JSON.stringify({ query: list, variables: { filter } }),
    })
    const body = (await answer.json()) as { data?: { complaints?: { edges: readonly object[] } }; errors?: unknown }
    if (!body.data?.complaints) throw new Error(JSON.stringify(body.errors))
    return { found: body.data.complaints.edges.length, ms: performance.now() - started }
  }
  const single = Object.entries(complaintFields.fields).flatMap(([key, field]) => (field.filter ? asksOf(key, field, refs) : []))
  const over: string[] = []
  // what is known to take longer, and why
  const why: Readonly<Record<string, string>> = {
    'wording starts with': 'its letters stand in very many titles and no wording begins with them, so every case is looked at',
  }
  const measure = async (words: string, filter: object) => {
    for (let n = 0; n < 2; n++) await ask(filter)
    const times: number[] = []
    let found = 0
    // what is far over the aim need not be asked twenty times to be known for it
    for (let n = 0; n < rounds && (n < 5 || quantile(times, 0.5) < 4 * aim); n++) {
      const one = await ask(filter)
      times.push(one.ms)
      found = one.found
    }
    const [middle, late] = [quantile(times, 0.5), quantile(times, 0.95)]
    const line = `${middle.toFixed(0).padStart(6)} ${late.toFixed(0).padStart(6)}  ${String(found).padStart(3)}  ${words}`
    if (late > aim) over.push(`${line}${why[words] ? `: ${why[words]}` : ''}`)
    console.log(`  ${late > aim ? '!' : ' '} ${line}`)
  }
  console.log('\n      median   p95  rows  (ms)')
  await measure('everything', {})
  for (const [words, filter] of single) await measure(words, filter)
  for (const [words, filter] of pairs(refs)) await measure(`pair: ${words}`, filter)
  const all = single.length + pairs(refs).length + 1
  console.log(
    `\n  ${all - over.length} of ${all} within ${aim} ms (p95)${over.length ? `; over:\n${over.map((line) => `    ${line}`).join('\n')}` : ''}`,
  )
  await owner.end()
  await server.close()
} finally {
  await throwaway.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
