import type { Language } from './language.tsx'

/** Amounts stay decimal text from the server to the screen and back: no floating point. F-3 */
const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')

/** 5,000.00 元 · ¥5,000.00 */
export const money = (amount: string, language: Language) => {
  const minus = amount.startsWith('-') ? '−' : ''
  const [yuan = '0', cents = ''] = amount.replace(/^-/u, '').split('.')
  const figure = `${grouped(yuan)}.${cents.padEnd(2, '0')}`
  return language === 'zh' ? `${minus}${figure} 元` : `${minus}¥${figure}`
}

/** What was typed, as decimal text with cents: "5,000" → "5000.00"; nothing when it is no amount. */
export const readMoney = (text: string) => {
  const said = text.trim().replace(/[,，\s¥￥元]/gu, '')
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/u.exec(said)
  return found ? `${(found[1] ?? '0').replace(/^0+(?=\d)/u, '')}.${(found[2] ?? '').padEnd(2, '0')}` : undefined
}

/** As it stands in the field once left: grouped, without the unit. */
export const showTyped = (amount: string) => {
  const [yuan = '', cents] = amount.split('.')
  return cents === undefined ? grouped(yuan) : `${grouped(yuan)}.${cents}`
}

export const figure = (value: number, language: Language) => new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(value)
