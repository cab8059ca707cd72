import { fen, type Money } from './money.ts'

declare const brand: unique symbol

/** Of a bill of quantities, such as 12.5 m²: whole thousandths, never a floating-point number. E-6 */
export type Quantity = number & { readonly [brand]: 'quantity' }

const written = /^(\d{1,9})(?:\.(\d{1,3}))?$/
/** Reads `12`, `12.5` or `1,200.125` exactly; nothing, what is less than nothing, and finer than thousandths give undefined. */
export const readQuantity = (text: string): Quantity | undefined => {
  const found = written.exec(text.trim().replaceAll(/[,，]/g, ''))
  if (!found) return undefined
  const [, whole = '0', rest = ''] = found
  const thousandths = Number(whole) * 1000 + Number(rest.padEnd(3, '0'))
  return thousandths > 0 ? (thousandths as Quantity) : undefined
}
/** As it is written on the bill: `12.5`. */
export const writeQuantity = (quantity: Quantity) => {
  const rest = String(quantity % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.floor(quantity / 1000)}${rest === '' ? '' : `.${rest}`}`
}
/** Quantity times price, to the nearest 分, halves up. */
export const priced = (quantity: Quantity, price: Money): Money => fen((BigInt(quantity) * price + 500n) / 1000n)
