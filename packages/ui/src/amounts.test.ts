import { describe, expect, it } from 'vitest'
import { money, readMoney } from './amounts.ts'
import { inCapitals } from './figures-hint.ts'

describe('F-3 money stays decimal text', () => {
  it('is shown with thousands and its unit', () => {
    expect(money('1234567.5', 'zh')).toBe('1,234,567.50 元')
    expect(money('5000.00', 'en')).toBe('¥5,000.00')
    expect(money('-12.00', 'en')).toBe('−¥12.00')
  })

  it.each([
    ['5,000', '5000.00'],
    ['4999.9', '4999.90'],
    ['￥ 12，345.67 元', '12345.67'],
    ['9007199254.99', '9007199254.99'],
    ['0005', '5.00'],
  ])('reads %s', (typed, amount) => {
    expect(readMoney(typed)).toBe(amount)
  })

  it.each(['', 'five', '1.234', '-5', '1e5'])('does not read "%s"', (typed) => {
    expect(readMoney(typed)).toBeUndefined()
  })

  it.each([
    ['5000.00', '伍仟元整'],
    ['10050.30', '壹万零伍拾元叁角整'],
    ['100000001.05', '壹亿零壹元零伍分'],
    ['0.50', '伍角整'],
    ['0.00', '零元整'],
    ['120000.00', '壹拾贰万元整'],
  ])('says %s in capitals as the slips do', (amount, said) => {
    expect(inCapitals(amount)).toBe(said)
  })
})
