import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Moment } from '@lintel/domain'
import type { GraphQLSchema } from 'graphql'
import type { Provider } from '@lintel/server/auth/provider.ts'
import { serveWith } from '@lintel/server/main.ts'
import { makeYoga } from '@lintel/server/schema/yoga.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { aDatabase } from './database.ts'
import { email, far, near, password, place, type Name } from './company.ts'
import { at } from './town.ts'

type Json = { readonly [name: string]: Json } & readonly Json[] & string & number & boolean & null
export type GraphqlAnswer = {
  readonly data?: Json
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions?: { readonly code?: string }
  }[]
}

export const ids = {
  near: globalId('Project', near),
  far: globalId('Project', far),
  building: globalId('Building', place.building),
  unit: globalId('Unit', place.unit),
  farUnit: globalId('Unit', place.farUnit),
  customer: globalId('Customer', place.customer),
  farCustomer: globalId('Customer', place.farCustomer),
  contractor: globalId('Contractor', place.contractor),
  team: globalId('Contractor', place.team),
  category: globalId('Category', place.category),
  contract: globalId('Contract', place.contract),
}

/** A server on a database of its own, with a clock that tests set. T-1 */
export const anApp = async (started = '2026-11-23 09:00', { upkeep = true, provider }: { upkeep?: boolean; provider?: Provider } = {}) => {
  const database = await aDatabase()
  let set: Moment | undefined = at(started)
  const serving = await serveWith({
    port: 0,
    databaseUrl: database.databaseUrl,
    dataFolder: database.dataFolder,
    clock: { now: (real) => set ?? real },
    upkeep,
    ...(provider ? { provider } : {}),
  })
  const { url, services } = serving
  const cookies = new Map<Name, string>()

  const signIn = async (name: Name) => {
    const known = cookies.get(name)
    if (known) return known
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: email(name), password }),
    })
    if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.status} ${await answer.text()}`)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    cookies.set(name, cookie)
    return cookie
  }
  const headers = async (name: Name | undefined, language = 'zh') => ({
    'content-type': 'application/json',
    'x-graphql-yoga-csrf': '1',
    'accept-language': language,
    ...(name ? { cookie: await signIn(name) } : {}),
  })
  const ask = async (name: Name | undefined, query: string, variables: object = {}, language?: string): Promise<GraphqlAnswer> => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: await headers(name, language),
      body: JSON.stringify({ query, variables }),
    })
    return (await answer.json()) as GraphqlAnswer
  }
  const resultFields = '__typename ... on Refusal { code message } ... on Record { id revision }'
  /** A decision through its mutation; the answer's type is the record's or the refusal's. */
  const decide = async (
    name: Name | undefined,
    mutation: string,
    {
      id,
      input,
      key = randomUUID(),
      saw,
    }: { id?: string; input?: object; key?: string; saw?: readonly { id: string; revision: number }[] } = {},
    language?: string,
  ) => {
    const capital = mutation.slice(0, 1).toUpperCase() + mutation.slice(1)
    const parts = [
      ['id', 'ID!', id],
      ['key', 'String!', key],
      ['saw', '[SeenInput!]', saw],
      ['input', `${capital}Input!`, input],
    ].filter(([, , value]) => value !== undefined)
    const query = `mutation(${parts.map(([part, type]) => `$${String(part)}: ${String(type)}`).join(', ')}) { ${mutation}(${parts.map(([part]) => `${String(part)}: $${String(part)}`).join(', ')}) { ${resultFields} } }`
    const answer = await ask(name, query, Object.fromEntries(parts.map(([part, , value]) => [part, value])), language)
    const result = answer.data?.[mutation]
    if (!result) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`)
    return result as unknown as {
      readonly __typename: string
      readonly id: string
      readonly revision: number
      readonly code?: string
      readonly message?: string
    }
  }
  /** The same where a refusal is a mistake of the test; gives the record's id. */
  const does = async (name: Name, mutation: string, options?: Parameters<typeof decide>[2]) => {
    const result = await decide(name, mutation, options)
    if (result.code) throw new Error(`${name} ${mutation}: ${result.code} ${result.message ?? ''}`)
    return result.id
  }
  return {
    url,
    services,
    /** Asks a server that differs in its schema alone: what would happen without a guard. */
    async askWith(schema: GraphQLSchema, name: Name, query: string, variables: object): Promise<GraphqlAnswer> {
      const server = createServer(makeYoga(services, schema) as RequestListener)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: await headers(name),
        body: JSON.stringify({ query, variables }),
      })
      server.close()
      return (await answer.json()) as GraphqlAnswer
    },
    database,
    ask,
    decide,
    does,
    headers,
    signIn,
    /** Signs in anew the next time they ask. */
    forget(name: Name) {
      cookies.delete(name)
    },
    /** Sets the clock. */
    at(written: string) {
      set = at(written)
    },
    iso: (written: string) => new Date(at(written)).toISOString(),
    /** From here on the database's own time counts. */
    realTime() {
      set = undefined
    },
    async close() {
      await serving.close()
      await database.drop()
    },
  }
}
export type App = Awaited<ReturnType<typeof anApp>>

const registration = {
  project: ids.near,
  unit: ids.unit,
  customer: ids.customer,
  kind: 'complaint',
  channel: 'phone',
  category: ids.category,
  severity: 'general',
  title: '卫生间漏水',
  wording: '卫生间顶部漏水',
}
/** A case accepted and first spoken of, in the near project. */
export const aCase = async (app: App, more: object = {}) => {
  const complaint = await app.does('rep', 'complaintRegister', { input: { ...registration, ...more } })
  await app.does('rep', 'complaintAccept', { id: complaint })
  return complaint
}
/** A notice about it, served at 09:00. */
const aServedNotice = async (app: App, complaint?: string) => {
  app.at('2026-11-23 09:00')
  const notice = await app.does('rep', 'noticeDraft', {
    input: {
      project: ids.near,
      contractor: ids.contractor,
      deadline: app.iso('2026-11-26 18:00'),
      defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水', ...(complaint ? { complaint } : {}) }],
    },
  })
  await app.does('rep', 'noticeServe', { id: notice, input: { at: app.iso('2026-11-23 09:00'), how: 'paper' } })
  return notice
}
export const aFine = async (app: App, ground = 2) => {
  const complaint = await aCase(app)
  const notice = await aServedNotice(app, complaint)
  app.at('2026-11-23 13:30')
  const fine = await app.does('rep', 'fineDraft', {
    input: { notice, grounds: [{ ground, ...(ground === 2 ? {} : { reason: '书面说明' }) }], facts: '四小时未到场' },
  })
  return { complaint, notice, fine }
}
export const aSignedFine = async (app: App, amount = '8000.00') => {
  const drafted = await aFine(app)
  await app.does('coordinator', 'fineSign', { id: drafted.fine, input: { amount, severity: 'medium' } })
  const answer = await app.ask('manager', 'query($id: ID!) { fine(id: $id) { repair { id } approval { id steps { seats { key } } } } }', {
    id: drafted.fine,
  })
  const approval = answer.data?.['fine']?.['approval']
  return {
    ...drafted,
    approval: String(approval?.['id']),
    repair: String(answer.data?.['fine']?.['repair']?.['id']),
    seats: ((approval?.['steps']?.[0]?.['seats'] ?? []) as unknown as { key: string }[]).map(({ key }) => key),
  }
}
export const anApprovedFine = async (app: App) => {
  const signed = await aSignedFine(app)
  await app.does('deputyLeader', 'approvalApprove', { id: signed.approval, input: { seat: signed.seats[0] } })
  await app.does('leader', 'approvalApprove', { id: signed.approval, input: { seat: signed.seats[1] } })
  return signed
}
