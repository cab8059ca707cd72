import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { importFile } from '@lintel/server/import/import-file.ts'
import { mappingFrom } from '@lintel/server/import/mapping-file.ts'
import { readMoment } from '@lintel/server/import/read-moment.ts'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { email } from '../build/company.ts'
import { messagesOfACity } from '../build/messages-of-a-city.ts'
import { aDepartment, type Department } from '../build/department.ts'
import { at } from '../build/town.ts'

let here: Department
beforeEach(async () => {
  here = await aDepartment()
})
afterEach(() => here.close())

const inputs = {
  sourceId: '编号',
  title: { column: '主题', cut: 120 },
  wording: '内容',
  registeredAt: '时间',
  reply: '答复',
  repliedAt: '答复时间',
  kind: { column: '类型', values: { 投诉: 'complaint', 咨询: 'enquiry' } },
  project: '楼盘',
  category: { value: '质量' },
  channel: { value: 'message' },
  severity: { value: 'general' },
}
const head = '编号,主题,内容,时间,答复,答复时间,类型,楼盘'
const good = [
  '1,漏水,"卫生间漏水，\n三天了",2024/3/1 9:05:00,已修好,2024/3/4 10:00:00,投诉,郦城',
  '2,办证,什么时候办证,2024-03-02 10:00,,,咨询,郦城',
  '3,裂缝,客厅裂缝,2024年3月3日 8:00,已处理,2024年3月9日 8:00,投诉,郦城',
]
const bad = [
  '4,没有楼盘,内容,2024/3/1 9:00,,,投诉,海底城',
  '5,时间不对,内容,2024/2/30 9:00,,,投诉,郦城',
  '6,少一格,内容',
  '7,类型不对,内容,2024/3/1 9:00,,,表扬,郦城',
  '8,答复在前,内容,2024/3/5 9:00,答,2024/3/4 9:00,投诉,郦城',
  '9,以后,内容,2093/3/5 9:00,,,投诉,郦城',
]
const folder = mkdtempSync(join(tmpdir(), 'lintel-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const lines = (...rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`
const take = (path: string, options: object = {}, mapping: object = {}) =>
  importFile({
    databaseUrl: here.databaseUrl,
    dataFolder: here.dataFolder,
    file: path,
    mapping: mappingFrom('mapping', { source: 'oldDesk', inputs, ...mapping }),
    as: email('manager'),
    ...options,
  })

describe('records taken over from a file', () => {
  test('X-5 C-15 good lines become history that owes nothing, bad ones are told with their line and what is wrong', async () => {
    const taken = await take(file('mixed.csv', lines(...good, ...bad)))
    expect(taken).toMatchObject({ read: 9, taken: 3, known: 0, state: 'done', errors: 6 })
    expect(taken.notes).toMatchObject([
      { line: 6, field: 'project', problem: 'notFound' },
      { line: 7, field: 'registeredAt', problem: 'notAMoment' },
      { line: 8, field: '', problem: 'columns' },
      { line: 9, field: 'kind', problem: 'notAChoice' },
      { line: 10, field: '', problem: 'BeforeItsTime' },
      { line: 11, field: '', problem: 'InTheFuture' },
    ])
    const { rows } = await here.owner.query(
      `select state, title, wording, registered_at, resolved_at, history_key from complaint order by history_key`,
    )
    expect(rows[0]).toEqual({
      state: 'closed',
      title: '漏水',
      wording: '卫生间漏水，\n三天了',
      registered_at: new Date(at('2024-03-01 09:05')),
      resolved_at: new Date(at('2024-03-04 10:00')),
      history_key: 'oldDesk/1',
    })
    expect(await here.count('task')).toBe(0)
    expect((await here.verify()).broken).toBeUndefined()
  })
  test('X-5 where a server took it up first, it is waited for, and gone on with where that one was killed', async () => {
    const server = await here.owner.connect()
    let held: Promise<unknown> = Promise.resolve()
    const taken = take(file('taken-up.csv', lines(...good)), {
      // another process holds it as one that plays it does
      onBegun: (id: string) => (held = server.query('select pg_advisory_lock(hashtextextended($1, 13))', [`import ${id}`])),
    })
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`
    await expect.poll(async () => (await here.owner.query<{ n: number }>(waiting)).rows[0]?.n).toBe(1)
    await held
    expect(await here.count('complaint')).toBe(0)
    server.release(true)
    expect(await taken).toMatchObject({ state: 'done', read: 3, taken: 3 })
    expect(await here.count('complaint')).toBe(3)
  })
  test('X-5 the same file again changes nothing, and a longer one adds what is new', async () => {
    await take(file('first.csv', lines(good[0] ?? '', good[1] ?? '')))
    const events = await here.count('event')
    expect(await take(file('first.csv', lines(good[0] ?? '', good[1] ?? '')))).toMatchObject({ taken: 0, known: 2, errors: 0 })
    expect(await here.count('event')).toBe(events)
    expect(await take(file('longer.csv', lines(...good, ...good)))).toMatchObject({ read: 6, taken: 1, known: 5 })
    expect(await here.count('complaint')).toBe(3)
  })
  test('X-5 a preview shows what would be and keeps nothing; all or nothing keeps nothing when one line is bad', async () => {
    expect(await take(file('p.csv', lines(...good)), { preview: true })).toMatchObject({
      taken: 3,
      state: 'cancelled',
      sample: [{ line: 2, values: { title: '漏水', kind: 'complaint' } }, {}, {}],
    })
    expect(await take(file('q.csv', lines(...good, bad[0] ?? '')), { allOrNothing: true })).toMatchObject({
      taken: 3,
      state: 'refused',
      notes: [{ line: 6 }],
    })
    expect(await here.count('complaint')).toBe(0)
    expect(await take(file('r.csv', lines(...good)), { allOrNothing: true })).toMatchObject({ taken: 3, state: 'done' })
  })
  test('packed files and other encodings are read as they are', async () => {
    expect(await take(file('z.csv.zst', zstdCompressSync(Buffer.from(`\uFEFF${lines(good[0] ?? '')}`))))).toMatchObject({
      taken: 1,
      errors: 0,
    })
    expect(await take(file('g.csv.gz', gzipSync(lines(good[1] ?? ''))))).toMatchObject({ taken: 1, errors: 0 })
    await expect(take(file('wrong.csv', Buffer.from([0xb1, 0xe0, 0xba, 0xc5])), {}, { encoding: 'utf-8' })).rejects.toThrow('wrongEncoding')
    // 编号 … in GBK, as old systems write it
    const gbk = Buffer.from('b1e0bac52cc4dac8dd0a392cc2a9cbae0a', 'hex')
    const old = {
      inputs: {
        category: inputs.category,
        channel: inputs.channel,
        severity: inputs.severity,
        sourceId: '编号',
        title: '内容',
        wording: '内容',
        registeredAt: { value: '2024-01-02 10:00' },
        kind: { value: 'complaint' },
        project: { value: '郦城' },
      },
    }
    expect(await take(file('gbk.csv', gbk), {}, old)).toMatchObject({ taken: 1, encoding: 'gb18030' })
  })
  test('whoever may not take records over is told so, and nothing is kept', async () => {
    await expect(take(file('n.csv', lines(...good)), { as: email('rep') })).rejects.toThrow('may not take records over')
    await expect(take(file('n.csv', lines(...good)), { as: 'who@town.test' })).rejects.toThrow('Nobody here has the e-mail')
    expect(await here.count('complaint')).toBe(0)
  })
  test('a mapping that cannot be used says why', () => {
    expect(() => mappingFrom('m.json', [])).toThrow('m.json: a mapping is a JSON object')
    expect(() => mappingFrom('m.json', { source: 'x', inputs: { title: 3 } })).toThrow('"title" needs the name of a column')
    expect(() => mappingFrom('m.json', { source: 'x', inputs: { planet: 'p' } })).toThrow('there is no input "planet"')
    expect(() => mappingFrom('m.json', { source: 'x', inputs: { title: 't' } })).toThrow('"sourceId" is needed')
    expect(() => mappingFrom('m.json', { source: 'x', kind: 'planets', inputs: {} })).toThrow('"kind" is one of units')
    expect(() => mappingFrom('m.json', { source: 'x', inputs: {}, encoding: 'utf-9' })).toThrow('nobody knows the encoding')
  })
  test('times are read as people and spreadsheets write them', () => {
    for (const written of [
      '2024/3/1 9:05:00',
      '2024-03-01 09:05',
      '2024.3.1 9:05',
      '2024年3月1日 9时5分',
      '2024-03-01T09:05:00+08:00',
      '2024-03-01T01:05:00Z',
    ])
      expect(readMoment(written)).toBe(at('2024-03-01 09:05'))
    expect(readMoment('2024/3/1')).toBe(at('2024-03-01 00:00'))
    for (const written of ['2024-02-30', '2024-13-01', 'gestern', '1/2/2024', '2024-03-01 25:00'])
      expect(readMoment(written)).toBeUndefined()
  })
})

const messages = resolve(import.meta.dirname, '../../../shared/data/zh_gov_messages_with_replies.csv.zst')
const expected = resolve(import.meta.dirname, '../../../shared/data/expected_reply_time.json')
const absent = !existsSync(messages)
describe('2,736 real messages with their replies', () => {
  test.skipIf(absent)(
    `X-5 C-15 are taken over with the times they say${absent ? ' (skipped: ../shared/data is not there)' : ''}`,
    async () => {
      const taken = await take(messages, {}, messagesOfACity)
      expect(taken).toMatchObject({ read: 2736, taken: 2736, known: 0, errors: 0 })
      const days = `extract(epoch from resolved_at - registered_at) / 86400`
      // whoever worked these figures out took the 90 % as one of the times, the median as the middle of two
      const { rows } = await here.owner.query(
        `select count(*)::int as n, round(percentile_cont(0.5) within group (order by ${days})::numeric, 3)::float as median_days,
              round(percentile_disc(0.9) within group (order by ${days})::numeric, 3)::float as p90_days, round(max(${days})::numeric, 1)::float as max_days,
              count(*) filter (where resolved_at < registered_at)::int as negative from complaint`,
      )
      expect(rows[0]).toEqual(JSON.parse(await readFile(expected, 'utf8')))
      expect(await here.count('task')).toBe(0)
      expect(await take(messages, {}, messagesOfACity)).toMatchObject({ taken: 0, known: 2736 })
      const { rows: said } = await here.owner.query(
        `select document #>> '{feedback,0,content}' as reply from complaint where history_key = 'gov/3681'`,
      )
      expect(said[0]?.reply).toContain('东澜湾幼儿园')
    },
  )
})
