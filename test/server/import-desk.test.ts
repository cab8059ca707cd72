import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { csvLine, neutral, original } from '@lintel/server/import/neutral.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import type { Name } from '../build/company.ts'
import { uploads } from '../build/uploads.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const one =
  'id kind state read taken known errors differing lines stopping why mine from { input column } sample { line values { input text } } columns { name examples }'
const result = `__typename ... on Import { ${one} } ... on Refusal { code message } ... on BadInput { field }`
type Import = {
  readonly id: string
  readonly state: string
  readonly taken: number
  readonly errors: number
  readonly known: number
  readonly code?: string
  readonly field?: string
  readonly message?: string
  readonly from: readonly { readonly input: string; readonly column: string }[]
  readonly sample: readonly { readonly values: readonly { readonly input: string; readonly text: string }[] }[]
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[]
}
const asks = async (who: Name, query: string, variables: object): Promise<Import> => {
  const { data, errors } = await app.ask(who, query, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return Object.values(data)[0] as unknown as Import
}
const begins = async (who: Name, kind: string, content: string, name = 'a.csv') => {
  const file = await uploads(app, who, name, Buffer.from(content))
  return asks(who, `mutation($kind: ImportKind!, $file: ID!) { importBegin(kind: $kind, file: $file) { ${result} } }`, { kind, file })
}
const reads = (who: Name, id: string) => asks(who, `query($id: ID!) { import(id: $id) { ${one} } }`, { id })
const choices = { applyChanges: false, allOrNothing: false }
const checks = (who: Name, { id, from }: Import, values: Readonly<Record<string, string>> = {}) =>
  asks(
    who,
    `mutation($id: ID!, $m: ImportMappingInput!, $c: ImportChoicesInput!) { importCheck(id: $id, mapping: $m, choices: $c) { ${result} } }`,
    {
      id,
      m: {
        source: 'oldDesk',
        from: [
          ...from.map(({ input, column }) => ({ input, column })),
          ...Object.entries(values).map(([input, value]) => ({ input, value })),
        ],
      },
      c: choices,
    },
  )
const starts = (who: Name, id: string) =>
  asks(who, `mutation($id: ID!, $c: ImportChoicesInput!) { importStart(id: $id, choices: $c) { ${result} } }`, { id, c: choices })
const reaches = (who: Name, id: string, state: string) =>
  expect.poll(async () => (await reads(who, id)).state, { timeout: 60_000 }).toBe(state)
const errorsOf = async (who: Name, id: string) => {
  const { cookie } = (await app.headers(who)) as { cookie?: string }
  return fetch(`${app.url}/imports/${id}/errors.csv`, { headers: cookie ? { cookie } : {} })
}

test('SEC-15 no exported cell is a formula, and it comes back as it was', () => {
  for (const cell of [
    '=1+1',
    '+8613800000000',
    '-3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    "'=1",
    "''=1",
    "it's",
    '漏水',
    '1-2',
    '',
  ]) {
    expect(original(neutral(cell))).toBe(cell)
    expect(neutral(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
  }
  expect(csvLine(['a', '"b', 'c,d'])).toBe('a,"""b","c,d"\r\n')
})

describe('X-5 on the screen', () => {
  const customers = '姓名,电话,楼盘\n周一,+8613800000001,郦城\n=cmd(),13800000002,海底城\n周三,13800000003,远山\n'
  test('X-5 SEC-15 a file is begun, checked and taken over; its bad lines are had as a file that comes back unchanged', async () => {
    const begun = await begins('manager', 'customers', customers)
    expect(begun).toMatchObject({ state: 'draft', from: [{ input: 'name', column: '姓名' }, { column: '电话' }, { column: '楼盘' }] })
    expect(await starts('manager', begun.id)).toMatchObject({ code: 'WrongState' })
    expect(await checks('manager', { ...begun, from: begun.from.slice(0, 2) })).toMatchObject({ code: 'BadInput', field: 'project' })
    expect(await checks('manager', begun)).toMatchObject({ state: 'checking' })
    await reaches('manager', begun.id, 'checked')
    expect(await reads('manager', begun.id)).toMatchObject({ taken: 2, errors: 1, lines: 3 })
    expect(await starts('manager', begun.id)).toMatchObject({ state: 'running' })
    await reaches('manager', begun.id, 'done')
    const file = await errorsOf('manager', begun.id)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    const text = await file.text()
    expect(text).toContain("'=cmd(),13800000002,海底城,3,楼盘,")
    const again = await begins('manager', 'customers', text.replace('海底城', '郦城'))
    await checks('manager', again)
    await reaches('manager', again.id, 'checked')
    expect((await reads('manager', again.id)).sample[0]?.values[0]).toEqual({ input: 'name', text: '=cmd()' })
  })
  test('P-1 X-7 SEC-4 nobody imports what they may not keep, sees the import of another or more of customers than they may', async () => {
    expect(await begins('rep', 'customers', customers)).toMatchObject({ code: 'NotAllowed' })
    expect(await begins('manager', 'units', customers)).toMatchObject({ code: 'NotAllowed' })
    expect(await begins('manager', 'customers', '<html>', 'a.txt')).toMatchObject({ columns: [{ name: '<html>' }] })
    const { id } = await begins('manager', 'customers', customers)
    for (const who of ['rep', 'admin', 'stranger'] as const) {
      expect(await reads(who, id)).toBeNull()
      expect(await starts(who, id)).toMatchObject({ code: 'NotFound' })
      expect((await errorsOf(who, id)).status).toBe(404)
    }
    const { data } = await app.ask('admin', '{ importables { kind } imports { edges { node { id } } } }')
    expect(data).toEqual({ importables: [{ kind: 'units' }, { kind: 'complaintHistory' }], imports: { edges: [] } })
    const history = '编号,标题,内容,时间,电话,楼盘\n1,漏水,请联系13812345678,2024-01-01 10:00,13812345678,郦城\n'
    const masked = await begins('admin', 'complaintHistory', history)
    expect(masked.columns.map(({ examples }) => examples[0])).toEqual([
      '1',
      '漏水',
      '请联系138****5678',
      '2024-01-01 10:00',
      '138****5678',
      '郦城',
    ])
  })
})

test('REL-13 a server killed in the middle of an import goes on where it was, and nothing is missing or doubled', async () => {
  const records = 6_000
  const heads = '编号,标题,内容,时间,楼盘'
  const lines = Array.from({ length: records }, (_, n) => `K${n},漏水 ${n},卫生间顶板渗水,2024-03-01 09:05,郦城`)
  const content = [heads, ...lines].join('\n')
  const begun = await begins('manager', 'complaintHistory', content)
  const values = { kind: 'complaint', channel: 'phone', severity: 'general', category: '质量' }
  await checks('manager', begun, values)
  await reaches('manager', begun.id, 'checked')
  const { database } = app.services
  const count = async () =>
    (await database.pool.query<{ n: number }>(`select count(*)::int as n from complaint where history_key like 'oldDesk/K%'`)).rows[0]?.n ??
    0
  const row = async () =>
    (
      await database.pool.query<{ state: string; read: number }>(
        "select state, \"read\" from import where file_hash = (select file_hash from import where state in ('running', 'done') and kind = 'complaintHistory' order by at desc limit 1)",
      )
    ).rows[0]
  // this server only asks: another one plays it, and is killed
  const killed = spawn(process.execPath, [join(import.meta.dirname, '../build/import-server.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: app.database.databaseUrl,
      LINTEL_DATA: app.database.dataFolder,
      IMPORT: Buffer.from(begun.id, 'base64url').toString().split(':')[1] ?? '',
    },
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  await expect.poll(async () => ((await row())?.read ?? 0) >= 1_000, { timeout: 60_000, interval: 20 }).toBe(true)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const half = await count()
  expect(half).toBeGreaterThanOrEqual(1_000)
  expect(half).toBeLessThan(records)
  expect(half).toBe((await row())?.read)
  expect((await row())?.state).toBe('running')
  // whichever server lives goes on within the minute, or as soon as it is asked
  await database.pool.query(`select pg_notify('lintel', '{"changes":[],"asks":"importing"}')`)
  await reaches('manager', begun.id, 'done')
  expect(await reads('manager', begun.id)).toMatchObject({ taken: records, known: 0, errors: 0 })
  expect(await count()).toBe(records)
  const { rows } = await database.pool.query(
    `select count(*)::int as n, count(distinct number)::int as numbers from complaint where history_key like 'oldDesk/K%'`,
  )
  expect(rows[0]).toEqual({ n: records, numbers: records })
}, 120_000)
