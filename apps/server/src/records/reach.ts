import { actsAs, type Moment, type NounName, type ProjectId, type Task } from '@lintel/domain'
import { nounOf, type AnyRecord } from './nouns.ts'
import type { Deciding } from './play.ts'

/** The projects a record belongs to; a customer may have units in several, a dictionary entry belongs to none. */
export const placesOf = (record: {
  readonly project?: ProjectId | undefined
  readonly projects?: unknown
}): readonly (ProjectId | undefined)[] => {
  const { project, projects } = record
  return Array.isArray(projects) && projects.length ? (projects as readonly ProjectId[]) : [project]
}

/** P-1: a permission counts where the record is. */
export const reaches = ({ may }: Deciding, permission: string, record: AnyRecord) =>
  placesOf(record).some((place) => may(permission, place))

/** What is put into projects is put only into one's own. P-1 */
export const reachesAll = ({ may }: Deciding, permission: string, input: Readonly<Record<string, unknown>>) =>
  placesOf(input as { readonly project?: ProjectId }).every((place) => may(permission, place))

/** Whether somebody may know that the record is there; to whoever may not, it is not. SEC-4 */
export const knowsOf = (deciding: Deciding, noun: NounName, record: AnyRecord, mine: readonly Task[], now: Moment) =>
  mine.length > 0 ||
  reaches(deciding, `${noun}.read`, record) ||
  (nounOf(noun).involves?.(record) ?? []).some((holder) => actsAs(deciding.actor, holder, now) !== undefined)
