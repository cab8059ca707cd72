declare const brand: unique symbol

/** Integer 分 (hundredths of a yuan, CNY), never a floating-point number. F-3 */
export type Money = bigint & { readonly [brand]: 'money' }

export const fen = (amount: bigint) => amount as Money
export const nothing = fen(0n)
export const plus = (...amounts: readonly Money[]) => fen(amounts.reduce<bigint>((sum, amount) => sum + amount, 0n))
export const minus = (from: Money, amount: Money) => fen(from - amount)

const written = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/
/** Reads `5000`, `5000.5` or `5,000.00` yuan exactly; anything else, and fractions of a 分, give undefined. */
export const readMoney = (text: string): Money | undefined => {
  const found = written.exec(text.trim().replaceAll(/[,，]/g, ''))
  if (!found) return undefined
  const [, sign, whole = '0', cents = ''] = found
  const amount = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'))
  return fen(sign ? -amount : amount)
}
/** Yuan with two decimals and no grouping: `5000.00`. */
export const writeMoney = (amount: Money) => {
  const size = amount < 0n ? 0n - amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
/** For literals in rules and tests: `yuan('4999.99')`. */
export const yuan = (text: string): Money => {
  const amount = readMoney(text)
  if (amount === undefined) throw new Error(`not an amount of yuan: ${text}`)
  return amount
}
/** A share in thousandths, rounded down to the 分 in favour of whoever pays. E-4 */
export const permille = (amount: Money, share: number) => fen((amount * BigInt(share)) / 1000n)
