import type { Typed } from '@lintel/ui'
import type { EmergencyRepairQuery } from '../gql/graphql.ts'

type Of = Pick<NonNullable<EmergencyRepairQuery['emergencyRepair']>, 'quantityTotals'>

/** A form begins with the lines somebody has given already: whoever measures changes what they measured otherwise. E-6 */
export const bill = ({ quantityTotals }: Of, sources: readonly string[]): Typed => {
  const given = sources.flatMap((source) => quantityTotals.find((each) => each.source === source) ?? [])[0]
  return given ? { lines: given.lines.map(({ item, unit, quantity, price }) => ({ item, unit, quantity, price: price.amount })) } : {}
}
