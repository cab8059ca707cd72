import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anApp, type App } from '../build/app.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-24 14:05', { upkeep: false })
})
afterAll(() => app.close())

const never = new AbortController().signal
const sleeping = async () => {
  const { rows } = await app.services.database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where query = 'select pg_sleep(20)' and state = 'active'`,
  )
  return rows[0]?.n ?? 0
}

describe('several questions about one moment', () => {
  test('Y-1 what takes too long is ended, and the next one is answered', async () => {
    const { snapshot } = app.services.database
    expect(await snapshot(100, never, (ask) => ask('select pg_sleep(20)', []))).toBe(undefined)
    expect(await snapshot(1000, never, (ask) => ask('select 1 as one', []))).toEqual([{ one: 1 }])
  })
  test('Y-1 whoever goes away takes their question along: the database stops', async () => {
    const gone = new AbortController()
    const asked = app.services.database.snapshot(25_000, gone.signal, (ask) => ask('select pg_sleep(20)', []))
    await vi.waitFor(async () => expect(await sleeping()).toBe(1))
    gone.abort()
    expect(await asked).toBe(undefined)
    expect(await sleeping()).toBe(0)
    expect(await app.services.database.snapshot(1000, gone.signal, (ask) => ask('select 1 as one', []))).toBe(undefined)
  })
  test('Y-1 what is more than one answer holds is told, and what cannot be asked', async () => {
    const kind = async (ask: string) =>
      (await app.ask('manager', `{ trend(ask: { ${ask} }) { __typename ... on TrendTooWide { argument message } } }`)).data?.['trend']?.[
        '__typename'
      ]
    const days = 'from: "2026-01-01", until: "2026-11-24"'
    expect(await kind(`by: [], measures: [count], ${days}`)).toBe('Trend')
    expect(await kind(`by: [project, element, trade, kind], measures: [count], ${days}`)).toBe('TrendTooWide')
    expect(await kind(`by: [], measures: [count, open, fines, fineSum, satisfaction, closeP90, closeMedian], ${days}`)).toBe('TrendTooWide')
    expect(await kind('by: [], measures: [count], from: "1971-01-01", until: "2099-01-01"')).toBe('TrendTooWide')
    expect(await kind(`by: [project, project], measures: [count], ${days}`)).toBe('TrendNotUsable')
    expect(await kind(`by: [], measures: [], ${days}`)).toBe('TrendNotUsable')
    expect(await kind('by: [], measures: [count], from: "2026-02-30", until: "2026-11-24"')).toBe('TrendNotUsable')
    expect(await kind('by: [], measures: [count], from: "2026-11-24", until: "2026-01-01"')).toBe('TrendNotUsable')
    expect(await kind(`by: [], measures: [count], order: { measure: open }, ${days}`)).toBe('TrendNotUsable')
    expect(await kind(`by: [age], grain: month, measures: [perHundredUnits], ${days}`)).toBe('TrendNotUsable')
  })
})
