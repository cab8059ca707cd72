import { isRefusal, refuse, type Moment, type PersonId, type Refusal } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'
import type { Said } from './kinds/kind.ts'
import type { Lookups } from './lookups.ts'

/** A unit's building, which comes with the first of its units if it is not here yet. §2 */
export const bringBuilding = async (bulk: Bulk, lookups: Lookups, said: Said, by: PersonId, now: Moment): Promise<Said | Refusal> => {
  const { project, building, phase, deliveryDate } = said
  const name = String(building)
  if (bulk.record(name)) return said
  const found = lookups.find('building', name, said)
  if (typeof found === 'object') return { ...said, building: found.id }
  if (phase === undefined) return refuse('BadInput', { field: 'phase', problem: 'phaseOfNew' })
  const input = { project, phase, name, ...(deliveryDate === undefined ? {} : { deliveryDate }) }
  const key = idFrom('import', 'building', String(project), String(phase), name)
  const added = await bulk.decide(by, { does: 'building.add', input, key }, now)
  if (isRefusal(added)) return added
  lookups.added(added.id)
  return { ...said, building: added.id }
}
