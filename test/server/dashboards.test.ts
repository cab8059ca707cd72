import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import type { Name } from '../build/company.ts'

let app: App
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00', { upkeep: false })
})
afterAll(() => app.close())

type Figure = { title: string; chart: string; wide: boolean; period: string; ask: object }
type Answer = {
  readonly __typename: string
  readonly id?: string
  readonly name?: string
  readonly version?: number
  readonly editable?: boolean
  readonly figures?: readonly Figure[]
  readonly code?: string
  readonly message?: string
}
const shown = 'id name audience version editable figures { title chart wide period ask }'
const result = `{ __typename ... on Dashboard { ${shown} } ... on Refusal { code message } }`
const figure = (more: Partial<Figure> = {}): Figure => ({
  title: '各楼盘投诉',
  chart: 'bars',
  wide: true,
  period: '12month',
  ask: { by: ['project'], measures: ['count'] },
  ...more,
})
type Input = { name: string; audience?: string; position?: string; figures?: readonly Figure[] }
const inputOf = ({ audience = 'me', figures = [figure()], ...more }: Input) => ({ audience, figures, ...more })
const asks = (who: Name, mutation: string, given: string, passed: string, variables: object) =>
  app.ask(who, `mutation(${given}) { ${mutation}(${passed}) ${result} }`, variables)
const asked = async (...all: Parameters<typeof asks>): Promise<Answer> => {
  const { data, errors } = await asks(...all)
  const answer = data?.[all[1]]
  if (!answer) throw new Error(JSON.stringify(errors))
  return answer as unknown as Answer
}
const adding = '$key: String!, $input: DashboardInput!'
const add = (who: Name, input: Input, key: string = randomUUID()) =>
  asked(who, 'dashboardAdd', adding, 'key: $key, input: $input', { key, input: inputOf(input) })
const change = (who: Name, { id, version }: Answer, input: Input) =>
  asked(who, 'dashboardChange', '$id: ID!, $version: Int!, $input: DashboardInput!', 'id: $id, version: $version, input: $input', {
    id,
    version,
    input: inputOf(input),
  })
const remove = (who: Name, { id, version }: Answer) =>
  asked(who, 'dashboardRemove', '$id: ID!, $version: Int!', 'id: $id, version: $version', { id, version })
const seenBy = async (who: Name) =>
  ((await app.ask(who, `{ dashboards { ${shown} } }`)).data?.['dashboards'] ?? []) as unknown as readonly Answer[]
const namesOf = async (who: Name) => (await seenBy(who)).map(({ name }) => name)

describe('X-9 a dashboard is mine, for a position or for everyone', () => {
  test('X-9 what is kept comes back as it was, and the same key gives the same one', async () => {
    const kept = figure({
      chart: 'heat',
      wide: false,
      period: '2026-01-01..2026-06-30',
      ask: {
        by: ['project', 'element'],
        measures: ['count'],
        compare: 'sameLastYear',
        filter: [{ dimension: 'element', in: ['bathroom'] }],
      },
    })
    const key = randomUUID()
    const one = await add('rep', { name: '我的', figures: [kept, figure()] }, key)
    expect(one).toMatchObject({ name: '我的', version: 1, editable: true, figures: [kept, figure()] })
    expect((await add('rep', { name: '另一个' }, key)).id).toBe(one.id)
  })

  test('X-9 one’s own are nobody else’s, those of a position are its holders’, those for everyone are everyone’s', async () => {
    await add('manager', { name: '我自己的' })
    await add('manager', { name: '代表看的', audience: 'position', position: 'representative' })
    await add('manager', { name: '大家看的', audience: 'everyone' })
    expect(await namesOf('rep2')).toEqual(['大家看的', '代表看的'])
    expect(await namesOf('finance')).toEqual(['大家看的'])
  })

  test('X-9 sharing needs its permission, and what is shared is changed by whoever may share only', async () => {
    expect(await add('rep', { name: '给大家', audience: 'everyone' })).toMatchObject({ code: 'NeedsPermission' })
    const shared = await add('manager', { name: '公共', audience: 'everyone' })
    expect((await seenBy('rep')).find(({ name }) => name === '公共')).toMatchObject({ editable: false })
    expect(await change('rep', shared, { name: '改名', audience: 'everyone' })).toMatchObject({ code: 'NeedsPermission' })
    expect(await remove('rep', shared)).toMatchObject({ code: 'NeedsPermission' })
    expect(await change('deputy', shared, { name: '改名', audience: 'everyone' })).toMatchObject({ name: '改名', version: 2 })
  })

  test('B-4 who comes second is told instead of overwriting', async () => {
    const one = await add('rep', { name: '先后' })
    await change('rep', one, { name: '先' })
    expect(await change('rep', one, { name: '后' })).toMatchObject({ code: 'ChangedSinceSeen' })
    expect(await remove('rep', one)).toMatchObject({ code: 'ChangedSinceSeen' })
    expect(await namesOf('rep')).toContain('先')
  })

  test('X-9 another’s own is not there', async () => {
    const own = await add('manager', { name: '看不到' })
    expect(await change('rep', own, { name: '偷改' })).toMatchObject({ code: 'NotFound' })
  })
})

describe('SEC-5 what is kept is what could be asked', () => {
  test.each([
    ['no such measure', figure({ ask: { by: [], measures: ['phones'] } })],
    ['no such dimension', figure({ ask: { by: ['customer'], measures: ['count'] } })],
    ['no period', figure({ period: 'always' })],
    ['no question', figure({ ask: {} })],
    ['a title without end', figure({ title: '长'.repeat(81) })],
  ])('%s', async (_, wrong) => {
    const { errors } = await asks('rep', 'dashboardAdd', adding, 'key: $key, input: $input', {
      key: randomUUID(),
      input: inputOf({ name: '错', figures: [wrong] }),
    })
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  test('a name that is taken, none, or one too many figures is refused with what to do', async () => {
    await add('rep2', { name: '同名' })
    expect(await add('rep2', { name: '同名' })).toMatchObject({ code: 'AlreadyExists' })
    expect(await add('rep2', { name: ' ' })).toMatchObject({ code: 'BadInput' })
    expect(await add('rep2', { name: '多', figures: Array.from({ length: 25 }, () => figure()) })).toMatchObject({ code: 'BadInput' })
  })
})
