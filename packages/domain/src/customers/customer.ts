import { card, type Card } from '../kernel/card.ts'
import { list, longText, optional, ref, text } from '../kernel/input.ts'

const shape = {
  name: text(60),
  /** Personal data. X-7 */
  phone: optional(text(30)),
  otherPhone: optional(text(30)),
  identityNumber: optional(text(30)),
  address: optional(text(200)),
  units: list(ref('unit'), { max: 100 }),
  projects: list(ref('project'), { max: 100 }),
  preferences: optional(longText(1000)),
}
/** 客户/业主. §2, X-7 */
export type Customer = Card<'customer', typeof shape>
export const customer = card('customer', shape)
