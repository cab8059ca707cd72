import { openToEverybody, policy } from '@lintel/server/policy/policy.ts'
import { guarded } from '@lintel/server/policy/guard.ts'
import { makeSchema } from '@lintel/server/schema/index.ts'
import { nounOfType } from '@lintel/server/schema/record.ts'
import { extendSchema, getNamedType, isEnumType, isInputObjectType, isLeafType, isNonNullType, parse, type GraphQLInputType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../../build/app.ts'
import { names, type Name } from '../../build/company.ts'
import { farRecords, nearRecords, type Records } from './records.ts'

// Written by hand from §1 of the rules: which kinds of record each position reads. Representatives and the front desk
// are assigned to the near project, the stranger to the far one, everybody else to all.
const cases = 'complaint departmentRequest survey notice fine emergencyRepair visit approval contract'
const reads: Readonly<Record<Name, string>> = {
  rep: `${cases} customer`,
  rep2: `${cases} customer`,
  stranger: `${cases} customer`,
  frontDesk: 'complaint visit customer',
  manager: `${cases} customer problem groupAlert suggestionTable`,
  deputy: `${cases} customer problem groupAlert suggestionTable`,
  coordinator: 'complaint notice fine emergencyRepair approval contract',
  leader: 'notice fine emergencyRepair approval',
  deputyLeader: 'notice fine emergencyRepair approval',
  company: 'fine emergencyRepair approval',
  cost: 'fine emergencyRepair contract',
  contracts: 'fine contract',
  // what their department was asked
  finance: 'fine contract departmentRequest',
  economic: 'fine',
  analyst: `${cases} customer problem groupAlert suggestionTable`,
  admin: 'approval',
  nobody: '',
}
// B-7: while the signatures are asked of them, the group reads what the decision rests on
const throughTheirTask: Readonly<Partial<Record<Name, string>>> = { leader: 'complaint', deputyLeader: 'complaint', finance: 'complaint' }
const nearOnly: readonly Name[] = ['rep', 'rep2', 'frontDesk']
const list: Readonly<Partial<Record<keyof Records, string>>> = {
  complaint: 'complaints',
  notice: 'notices',
  fine: 'fines',
  emergencyRepair: 'emergencyRepairs',
  visit: 'visits',
  departmentRequest: 'departmentRequests',
  survey: 'surveys',
  problem: 'problems',
  groupAlert: 'groupAlerts',
  suggestionTable: 'suggestionTables',
  customer: 'customers',
  contract: 'contracts',
}
const kinds = [
  'complaint',
  'notice',
  'fine',
  'approval',
  'emergencyRepair',
  'visit',
  'customer',
  'contract',
  'departmentRequest',
  'survey',
  'problem',
  'groupAlert',
  'suggestionTable',
] as const

let app: App
let near: Records
let far: Records
beforeAll(async () => {
  app = await anApp()
  near = await nearRecords(app)
  far = await farRecords(app)
})
afterAll(() => app.close())

const expected = (name: Name, kind: keyof Records, where: 'near' | 'far') => {
  const assigned = name === 'stranger' ? where === 'far' : !nearOnly.includes(name) || where === 'near'
  const held = reads[name].split(' ').includes(kind) && assigned
  return held || (throughTheirTask[name] ?? '').split(' ').includes(kind)
}

describe('SEC-1 SEC-3 SEC-4 P-1 every position reads its own and nothing else, by every path', () => {
  for (const name of names)
    test(`SEC-1 ${name}: one by one, in lists, and from record to record`, async () => {
      for (const kind of kinds)
        for (const [where, id] of [
          ['near', near[kind]],
          ['far', far[kind]],
        ] as const) {
          const one = await app.ask(
            name,
            `query($id: ID!) { ${kind}(id: $id) { id revision availableDecisions { name } timeline { type } } }`,
            { id },
          )
          const label = `${name} ${where} ${kind}`
          expect(one.data?.[kind] ? 'seen' : 'unseen', label).toBe(expected(name, kind, where) ? 'seen' : 'unseen')
          // what is forbidden and what is not there look the same
          if (!expected(name, kind, where)) expect(one, label).toEqual({ data: { [kind]: null } })
          const many = list[kind]
          if (!many) continue
          const found = (await app.ask(name, `{ ${many}(first: 100) { edges { node { id } } } }`)).data?.[many]?.['edges'] as unknown as {
            node: { id: string }
          }[]
          expect(found.some(({ node }) => node.id === id) ? 'listed' : 'unlisted', label).toBe(
            expected(name, kind, where) ? 'listed' : 'unlisted',
          )
        }
      const through = await app.ask(
        name,
        `query($fine: ID!, $visit: ID!) {
        fine(id: $fine) { notice { id } complaints { id } approval { id } repair { id notice { id complaints { id customer { id } } } } }
        visit(id: $visit) { complaint { id customer { id } } customer { id } }
      }`,
        { fine: far.fine, visit: far.visit },
      )
      const fine = through.data?.['fine']
      if (expected(name, 'fine', 'far')) {
        expect(Boolean(fine?.['notice']), `${name} fine → notice`).toBe(expected(name, 'notice', 'far'))
        expect((fine?.['complaints'] as unknown as unknown[] | undefined)?.length, `${name} fine → complaints`).toBe(
          expected(name, 'complaint', 'far') ? 1 : 0,
        )
        expect(Boolean(fine?.['approval']), `${name} fine → approval`).toBe(expected(name, 'approval', 'far'))
        expect(Boolean(fine?.['repair']), `${name} fine → repair`).toBe(expected(name, 'emergencyRepair', 'far'))
      } else expect(fine ?? null).toBe(null)
    })
  test('SEC-4 an id of another kind, and one of nothing, are not found', async () => {
    for (const id of [near.complaint, Buffer.from('Fine:00000000-0000-4000-8000-000000000000').toString('base64url'), 'x', ''])
      expect((await app.ask('manager', 'query($id: ID!) { fine(id: $id) { id } }', { id })).data).toEqual({ fine: null })
  })
  test('X-7 Y-6 SEC-5 the analyst sees customers masked, and can neither filter, sort nor search by what is masked', async () => {
    const { data } = await app.ask(
      'analyst',
      'query($id: ID!) { customer(id: $id) { name phone address identityNumber timeline { payload } } }',
      { id: near.customer },
    )
    expect(data?.['customer']).toMatchObject({
      name: '王**',
      phone: '138****5678',
      address: '***',
      identityNumber: '220*************34',
      timeline: [{ payload: {} }],
    })
    expect(
      (await app.ask('analyst', '{ customers(filter: { name: { contains: "王" } }) { edges { node { id } } } }')).errors?.[0]?.extensions
        ?.code,
    ).toBe('BAD_USER_INPUT')
    expect(
      (await app.ask('analyst', '{ customers(sort: { by: name, descending: false }) { edges { node { id } } } }')).errors?.[0]?.extensions
        ?.code,
    ).toBe('BAD_USER_INPUT')
    expect(
      (await app.ask('analyst', `{ complaints(filter: { customer: { in: ["${near.customer}"] } }) { edges { node { id } } } }`)).errors?.[0]
        ?.extensions?.code,
    ).toBe('BAD_USER_INPUT')
    for (const text of ['5678', '王小明', '小明'])
      expect((await app.ask('analyst', `{ search(text: "${text}") { groups { noun } } }`)).data).toEqual({ search: { groups: [] } })
    expect((await app.ask('analyst', '{ columns(noun: customer) { key filterable sortable } }')).data?.['columns']).toContainEqual({
      key: 'phone',
      filterable: false,
      sortable: false,
    })
  })
  test('X-7 the representative sees them as they are, in their own project alone', async () => {
    expect(
      (await app.ask('rep', 'query($id: ID!) { customer(id: $id) { name phone identityNumber } }', { id: near.customer })).data?.[
        'customer'
      ],
    ).toEqual({ name: '王小明', phone: '13812345678', identityNumber: '220*************34' })
    expect((await app.ask('rep', '{ search(text: "1111", of: [customer]) { groups { noun } } }')).data).toEqual({ search: { groups: [] } })
  })
  test('without signing in nothing is answered but who one is', async () => {
    expect((await app.ask(undefined, '{ me { positions } }')).data).toEqual({ me: null })
    const queries = makeSchema().getQueryType()?.getFields()
    for (const field of Object.keys(policy['Query'] ?? {}).filter((name) => !openToEverybody.includes(`Query.${name}`))) {
      const type = queries?.[field]
      const args = (type?.args ?? []).filter(({ type: of }) => String(of).endsWith('!'))
      // any value there is: what matters is that nobody gets as far as to look at it
      const some = (of: GraphQLInputType): string => {
        const named = getNamedType(of)
        const value = isEnumType(named)
          ? (named.getValues()[0]?.name ?? '')
          : isInputObjectType(named)
            ? `{ ${Object.values(named.getFields())
                .filter(({ type: inner }) => isNonNullType(inner))
                .map(({ name, type: inner }) => `${name}: ${some(inner)}`)
                .join(', ')} }`
            : ({ Int: '1', Boolean: 'true', Date: '"2026-11-24"' }[named.name] ?? '"x"')
        return String(of).startsWith('[') ? `[${value}]` : value
      }
      const given = args.length ? `(${args.map(({ name, type: of }) => `${name}: ${some(of)}`).join(', ')})` : ''
      const leaf = type !== undefined && isLeafType(getNamedType(type.type))
      const answer = await app.ask(undefined, `{ ${field}${given} ${leaf ? '' : '{ __typename }'} }`)
      expect(answer.errors?.[0]?.extensions?.code, field).toBe('UNAUTHENTICATED')
    }
  })
})

describe('SEC-1 SEC-2 one policy, and no way around it', () => {
  test('SEC-1 rows open to everybody are those listed by name', () => {
    const open = Object.entries(policy).flatMap(([type, fields]) =>
      Object.entries(fields).flatMap(([field, rule]) => (rule === 'anyone' ? [`${type}.${field}`] : [])),
    )
    expect(open).toEqual([...openToEverybody])
  })
  test('SEC-1 a new field without a row stops the server from starting', () => {
    expect(() => guarded(extendSchema(makeSchema(), parse('extend type Fine { secret: String }')), policy)).toThrow(
      'no rule in the policy for Fine.secret',
    )
    expect(() => guarded(extendSchema(makeSchema(), parse('extend type Query { everything: String }')), policy)).toThrow('Query.everything')
  })
  test('SEC-1 a row for what is not there is noticed too', () => {
    expect(() => guarded(makeSchema(), { ...policy, Fine: { ...policy['Fine'], gone: 'part' } })).toThrow('Fine.gone')
  })

  // each guard taken away once: what the tests above ask for would then be seen
  for (const kind of kinds)
    test(`SEC-2 without the guard on ${kind}, the stranger and the nobody would read it`, async () => {
      const type = [...nounOfType].find(([, noun]) => noun === kind)?.[0] ?? ''
      const others = new Map([...nounOfType].filter(([name]) => name !== type))
      const open = guarded(
        makeSchema(),
        { ...policy, [type]: Object.fromEntries(Object.keys(policy[type] ?? {}).map((field) => [field, 'part' as const])) },
        others,
      )
      const leaked = await app.askWith(open, 'nobody', `query($id: ID!) { ${kind}(id: $id) { id } }`, { id: near[kind] })
      // customers have their second fence in the database
      expect(Boolean(leaked.data?.[kind])).toBe(kind !== 'customer')
    })
})
