import { lookForProblems, type Looked } from '@lintel/server/problems/look.ts'
import { system } from '@lintel/server/records/company.ts'
import { idFrom } from '@lintel/server/records/identity.ts'
import { seeded } from '@lintel/server/demo/random.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { idOfPerson, near, place } from '../build/company.ts'
import { at } from '../build/town.ts'

// Two years of what is usual, in six buildings, and a burst in one of them in the last month. Y-2
const windows = ['次卧窗边渗水，雨后墙皮鼓起', '窗边渗水，下雨就漏，墙皮起鼓', '飘窗窗边渗水，墙皮脱落', '客厅窗边雨后渗水']
const others = [
  '入户门锁打不开',
  '门套开裂变形',
  '门缝漏风关不严',
  '门铃没有声音',
  '锁芯转不动',
  '门板掉漆',
  '猫眼松动',
  '门吸脱落',
  '闭门器漏油',
  '铰链异响',
]
const random = seeded(7)
let app: App
let first: Looked
let homes: { id: string; building: string }[]

const look = () =>
  lookForProblems({
    pool: app.services.database.pool,
    records: app.services.records,
    now: at('2026-11-05 02:30'),
    onProgress: () => Promise.resolve(),
  })
let count = 0
const add = async (said: { element: string; title: string; wording: string; unit: string; when: string }[]) =>
  app.services.records.bulk(async (bulk) => {
    for (const { element, title, wording, unit, when } of said) {
      const n = `${count++}`
      const made = await bulk.decide(
        idOfPerson('manager'),
        {
          does: 'complaint.importHistory',
          key: idFrom('said', n),
          input: {
            project: near,
            unit,
            kind: 'complaint',
            channel: 'phone',
            category: place.category,
            severity: 'general',
            element,
            title,
            wording,
            registeredAt: at(when),
            source: 'test',
            sourceId: n,
          },
        },
        at('2026-11-04 09:00'),
      )
      if ('refused' in made) throw new Error(JSON.stringify(made))
    }
  })
const window = (unit: string, when: string) => {
  const title = random.pick(windows)
  return { element: 'window', title, wording: `${title}，请打13812345678，住3栋2单元1501室`, unit, when }
}

beforeAll(async () => {
  app = await anApp('2026-11-05 02:30', { upkeep: false })
  homes = []
  await app.services.records.bulk(async (bulk) => {
    for (const b of [1, 2, 3, 4, 5, 6]) {
      const building = await bulk.decide(
        system,
        { does: 'building.add', key: idFrom('b', `${b}`), input: { project: near, phase: '二期', name: `${b}栋` } },
        at('2024-01-02 09:00'),
      )
      if ('refused' in building) throw new Error('building')
      for (const u of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
        const unit = await bulk.decide(
          system,
          {
            does: 'unit.add',
            key: idFrom('u', `${b} ${u}`),
            input: {
              project: near,
              building: building.id,
              number: `${u}01`,
              floor: u,
              houseType: u % 2 ? 'A1' : 'B2',
              handedOverOn: '2024-01-10',
            },
          },
          at('2024-01-02 09:00'),
        )
        if ('refused' in unit) throw new Error('unit')
        homes.push({ id: unit.id, building: building.id })
      }
    }
  })
  const usual = []
  for (let month = 0; month < 24; month++) {
    const when = `${new Date(Date.UTC(2024, 10 + month, 1)).toISOString().slice(0, 7)}-${String(3 + random.between(0, 20)).padStart(2, '0')} 10:00`
    for (const [n, home] of homes.entries()) {
      if (random.chance(0.18)) usual.push(window(home.id, when))
      const title = random.pick(others)
      if (n % 2 === month % 2 && random.chance(0.4)) usual.push({ element: 'door', title, wording: title, unit: home.id, when })
    }
  }
  await add(usual)
  await add(homes.slice(0, 10).flatMap(({ id }) => [window(id, '2026-10-18 10:00'), window(id, '2026-10-25 10:00')]))
  first = await look()
}, 60_000)
afterAll(() => app.close())

const shown = `number state name element scope place members followed
  evidence { kind dimension place month seen expected probability falseDiscovery among }
  wordings { number text } months { month count } category { nameZh }`
const theOne = async () =>
  (await app.ask('analyst', `{ problems(first: 5) { edges { node { id ${shown} } } } }`)).data?.['problems']?.['edges'] as unknown as {
    node: Record<string, never> & { id: string; name: string; members: number; evidence: Record<string, never>[] }
  }[]

describe('Y-2 common problems in the records', () => {
  test('Y-2 the planted burst is proposed once, with why, and nothing else', async () => {
    expect(first).toMatchObject({ month: '2026-10', proposed: 1 })
    const [{ node } = { node: undefined }, ...more] = await theOne()
    expect(more).toEqual([])
    expect(node).toMatchObject({
      state: 'proposed',
      element: 'window',
      scope: 'building',
      place: '郦城 二期 1栋',
      category: { nameZh: '质量' },
    })
    expect(node?.name).toContain('渗水')
    expect(node?.members).toBeGreaterThanOrEqual(20)
    expect(node?.evidence[0]).toMatchObject({ kind: 'growth', dimension: 'building', month: '2026-10' })
    expect(Number(node?.evidence[0]?.['seen'])).toBeGreaterThan(3 * Number(node?.evidence[0]?.['expected']))
  })
  test('Y-2 T-3 looking again proposes nothing again, and tests only what changed', async () => {
    expect(await look()).toMatchObject({ changed: 0, proposed: 0, joined: 0 })
    expect(await theOne()).toHaveLength(1)
  })
  test('X-7 Y-6 wordings are shown without phones and homes', async () => {
    const texts = JSON.stringify((await theOne())[0]?.node['wordings'])
    expect(texts).toContain('渗水')
    expect(texts).not.toContain('13812345678')
    expect(texts).not.toContain('1501')
  })
  test('Y-5 its complaints are a list, and the two agree', async () => {
    const node = (await theOne())[0]?.node
    const { data } = await app.ask('analyst', 'query($f: ComplaintFilter) { complaintCount(filter: $f) { value } }', {
      f: { problems: { in: [node?.id] } },
    })
    expect(data?.['complaintCount']?.['value']).toBe(node?.members)
    const refused = await app.ask('rep', 'query($f: ComplaintFilter) { complaintCount(filter: $f) { value } }', {
      f: { problems: { in: [node?.id] } },
    })
    expect(refused.errors?.length, 'SEC-5 who reads no problems cannot filter by them').toBeGreaterThan(0)
  })
  test('Y-2 B-9 once confirmed it collects what fits, tells who follows it, and leaves out what was taken out', async () => {
    const id = String((await theOne())[0]?.node.id)
    await app.does('analyst', 'problemConfirm', { id, input: { name: '1栋窗边渗水' } })
    const { data } = await app.ask('analyst', 'query($f: ComplaintFilter) { complaints(first: 1, filter: $f) { edges { node { id } } } }', {
      f: { problems: { in: [id] } },
    })
    const out = String(data?.['complaints']?.['edges']?.[0]?.['node']?.['id'])
    await app.does('analyst', 'problemRemoveMembers', { id, input: { complaints: [out], reason: '玻璃破损' } })
    const before = (await theOne())[0]?.node.members ?? 0
    const [home] = homes
    await add([
      window(home?.id ?? '', '2026-11-03 10:00'),
      { element: 'window', title: '窗户把手断了', wording: '把手断了', unit: home?.id ?? '', when: '2026-11-03 11:00' },
      // the same in another building is not what was confirmed
      window(homes.at(-1)?.id ?? '', '2026-11-03 12:00'),
    ])
    app.at('2026-11-06 02:30')
    expect(await look()).toMatchObject({ joined: 1, proposed: 0 })
    expect((await theOne())[0]?.node.members).toBe(before + 1)
    const history = await app.ask('analyst', 'query($id: ID!) { problem(id: $id) { timeline(first: 3) { type bySystem } } }', { id })
    expect(history.data?.['problem']?.['timeline']?.[0]).toMatchObject({ type: 'Collected', bySystem: true })
    const told = await app.ask('analyst', '{ messages(first: 5) { edges { node { kind stage recordId } } } }')
    expect(JSON.stringify(told.data ?? told.errors)).toContain('grew')
    expect(await look(), 'what was taken out stays out').toMatchObject({ joined: 0 })
  })
  test('Y-2 the case says to which problem it belongs, to those who read problems', async () => {
    const id = String((await theOne())[0]?.node.id)
    const { data } = await app.ask(
      'analyst',
      'query($f: ComplaintFilter) { complaints(first: 1, filter: $f) { edges { node { id problems { id } } } } }',
      {
        f: { problems: { in: [id] } },
      },
    )
    const node = data?.['complaints']?.['edges']?.[0]?.['node']
    expect(node?.['problems']).toEqual([{ id }])
    const asRep = await app.ask('rep', 'query($id: ID!) { complaint(id: $id) { problems { id } } }', { id: String(node?.['id']) })
    expect(asRep.data?.['complaint']?.['problems']).toEqual([])
  })
  test('Y-2 a look is asked for by those who work on problems, and by nobody else', async () => {
    const asked = await app.ask('analyst', 'mutation { problemsLook(key: "a") { __typename ... on ProblemRun { state } } }')
    expect(asked.data?.['problemsLook']).toMatchObject({ __typename: 'ProblemRun', state: 'waiting' })
    const again = await app.ask('manager', 'mutation { problemsLook(key: "b") { ... on ProblemRun { state } } }')
    expect(again.data?.['problemsLook']).toMatchObject({ state: 'waiting' })
    const { rows } = await app.services.database.pool.query('select id from problem_run')
    expect(rows).toHaveLength(1)
    const no = await app.ask('rep', 'mutation { problemsLook(key: "c") { __typename } }')
    expect(no.data?.['problemsLook']).toEqual({ __typename: 'NotAllowed' })
  })
})
