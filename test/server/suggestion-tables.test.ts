import { compileTable } from '@lintel/server/suggestion-tables/compile.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'
import { at } from '../build/town.ts'

let app: App
let made: string
const compile = (when: string) => compileTable(app.services.database.pool, app.services.records, at(when))
beforeAll(async () => {
  app = await anApp('2026-10-12 09:00', { upkeep: false })
  const register = (kind: string, title: string, wording: string, wish?: string) =>
    app.does('rep', 'complaintRegister', {
      input: {
        project: ids.near,
        unit: ids.unit,
        kind,
        channel: 'phone',
        category: ids.category,
        severity: 'general',
        title,
        wording,
        ...(wish ? { wish } : {}),
      },
    })
  const window = await register('complaint', '窗边渗水', '3栋2单元1501室窗边渗水，电话13812345678')
  await app.does('analyst', 'problemOpen', { input: { name: '窗边渗水', category: ids.category, complaints: [window] } })
  await register('suggestion', '门厅加一把长椅', '老人等车没处坐', '门厅设长椅')
  await register('suggestion', '门厅加长椅', '门厅没有椅子')
  await register('suggestion', '地库照明太暗', '地库灯太暗')
  app.at('2026-11-02 07:00')
  made = globalId('SuggestionTable', (await compile('2026-11-02 07:00')) ?? '')
})
afterAll(() => app.close())

const query = `query($id: ID!) { suggestionTable(id: $id) { number month state lines { subject count projects wording proposal problem } departments { key } } }`

test('Y-3 it is compiled from confirmed common problems and the month’s suggestions, alike ones in one line, without what says who', async () => {
  const { data } = await app.ask('analyst', query, { id: made })
  expect(data?.['suggestionTable']).toMatchObject({
    number: 'CP-2026-000001',
    month: '2026-10',
    state: 'drafted',
    departments: [{ key: 'planning' }, { key: 'productDevelopment' }],
    lines: [
      { subject: '窗边渗水', count: 1, projects: ['郦城'], wording: '某处窗边渗水，电话***', proposal: '' },
      { subject: '门厅加一把长椅', count: 2, proposal: '门厅设长椅', problem: null },
      { subject: '地库照明太暗', count: 1, proposal: '' },
    ],
  })
})
test('Y-3 REL-12 a month is compiled once, and one with nothing to say not at all', async () => {
  expect(await compile('2026-11-03 07:00')).toBeUndefined()
  const { rows } = await app.services.database.pool.query('select month from suggestion_table')
  expect(rows).toEqual([{ month: '2026-10' }])
})
test('Y-3 the departments read it once it is theirs to answer, others never', async () => {
  for (const name of ['rep', 'finance', 'frontDesk'] as const)
    expect((await app.ask(name, query, { id: made })).data).toEqual({ suggestionTable: null })
  for (const line of ['1', '2', '3'])
    await app.does('analyst', 'suggestionTableChangeLine', { id: made, input: { line, subject: '题', wording: '说', proposal: '议' } })
  await app.does('analyst', 'suggestionTableSend', { id: made, input: { dueAt: app.iso('2026-11-13 18:00') } })
  const tasks = await app.services.database.pool.query(
    `select part from task where does = 'suggestionTable.answer' and kind = 'do' order by part`,
  )
  expect(tasks.rows).toEqual([{ part: 'planning' }, { part: 'productDevelopment' }])
})
