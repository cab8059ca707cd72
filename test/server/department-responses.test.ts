import { globalId } from '@lintel/server/schema/global-id.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { departmentOf, type Name } from '../build/company.ts'

type Figure = { count: number; filter: object }
type Response = { department: { nameZh: string }; answerMedian: number | null } & Record<'asked' | 'answered' | 'late' | 'waiting', Figure>
const asks = `query($from: Date!, $until: Date!) { departmentResponses(from: $from, until: $until) { department { nameZh } answerMedian
  asked { count filter } answered { count filter } late { count filter } waiting { count filter } } }`

let app: App
const responses = async (who: Name, from = '2026-11-01', until = '2026-11-30') =>
  ((await app.ask(who, asks, { from, until })).data?.['departmentResponses'] ?? []) as unknown as readonly Response[]

beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  const complaint = await aCase(app)
  const ask = (department: string) =>
    app.does('rep', 'departmentRequestAsk', {
      input: {
        complaint,
        department: globalId('Department', departmentOf(department)),
        question: '质保金余额？',
        dueAt: app.iso('2026-11-25 18:00'),
      },
    })
  const [prompt, slow] = [await ask('finance'), await ask('finance')]
  await ask('contracts')
  await ask('contracts')
  app.at('2026-11-23 11:00')
  await app.does('finance', 'departmentRequestAnswer', { id: prompt, input: { text: '余 120 万元', evidence: [] } })
  app.at('2026-11-26 09:00')
  await app.does('finance', 'departmentRequestAnswer', { id: slow, input: { text: '已付清', evidence: [] } })
})
afterAll(() => app?.close())

describe('M-6 the response of other departments', () => {
  test('M-6 asked, answered, late and waiting are counted by department, those latest most often first', async () => {
    const counts = (await responses('manager')).map(({ department, asked, answered, late, waiting, answerMedian }) => [
      department.nameZh,
      asked.count,
      answered.count,
      late.count,
      waiting.count,
      answerMedian,
    ])
    // of the two answers one took two hours, the other three days: half of them less than 37 hours
    expect(counts).toEqual([
      ['合约部', 2, 0, 2, 2, null],
      ['财务部', 2, 2, 1, 0, 37 * 3_600],
    ])
  })
  test('Y-5 M-6 every figure opens exactly the requests behind it', async () => {
    for (const response of await responses('manager'))
      for (const name of ['asked', 'answered', 'late', 'waiting'] as const) {
        const { data } = await app.ask(
          'manager',
          'query($filter: DepartmentRequestFilter) { departmentRequestCount(filter: $filter) { value } }',
          { filter: response[name].filter },
        )
        expect(data?.['departmentRequestCount']?.['value'], `${response.department.nameZh} ${name}`).toBe(response[name].count)
      }
  })
  test('M-6 other periods are not counted, and who may not read requests is told nothing', async () => {
    expect(await responses('manager', '2026-10-01', '2026-10-31')).toEqual([])
    expect(await responses('economic')).toEqual([])
    expect(await responses('stranger')).toEqual([])
  })
})
