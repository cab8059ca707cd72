import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

// about 95 MB once it is loaded: only the thread that looks for common problems imports this file
const jieba = Jieba.withDict(dict)

/** How rare each word is in the language at large, as jieba ships it; what it does not know is as rare as the middle of those. */
const rarity: ReadonlyMap<string, number> = new Map(
  readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/idf.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [word = '', weight = ''] = line.split(' ')
      return word.length > 1 && weight !== '' ? [[word, Number(weight)] as const] : []
    }),
)
const unknown = 11

export type Text = { readonly id: string; readonly title: string; readonly wording: string }
/** A text as its words with their weights, of length one. */
export type Vector = ReadonlyMap<string, number>

/** Words that say nothing about what is the matter. */
const empty = new Set(
  `我们 你们 他们 自己 业主 小区 开发商 物业 公司 反映 反应 投诉 希望 要求 尽快 处理 解决 问题 情况 现在 已经 一直 没有 可以 这个 那个 什么 怎么 因为 所以 但是 而且
   还是 就是 不是 以及 进行 领导 您好 你好 谢谢 感谢 请问 相关 部门 时候 时间 多次 至今 目前 不能 不会 无法 如果 这样 造成 导致 存在 出现 发现 一个 有关 关于 给予 答复 回复 请求
   项目 房子 家里 我家 今天 昨天 去年 今年 多年 几次 一次 两次 每天 师傅 客服 打电话 电话 再次 来电 群里 好几家 同样 报修 之前 看过 上门
   咨询 建议 举报 质疑 请教 网友 居民 市民 政策 规定 政府 单位 办理 事宜 有没有 是否 如何 能否 为什么 怎样 需要 应该 可否 人员 工作`.split(
    /\s+/,
  ),
)
/** Of a wording only the beginning is read: the matter stands there, the rest is its story. */
const read = 400

const wordsOf = (text: string): readonly string[] =>
  jieba
    .cut(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => word.length > 1 && /\p{L}/u.test(word) && !/\d/.test(word) && !empty.has(word))

/** How often each word stands in a text; what stands in the title counts twice. */
const countWords = ({ title, wording }: Text): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  add(wordsOf(title), 2)
  add(wordsOf(wording.slice(0, read)), 1)
  return counts
}

export const unitLength = (weights: ReadonlyMap<string, number>): Vector => {
  const length = Math.hypot(...weights.values())
  return length === 0 ? weights : new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

/** A text as a vector: a word weighs more the rarer it is in the language, and the more often it stands there. */
export const vectorOf = (text: Text): Vector =>
  unitLength(new Map([...countWords(text)].map(([word, n]) => [word, (1 + Math.log(n)) * (rarity.get(word) ?? unknown)])))

export const cosine = (a: Vector, b: Vector): number => {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, weight] of less) sum += weight * (more.get(word) ?? 0)
  return sum
}
