import { randomUUID } from 'node:crypto'
import type { Moment } from '@lintel/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { idOfPerson, near, place } from '../build/company.ts'
import { statements } from '../build/statements.ts'
import { at } from '../build/town.ts'

const many = 120
let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 18:00')
  const rep = idOfPerson('rep')
  // a hundred and twenty of each, a minute after one another, decided like any other
  await app.services.records.bulk(async (bulk) => {
    const decide = async (by: typeof rep, does: string, input: unknown, minute: number, on?: string) => {
      const done = await bulk.decide(
        by,
        { does, input, key: randomUUID(), ...(on ? { on } : {}) } as never,
        (at('2026-11-23 09:00') + minute * 60_000) as Moment,
      )
      if ('refused' in done) throw new Error(`${does}: ${JSON.stringify(done)}`)
      return done.id
    }
    for (let n = 0; n < many; n++) {
      const severity = n % 3 ? 'general' : 'seriousQuality'
      const complaint = await decide(
        rep,
        'complaint.register',
        {
          project: near,
          unit: place.unit,
          customer: place.customer,
          kind: 'complaint',
          channel: n % 2 ? 'phone' : 'visit',
          category: place.category,
          severity,
          title: `漏水 ${n}`,
          wording: '漏水',
          representative: rep,
        },
        n,
      )
      await decide(rep, 'complaint.accept', {}, n, complaint)
      const notice = await decide(
        rep,
        'notice.draft',
        {
          project: near,
          contractor: place.contractor,
          deadline: at('2026-12-01 18:00'),
          defects: [{ complaint, unit: place.unit, element: 'interiorWall', location: '客厅', requirement: '修补' }],
        },
        n,
      )
      await decide(rep, 'notice.serve', { at: at('2026-11-23 09:00') + n * 60_000, how: 'paper' }, n, notice)
      await decide(rep, 'notice.recordRefusal', { at: at('2026-11-23 09:00') + n * 60_000 }, n, notice)
      const fine = await decide(rep, 'fine.draft', { notice, grounds: [{ ground: 1 }], facts: '拒收' }, n)
      await decide(idOfPerson('coordinator'), 'fine.sign', { amount: `${5000 + n}.00`, severity: 'light' }, n, fine)
    }
  })
})
afterAll(() => app.close())

type Edges = readonly { readonly cursor: string; readonly node: Readonly<Record<string, never>> }[]
const page = async (field: string, args: string, fields = 'id', who: Parameters<App['ask']>[0] = 'manager') => {
  const answer = await app.ask(who, `{ ${field}(${args}) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`)
  if (!answer.data?.[field]) throw new Error(JSON.stringify(answer.errors))
  return answer.data[field] as unknown as {
    readonly edges: Edges
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

const lists: Readonly<Record<string, string>> = {
  complaints: `number title state severity unit { number building { name project { name } } } customer { name phone } representative { name positions } category { nameZh }
    notices { number stage contractor { name } fines { number state amount { amount } } } dueAt clocks { resolve { due } } availableDecisions { name allowed because }`,
  notices:
    'number stage contractor { name } representative { name } complaints { number } grounds { ground since proofs { what at } } defects { location unit { number } } availableDecisions { name allowed }',
  fines:
    'number state amount { amount currency } open { amount } contractor { name } notice { number complaints { number } } approval { steps { seats { holder { position } signed { by { name } } } } } repair { number state } availableDecisions { name allowed }',
  emergencyRepairs:
    'number state contractor { name } notice { number } approver { name } fine { number } availableDecisions { name allowed }',
  tasks: 'does title amount { amount } contractor { name } unit { number } clock { due } subjectId',
}

describe('every list runs a fixed number of statements', () => {
  for (const [field, fields] of Object.entries(lists))
    test(`${field}: as many for 10 rows as for 50 and for 100`, async () => {
      await page(field, 'first: 10', fields)
      const counts: number[] = []
      for (const first of [10, 50, 100]) {
        let rows = 0
        counts.push(await statements(async () => (rows = (await page(field, `first: ${first}`, fields)).edges.length)))
        expect(rows).toBe(first)
      }
      expect(new Set(counts).size, `${field}: ${counts.join(', ')}`).toBe(1)
      expect(counts[0]).toBeLessThan(25)
    })
})

describe('pages go on where they ended', () => {
  test.each([
    ['complaints', 'sort: { by: registeredAt, descending: true }'],
    ['complaints', 'sort: { by: registeredAt, descending: false }'],
    ['complaints', 'sort: { by: dueAt, descending: false }'],
    ['notices', 'sort: { by: draftedAt, descending: true }'],
    ['fines', 'sort: { by: open, descending: true }'],
    ['tasks', ''],
  ])('%s %s: every row once, none twice, in order', async (field, order) => {
    const seen: string[] = []
    let after = ''
    for (let n = 0; n < 20; n++) {
      const one = await page(field, [order, 'first: 33', after].filter(Boolean).join(', '))
      seen.push(...one.edges.map(({ node }) => String(node['id'])))
      if (!one.pageInfo.hasNextPage) break
      after = `after: "${one.pageInfo.endCursor}"`
    }
    expect(new Set(seen).size).toBe(seen.length)
    if (field !== 'tasks') expect(seen.length).toBe(many)
    const whole = [...(await page(field, [order, 'first: 100'].filter(Boolean).join(', '))).edges].map(({ node }) => String(node['id']))
    expect(seen.slice(0, 100)).toEqual(whole)
  })
  test('a cursor of another order, or one that is no cursor, is refused in words', async () => {
    const { edges } = await page('complaints', 'first: 1, sort: { by: registeredAt, descending: true }')
    for (const after of [edges[0]?.cursor ?? '', 'nonsense'])
      expect(
        (
          await app.ask(
            'manager',
            `{ complaints(first: 1, after: "${after}", sort: { by: dueAt, descending: false }) { edges { cursor } } }`,
          )
        ).errors?.[0]?.extensions?.code,
      ).toBe('BAD_USER_INPUT')
  })
  test('a page is at most a hundred rows, whatever is asked', async () => {
    expect((await page('complaints', 'first: 100000')).edges).toHaveLength(100)
  })
})

describe('filters', () => {
  const count = async (filter: string) => {
    const { data, errors } = await app.ask('manager', `{ complaintCount(filter: ${filter}) { value more } }`)
    if (!data) throw new Error(JSON.stringify(errors))
    return data['complaintCount']?.['value']
  }
  test.each([
    ['{ state: { in: [accepted] } }', many],
    ['{ state: { in: [closed, rejected] } }', 0],
    ['{ severity: { in: [seriousQuality] } }', many / 3],
    ['{ severity: { in: [seriousQuality] }, channel: { in: [phone] } }', many / 6],
    ['{ title: { contains: "漏水 11" } }', 11],
    ['{ number: { startsWith: "TS-2026-00000" } }', 9],
    ['{ onTime: { is: true } }', 0],
    ['{ resolvedAt: { empty: true } }', many],
    ['{ reopenedTimes: { from: 0, until: 0 } }', many],
    ['{ registeredAt: { from: "2026-11-23T01:00:00Z", until: "2026-11-23T01:09:00Z" } }', 10],
  ])('%s finds %i', async (filter, expected) => expect(await count(filter)).toBe(expected))
  test('a filter by references takes ids of that kind alone', async () => {
    const mine = Buffer.from(`Person:${idOfPerson('rep')}`).toString('base64url')
    const other = Buffer.from(`Unit:${idOfPerson('rep')}`).toString('base64url')
    expect(await count(`{ representative: { in: ["${mine}"] } }`)).toBe(many)
    expect(await count(`{ representative: { in: ["${other}"] } }`)).toBe(0)
  })
  test('a count stops at its cap and says that there are more', async () => {
    expect((await app.ask('manager', '{ complaintCount(cap: 50) { value more } }')).data).toEqual({
      complaintCount: { value: 50, more: true },
    })
  })
  test('F-3 money is filtered exactly', async () => {
    expect((await app.ask('manager', '{ fineCount(filter: { amount: { from: "5100.00", until: "5109.99" } }) { value } }')).data).toEqual({
      fineCount: { value: 10 },
    })
  })
})
