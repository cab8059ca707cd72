import type { DepartmentId, Moment, PersonId, ProjectId } from './values.ts'

/** The key of a position, such as `manager`; the list is data (people/positions.ts), the administrator may add to it. P-1 */
export type PositionKey = string

/** Whoever holds a task: a person, whoever holds the position (in a project, where one is named), or any of a department's staff. B-1 */
type Held =
  | { readonly person: PersonId }
  | { readonly position: PositionKey; readonly project?: ProjectId }
  | { readonly department: DepartmentId }
/** Or the superior of whoever that is: they are told of what is late. B-5 */
export type Holder = Held | { readonly superiorOf: Held }

/** A person with the positions they hold, the projects they are assigned to and the department they work in. P-1 */
export type Hat = {
  readonly person: PersonId
  readonly positions: readonly PositionKey[]
  readonly projects: 'all' | readonly ProjectId[]
  readonly department?: DepartmentId
  /** Those who report to them. B-5 */
  readonly leads?: readonly Omit<Hat, 'leads'>[]
}

/** Who acts, with the delegations given to them; only those running count, and none is passed on. P-2 */
export type Actor = Hat & { readonly standsInFor: readonly (Hat & { readonly from: Moment; readonly until: Moment })[] }

export const assignedTo = (hat: Pick<Hat, 'projects'>, project: ProjectId | undefined) =>
  project === undefined || hat.projects === 'all' || hat.projects.includes(project)

export const wears = (hat: Hat, holder: Holder): boolean =>
  'superiorOf' in holder
    ? (hat.leads ?? []).some((one) => wears(one, holder.superiorOf))
    : 'person' in holder
      ? hat.person === holder.person
      : 'department' in holder
        ? hat.department === holder.department
        : hat.positions.includes(holder.position) && assignedTo(hat, holder.project)

/** In whose name the actor may act for the holder now: their own, a principal's, or nobody's. P-2 */
export const actsAs = (actor: Actor, holder: Holder, now: Moment): PersonId | undefined =>
  wears(actor, holder) ? actor.person : actor.standsInFor.find((hat) => hat.from <= now && now < hat.until && wears(hat, holder))?.person
