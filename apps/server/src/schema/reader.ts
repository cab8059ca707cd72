import type { PersonId, ProjectId } from '@lintel/domain'
import type { Company } from '../records/company.ts'
import type { Reader } from './context.ts'

/** A person as they read now: their positions' permissions in their projects. P-1 */
export const readerFrom = (company: Company, person: PersonId): Reader | undefined => {
  const deciding = company.deciding(person)
  if (!deciding) return undefined
  const { actor, permissions } = deciding
  return {
    actor,
    deciding,
    permissions: [...permissions],
    may: (permission, project) => deciding.may(permission, (project ?? undefined) as ProjectId | undefined),
    projectsOf: (permission) => (permissions.has(permission) ? actor.projects : []),
  }
}
