import { group, list, money, quantity, text, type Given } from '../kernel/input.ts'
import { plus, type Money } from '../kernel/money.ts'
import { priced } from '../kernel/quantity.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { parties, type EmergencyRepair } from './emergency-repair.ts'

const line = { item: text(100), unit: text(20), quantity: quantity(), price: money() }
/** 工程量清单: item, unit, quantity, price. E-6 */
export const linesInput = ({ min = 0 } = {}) => list(group('QuantityLine', line), { min, max: 200 })
export type QuantityLine = Given<typeof line>

/** Who says what was done: the three parties, and 成本控制部 in its audit. E-6 */
export const quantitySources = [...parties, 'audit'] as const
export type QuantitySource = (typeof quantitySources)[number]

const sumOf = ({ quantity: much, price }: QuantityLine) => priced(much, price)
/** What the lines come to, each to the 分. */
export const totalOf = (lines: readonly QuantityLine[]): Money => plus(...lines.map(sumOf))

// 防水涂料 and ｢防水 涂料｣ are one item, whoever types it
const nameOf = ({ item, unit }: Pick<QuantityLine, 'item' | 'unit'>) =>
  `${item}|${unit}`.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()

/** Why these lines cannot be compared: an item twice, or one that costs nothing. */
export const unusable = (lines: readonly QuantityLine[]): Refusal | undefined => {
  const twice = lines.find((one, n) => lines.findIndex((other) => nameOf(other) === nameOf(one)) < n)
  if (twice) return refuse('AlreadyRecorded', { what: twice.item })
  return lines.some(({ price }) => price <= 0n) ? refuse('NotMoreThanNothing') : undefined
}

/** The lines each of them gave; who gave none is not compared with. */
export const givenLines = ({ confirmations, audited }: Pick<EmergencyRepair, 'confirmations' | 'audited'>) =>
  quantitySources.flatMap((source): { readonly source: QuantitySource; readonly lines: readonly QuantityLine[] }[] => {
    const lines = source === 'audit' ? audited?.lines : confirmations.find(({ party }) => party === source)?.lines
    return lines?.length ? [{ source, lines }] : []
  })

export type ComparedLine = {
  readonly item: string
  readonly unit: string
  readonly given: readonly (QuantityLine & { readonly source: QuantitySource; readonly sum: Money })[]
  /** Not everybody who gave lines says the same quantity at the same price. */
  readonly differs: boolean
}
/** 三方比对: every item beside what each says of it, in the order in which they were named first. E-6 */
export const compareQuantities = (repair: Pick<EmergencyRepair, 'confirmations' | 'audited'>): readonly ComparedLine[] => {
  const sources = givenLines(repair)
  const named = new Map(sources.flatMap(({ lines }) => lines.map((one) => [nameOf(one), one] as const)).toReversed())
  return [...named.entries()].toReversed().map(([name, { item, unit }]) => {
    const given = sources.flatMap(({ source, lines }) =>
      lines.filter((one) => nameOf(one) === name).map((one) => ({ ...one, source, sum: sumOf(one) })),
    )
    const [first] = given
    const same = given.every(({ quantity: much, price }) => much === first?.quantity && price === first.price)
    return { item, unit, given, differs: !same || given.length < sources.length }
  })
}
/** The least that anybody who gave lines comes to: more than that is charged back with a reason. E-6 */
export const lowestTotal = (repair: Pick<EmergencyRepair, 'confirmations' | 'audited'>): Money | undefined =>
  givenLines(repair)
    .map(({ lines }) => totalOf(lines))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[0]
