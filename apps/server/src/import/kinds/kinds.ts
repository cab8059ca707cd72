import { complaintHistory, complaints } from './complaints.ts'
import { contractors } from './contractors.ts'
import { contracts } from './contracts.ts'
import { customers } from './customers.ts'
import type { ImportKind } from './kind.ts'
import { units } from './units.ts'

/** What can be imported, in the order in which one needs the other. X-5 */
export const kinds = [units, customers, contractors, contracts, complaintHistory, complaints] as const satisfies readonly ImportKind[]
export const kindNames = ['units', 'customers', 'contractors', 'contracts', 'complaintHistory', 'complaints'] as const
export type KindName = (typeof kindNames)[number]
export const isKindName = (name: unknown): name is KindName => kindNames.some((known) => known === name)
export const kindCalled = (name: string): ImportKind => {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) throw new Error(`nothing called ${name} can be imported`)
  return kind
}

/** The permission to take records over from files, beside that of what they become. P-1 */
export const importPermission = 'complaint.import'
export const kindsFor = (may: (permission: string) => boolean): readonly ImportKind[] =>
  may(importPermission) ? kinds.filter(({ permissions }) => permissions.every(may)) : []
