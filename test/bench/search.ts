import type { Id, Moment, ProjectId } from '@lintel/domain'
import { normalForm } from '@lintel/server/search/normal-form.ts'
import { insertEntries } from '@lintel/server/search/save.ts'
import pg from 'pg'

const places = ['主卧卫生间', '客厅', '厨房', '次卧', '阳台', '北侧外窗', '入户门', '楼梯间', '地下车库', '电梯厅', '下水立管', '露台']
const matters = ['漏水', '渗水', '空鼓', '开裂', '堵塞', '返味', '脱落', '起翘', '噪音', '跳闸', '结露', '变形', '松动', '发霉']
const circumstances = [
  '雨后更严重',
  '已经三天了',
  '楼上一用水就滴',
  '报修两次没人来',
  '孩子老人都在家',
  '影响装修进度',
  '要求尽快处理',
  '物业说不归他们管',
  '墙皮一碰就掉',
  '晚上睡不着',
]
const pick = (from: readonly string[], n: number, by: number) => from[Math.floor((((n * by) % 1_000_003) / 1_000_003) * from.length)] ?? ''
const textOf = (n: number) =>
  `${pick(places, n, 7_919)}${pick(matters, n, 104_729)}，${pick(circumstances, n, 15_485_863)}，${pick(places, n, 32_452_843)}也${pick(matters, n, 49_979_687)}，房号${n % 97_001}`

/** Texts of their own for complaints that are there. */
export const growSearch = async (pool: pg.Pool, from: number) => {
  const { rows } = await pool.query<{ id: string; project_id: string; number: string; at: Date }>(
    'select id, project_id, number, registered_at as at from complaint c where not exists (select from search_entry e where e.id = c.id)',
  )
  for (let n = 0; n < rows.length; n += 5_000)
    await insertEntries(
      pool,
      rows.slice(n, n + 5_000).map(({ id, project_id: project, number, at }, more) => {
        const text = textOf(from + n + more)
        return {
          id: id as Id<'complaint'>,
          noun: 'complaint' as const,
          project: project as ProjectId,
          at: at.getTime() as Moment,
          number: normalForm(number),
          retired: false,
          label: text,
          body: normalForm(`${number}\n${text}`),
        }
      }),
    )
  await pool.query('vacuum analyze search_entry')
}

/** Words of every second case, of every hundredth, of one, of none; sentences; and those whose parts are everywhere, but not together. */
export const lookedFor = [
  '漏水',
  '卫生间',
  '房号',
  '主卧卫生间漏水',
  '雨后更严重，厨房也返味',
  '房号4364',
  '松动 发霉 露台',
  '漏水 阳台 跳闸 晚上',
  '电梯',
  '水漏',
  '没有这句话',
  'TS-B-4711',
  '间开裂，孩子',
  '13',
  '三天 露台也起翘',
]

export const searchFor = `query($text: String!) { search(text: $text, of: [complaint], first: 50) { groups { more hits { id number title state at matches { field text ranges { from until } } } } } }`
export const oracle = `select id from search_entry where noun = 'complaint' and (select bool_and(strpos(body, term) > 0) from unnest($1::text[]) term) order by (number = $1[1]) desc, at desc, id desc limit 50`
