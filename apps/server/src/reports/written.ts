import en from '@lintel/words/trends-en.json' with { type: 'json' }
import zh from '@lintel/words/trends-zh.json' with { type: 'json' }
import { fen, writeMoney } from '@lintel/domain'
import { valueWord } from '../export/words.ts'
import { registryOf } from '../fields/nouns.ts'
import type { Figure, Key, Value } from '../trends/figures.ts'
import { dimensionOf, measureOf, type DimensionName, type MeasureName } from '../trends/registry.ts'
import type { Language } from '../words/say.ts'

const words = { zh: zh.trends, en: en.trends }
export const measureWord = (name: MeasureName, language: Language): string => words[language].measure[name]
export const dimensionWord = (name: DimensionName, language: Language): string => words[language].dimension[name]
export const trendWord = (key: 'all' | 'nothing' | 'others' | 'total', language: Language): string => words[language][key]
export const compareWord = (of: 'previousPeriod' | 'sameLastYear', language: Language): string => words[language].compare[of]
export const grainWord = (of: keyof typeof zh.trends.grain, language: Language): string => words[language].grain[of]

/** What a group is called: a record's name, the word of a closed list, or what was recorded. */
export const keyWord = ({ dimension, value, label }: Key, language: Language): string => {
  if (value === null) return trendWord('nothing', language)
  if (dimension === 'age') return words[language].months.replace('{{n}}', value)
  if (label !== null) return label
  const field = registryOf('complaint').fields[dimension]
  return dimensionOf(dimension).kind === 'choice' && field ? valueWord(field, value, language) : value
}

const gap = (text: string, n: string) => text.replace('{{n}}', n)
const minute = 60
const day = 86_400
/** A figure as people read it, as on the screens. X-1 */
export const figureText = (name: MeasureName, { value, money }: Figure, language: Language): string => {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const number = (n: number, most: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: most }).format(n)
  if (money !== null) {
    const amount = writeMoney(fen(money)).replace(/\B(?=(\d{3})+(?!\d))(?=.*\.)/g, ',')
    return language === 'zh' ? `${amount} 元` : `¥${amount}`
  }
  if (value === null) return '—'
  switch (measureOf(name).kind) {
    case 'share':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    case 'duration': {
      if (value < 90 * minute) return gap(words[language].minutes, number(value / minute, 0))
      return value < 2 * day ? gap(words[language].hours, number(value / 3_600, 1)) : gap(words[language].days, number(value / day, 1))
    }
    case 'rate':
    case 'hours':
      return number(value, 1)
    default:
      return number(value, 0)
  }
}
/** What a reader is told of it; of fewer than five, that. */
export const valueText = (value: Value | undefined, language: Language): string =>
  value === undefined ? '' : value.hidden ? words[language].fewerThanFive : figureText(value.measure, value, language)
