import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen, permille, plus, readMoney, writeMoney, yuan } from './money.ts'

describe('F-3 money is whole 分', () => {
  test.each([
    ['5000', 500_000n],
    ['4,999.99', 499_999n],
    ['0.5', 50n],
    ['-12.30', -1_230n],
    ['９', undefined],
    ['1.234', undefined],
    ['1e3', undefined],
    ['', undefined],
    ['12.', undefined],
  ])('F-3 "%s" reads as %s', (written, amount) => expect(readMoney(written)).toBe(amount))

  test('F-3 what is written reads back as the same amount', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (amount) => readMoney(writeMoney(fen(amount))) === amount))
  })
  test('F-3 a hundred times ten 分 is ten yuan, to the 分', () => {
    expect(plus(...Array.from({ length: 100 }, () => yuan('0.10')))).toBe(yuan('10.00'))
  })
  test('E-4 a surcharge is rounded down to the 分', () => {
    expect(permille(yuan('333.33'), 50)).toBe(yuan('16.66'))
  })
})
