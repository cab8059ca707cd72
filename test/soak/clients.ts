import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { email, near, password, place, type Name } from '../build/company.ts'

/** What a client was told, and so must be true ever after. */
export type Acknowledged = { readonly key: string; readonly mutation: string; readonly type: string; readonly id: string }
export type Seen = {
  readonly acknowledged: Acknowledged[]
  /** Answers that were neither a decision nor a refusal, such as a server error. */
  readonly odd: string[]
  retries: number
}

type Answer = { readonly __typename: string; readonly id?: string; readonly code?: string }
const result = '__typename ... on Refusal { code } ... on Record { id }'

/** Signs in once; sessions are in the database and outlive every server. */
export const signIn = async (url: string, name: Name) => {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: email(name), password }),
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** One person who goes on deciding, whichever server answers; an answer that is lost is asked for again under the same key. */
export const aClient = (urls: readonly string[], cookie: string, seen: Seen, running: () => boolean) => {
  const random = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T
  const decide = async (mutation: string, id: string | undefined, input: object | undefined): Promise<Answer | undefined> => {
    const key = randomUUID()
    const capital = mutation.slice(0, 1).toUpperCase() + mutation.slice(1)
    const parts = [
      ['id', 'ID!', id],
      ['key', 'String!', key],
      ['input', `${capital}Input!`, input],
    ].filter(([, , value]) => value !== undefined)
    const query = `mutation(${parts.map(([part, type]) => `$${String(part)}: ${String(type)}`).join(', ')}) { ${mutation}(${parts.map(([part]) => `${String(part)}: $${String(part)}`).join(', ')}) { ${result} } }`
    const body = JSON.stringify({ query, variables: Object.fromEntries(parts.map(([part, , value]) => [part, value])) })
    for (;;) {
      try {
        const answer = await fetch(`${random(urls)}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-graphql-yoga-csrf': '1', cookie },
          body,
          signal: AbortSignal.timeout(20_000),
        })
        const said = (await answer.json()) as { readonly data?: Readonly<Record<string, Answer>>; readonly errors?: readonly object[] }
        const one = said.data?.[mutation]
        if (one) {
          if (one.id) seen.acknowledged.push({ key, mutation, type: one.__typename, id: one.id })
          return one
        }
        // a database that is away is an error that a second try mends; anything else is remembered
        if (answer.status < 500 && !JSON.stringify(said.errors).includes('INTERNAL_SERVER_ERROR'))
          seen.odd.push(JSON.stringify(said.errors).slice(0, 200))
      } catch {
        // killed while it was answering
      }
      if (!running()) return undefined
      seen.retries += 1
      await wait(50 + Math.random() * 100)
    }
  }
  return { decide }
}

const registration = (n: number) => ({
  project: globalId('Project', near),
  unit: globalId('Unit', place.unit),
  customer: globalId('Customer', place.customer),
  kind: 'complaint',
  channel: 'phone',
  category: globalId('Category', place.category),
  severity: 'general',
  title: `卫生间漏水 ${n}`,
  wording: '卫生间顶部漏水',
})

/** Registers cases and carries them on; several people race for each. */
export const work = async (client: ReturnType<typeof aClient>, n: number, shared: string[], running: () => boolean) => {
  for (let round = 0; running(); round++) {
    const opened = await client.decide('complaintRegister', undefined, registration(n * 100_000 + round))
    if (opened?.id) shared.push(opened.id)
    const mine = shared[Math.floor(Math.random() * shared.length)]
    if (!mine) continue
    await client.decide('complaintAccept', mine, undefined)
    await client.decide('complaintRecordFeedback', mine, {
      to: 'customer',
      method: 'phone',
      content: `已联系 ${round}`,
      at: new Date(Date.now() - 1000).toISOString(),
    })
    if (round % 3 === 0) await client.decide('complaintResolve', mine, { resolution: '已修好' })
    if (shared.length > 200) shared.splice(0, 100)
  }
}
