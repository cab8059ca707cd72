import { serveWith } from '@lintel/server/main.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, ids, type App } from '../build/app.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

test('REL-11 two server processes on one database agree: a change decided at one is told at once by the other', async () => {
  const other = await serveWith({ port: 0, databaseUrl: app.database.databaseUrl, dataFolder: app.database.dataFolder })
  const stop = new AbortController()
  try {
    const answer = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: { ...(await app.headers('coordinator')), accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changes { noun id } }' }),
      signal: stop.signal,
    })
    const heard: string[] = []
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) heard.push(new TextDecoder().decode(chunk as Uint8Array))
    })().catch(() => {})
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
    await expect.poll(() => heard.join('')).toContain(complaint)
    stop.abort()
    await reading
  } finally {
    await other.close()
  }
})
