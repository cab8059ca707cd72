import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'
import type { Name } from '../build/company.ts'
import { at } from '../build/town.ts'

type Answer = { noun: string; question: string; arose: number; now: number; then: number; amountNow?: { amount: string } | null }
type Page = {
  __typename: string
  message?: string
  looked: number
  total: number | null
  next: string | null
  notCounted: string[]
  answers: Answer[]
  differences: { noun: string; question: string; record: string; number: string; now: boolean; then: boolean }[]
}
const whatIf = `query($changes: [SettingChange!]!, $from: Date!, $until: Date!, $after: String, $first: Int) {
  whatIf(changes: $changes, from: $from, until: $until, after: $after, first: $first) {
    __typename
    ... on WhatIf { looked total next notCounted answers { noun question arose now then amountNow { amount } }
      differences { noun question record number now then } }
    ... on Refusal { message }
  }
}`

let app: App
/** Every portion of a try-out, as the screen reads them one after another. */
const tried = async (who: Name, changes: Record<string, string>, from = '2026-11-01', until = '2026-11-30', first = 500) => {
  const pages: Page[] = []
  for (let after: string | null | undefined; after !== null;) {
    const { data, errors } = await app.ask(who, whatIf, {
      changes: Object.entries(changes).map(([name, value]) => ({ name, value })),
      from,
      until,
      first,
      ...(after ? { after } : {}),
    })
    if (!data) throw new Error(JSON.stringify(errors))
    const page = data['whatIf'] as unknown as Page
    pages.push(page)
    after = page.next ?? null
  }
  return pages
}
const answersOf = (pages: readonly Page[]) =>
  pages.flatMap(({ answers }) => answers).map(({ question, arose, now, then }) => ({ question, arose, now, then }))

beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  const notice = async () =>
    app.does('rep', 'noticeDraft', {
      input: {
        project: ids.near,
        contractor: ids.contractor,
        defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水' }],
        deadline: new Date(at('2026-11-30 18:00')).toISOString(),
      },
    })
  const [punctual, late, never] = [await notice(), await notice(), await notice()]
  const now = (moment: string) => ({ at: new Date(at(moment)).toISOString() })
  for (const one of [punctual, late, never])
    await app.does('rep', 'noticeServe', { id: one, input: { ...now('2026-11-23 09:00'), how: 'paper' } })
  for (const [one, hour] of [
    [punctual, '11:00'],
    [late, '14:00'],
  ] as const) {
    app.at(`2026-11-23 ${hour}`)
    await app.does('rep', 'noticeRecordArrival', { id: one, input: now(`2026-11-23 ${hour}`) })
    await app.does('rep', 'noticeRecordPlan', { id: one, input: now(`2026-11-23 ${hour}`) })
  }
  app.at('2026-11-23 15:30')
  const fine = await app.does('rep', 'fineDraft', { input: { notice: late, grounds: [{ ground: 2 }], facts: '五小时才到场' } })
  await app.does('coordinator', 'fineSign', { id: fine, input: { amount: '6000.00', severity: 'medium' } })
})
afterAll(() => app?.close())

describe('Y-8 what has happened, under other settings, before they are changed', () => {
  test('N-3 Y-8 with six hours instead of four, one of three notices loses the ground and its fine the fact it rests on', async () => {
    const pages = await tried('manager', { onSiteHours: '6' })
    expect(answersOf(pages)).toEqual([
      { question: 'ground2', arose: 3, now: 2, then: 1 },
      { question: 'groundLost', arose: 1, now: 0, then: 1 },
    ])
    expect(pages.flatMap(({ differences }) => differences).map(({ noun, now, then }) => ({ noun, now, then }))).toEqual([
      { noun: 'notice', now: true, then: false },
      { noun: 'fine', now: false, then: true },
    ])
    expect(pages[0]?.total).toBe(4)
    expect(pages.reduce((sum, { looked }) => sum + looked, 0)).toBe(4)
  })
  test('Y-8 portion by portion it comes to the same, and every record is looked at once', async () => {
    const pages = await tried('manager', { onSiteHours: '6' }, '2026-11-01', '2026-11-30', 1)
    expect(pages.reduce((sum, { looked }) => sum + looked, 0)).toBe(4)
    const ground = answersOf(pages).filter(({ question }) => question === 'ground2')
    expect([ground.reduce((sum, { now }) => sum + now, 0), ground.reduce((sum, { then }) => sum + then, 0)]).toEqual([2, 1])
    expect(new Set(pages.flatMap(({ differences }) => differences).map(({ record }) => record)).size).toBe(2)
  })
  test('F-4 Y-8 a floor of 8,000 yuan would not have let a fine of 6,000 be; nothing is changed by asking', async () => {
    const before = await app.ask('manager', '{ settings { rulesVersion } }')
    const pages = await tried('manager', { fineFloor: '8000' })
    expect(answersOf(pages)).toEqual([{ question: 'belowFloor', arose: 1, now: 0, then: 1 }])
    expect(await app.ask('manager', '{ settings { rulesVersion } }')).toEqual(before)
  })
  test('Y-8 outside the period nothing is looked at', async () => {
    const pages = await tried('manager', { onSiteHours: '6' }, '2025-01-01', '2025-12-31')
    expect(pages[0]).toMatchObject({ total: 0, looked: 0 })
  })
  test('F-4 Y-8 what may not be set cannot be tried either, and the answer says why', async () => {
    expect((await tried('manager', { fineFloor: '4000' }))[0]).toMatchObject({ __typename: 'BelowFloor' })
    expect((await tried('manager', { onSiteHours: '4' }))[0]).toMatchObject({ __typename: 'Incomplete' })
    expect((await tried('manager', { onSiteHours: '900' }))[0]).toMatchObject({ __typename: 'BadInput' })
    expect((await tried('manager', { noSuchThing: '1' }))[0]).toMatchObject({ __typename: 'BadInput' })
  })
  test('SEC-5 Y-8 what somebody may not read is not counted for them, and said', async () => {
    const [page] = await tried('admin', { onSiteHours: '6' })
    expect(page).toMatchObject({ answers: [], total: 0, notCounted: ['notice', 'fine'] })
    const [far] = await tried('stranger', { onSiteHours: '6' })
    expect(far).toMatchObject({ total: 0 })
  })
})
