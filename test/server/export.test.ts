import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTable } from '@lintel/server/import/table/open-table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, aSignedFine, ids, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
})
afterAll(() => app.close())

type Export = {
  readonly id: string
  readonly state: string
  readonly rows: number | null
  readonly link: string | null
  readonly code?: string
  readonly message?: string
  readonly field?: string
}
const one = '__typename ... on Export { id state rows written size link title } ... on Refusal { code message } ... on BadInput { field }'
const list = (more: object = {}) => ({ noun: 'complaint', title: '投诉', columns: ['number', 'title', 'state'], ...more })
const begins = async (who: Name, more: object = {}, format = 'xlsx', language?: string, key: string = randomUUID()) =>
  app.ask(
    who,
    `mutation($key: String!, $format: ExportFormat!, $list: ShownListInput!) { exportBegin(key: $key, format: $format, list: $list) { ${one} } }`,
    { key, format, list: list(more) },
    language,
  )
const begun = async (...asked: Parameters<typeof begins>): Promise<Export> => {
  const { data, errors } = await begins(...asked)
  if (!data) throw new Error(JSON.stringify(errors))
  return data['exportBegin'] as unknown as Export
}
const reads = async (who: Name, id: string) =>
  ((await app.ask(who, 'query($id: ID!) { export(id: $id) { id state rows link } }', { id })).data?.['export'] ?? undefined) as unknown as
    | Export
    | undefined
const takes = async (who: Name | undefined, { id }: { id: string }) => {
  const cookie = who ? await app.signIn(who) : undefined
  return fetch(`${app.url}/exports/${id}`, { headers: cookie ? { cookie } : {} })
}
const done = async (who: Name, row: Export) => {
  if (row.code) throw new Error(`${row.code} ${row.message ?? ''}`)
  await expect.poll(async () => (await reads(who, row.id))?.state).toBe('done')
  return Buffer.from(await (await takes(who, row)).arrayBuffer())
}
const rowsIn = async (bytes: Buffer): Promise<readonly (readonly string[])[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-test-'))
  try {
    await writeFile(join(folder, 'file'), bytes)
    const rows: (readonly string[])[] = []
    await readTable(join(folder, 'file'), {}, async (table) => {
      for await (const { cells } of table.rows(undefined)) rows.push(cells)
    })
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('X-10 a workbook has the columns of the view in their order, filtered and sorted as it is, with real times and amounts', async () => {
  app.at('2026-11-23 09:00')
  await aSignedFine(app, '8000.00')
  app.at('2026-11-23 14:00')
  await aCase(app, { title: '外墙渗水', severity: 'seriousQuality' })
  await aCase(app, { title: '门锁坏了' })
  const rows = await rowsIn(
    await done(
      'rep',
      await begun('rep', {
        columns: ['title', 'severity', 'unit', 'registeredAt', 'onTime', 'representative'],
        filter: { severity: { in: ['general', 'seriousQuality'] }, title: { contains: '了' } },
        sort: [{ by: 'number', descending: true }],
      }),
    ),
  )
  expect(rows).toEqual([
    ['标题', '严重程度', '房屋', '登记时间', '按时', '投诉代表'],
    ['门锁坏了', '一般', expect.stringMatching(/\S+ \S+/u), '2026-11-23 14:00:00', '', expect.stringMatching(/\S/u)],
  ])
  const fines = await rowsIn(
    await done('manager', await begun('manager', { noun: 'fine', columns: ['number', 'amount', 'grounds', 'state'] }, 'xlsx', 'en')),
  )
  expect(fines[0]).toEqual(['Number', 'Amount', expect.any(String), 'State'])
  expect(fines[1]?.[1]).toBe('8000.00')
  expect(fines[1]?.[2]).toMatch(/^2 /u)
})

test('X-10 a filter in groups, two sorts and a grouping come out as the list has them', async () => {
  const rows = await rowsIn(
    await done(
      'rep',
      await begun(
        'rep',
        {
          columns: ['number', 'title'],
          groups: ['severity'],
          sort: [
            { by: 'state', descending: false },
            { by: 'number', descending: false },
          ],
          filter: { or: [{ title: { contains: '渗水' } }, { title: { contains: '了' } }] },
        },
        'csv',
      ),
    ),
  )
  expect(rows.map((cells) => cells.filter((_, n) => n !== 1))).toEqual([
    ['严重程度', '标题'],
    ['一般', '门锁坏了'],
    ['严重质量', '外墙渗水'],
  ])
})

test('SEC-15 no exported cell becomes a formula, and it reads back unchanged', async () => {
  const titles = ['=1+1', '+8613800000000', '-3', '@SUM(A1)', '＝1', '=HYPERLINK("http://x")', `a "quoted", cell`, '_x0041_ & <b>']
  for (const title of titles) await aCase(app, { title, severity: 'major' })
  const asked = { columns: ['title'], filter: { severity: { in: ['major'] } }, sort: [{ by: 'number', descending: false }] }
  const csv = await done('rep', await begun('rep', asked, 'csv'))
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const lines = csv.toString('utf8').replace('\uFEFF', '').split('\r\n')
  for (const cell of lines) expect(cell).not.toMatch(/^"?[=+\-@＝＋－＠]/u)
  expect((await rowsIn(csv)).slice(1).map(([cell]) => cell)).toEqual(titles)
  expect((await rowsIn(await done('rep', await begun('rep', asked)))).slice(1).map(([cell]) => cell)).toEqual(titles)
})

test('X-7 whoever does not see who the customer is gets the same masks in the file', async () => {
  const names = async (who: Name) => (await rowsIn(await done(who, await begun(who, { columns: ['customer'] }, 'csv'))))[1]?.[0]
  const seen = await names('rep')
  expect(seen).not.toContain('*')
  expect(await names('analyst')).toMatch(/^.\*+$/u)
})

test('P-1 of other projects nothing is in the file', async () => {
  const [seen, all] = await Promise.all([
    begun('rep', { columns: ['project'] }, 'csv').then((row) => done('rep', row)),
    begun('stranger', { columns: ['project'] }, 'csv').then((row) => done('stranger', row)),
  ])
  expect((await rowsIn(seen)).length).toBeGreaterThan(1)
  expect(await rowsIn(all)).toHaveLength(1)
})

test('SEC-5 what may not be read is neither filtered, sorted nor grouped by, and the answer names it', async () => {
  for (const asked of [
    { filter: { customer: { in: [ids.customer] } } },
    { filter: { or: [{ not: { customer: { empty: true } } }] } },
    { groups: ['customer'] },
    { filter: { title: { nothing: 1 } } },
    { columns: ['number', 'secret'] },
    { sort: [{ by: 'wording', descending: true }] },
  ]) {
    const { data, errors } = await begins('analyst', asked)
    expect(data?.['exportBegin'] ?? undefined, JSON.stringify(asked)).toBeUndefined()
    expect(errors?.[0]?.extensions?.code, JSON.stringify(asked)).toBe('BAD_USER_INPUT')
  }
})

test('X-10 the file is there for whoever asked for it and nobody else, the bell says so, and taking it is written down', async () => {
  const row = await begun('rep')
  await done('rep', row)
  expect((await takes('manager', row)).status).toBe(404)
  expect((await takes(undefined, row)).status).toBe(404)
  expect(await reads('manager', row.id)).toBeUndefined()
  const { data } = await app.ask('rep', '{ messages(first: 1) { edges { node { kind stage title } } } }')
  expect(data?.['messages']?.['edges']?.[0]?.['node']).toEqual({ kind: 'outcome', stage: 'exported', title: '投诉' })
  const log = await app.ask(
    'admin',
    '{ securityEvents(first: 1, filter: { kind: [exportTaken] }) { edges { node { kind person { id } } } } }',
  )
  expect(log.data?.['securityEvents']?.['edges']).toHaveLength(1)
})

test('B-3 the same key asks for the same export, and no more than five are written for one person at once', async () => {
  const key = randomUUID()
  const [first, again] = [await begun('rep', {}, 'csv', 'zh', key), await begun('rep', {}, 'csv', 'zh', key)]
  expect(again.id).toBe(first.id)
  await done('rep', first)
  const { pool } = app.services.database
  const waiting = Array.from({ length: 5 }, () => randomUUID())
  // none of these is taken up: somebody else holds them
  const holder = await pool.connect()
  for (const id of waiting) {
    await holder.query('select pg_advisory_lock(hashtextextended($1, 13))', [`export ${id}`])
    await pool.query(
      `insert into export (id, by_id, state, format, language, title, shown) values ($1, $2, 'running', 'csv', 'zh', '投诉', '{"noun":"complaint","filter":{"all":[]},"sort":[],"groups":[],"columns":["number"]}')`,
      [id, idOfPerson('rep')],
    )
  }
  const refused = await begun('rep')
  expect(refused.code).toBe('TooManyAtOnce')
  expect(refused.message).toContain('5')
  const cancel = (id: string) =>
    app.ask('rep', `mutation($id: ID!) { exportCancel(id: $id) { ${one} } }`, { id: Buffer.from(`Export:${id}`).toString('base64url') })
  const [stopped = '', ...others] = waiting
  expect((await cancel(stopped)).data?.['exportCancel']?.['state']).toBe('running')
  await holder.query('select pg_advisory_unlock_all()')
  holder.release()
  // REL-13: what a killed process had begun is written by the next one; what was to be stopped is not
  await pool.query(`select pg_notify('lintel', '{"changes":[],"asks":"exporting"}')`)
  await expect
    .poll(async () =>
      (await pool.query<{ state: string }>('select state from export where id = any($1::uuid[]) order by id', [others])).rows.map(
        ({ state }) => state,
      ),
    )
    .toEqual(others.map(() => 'done'))
  await expect
    .poll(async () => (await pool.query<{ state: string }>('select state from export where id = $1', [stopped])).rows[0]?.state)
    .toBe('cancelled')
})
