import { fine } from './fine.ts'
import type { Kind } from './kind.ts'
import { fineRelief } from './relief.ts'
import { emergencyRepair, repairBudget } from './repair.ts'

/** Every kind of request that is approved by a chain; a further one is a declaration here. B-1 */
export const requestKinds = { fine, emergencyRepair, repairBudget, fineRelief } as const satisfies Readonly<Record<string, Kind>>
export type RequestKind = keyof typeof requestKinds
export const requestKindNames = Object.keys(requestKinds) as readonly RequestKind[]
export const kindOf = (name: RequestKind): Kind => requestKinds[name]
