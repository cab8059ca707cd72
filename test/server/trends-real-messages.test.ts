import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { importFile } from '@lintel/server/import/import-file.ts'
import { mappingFrom } from '@lintel/server/import/mapping-file.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { email } from '../build/company.ts'
import { messagesOfACity } from '../build/messages-of-a-city.ts'

const messages = resolve(import.meta.dirname, '../../../shared/data/zh_gov_messages_with_replies.csv.zst')
const absent = !existsSync(messages)
const skipped = absent ? ' (skipped: ../shared/data is not there)' : ''
const day = 86_400

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-24 14:05', { upkeep: false })
})
afterAll(() => app.close())

describe('2,736 real messages with their replies, taken over', () => {
  test.skipIf(absent)(`Y-1 C-15 count, have their durations, and are neither open nor on time${skipped}`, async () => {
    const { databaseUrl, dataFolder } = app.database
    await importFile({ databaseUrl, dataFolder, file: messages, mapping: mappingFrom('mapping', messagesOfACity), as: email('manager') })
    const { data } = await app.ask(
      'manager',
      `{ trend(ask: { by: [], measures: [count, open, resolveMedian, resolveP90, closeMedian, onTimeShare], from: "2005-01-01", until: "2026-11-24" }) {
         ... on Trend { total { values { measure value count } } } } }`,
    )
    const values = (data?.['trend']?.['total']?.['values'] ?? []) as unknown as { measure: string; value: number | null; count: number }[]
    const of = (measure: string) => values.find((one) => one.measure === measure)
    expect(of('count')?.value).toBe(2736)
    expect(of('open')?.value).toBe(0)
    expect(of('onTimeShare')).toMatchObject({ value: null, count: 0 })
    expect(of('resolveMedian')?.count).toBe(2736)
    for (const [measure, days] of [
      ['resolveMedian', 11.065],
      ['resolveP90', 41.229],
      ['closeMedian', 11.065],
    ] as const)
      expect(Math.abs((of(measure)?.value ?? 0) / day - days), measure).toBeLessThan(0.001)
  })
})
