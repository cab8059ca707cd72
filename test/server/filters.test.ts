import { randomUUID } from 'node:crypto'
import { shippedPositions, type Moment } from '@lintel/domain'
import { registries } from '@lintel/server/fields/nouns.ts'
import { bounds } from '@lintel/server/fields/filter.ts'
import { listOf } from '@lintel/server/schema/lists.ts'
import { typeOf } from '@lintel/server/schema/names.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'
import { idOfPerson, near, place, type Name } from '../build/company.ts'
import { at } from '../build/town.ts'

type Case = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly severity: string
  readonly element: string | null
  readonly dueAt: string | null
  readonly registeredAt: string
  readonly resolvedAt: string | null
  readonly onTime: boolean | null
  readonly reopenedTimes: number
  readonly satisfaction: string | null
}
const fields = 'id number title severity element dueAt registeredAt resolvedAt onTime reopenedTimes satisfaction'
const severities = ['general', 'seriousQuality', 'major', 'group', 'litigated']

let app: App
let all: readonly Case[]
let pool: pg.Pool
/** The same pseudo-random numbers every time. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const list = async (who: Name, args: string): Promise<readonly Case[]> => {
  const found: Case[] = []
  for (let after = ''; ;) {
    const { data, errors } = await app.ask(
      who,
      `{ complaints(${[args, 'first: 7', after].filter(Boolean).join(', ')}) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
    )
    const page = data?.['complaints'] as unknown as
      | { edges: { node: Case }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      | undefined
    if (!page) throw new Error(JSON.stringify(errors))
    found.push(...page.edges.map(({ node }) => node))
    if (!page.pageInfo.hasNextPage) return found
    after = `after: "${page.pageInfo.endCursor}"`
  }
}
const problemOf = async (who: Name, query: string) => {
  const { errors } = await app.ask(who, query)
  const { code, field, problem } = (errors?.[0]?.extensions ?? {}) as { code?: string; field?: string; problem?: string }
  return { code, field, problem }
}

beforeAll(async () => {
  // nothing works the columns out again that are written past the rules below
  app = await anApp('2026-11-24 14:05', { upkeep: false })
  const rep = idOfPerson('rep')
  await app.services.records.bulk(async (bulk) => {
    for (let n = 0; n < 60; n++) {
      const done = await bulk.decide(
        rep,
        {
          does: 'complaint.register',
          key: randomUUID(),
          input: {
            project: near,
            unit: place.unit,
            customer: place.customer,
            kind: 'complaint',
            channel: 'phone',
            category: place.category,
            severity: severities[n % 5],
            title: `${n % 2 ? '漏水' : 'Leak'} ${n}`,
            wording: '漏水',
            representative: rep,
            ...(n % 3 ? { element: n % 2 ? 'interiorWall' : 'bathroom' } : {}),
          },
        } as never,
        (at('2026-11-02 09:00') + n * 9 * 3_600_000) as Moment,
      )
      if ('refused' in done) throw new Error(JSON.stringify(done))
    }
  })
  // facts of many kinds, some of them missing and many of them alike, straight into the columns that lists read
  pool = new pg.Pool({ connectionString: app.database.ownerUrl })
  const random = randomFrom(7)
  const { rows } = await pool.query<{ id: string }>('select id from complaint order by number')
  for (const { id } of rows)
    await pool.query(
      `update complaint set resolved_at = $2, on_time = $3, reopened_times = $4, satisfaction = $5, due_at = coalesce($6::timestamptz, '9999-12-31') where id = $1`,
      [
        id,
        random() < 0.4 ? null : new Date(at('2026-11-20 09:00') + Math.floor(random() * 4) * 86_400_000).toISOString(),
        random() < 0.3 ? null : random() < 0.5,
        Math.floor(random() * 3),
        random() < 0.5 ? null : random() < 0.5 ? 'satisfied' : 'dissatisfied',
        random() < 0.5 ? null : new Date(at('2026-11-22 00:00') + Math.floor(random() * 5) * 86_400_000).toISOString(),
      ],
    )
  all = await list('manager', '')
  if (all.length !== 60) throw new Error('not every case is there')
})
afterAll(async () => {
  await pool?.end()
  await app?.close()
})

describe('X-2 several orders at once', () => {
  const values: Readonly<Record<string, (one: Case) => string | number | null>> = {
    number: (one) => one.number,
    severity: (one) => severities.indexOf(one.severity),
    dueAt: (one) => one.dueAt,
    registeredAt: (one) => one.registeredAt,
    resolvedAt: (one) => one.resolvedAt,
    onTime: (one) => (one.onTime === null ? null : Number(one.onTime)),
    reopenedTimes: (one) => one.reopenedTimes,
    satisfaction: (one) => (one.satisfaction === null ? null : ['satisfied', 'neutral', 'dissatisfied'].indexOf(one.satisfaction)),
  }
  type Order = { readonly by: string; readonly descending: boolean }
  const plain = (id: string) => Buffer.from(id, 'base64url').toString('utf8')
  /** What is empty comes last whichever way it is sorted; ties are broken by the id. */
  const inMemory = (orders: readonly Order[]) =>
    all
      .toSorted((a, b) => {
        for (const { by, descending } of orders) {
          const [one, other] = [values[by]?.(a) ?? null, values[by]?.(b) ?? null]
          if (one === other) continue
          if (one === null) return 1
          if (other === null) return -1
          return (one < other ? -1 : 1) * (descending ? -1 : 1)
        }
        return plain(a.id) < plain(b.id) ? -1 : 1
      })
      .map(({ number }) => number)
  const random = randomFrom(20_261_124)
  const names = Object.keys(values)
  const some = Array.from({ length: 40 }, () => {
    const many = 1 + Math.floor(random() * 4)
    const left = [...names]
    return Array.from({ length: many }, () => ({
      by: left.splice(Math.floor(random() * left.length), 1)[0] ?? '',
      descending: random() < 0.5,
    }))
  })
  const one = names.flatMap((by) => [true, false].map((descending) => [{ by, descending }]))
  const written = (orders: readonly Order[]) => orders.map(({ by, descending }) => (descending ? `-${by}` : by)).join(', ')
  test.each([...one, ...some].map((orders) => [written(orders), orders] as const))(
    'X-2 by %s: the pages one after another are the whole list in its order, nothing twice, nothing left out',
    async (_, orders) => {
      const asked = orders.map(({ by, descending }) => `{ by: ${by}, descending: ${descending} }`).join(', ')
      expect((await list('manager', `sort: [${asked}]`)).map(({ number }) => number)).toEqual(inMemory(orders))
    },
  )
  test('X-2 more orders than anybody reads, and a cursor of other orders, are refused in words', async () => {
    const many = names.slice(0, 6).map((by) => `{ by: ${by}, descending: true }`)
    expect(await problemOf('manager', `{ complaints(sort: [${many.join(', ')}]) { edges { cursor } } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'sort',
      problem: 'tooMany',
    })
    for (const values of [['x'], ['2026-13-99T00:00:00.000Z'], [null], []]) {
      const after = Buffer.from(JSON.stringify([[['registeredAt', true]], values, '00000000-0000-4000-8000-000000000000'])).toString(
        'base64url',
      )
      expect(
        await problemOf(
          'manager',
          `{ complaints(after: "${after}", sort: [{ by: registeredAt, descending: true }]) { edges { cursor } } }`,
        ),
      ).toEqual({ code: 'BAD_USER_INPUT', field: 'after', problem: 'cursor' })
    }
  })
})

describe('X-2 filters of every kind, and all, any and none of them', () => {
  const day = (iso: string | null) => (iso ? new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10) : null)
  test.each<readonly [string, (one: Case) => boolean]>([
    ['{ severity: { in: [major, group] } }', (one) => ['major', 'group'].includes(one.severity)],
    ['{ severity: { not: [general] } }', (one) => one.severity !== 'general'],
    // what says nothing is none of these
    ['{ satisfaction: { not: [satisfied] } }', (one) => one.satisfaction !== 'satisfied'],
    ['{ satisfaction: { empty: true } }', (one) => one.satisfaction === null],
    ['{ satisfaction: { empty: false } }', (one) => one.satisfaction !== null],
    ['{ element: { in: [bathroom] } }', (one) => one.element === 'bathroom'],
    ['{ onTime: { is: false } }', (one) => one.onTime === false],
    ['{ onTime: { empty: true } }', (one) => one.onTime === null],
    ['{ title: { contains: "leak 1" } }', (one) => one.title.startsWith('Leak 1')],
    ['{ title: { startsWith: "漏水" } }', (one) => one.title.startsWith('漏水')],
    ['{ reopenedTimes: { from: 1, until: 1 } }', (one) => one.reopenedTimes === 1],
    // nothing is due any more: that is empty, not the last day of time
    ['{ dueAt: { empty: true } }', (one) => one.dueAt === null],
    ['{ dueAt: { from: "2026-11-23T16:00:00Z" } }', (one) => one.dueAt !== null && one.dueAt >= '2026-11-23T16:00:00.000Z'],
    ['{ dueAt: { within: { of: future } } }', (one) => one.dueAt !== null && one.dueAt >= '2026-11-24T06:05:00.000Z'],
    ['{ dueAt: { within: { of: past } } }', (one) => one.dueAt !== null && one.dueAt < '2026-11-24T06:05:00.000Z'],
    ['{ dueAt: { within: { of: today } } }', (one) => day(one.dueAt) === '2026-11-24'],
    ['{ resolvedAt: { within: { of: lastDays, n: 2 } } }', (one) => ['2026-11-23', '2026-11-24'].includes(day(one.resolvedAt) ?? '')],
    [
      '{ registeredAt: { within: { of: lastWeek } } }',
      (one) => (day(one.registeredAt) ?? '') >= '2026-11-16' && (day(one.registeredAt) ?? '') <= '2026-11-22',
    ],
    [
      '{ or: [{ severity: { in: [major] } }, { onTime: { is: true }, reopenedTimes: { from: 1 } }] }',
      (one) => one.severity === 'major' || (one.onTime === true && one.reopenedTimes >= 1),
    ],
    [
      '{ severity: { in: [major, group] }, and: [{ or: [{ satisfaction: { empty: true } }, { satisfaction: { in: [dissatisfied] } }] }] }',
      (one) => ['major', 'group'].includes(one.severity) && one.satisfaction !== 'satisfied',
    ],
    // neither true nor false is not true
    ['{ not: { onTime: { is: true } } }', (one) => one.onTime !== true],
    ['{ not: { not: { onTime: { is: true } } } }', (one) => one.onTime === true],
    ['{ and: [] }', () => true],
    ['{ or: [] }', () => true],
    ['{}', () => true],
  ])('X-2 %s', async (filter, matches) => {
    const expected = all.filter(matches).map(({ number }) => number)
    if (filter !== '{}') expect(expected.length, 'the example says something').toBeGreaterThan(0)
    expect((await list('manager', `filter: ${filter}`)).map(({ number }) => number).toSorted()).toEqual(expected.toSorted())
    expect((await app.ask('manager', `{ complaintCount(filter: ${filter}) { value } }`)).data).toEqual({
      complaintCount: { value: expected.length },
    })
  })
  test('X-2 a reference asks for none of these as well', async () => {
    expect(
      await list('manager', `filter: { representative: { not: ["${Buffer.from(`Person:${idOfPerson('rep')}`).toString('base64url')}"] } }`),
    ).toEqual([])
    expect(await list('manager', 'filter: { building: { empty: true } }')).toHaveLength(all.filter(() => false).length)
  })
  const deep = (levels: number): string => (levels === 0 ? 'severity: { in: [major] }' : `and: [{ ${deep(levels - 1)} }]`)
  test.each([
    ['depth', `{ ${deep(bounds.depth)} }`, { field: 'filter', problem: 'tooDeep' }],
    ['conditions', `{ or: [${'{ onTime: { is: true } },'.repeat(bounds.conditions + 1)}] }`, { field: 'filter', problem: 'tooMany' }],
    ['a period without its days', '{ dueAt: { within: { of: lastDays } } }', { field: 'dueAt', problem: 'days' }],
    ['a text that is too long', `{ title: { contains: "${'漏'.repeat(bounds.characters + 1)}" } }`, { field: 'title', problem: 'value' }],
    ['a text PostgreSQL does not keep', '{ title: { contains: "\\u0000" } }', { field: 'title', problem: 'value' }],
    ['a moment before there were any', '{ dueAt: { from: "0000-01-01T00:00:00Z" } }', { field: 'dueAt', problem: 'value' }],
  ])('SEC-7 %s beyond the bounds is refused by name', async (_, filter, problem) => {
    expect(await problemOf('manager', `{ complaintCount(filter: ${filter}) { value } }`)).toEqual({ code: 'BAD_USER_INPUT', ...problem })
  })
  test('SEC-7 more values than anybody chooses are refused by name', async () => {
    const filter = { project: { in: Array.from({ length: bounds.values + 1 }, () => ids.near) } }
    const { errors } = await app.ask('manager', 'query($filter: ComplaintFilter) { complaintCount(filter: $filter) { value } }', { filter })
    expect(errors?.[0]?.extensions).toMatchObject({ field: 'project', problem: 'tooMany' })
  })
  test('an amount that is none is refused instead of finding nothing', async () => {
    expect(await problemOf('manager', '{ fineCount(filter: { amount: { from: "viel" } }) { value } }')).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'amount',
      problem: 'value',
    })
  })
})

describe('SEC-5 what may not be read may be neither filtered nor sorted nor counted by, however deep it stands', () => {
  const analystHas: readonly string[] = shippedPositions.find(({ key }) => key === 'analyst')?.permissions ?? []
  const protectedFields = registries.flatMap(({ noun, fields: declared }) =>
    Object.entries(declared).flatMap(([key, field]) => (field.permission ? [[noun, key, field] as const] : [])),
  )
  test('SEC-5 there are such fields', () => expect(protectedFields.map(([noun, key]) => `${noun}.${key}`)).toContain('customer.phone'))
  test.each(protectedFields)('SEC-5 %s %s', async (noun, key, field) => {
    const empty = `${key}: { empty: true }`
    const nested = [
      `{ ${empty} }`,
      `{ and: [{ ${empty} }] }`,
      `{ or: [{ ${empty} }, {}] }`,
      `{ not: { ${empty} } }`,
      `{ not: { or: [{ and: [{ ${empty} }] }] } }`,
    ]
    const refused = { code: 'BAD_USER_INPUT', field: key, problem: 'notUsable' }
    // somebody who reads the noun and has not what the field asks for
    const without: Name = analystHas.includes(field.permission ?? '') ? 'frontDesk' : 'analyst'
    for (const filter of nested) {
      expect(await problemOf(without, `{ ${listOf(noun)}(filter: ${filter}) { edges { cursor } } }`), filter).toEqual(refused)
      expect(await problemOf(without, `{ ${noun}Count(filter: ${filter}) { value } }`), filter).toEqual(refused)
      // whoever may read it may ask
      expect((await app.ask('manager', `{ ${noun}Count(filter: ${filter}) { value } }`)).errors, filter).toBe(undefined)
    }
    if (field.sort)
      expect(await problemOf(without, `{ ${listOf(noun)}(sort: [{ by: ${key}, descending: false }]) { edges { cursor } } }`)).toEqual({
        ...refused,
        problem: 'notSorted',
      })
    const { data } = await app.ask(without, `{ columns(noun: ${noun}) { key filterable sortable groupable totalled exportable } }`)
    expect(
      (data?.['columns'] as unknown as { key: string }[] | undefined)?.find((one) => one.key === key),
      typeOf(noun),
    ).toEqual({
      key,
      filterable: false,
      sortable: false,
      groupable: false,
      totalled: false,
      exportable: false,
    })
  })
  test('SEC-5 the refusal names the field in the language of whoever asked', async () => {
    const query = '{ customerCount(filter: { phone: { empty: true } }) { value } }'
    expect((await app.ask('analyst', query, {}, 'zh')).errors?.[0]?.message).toMatch(/不能按“phone”筛选/u)
    expect((await app.ask('analyst', query, {}, 'en')).errors?.[0]?.message).toMatch(/cannot be filtered by “phone”/u)
  })
})
