import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { importFile } from '@lintel/server/import/import-file.ts'
import { mappingFrom } from '@lintel/server/import/mapping-file.ts'
import { fillSearch } from '@lintel/server/search/fill.ts'
import { readGlobalId } from '@lintel/server/schema/global-id.ts'
import { seeded } from '@lintel/server/demo/random.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { email } from '../build/company.ts'
import { messagesOfACity } from '../build/messages-of-a-city.ts'
import { statements } from '../build/statements.ts'

const messages = resolve(import.meta.dirname, '../../../shared/data/zh_gov_messages_with_replies.csv.zst')
const absent = !existsSync(messages)
const folder = mkdtempSync(join(tmpdir(), 'lintel-search-'))

/** Texts of our own, where the real messages are not there. */
const ownTexts = () => {
  const places = ['主卧卫生间', '厨房', '北侧外窗', '地下车库', '电梯厅', '阳台']
  const matters = ['漏水', '开裂', '空鼓', '返味', '异响', '堵塞']
  const said = [
    '，楼上一用水就滴，三天了。',
    '，报修2次没人来；请尽快处理！',
    '，雨后更严重，（已拍照）',
    '，物业说不归他们管',
    ' A5区 3#楼 都这样…',
    '，孩子老人都在家',
  ]
  const lines = places.flatMap((place, p) =>
    matters.map(
      (matter, m) =>
        `${p * 6 + m},${place}${matter},"您好：\n${place}${matter}${said[(p + m) % 6]}${said[(p * m) % 6]}",2024/3/${p + 1} 9:0${m}:00,已安排维修${place},2024/4/${p + 1} 10:00`,
    ),
  )
  const path = join(folder, 'own.csv')
  writeFileSync(path, ['留言编号,留言主题,留言详情,留言时间,答复意见,答复时间', ...lines].join('\n'))
  return path
}

type Text = { readonly id: string; readonly number: string; readonly text: string }
let app: App
let owner: pg.Pool
let texts: readonly Text[]
beforeAll(async () => {
  app = await anApp()
  owner = new pg.Pool({ connectionString: app.database.ownerUrl, max: 2 })
  await importFile({
    databaseUrl: app.database.databaseUrl,
    dataFolder: app.database.dataFolder,
    file: absent ? ownTexts() : messages,
    as: email('manager'),
    mapping: mappingFrom('mapping', messagesOfACity),
  })
  // newest first, as a person would look through them; fields apart, so that no fragment reaches over two
  const { rows } = await owner.query<Text>(
    `select id, number, concat_ws(E'\\n', number, title, wording, document ->> 'resolution', (select string_agg(f ->> 'content', E'\\n') from jsonb_array_elements(document -> 'feedback') f)) as text
     from complaint order by registered_at desc, id desc`,
  )
  texts = rows.map((row) => ({ ...row, text: form(row.text) }))
  if (texts.length < 30) throw new Error('nothing was taken over to be looked for')
})
afterAll(async () => {
  await owner.end()
  await app.close()
  rmSync(folder, { recursive: true })
})

/** As the decision record says it, written again. */
const form = (text: string) =>
  [...text]
    .map((one) => (/\p{Cf}/u.test(one) ? '' : one === '\n' ? '\n' : /\s|\p{Cc}/u.test(one) ? ' ' : one.normalize('NFKC').toLowerCase()))
    .join('')
const termsOf = (asked: string) => form(asked).split(/\s+/u).filter(Boolean)
const lookThrough = (asked: string) => {
  const terms = termsOf(asked)
  return texts.filter(({ text }) => terms.every((term) => text.includes(term)))
}

const find = async (text: string, first = 30) => {
  const { data, errors } = await app.ask(
    'manager',
    'query($text: String!, $first: Int) { search(text: $text, of: [complaint], first: $first) { tooShort groups { hits { id exact } } } }',
    { text, first },
  )
  if (!data) throw new Error(JSON.stringify(errors))
  const { tooShort, groups } = data['search'] as unknown as {
    tooShort: boolean
    groups: readonly { hits: readonly { id: string; exact: boolean }[] }[]
  }
  return { tooShort, hits: groups.flatMap(({ hits }) => hits) }
}

describe(`X-3 ${absent ? 'our own texts (../shared/data is not there)' : '2,736 real messages and their replies'}`, () => {
  test('a thousand fragments find what looking through everything finds, in the same order', async () => {
    const random = seeded(7)
    const under = (n: number) => Math.floor(random.next() * n)
    for (let n = 0; n < 1_000; n++) {
      const { text } = texts[under(texts.length)] ?? { text: '' }
      const characters = [...text]
      const start = under(Math.max(1, characters.length - 40))
      const asked = characters.slice(start, start + 2 + (n % 4 === 0 ? under(30) : under(6))).join('')
      const { tooShort, hits } = await find(asked)
      const enough = termsOf(asked).some((term) => [...term].length > 1)
      expect(tooShort, asked).toBe(!enough)
      const ids = hits.filter(({ exact }) => !exact).map(({ id }) => readGlobalId(id)?.id)
      if (enough)
        expect(ids, asked).toEqual(
          lookThrough(asked)
            .slice(0, 30)
            .map(({ id }) => id),
        )
    }
  }, 240_000)
  test('one statement finds and one more reads the records, for one result as for a hundred; too little to look for asks nothing', async () => {
    const count = (text: string, first: number) => statements(() => find(text, first), /search_entry|"complaint"/u)
    for (const [text, first] of [
      [texts[0]?.number ?? '', 100],
      ['20', 1],
      ['20', 10],
      ['20', 100],
    ] as const)
      expect(await count(text, first), text).toBe(2)
    expect(await count('的', 10)).toBe(0)
  })
})

describe('X-3 what was there before it was searched', () => {
  test('is put into the index by the server as it starts, as the decisions would have put it', async () => {
    const all = async (table: string) => (await owner.query(`select to_jsonb(e) as e from ${table} e order by 1`)).rows
    const suffixes = async () => {
      const client = await owner.connect()
      try {
        await client.query(`begin; select set_config('lintel.projects', '*', true)`)
        return (await client.query('select customer_id, suffix from customer_suffix order by 1, 2')).rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const before = [await all('search_entry'), await suffixes()]
    expect(before[1]?.length).toBeGreaterThan(5)
    await owner.query(
      `begin; select set_config('lintel.projects', '*', true); delete from search_entry; delete from customer_suffix; update epoch set count = 0 where of = 'searched'; commit`,
    )
    expect((await find('2026')).hits).toEqual([])
    expect(await fillSearch(app.services.database.pool)).toBe(true)
    expect([await all('search_entry'), await suffixes()]).toEqual(before)
    expect(await fillSearch(app.services.database.pool)).toBe(false)
  })
})
