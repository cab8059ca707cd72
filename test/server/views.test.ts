import { randomUUID } from 'node:crypto'
import type { Moment } from '@lintel/domain'
import { tellOfViews } from '@lintel/server/views/follow.ts'
import { mostFollowed } from '@lintel/server/views/state.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'
import { at } from '../build/town.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00', { upkeep: false })
})
afterAll(() => app.close())

type View = {
  readonly id: string
  readonly name: string
  readonly audience: string
  readonly version: number
  readonly editable: boolean
  readonly first: boolean
  readonly tab: boolean
  readonly subscribed: boolean
  readonly state: {
    readonly filter: object
    readonly sort: readonly object[]
    readonly columns: readonly object[]
    readonly without: readonly string[]
  }
  readonly count: { readonly value: number } | null
}
type Answer = Partial<View> & {
  readonly __typename: string
  readonly code?: string
  readonly message?: string
  readonly permission?: string
}
const shown =
  'id name audience version editable first tab subscribed state { filter sort { by descending } columns { key width pin } groups density wrap without } count { value }'
const result = `{ __typename ... on ListView { ${shown} } ... on Refusal { code message } ... on NeedsPermission { permission } }`
const plain = { filter: {}, sort: [], columns: [], groups: [], density: 'medium', wrap: false }
const views = async (who: Name, noun = 'complaint') =>
  ((await app.ask(who, `{ views(noun: ${noun}) { ${shown} } }`)).data?.['views'] ?? []) as unknown as readonly View[]
const asked = async (who: Name, mutation: string, given: string, passed: string, variables: object): Promise<Answer> => {
  const { data, errors } = await app.ask(who, `mutation(${given}) { ${mutation}(${passed}) ${result} }`, variables)
  if (!data?.[mutation]) throw new Error(JSON.stringify(errors))
  return data[mutation] as unknown as Answer
}
type Input = { name: string; audience?: string; position?: string; first?: boolean; state?: object }
const inputOf = ({ audience = 'me', first = false, state = {}, ...more }: Input) => ({
  audience,
  first,
  ...more,
  state: { ...plain, ...state },
})
const add = (who: Name, input: Input, key: string = randomUUID(), noun = 'complaint') =>
  asked(who, 'viewAdd', '$noun: NounName!, $key: String!, $input: ViewInput!', 'noun: $noun, key: $key, input: $input', {
    noun,
    key,
    input: inputOf(input),
  })
const change = (who: Name, { id, version }: Pick<Answer, 'id' | 'version'>, input: Input) =>
  asked(who, 'viewChange', '$id: ID!, $version: Int!, $input: ViewInput!', 'id: $id, version: $version, noun: complaint, input: $input', {
    id,
    version,
    input: inputOf(input),
  })
const remove = (who: Name, { id, version }: Pick<Answer, 'id' | 'version'>) =>
  asked(who, 'viewRemove', '$id: ID!, $version: Int!', 'id: $id, version: $version', { id, version })
const choose = (who: Name, { id }: Pick<Answer, 'id'>, tab: boolean, subscribed: boolean) =>
  asked(who, 'viewChoose', '$id: ID!, $tab: Boolean!, $subscribed: Boolean!', 'id: $id, tab: $tab, subscribed: $subscribed', {
    id,
    tab,
    subscribed,
  })
const namesOf = async (who: Name) => (await views(who)).map(({ name }) => name)

describe('X-9 a view is mine, for a position or for everyone', () => {
  test('X-9 what is kept comes back as it was: filter, order, columns, widths, pins, groups, density', async () => {
    const state = {
      filter: { severity: { in: ['major'] }, or: [{ dueAt: { within: { of: 'lastDays', n: 7 } } }, { not: { onTime: { is: true } } }] },
      sort: [{ by: 'dueAt', descending: false }],
      columns: [
        { key: 'number', width: 150, pin: 'left' },
        { key: 'title', width: null, pin: null },
      ],
      groups: ['state'],
      density: 'dense',
      wrap: true,
    }
    const key = randomUUID()
    const made = await add('rep', { name: '我的重大', state }, key)
    expect(made).toMatchObject({
      __typename: 'ListView',
      state: { ...state, without: [] },
      version: 1,
      editable: true,
      tab: true,
      subscribed: false,
    })
    // a lost answer asked for again makes no second one
    expect((await add('rep', { name: '我的重大', state }, key)).id).toBe(made.id)
    expect((await namesOf('rep')).filter((name) => name === '我的重大')).toHaveLength(1)
  })
  test('X-9 nobody else sees mine, and one name stands once', async () => {
    await add('rep', { name: '只有我' })
    for (const who of ['rep2', 'manager', 'admin'] as const) expect(await namesOf(who)).not.toContain('只有我')
    expect(await add('rep', { name: ' 只有我 ' })).toMatchObject({ code: 'AlreadyExists' })
    expect((await add('rep2', { name: '只有我' })).__typename).toBe('ListView')
  })
  test('X-9 sharing asks for its permission by name, for the others as for everyone', async () => {
    for (const audience of [{ audience: 'everyone' }, { audience: 'position', position: 'representative' }])
      expect(await add('rep', { name: '大家', ...audience })).toMatchObject({ code: 'NeedsPermission', permission: 'view.share' })
    expect(await add('manager', { name: '默认', audience: 'everyone', first: true })).toMatchObject({
      code: 'NeedsPermission',
      permission: 'view.setDefault',
    })
    expect((await add('rep', { name: '大家', audience: 'everyone' })).message).toContain('共享列表视图')
  })
  test('X-9 a view for a position is seen by those who hold it', async () => {
    await add('manager', { name: '代表用', audience: 'position', position: 'representative' })
    expect(await namesOf('rep')).toContain('代表用')
    expect(await namesOf('stranger')).toContain('代表用')
    expect(await namesOf('frontDesk')).not.toContain('代表用')
  })
  test('X-9 nobody’s change alters another’s own view; a shared one is changed by whoever may share', async () => {
    const mine = await add('rep', { name: '别动' })
    for (const who of ['rep2', 'manager', 'admin'] as const) {
      expect(await change(who, mine, { name: '动了' })).toMatchObject({ code: 'NotFound' })
      expect(await remove(who, mine)).toMatchObject({ code: 'NotFound' })
    }
    const shared = await add('manager', { name: '共享', audience: 'everyone' })
    expect((await views('rep')).find(({ name }) => name === '共享')).toMatchObject({ editable: false })
    expect(await change('rep', shared, { name: '动了' })).toMatchObject({ code: 'NeedsPermission', permission: 'view.share' })
    expect(await remove('rep', shared)).toMatchObject({ code: 'NeedsPermission' })
    expect(await change('deputy', shared, { name: '共享二', audience: 'everyone' })).toMatchObject({ name: '共享二', version: 2 })
  })
  test('B-4 of two who change it at once the second is told, and nothing is overwritten', async () => {
    const seen = await add('manager', { name: '两人', audience: 'everyone' })
    const answers = await Promise.all([
      change('manager', seen, { name: '两人一', audience: 'everyone' }),
      change('deputy', seen, { name: '两人二', audience: 'everyone' }),
    ])
    expect(answers.map((one) => one.code ?? 'done').toSorted()).toEqual(['ChangedSinceSeen', 'done'])
    expect(await remove('manager', seen)).toMatchObject({ code: 'ChangedSinceSeen' })
    const kept = answers.find(({ code }) => code === undefined)
    expect(await namesOf('rep')).toContain(kept?.name)
    expect((await remove('manager', { ...kept })).__typename).toBe('ListView')
    expect(await namesOf('rep')).not.toContain(kept?.name)
  })
  test('X-9 the administrator’s default is one for everyone and one for each position', async () => {
    // also of what they do not read themselves
    expect((await add('admin', { name: '投诉开始', audience: 'everyone', first: true })).first).toBe(true)
    const one = await add('admin', { name: '开始一', audience: 'everyone', first: true }, randomUUID(), 'contractor')
    const two = await add('admin', { name: '开始二', audience: 'everyone', first: true }, randomUUID(), 'contractor')
    const theirs = await add(
      'admin',
      { name: '代表开始', audience: 'position', position: 'representative', first: true },
      randomUUID(),
      'contractor',
    )
    expect([one.first, two.first, theirs.first]).toEqual([true, true, true])
    expect((await views('rep', 'contractor')).filter((view) => view.first).map(({ name }) => name)).toEqual(['开始二', '代表开始'])
  })
  test('X-9 what is no view is refused: no name, a long one, an unknown field, a position without one', async () => {
    expect(await add('rep', { name: '  ' })).toMatchObject({ code: 'BadInput' })
    expect(await add('rep', { name: '长'.repeat(61) })).toMatchObject({ code: 'BadInput' })
    expect(await add('manager', { name: '岗位', audience: 'position' })).toMatchObject({ code: 'BadInput' })
    for (const state of [
      { columns: [{ key: 'secret' }] },
      { sort: [{ by: 'secret', descending: true }] },
      { filter: { secret: { is: 1 } } },
      { filter: { title: 'x' } },
    ])
      await expect(add('rep', { name: '错', state })).rejects.toThrow('BAD_USER_INPUT')
  })
  test('X-9 whether it stands above the list is everybody’s own choice', async () => {
    const shared = await add('manager', { name: '选择', audience: 'everyone' })
    expect(await choose('rep', shared, false, false)).toMatchObject({ tab: false })
    const seen = async (who: Name) => (await views(who)).find(({ id }) => id === shared.id)?.tab
    expect([await seen('rep'), await seen('manager')]).toEqual([false, true])
    expect(await choose('nobody', await add('rep', { name: '藏' }), true, true)).toMatchObject({ code: 'NotFound' })
  })
})

describe('SEC-5 a view tells nobody what they may not read', () => {
  test('SEC-5 X-7 what it filters by is left out for whoever may not, by name, and is not counted', async () => {
    const filter = { or: [{ name: { contains: '王小明' } }, { and: [{ phone: { startsWith: '138' } }] }], state: { in: ['active'] } }
    await add('manager', { name: '客户', audience: 'everyone', state: { filter } }, randomUUID(), 'customer')
    const [forManager] = await views('manager', 'customer')
    const [forAnalyst] = await views('analyst', 'customer')
    expect(forManager).toMatchObject({ state: { filter, without: [] }, count: { value: 1 } })
    expect(forAnalyst?.state).toMatchObject({ filter: { or: [{}, { and: [{}] }], state: { in: ['active'] } }, without: ['name', 'phone'] })
    expect(forAnalyst?.count).toBe(null)
    expect(JSON.stringify(forAnalyst)).not.toContain('王小明')
  })
  test('SEC-5 nobody keeps what they may not ask', async () => {
    await expect(
      add('analyst', { name: '偷看', state: { filter: { not: { phone: { empty: true } } } } }, randomUUID(), 'customer'),
    ).rejects.toThrow('notUsable')
  })
})

describe('X-9 whoever follows a view is told once of what enters it', () => {
  const look = async (written: string) => {
    app.at(written)
    return tellOfViews(app.services.database, app.services.records.company, at(written) as Moment)
  }
  const told = async (who: Name) => {
    const { data } = await app.ask(who, '{ messages(first: 50) { edges { node { kind stage title number part recordId view } } } }')
    return (
      (data?.['messages']?.['edges'] ?? []) as unknown as {
        node: { kind: string; stage: string; part: string; recordId: string; title: string }
      }[]
    )
      .map(({ node }) => node)
      .filter(({ kind }) => kind === 'view')
  }
  test('X-9 REL-12 what was there when they subscribed is no news; what comes is told once, by however many processes', async () => {
    await aCase(app, { title: '早就在', severity: 'major' })
    const view = await add('rep2', { name: '重大', state: { filter: { severity: { in: ['major'] } } } })
    await choose('rep2', view, true, true)
    expect(await look('2026-11-23 09:10')).toEqual([])
    const entered = await aCase(app, { title: '新来的', severity: 'major' })
    await aCase(app, { title: '不相干', severity: 'general' })
    const people = await Promise.all([look('2026-11-23 09:20'), look('2026-11-23 09:20'), look('2026-11-23 09:21')])
    expect(people.flat()).toEqual([idOfPerson('rep2')])
    await look('2026-11-23 09:30')
    expect(await told('rep2')).toEqual([
      expect.objectContaining({ stage: 'entered', part: '重大', recordId: entered, title: '新来的', view: view.id }),
    ])
    // it leaves, and enters again: that is news
    await app.does('rep', 'complaintCorrect', { id: entered, input: { severity: 'general', reason: '误填' } })
    await look('2026-11-23 09:40')
    await app.does('rep', 'complaintCorrect', { id: entered, input: { severity: 'major', reason: '更正' } })
    await look('2026-11-23 09:50')
    expect(await told('rep2')).toHaveLength(2)
    // whoever no longer follows is told nothing
    await choose('rep2', view, true, false)
    await aCase(app, { title: '又一件', severity: 'major' })
    expect(await look('2026-11-23 10:00')).toEqual([])
  })
  test('X-9 many at once are one message', async () => {
    const view = await add('rep2', { name: '一批', state: { filter: { title: { contains: '一批' } } } })
    await choose('rep2', view, true, true)
    await look('2026-11-23 10:10')
    for (let n = 0; n < 11; n++) await aCase(app, { title: `一批 ${n}` })
    await look('2026-11-23 10:20')
    expect((await told('rep2')).filter(({ part }) => part === '一批')).toEqual([
      expect.objectContaining({ stage: 'enteredMany', title: '11', recordId: null }),
    ])
  })
  test('SEC-5 P-1 nobody is told of what they may not read, or may no longer', async () => {
    const view = await add('manager', { name: '全部', audience: 'everyone' })
    for (const who of ['stranger', 'manager'] as const) await choose(who, view, true, true)
    await look('2026-11-23 10:30')
    await aCase(app, { title: '近处的' })
    expect(await look('2026-11-23 10:40')).toEqual([idOfPerson('manager')])
    expect(await told('stranger')).toEqual([])
    const far = (title: string) =>
      app.does('manager', 'complaintRegister', {
        input: {
          project: ids.far,
          unit: ids.farUnit,
          customer: ids.farCustomer,
          kind: 'complaint',
          channel: 'phone',
          category: ids.category,
          severity: 'general',
          title,
          wording: title,
        },
      })
    await far('远处的')
    expect((await look('2026-11-23 10:45')).toSorted()).toEqual([idOfPerson('manager'), idOfPerson('stranger')].toSorted())
    // a view that is no longer for them
    const changed = await change('manager', view, { name: '全部', audience: 'position', position: 'manager' })
    expect(changed.code).toBe(undefined)
    await far('又一件远处的')
    expect(await look('2026-11-23 10:50')).toEqual([idOfPerson('manager')])
    expect((await told('stranger')).map(({ title }) => title)).toEqual(['远处的'])
  })
  test('a view of more records than anybody can be told of is not followed', () => expect(mostFollowed).toBe(5_000))
})
