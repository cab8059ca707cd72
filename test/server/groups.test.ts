import { complaintFields } from '@lintel/server/fields/nouns.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'

let app: App
let pool: pg.Pool
type Key = { readonly field: string; readonly value: string | null; readonly label: string | null }
type Total = {
  readonly field: string
  readonly money: { readonly amount: string; readonly currency: string } | null
  readonly count: number | null
}
type Group = { readonly keys: readonly Key[]; readonly filter: object; readonly count: number; readonly totals: readonly Total[] }

beforeAll(async () => {
  app = await anApp('2026-11-24 14:05')
  const complaint = await app.does('rep', 'complaintRegister', {
    input: {
      project: ids.near,
      unit: ids.unit,
      customer: ids.customer,
      kind: 'complaint',
      channel: 'phone',
      category: ids.category,
      severity: 'general',
      title: '漏水',
      wording: '漏水',
    },
  })
  pool = new pg.Pool({ connectionString: app.database.ownerUrl })
  const plain = Buffer.from(complaint, 'base64url').toString('utf8').split(':')[1]
  const { rows: columns } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'complaint'`,
  )
  const other: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    number: `'TS-' || n`,
    history_key: 'null',
    severity: `(array['general', 'major', 'group'])[1 + n % 3]`,
    on_time: `case n % 3 when 0 then null else n % 2 = 0 end`,
    reopened_times: 'n % 4',
    representative_id: `case when n % 5 = 0 then null else case n % 2 when 0 then '${idOfPerson('rep')}'::uuid else '${idOfPerson('rep2')}'::uuid end end`,
    // the last minute of a month in Shanghai is still the same month in UTC, the first is not
    registered_at: `timestamptz '2026-10-31 23:59:00+08' + (n % 2) * interval '1 minute'`,
    due_at: `case when n % 2 = 0 then '9999-12-31' else timestamptz '2026-12-01 00:00+08' end`,
  }
  await pool.query(
    `insert into complaint (${columns.map(({ column_name: name }) => `"${name}"`).join(', ')})
     select ${columns.map(({ column_name: name }) => other[name] ?? `c."${name}"`).join(', ')} from complaint c, generate_series(1, 59) n where c.id = $1`,
    [plain],
  )
})
afterAll(async () => {
  await pool?.end()
  await app?.close()
})

const shape = 'groups { keys { field value label } filter count totals { field money { amount currency } count } } next'
const groups = async (who: Name, args: string): Promise<readonly Group[]> => {
  const found: Group[] = []
  for (let after = ''; ;) {
    const { data, errors } = await app.ask(who, `{ complaintGroups(${args}, first: 2${after}) { ... on ListGroups { ${shape} } } }`)
    const page = data?.['complaintGroups'] as unknown as { groups: Group[]; next: string | null } | undefined
    if (!page) throw new Error(JSON.stringify(errors))
    found.push(...page.groups)
    if (page.next === null) return found
    after = `, after: "${page.next}"`
  }
}
const countOf = async (who: Name, filter: object) =>
  (await app.ask(who, 'query($filter: ComplaintFilter) { complaintCount(filter: $filter) { value } }', { filter })).data?.[
    'complaintCount'
  ]?.['value']

describe('X-2 a list by groups', () => {
  test.each(Object.entries(complaintFields.fields).flatMap(([key, { group }]) => (group ? [key] : [])))(
    'X-2 Y-5 by %s: every group counts what its filter lists, and all of them together are all',
    async (field) => {
      const found = await groups('manager', `by: [${field}]`)
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(60)
      expect(new Set(found.map(({ keys }) => JSON.stringify(keys))).size).toBe(found.length)
      for (const { filter, count } of found) expect(await countOf('manager', filter), JSON.stringify(filter)).toBe(count)
    },
  )
  test('X-2 closed lists stand as declared, months the newest first, people by name, and what says nothing last', async () => {
    expect((await groups('manager', 'by: [severity]')).map(({ keys }) => keys[0]?.value)).toEqual(['general', 'major', 'group'])
    expect((await groups('manager', 'by: [representative]')).map(({ keys }) => keys[0]?.label)).toEqual(['rep', 'rep2', null])
    expect((await groups('manager', 'by: [registeredAt]')).map(({ keys, count }) => [keys[0]?.value, count])).toEqual([
      ['2026-11-01', 31],
      ['2026-10-01', 29],
    ])
    expect((await groups('manager', 'by: [dueAt]')).map(({ keys }) => keys[0]?.value)).toEqual(['2026-12-01', null])
  })
  test('X-2 within one another, filtered, with their sums', async () => {
    const found = await groups('manager', 'by: [severity, onTime], filter: { severity: { in: [major, group] } }')
    expect(found.map(({ keys }) => keys.map(({ value }) => value).join(' '))).toEqual([
      'major true',
      'major false',
      'group true',
      'group false',
    ])
    for (const { filter, count, totals } of found) {
      expect(await countOf('manager', filter)).toBe(count)
      expect(totals).toEqual([{ field: 'reopenedTimes', money: null, count: expect.any(Number) }])
    }
    const { rows } = await pool.query<{ n: string }>(
      `select sum(reopened_times) as n from complaint where severity in ('major', 'group') and on_time is not null`,
    )
    expect(found.reduce((sum, { totals }) => sum + (totals[0]?.count ?? 0), 0)).toBe(Number(rows[0]?.n))
  })
  test('SEC-5 nobody groups by what they may not read, and names of what may not be read are not told', async () => {
    const ask = '{ complaintGroups(by: [customer]) { __typename } }'
    expect((await app.ask('analyst', ask)).errors?.[0]?.extensions).toMatchObject({ field: 'customer', problem: 'notGrouped' })
    expect((await app.ask('manager', ask)).errors).toBe(undefined)
    for (const by of ['[]', '[severity, severity]', '[severity, kind, channel, state]'])
      expect((await app.ask('manager', `{ complaintGroups(by: ${by}) { __typename } }`)).errors?.[0]?.extensions, by).toMatchObject({
        problem: 'notGrouped',
      })
    // what is not theirs is in no group
    expect(await groups('stranger', 'by: [severity]')).toEqual([])
  })
})

describe('X-2 what a list comes to', () => {
  test('X-2 F-3 counts, numbers and amounts, to the cent and with the currency', async () => {
    const shown = '... on ListTotals { count totals { field money { amount currency } count } }'
    expect((await app.ask('manager', `{ complaintTotals { ${shown} } }`)).data?.['complaintTotals']).toEqual({
      count: 60,
      totals: [{ field: 'reopenedTimes', money: null, count: 90 }],
    })
    expect(
      (await app.ask('contracts', `{ contractTotals(filter: { contractor: { in: ["${ids.contractor}"] } }) { ${shown} } }`)).data?.[
        'contractTotals'
      ],
    ).toEqual({
      count: 1,
      totals: [
        { field: 'amount', money: { amount: '1000000.00', currency: 'CNY' }, count: null },
        { field: 'retention', money: { amount: expect.stringMatching(/^\d+\.\d\d$/u), currency: 'CNY' }, count: null },
      ],
    })
  })
  test('X-2 what takes too long is said instead of being waited for, and the rest of the answer is there', async () => {
    const client = await pool.connect()
    await client.query('begin; lock table complaint in access exclusive mode')
    const began = performance.now()
    const { data } = await app.ask(
      'manager',
      `{ complaintTotals { __typename ... on TooManyToTotal { message } } complaintGroups(by: [severity]) { __typename } me { positions } }`,
    )
    expect(performance.now() - began).toBeLessThan(6_000)
    await client.query('rollback')
    client.release()
    expect(data).toMatchObject({
      complaintTotals: { __typename: 'TooManyToTotal', message: expect.stringContaining('筛选') },
      complaintGroups: { __typename: 'TooManyToTotal' },
      me: { positions: ['manager'] },
    })
  })
})
