import { money } from './amounts.ts'
import type { Language } from './language.tsx'

const digits = '零壹贰叁肆伍陆柒捌玖'
const inGroup = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿']

const group = (four: string) => {
  let said = ''
  let gap = false
  for (const [n, digit] of [...four].entries()) {
    if (digit === '0') gap = said !== ''
    else {
      if (gap) said += '零'
      gap = false
      said += (digits[Number(digit)] ?? '') + (inGroup[four.length - 1 - n] ?? '')
    }
  }
  return said
}

/** 伍仟元整: the amount in words, as it stands on the department's slips; a slip of a digit shows at once. */
export const inCapitals = (amount: string) => {
  const [yuan = '0', cents = '00'] = amount.split('.')
  const padded = yuan.padStart(Math.ceil(yuan.length / 4) * 4, '0')
  const fours = padded.match(/\d{4}/gu) ?? []
  let said = ''
  for (const [n, four] of fours.entries()) {
    const part = group(four)
    const unit = groups[fours.length - 1 - n] ?? ''
    if (part === '') continue
    if (said !== '' && four.startsWith('0')) said += '零'
    said += part + unit
  }
  const whole = said === '' ? '' : `${said}元`
  const [jiao = '0', fen = '0'] = cents
  if (jiao === '0' && fen === '0') return `${whole || '零元'}整`
  const rest = `${jiao === '0' ? (whole ? '零' : '') : `${digits[Number(jiao)] ?? ''}角`}${fen === '0' ? '' : `${digits[Number(fen)] ?? ''}分`}`
  return whole + rest + (fen === '0' ? '整' : '')
}

/** What stands below an amount being typed. */
export const figuresHint = (amount: string, language: Language) =>
  language === 'zh' ? `${money(amount, 'zh')} · ${inCapitals(amount)}` : money(amount, 'en')
