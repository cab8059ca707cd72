import { readTable } from '@lintel/server/import/table/open-table.ts'
import { deliver } from '@lintel/server/messages/deliver.ts'
import { mailFrom } from '@lintel/server/messages/email.ts'
import { reportOf } from '@lintel/server/reports/figures.ts'
import { makeReports } from '@lintel/server/reports/monthly.ts'
import { isDue, lastDay, monthBefore } from '@lintel/server/reports/months.ts'
import { readerFrom } from '@lintel/server/schema/reader.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { email, idOfPerson, type Name } from '../build/company.ts'
import { aMailServer } from '../build/post.ts'
import { at } from '../build/town.ts'

let app: App
let mail: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  mail = await aMailServer()
  process.env['LINTEL_SMTP_URL'] = mail.url
  app = await anApp('2026-10-12 09:00', { upkeep: false })
  await aCase(app)
  await aCase(app)
  app.at('2026-11-03 09:00')
  await aCase(app)
})
afterAll(async () => {
  await app.close()
  await mail.close()
})

type Schedule = { readonly version?: number; readonly active?: boolean; readonly code?: string; readonly editable?: boolean }
const schedule = async (who: Name) =>
  (await app.ask(who, '{ reportSchedule { version active editable day positions language } }')).data?.[
    'reportSchedule'
  ] as unknown as Schedule
const set = async (who: Name, more: object, version?: number): Promise<Schedule> => {
  const input = { active: true, day: 3, positions: ['manager', 'finance'], people: [], ...more }
  const { data, errors } = await app.ask(
    who,
    'mutation($version: Int!, $input: ReportScheduleInput!) { reportScheduleSet(version: $version, input: $input) { ... on ReportSchedule { version active } ... on Refusal { code message } } }',
    { version: version ?? (await schedule(who)).version, input },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data['reportScheduleSet'] as unknown as Schedule
}
type Report = { readonly id: string; readonly month: string; readonly link: string; readonly size: number; readonly language: string }
const reportsOf = async (who: Name) =>
  ((await app.ask(who, '{ monthlyReports { id month link size language } }')).data?.['monthlyReports'] ??
    []) as unknown as readonly Report[]
const take = async (who: Name | undefined, path: string) =>
  fetch(`${app.url}${path}`, { headers: who ? { cookie: await app.signIn(who) } : {} })
const isPdf = async (answer: Response) =>
  Buffer.from(await answer.arrayBuffer())
    .subarray(0, 5)
    .toString() === '%PDF-'
const make = () => makeReports(app.services)

test('M-2 a report is of the month before, from eight in the morning of its day', () => {
  expect(['2026-01', '2026-03'].map((month) => monthBefore(month))).toEqual(['2025-12', '2026-02'])
  expect(['2026-02', '2028-02', '2026-12'].map(lastDay)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31'])
  expect(isDue(3, at('2026-11-03 07:59'), 7 * 60 + 59)).toBe(false)
  expect(isDue(3, at('2026-11-03 08:00'), 8 * 60)).toBe(true)
  expect(isDue(3, at('2026-11-28 01:00'), 60)).toBe(true)
  expect(isDue(3, at('2026-12-02 12:00'), 720)).toBe(false)
})

describe('M-2 when it is sent', () => {
  test('M-2 is set by whoever may, on what they saw', async () => {
    expect(await schedule('rep')).toMatchObject({ active: false, editable: false })
    expect(await set('rep', {}, 0)).toMatchObject({ code: 'NeedsPermission' })
    expect(await set('manager', { day: 31 })).toMatchObject({ code: 'BadInput' })
    expect(await set('manager', { positions: [] })).toMatchObject({ code: 'BadInput' })
    expect(await set('manager', {})).toMatchObject({ active: true, version: 1 })
    expect(await set('manager', {}, 0)).toMatchObject({ code: 'ChangedSinceSeen' })
  })

  test('REL-12 each gets it once, whichever server makes it and however often, with a message and a letter that has it', async () => {
    app.at('2026-11-03 07:00')
    await make()
    expect(await reportsOf('manager')).toEqual([])
    app.at('2026-11-03 09:00')
    await Promise.all([make(), make()])
    app.at('2026-11-04 09:00')
    await make()
    const [report, ...more] = await reportsOf('manager')
    expect(more).toEqual([])
    expect(report).toMatchObject({ month: '2026-10', language: 'zh' })
    const { data } = await app.ask('manager', '{ messages { edges { node { kind title } } } }')
    const edges = (data?.['messages']?.['edges'] ?? []) as unknown as readonly {
      readonly node: { readonly kind: string; readonly title: string }
    }[]
    expect(edges.flatMap(({ node }) => (node.kind === 'report' ? node.title : []))).toEqual(['2026-10'])
    const { services } = app
    await deliver(
      {
        pool: services.database.pool,
        mail: mailFrom(),
        baseUrl: services.baseUrl,
        company: services.records.company,
        now: async () => at('2026-11-04 09:00'),
      },
      new AbortController().signal,
    )
    const letters = mail.letters.filter(({ to }) => to === email('manager'))
    expect(letters.filter(({ text }) => text.includes('lintel-2026-10.pdf') && text.includes('JVBERi0'))).toHaveLength(1)
  }, 60_000)

  test('SEC-4 it is for whom it was made: to others it is not there', async () => {
    const [report] = await reportsOf('manager')
    const answer = await take('manager', report?.link ?? '')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(await isPdf(answer)).toBe(true)
    for (const who of ['rep', undefined] as const) expect((await take(who, report?.link ?? '')).status).toBe(404)
    expect((await take('manager', '/reports/nonsense.pdf')).status).toBe(404)
  })

  test('T-3 a server that was down on the day makes it later', async () => {
    await set('manager', {
      positions: ['representative'],
      people: [Buffer.from(`Person:${idOfPerson('deputy')}`).toString('base64url')],
      language: 'en',
    })
    app.at('2026-12-20 10:00')
    await make()
    expect(await reportsOf('deputy')).toMatchObject([{ month: '2026-11', language: 'en' }])
    expect(await reportsOf('rep')).toMatchObject([{ month: '2026-11' }])
    expect(await reportsOf('manager')).toHaveLength(1)
  }, 60_000)
})

test('M-2 what a recipient may not read is not counted, and what they may not measure is not in it', async () => {
  const company = await app.services.records.company()
  const modelFor = async (who: Name) => {
    const reader = readerFrom(company, idOfPerson(who))
    if (!reader) throw new Error('nobody')
    const whose = { reader, name: who, month: '2026-10', language: 'en', now: at('2026-11-04 09:00') } as const
    return app.services.database.snapshot(5_000, new AbortController().signal, (snapshot) => reportOf(snapshot, whose))
  }
  const complaintsIn = async (who: Name) => (await modelFor(who))?.sections[0]?.rows.find(([name]) => name === 'Complaints')?.[1]
  expect(await complaintsIn('manager')).toBe('2')
  // of the other project alone
  expect(await complaintsIn('stranger')).toBe('0')
  const finance = await modelFor('finance')
  expect(finance?.sections.flatMap(({ rows }) => rows.map(([name]) => name))).not.toContain('Complaints')
})

test('M-2 it can be had at any time, of months there are', async () => {
  expect(await isPdf(await take('analyst', '/reports/now/2026-10.zh.pdf'))).toBe(true)
  expect((await take('analyst', '/reports/now/2099-01.zh.pdf')).status).toBe(404)
  expect((await take(undefined, '/reports/now/2026-10.zh.pdf')).status).toBe(404)
}, 60_000)

describe('Y-1 figures as a file', () => {
  const ask = { by: ['project'], measures: ['count'], from: '2026-10-01', until: '2026-11-30', compare: 'previousPeriod' }
  const file = (who: Name | undefined, format: string, given: object = ask) =>
    take(who, `/figures/${format}?${new URLSearchParams({ title: '各楼盘', language: 'zh', ask: JSON.stringify(given) })}`)
  test('Y-1 csv and xlsx have the groups, what they are compared to, and the whole', async () => {
    const csv = await (await file('rep', 'csv')).text()
    expect(csv.replace('\uFEFF', '').trim().split(/\r?\n/u)).toEqual([
      expect.stringContaining('楼盘'),
      expect.stringMatching(/,3,$|,3,0$/u),
      expect.stringMatching(/^合计,3,0$/u),
    ])
    const folder = await mkdtemp(join(tmpdir(), 'lintel-test-'))
    try {
      await writeFile(join(folder, 'file'), Buffer.from(await (await file('rep', 'xlsx')).arrayBuffer()))
      const rows: (readonly string[])[] = []
      await readTable(join(folder, 'file'), {}, async (table) => {
        for await (const { cells } of table.rows(undefined)) rows.push(cells)
      })
      expect(rows.at(-1)?.slice(0, 2)).toEqual(['合计', '3'])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('SEC-4 only with a session, only what may be asked, and what makes no sense is the caller’s mistake', async () => {
    expect((await file(undefined, 'csv')).status).toBe(404)
    expect((await file('rep', 'exe')).status).toBe(404)
    expect((await file('rep', 'csv', { ...ask, by: ['customer'] })).status).toBe(400)
    expect((await file('finance', 'csv', { ...ask, measures: ['count'] })).status).toBe(400)
    const { rows } = await app.services.database.pool.query(`select from security_event where kind = 'exportTaken' and person_id = $1`, [
      idOfPerson('rep'),
    ])
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })
})
