import { card, type Card } from '../kernel/card.ts'
import type { Fact } from '../kernel/decision.ts'
import { flag, list, optional, text } from '../kernel/input.ts'

const shape = {
  key: text(60),
  nameZh: text(60),
  nameEn: text(60),
  department: text(60),
  permissions: list(text(80), { max: 300 }),
  /** Its holders sign in with a second factor. SEC-11 */
  secondFactor: optional(flag()),
}
/** 岗位: carries permissions; which ones ship is in positions.ts, the administrator may change them. P-1 */
export type Position = Card<'position', typeof shape>

/** The keys of the positions there are. */
const keys: Fact<Position, 'active', readonly string[]> = {
  find: (state) => ({ state }),
  read: (found) => found.map(({ key }) => key),
}
export const position = { ...card('position', shape), facts: { keys } }
