import type { Complaint, EmergencyRepair, Fine, Moment, Notice, PersonId, Visit } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import type { Act } from './agenda.ts'
import type { DemoCompany } from './company.ts'
import type { OfficeTime } from './office-time.ts'
import type { Photos } from './photos.ts'
import type { Random } from './random.ts'

/** What everybody's courses have in common. */
export type World = {
  readonly bulk: Bulk
  readonly company: DemoCompany
  readonly random: Random
  readonly office: OfficeTime
  readonly photos: Photos
}

type Kinds = { complaint: Complaint; notice: Notice; fine: Fine; emergencyRepair: EmergencyRepair; visit: Visit }
/** A record as it is at this moment of the course. */
export const record = <K extends keyof Kinds>({ bulk }: World, _kind: K, id: string): Kinds[K] => {
  const found = bulk.record(id)
  if (!found) throw new Error(`the demo has no record ${id}`)
  // whoever made the id knows of which noun it is
  return found as unknown as Kinds[K]
}

export const act = (at: number, by: PersonId, does: Act['does'], on: string | undefined, input: object): Act => ({
  at: at as Moment,
  by,
  does,
  input,
  ...(on === undefined ? {} : { on }),
})
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
