import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, ids as known, type App } from '../build/app.ts'
import { names, place, type Name } from '../build/company.ts'
import { farRecords, nearRecords } from './policy/records.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
  await nearRecords(app)
  await farRecords(app)
})
afterAll(() => app.close())

const compare = (a: string, b: string) => (a < b ? -1 : 1)

type Hit = { readonly id: string; readonly title: string; readonly exact: boolean; readonly matches: readonly Match[] }
type Match = {
  readonly field: string
  readonly text: string
  readonly ranges: readonly { readonly from: number; readonly until: number }[]
}
type Groups = readonly { readonly noun: string; readonly hits: readonly Hit[]; readonly more: boolean; readonly endCursor: string | null }[]
const search = async (
  who: Name,
  text: string,
  more: { of?: readonly string[]; first?: number; after?: string | null; inUse?: boolean } = {},
) => {
  const { data, errors } = await app.ask(
    who,
    `query($text: String!, $of: [NounName!], $first: Int, $after: String, $inUse: Boolean) { search(text: $text, of: $of, first: $first, after: $after, inUse: $inUse) {
       tooShort groups { noun more endCursor hits { id noun number title state at exact matches { field text ranges { from until } } record { __typename } } } } }`,
    { text, first: 100, ...more },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  return data['search'] as unknown as { readonly tooShort: boolean; readonly groups: Groups }
}
const ids = async (who: Name, text: string, of?: readonly string[]) =>
  (await search(who, text, of ? { of } : {})).groups.flatMap(({ hits }) => hits.map(({ id }) => id)).toSorted()

/** As the decision record says it, written again: compatibility forms, lower case, no width is nothing, spaces part what must all be there. */
const form = (text: string) =>
  [...text].map((one) => (/\p{Cf}/u.test(one) ? '' : /\s|\p{Cc}/u.test(one) ? ' ' : one.normalize('NFKC').toLowerCase())).join('')
const holds = (texts: readonly string[], asked: string) =>
  form(asked)
    .split(' ')
    .filter(Boolean)
    .every((term) => texts.some((text) => form(text).includes(term)))

// what the lists show of each kind, and which of it is searched
const shown: Readonly<
  Record<string, readonly [list: string, fields: string, texts: (node: never) => readonly (string | null | undefined)[]]>
> = {
  complaint: [
    'complaints',
    'number title wording wish place resolution feedback { content }',
    (one: {
      number: string
      title: string
      wording: string
      wish: string
      place: string
      resolution: string
      feedback: { content: string }[]
    }) => [one.number, one.title, one.wording, one.wish, one.place, one.resolution, ...one.feedback.map(({ content }) => content)],
  ],
  notice: [
    'notices',
    'number defects { location requirement } excuses { reason }',
    (one: { number: string; defects: { location: string; requirement: string }[]; excuses: { reason: string }[] }) => [
      one.number,
      ...one.defects.flatMap(({ location, requirement }) => [location, requirement]),
      ...one.excuses.map(({ reason }) => reason),
    ],
  ],
  fine: ['fines', 'number facts', (one: { number: string; facts: string }) => [one.number, one.facts]],
  emergencyRepair: [
    'emergencyRepairs',
    'number reason log { work }',
    (one: { number: string; reason: string; log: { work: string }[] }) => [one.number, one.reason, ...one.log.map(({ work }) => work)],
  ],
  visit: [
    'visits',
    'title wording reviewNote',
    (one: { title: string; wording: string; reviewNote: string }) => [one.title, one.wording, one.reviewNote],
  ],
  contract: ['contracts', 'number', (one: { number: string }) => [one.number]],
  contractor: [
    'contractors',
    'name contact phone',
    (one: { name: string; contact: string; phone: string }) => [one.name, one.contact, one.phone],
  ],
  project: [
    'projects',
    'name nameEn city code',
    (one: { name: string; nameEn: string; city: string; code: string }) => [one.name, one.nameEn, one.city, one.code],
  ],
  person: ['people', 'name email', (one: { name: string; email: string }) => [one.name, one.email]],
}
const asks = [
  '漏水',
  '卫生间',
  '2026',
  '开裂',
  'TS-2026-000001',
  'HT-',
  '修补',
  '未到场',
  '到场',
  '东建',
  '郦城',
  'Licheng',
  'rep',
  'town.test',
  '已修好',
  '重做防水',
  '不存在的话',
]

describe('SEC-5 X-3 what is found is what the lists show, held against the text', () => {
  for (const name of names)
    test(`SEC-5 ${name}: of every kind`, async () => {
      for (const [noun, [list, fields, texts]] of Object.entries(shown)) {
        const { data } = await app.ask(name, `{ ${list}(first: 100) { edges { node { id ${fields} } } } }`)
        const nodes = ((data?.[list]?.['edges'] ?? []) as unknown as { node: { id: string } }[]).map(({ node }) => node)
        for (const asked of asks) {
          const expected = nodes
            .filter((node) =>
              holds(
                texts(node as never).filter((text) => typeof text === 'string'),
                asked,
              ),
            )
            .map(({ id }) => id)
          expect(await ids(name, asked, [noun]), `${noun} ${asked}`).toEqual(expected.toSorted())
        }
      }
    })
})

describe('X-7 SEC-5 customers are found by whoever sees who they are, where they see it', () => {
  const sees: readonly Name[] = ['rep', 'rep2', 'frontDesk', 'manager', 'deputy']
  const asked = ['王小明', '小明', '王小', '5678', '13812345678', '678']
  test.each(names)('SEC-5 %s', async (name) => {
    for (const text of asked) expect(await ids(name, text, ['customer']), text).toEqual(sees.includes(name) ? [known.customer] : [])
    expect(await ids(name, '1111', ['customer'])).toEqual(['stranger', 'manager', 'deputy'].includes(name) ? [known.farCustomer] : [])
    // nor does a masked one, or what nobody sees unmasked
    for (const text of ['王**', '138****5678', '2201021980', '1234567', '幸福路'])
      expect(await ids(name, text, ['customer']), text).toEqual([])
  })
  test('X-3 a result says what of it was looked for', async () => {
    const [group] = (await search('rep', '5678', { of: ['customer'] })).groups
    expect(group?.hits[0]).toMatchObject({
      title: '王小明',
      matches: [{ field: 'phone', text: '13812345678', ranges: [{ from: 7, until: 11 }] }],
    })
  })
  test('X-7 a new phone is found and the old one no longer', async () => {
    const added = await app.does('frontDesk', 'customerAdd', {
      input: { name: '周改号', phone: '0431-8888 7766', units: [], projects: [known.near] },
    })
    expect(await ids('rep', '7766', ['customer'])).toEqual([added])
    expect(await ids('rep', '88887766', ['customer'])).toEqual([added])
    await app.does('frontDesk', 'customerChange', {
      id: added,
      input: { name: '周改号', phone: '13500009911', units: [], projects: [known.near], reason: '换号' },
    })
    expect(await ids('rep', '7766', ['customer'])).toEqual([])
    expect(await ids('rep', '9911', ['customer'])).toEqual([added])
  })
})

describe('X-3 units as people write them', () => {
  test('by building and number, with project and phase or without, however they are parted', async () => {
    const add = (number: string) =>
      app.does('admin', 'unitAdd', { input: { project: known.near, building: known.building, number, floor: 15, houseType: 'C3' } })
    const [whole, named] = [await add('2-1501'), await add('3-1601')]
    for (const text of [
      '3-2-1501',
      '3栋2单元1501',
      '3栋2单元1501室',
      '3号楼2单元1501',
      '3#2-1501',
      '３－２－１５０１',
      '3-2-15',
      '郦城3-2-1501',
      '郦城 3-2-1501',
      '郦城一期3栋2-1501',
      '郦城 一期 3栋 2-1501',
      '郦城 1501',
      '3栋 2-1501',
      'licheng 3-2-1501',
    ])
      expect(await ids('rep', text, ['unit']), text).toEqual([whole])
    for (const text of ['3-1601', '3栋1601', '郦城3栋1601']) expect(await ids('rep', text, ['unit']), text).toEqual([named])
    expect(await ids('rep', '3-1202', ['unit'])).toEqual([known.unit])
    // 13栋 is not 3栋, nor 21501 1501
    for (const text of ['13-2-1501', '3-21501', '2栋2单元1501', '远山3-2-1501']) expect(await ids('rep', text, ['unit']), text).toEqual([])
  })
  test('P-4 a renamed building renames what is in it', async () => {
    const input = { project: known.near, phase: '一期', name: '5号楼', reason: '更名' }
    await app.does('admin', 'buildingChange', { id: known.building, input })
    expect(await ids('rep', '5-1202', ['unit'])).toEqual([known.unit])
    expect(await ids('rep', '3-1202', ['unit'])).toEqual([])
    await app.does('admin', 'buildingChange', { id: known.building, input: { ...input, name: '3栋' } })
    expect(await ids('rep', '3-1202', ['unit'])).toEqual([known.unit])
  })
})

describe('X-3 what is looked for is text and nothing else', () => {
  const odd = [
    '100%漏水_严重',
    'O\'Neil "quoted" {a,b} \\n',
    '投诉😀😡表情',
    '👨‍👩‍👧 一家三口',
    'ＡＢＣ１２３ Straße',
    "'; drop table search_entry; --",
    '\\ $1 ${x} @> &&',
    'ﬁne ① ㎡',
    'İstanbul Σας',
  ]
  const cases: Record<string, string> = {}
  beforeAll(async () => {
    for (const wording of odd) cases[wording] = await aCase(app, { title: '怪字', wording })
  })
  const parts = odd.flatMap((text) => {
    const characters = [...text]
    return characters
      .flatMap((_, n) => [2, 3, 5].map((length) => characters.slice(n, n + length).join('')))
      .filter((part) => [...form(part).trim()].length > 1 && !/^\d+$/u.test(form(part)))
  })
  test('every part of every odd text finds what has it, and only that', async () => {
    const written = new Set(Object.values(cases))
    for (const part of new Set(parts)) {
      const { groups } = await search('rep', part, { of: ['complaint'] })
      const enough = form(part)
        .split(' ')
        .some((term) => [...term].length > 1)
      const expected = odd.flatMap((text) => (enough && holds([text], part) ? (cases[text] ?? []) : []))
      expect(
        groups
          .flatMap(({ hits }) => hits.map(({ id }) => id))
          .filter((id) => written.has(id))
          .toSorted(compare),
        part,
      ).toEqual(expected.toSorted(compare))
    }
  })
  test('full width, case and spaces make no difference; what stands apart must all be there', async () => {
    expect(await ids('rep', 'abc123')).toEqual([cases['ＡＢＣ１２３ Straße']])
    expect(await ids('rep', '　ａｂＣ　 strASSE '.replace('SS', 'ß'))).toEqual([cases['ＡＢＣ１２３ Straße']])
    expect(await ids('rep', 'abc 没有')).toEqual([])
  })
  test('one character is too few, of whatever there are many; of what there are few it is enough', async () => {
    for (const text of ['', ' ', '漏', '😀', '　漏　', '漏 水', '%', '\u0000', '\ud83d', '\u200b漏'])
      expect(await search('rep', text), text).toEqual({ tooShort: true, groups: [] })
    expect(await ids('rep', '郦', ['project'])).toEqual([known.near])
    expect((await search('rep', '郦', { of: ['project', 'complaint'] })).tooShort).toBe(true)
  })
  test('half a pair of units, nothing but signs, and ten thousand characters are answered in time', async () => {
    for (const text of [
      '\ud83d\ude00\ud83d',
      '%%',
      '__',
      '\\\\',
      '\u0000漏水\u0000',
      '漏水'.repeat(5_000),
      'x '.repeat(5_000),
      '3-'.repeat(5_000),
      '1'.repeat(10_000),
    ]) {
      const began = performance.now()
      expect((await search('rep', text)).groups.length, text.slice(0, 20)).toBeLessThan(8)
      expect(performance.now() - began).toBeLessThan(2_000)
    }
  })
  test('what was looked for is marked where it stands, in the text as it was written', async () => {
    const [group] = (await search('rep', 'abc123', { of: ['complaint'] })).groups
    const match = group?.hits[0]?.matches.find(({ field }) => field === 'wording')
    expect(match?.ranges.map(({ from, until }) => match.text.slice(from, until))).toEqual(['ＡＢＣ１２３'])
  })
})

describe('X-3 numbers first, then the newest, page by page', () => {
  test('the record whose number it is stands before all that mention it, in whatever way it is written', async () => {
    const first = await ids('manager', 'TS-2026-000001', ['complaint'])
    await aCase(app, { title: '同 TS-2026-000001', wording: '又漏' })
    for (const text of ['TS-2026-000001', 'ts2026000001', 'ＴＳ－２０２６－０００００１']) {
      const [group] = (await search('manager', text)).groups
      expect(group?.hits.map(({ exact }) => exact)).toEqual([true, false])
      expect([group?.hits[0]?.id]).toEqual(first)
    }
    // a part of a number is enough
    expect(await ids('manager', '26-000001', ['complaint'])).toHaveLength(2)
  })
  test('pages go on where they ended; a cursor of another kind is refused', async () => {
    const whole = (await search('manager', '漏水', { of: ['complaint'] })).groups[0]?.hits.map(({ id }) => id) ?? []
    const seen: string[] = []
    for (let after: string | null = null, n = 0; n < 30; n++) {
      const [page]: Groups = (await search('manager', '漏水', { of: ['complaint'], first: 1, after })).groups
      seen.push(...(page?.hits ?? []).map(({ id }) => id))
      after = page?.endCursor ?? null
      if (after === null) break
    }
    expect(seen).toEqual(whole)
    const cursor = (await search('manager', '漏水', { of: ['complaint'], first: 1 })).groups[0]?.endCursor ?? ''
    for (const [of, after] of [
      ['visit', cursor],
      ['complaint', 'nonsense'],
    ] as const)
      expect(
        (await app.ask('manager', `{ search(text: "漏水", of: [${of}], after: "${after}") { tooShort } }`)).errors?.[0]?.extensions?.code,
      ).toBe('BAD_USER_INPUT')
  })
  test('what is retired is found, but not where a form asks for what it may still choose', async () => {
    const team = await app.does('contracts', 'contractorAdd', { input: { name: '旧队防水', kind: 'subcontractor', vetoed: false } })
    await app.does('contracts', 'contractorRetire', { id: team, input: { reason: '不再合作' } })
    expect(await ids('rep', '旧队', ['contractor'])).toEqual([team])
    expect((await search('rep', '旧队', { of: ['contractor'], inUse: true })).groups).toEqual([])
  })
})

describe('what was opened lately is what may still be read', () => {
  test('SEC-4 ids of others, of nothing and of what is not searched are left out', async () => {
    const mine = await ids('rep', '卫生间', ['complaint'])
    const far = await ids('manager', '墙面开裂', ['complaint'])
    const asked = [
      known.customer,
      ...mine,
      ...far,
      known.farCustomer,
      'nonsense',
      Buffer.from(`Position:${place.unit}`).toString('base64url'),
    ]
    const { data } = await app.ask('rep', 'query($ids: [ID!]!) { recent(ids: $ids) { id title record { __typename } } }', {
      ids: asked.slice(0, 12),
    })
    expect(((data?.['recent'] ?? []) as unknown as Hit[]).map(({ id }) => id)).toEqual(
      [known.customer, ...mine].filter((id) => asked.slice(0, 12).includes(id)),
    )
  })
})
