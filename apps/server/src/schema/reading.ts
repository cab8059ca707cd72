import type { NounName } from '@lintel/domain'
import type { Context } from './context.ts'

/** What of a row says whose it is. */
export type Located = { readonly id: string; readonly projectId?: string | null; readonly projectIds?: readonly string[]; readonly makerIds?: readonly string[]; readonly principalId?: string; readonly toId?: string }

/**
 * Whether the reader may read a record, by any path: through their positions in its project, or because a task of theirs
 * needs it, for as long as it is theirs. P-1, B-7, SEC-3
 */
export const mayRead = async (noun: NounName, row: Located, { reader, loaders }: Context): Promise<boolean> => {
  if (!reader) return false
  const permission = `${noun}.read`
  const places = row.projectIds
  const permitted = places?.length ? places.some((project) => reader.may(permission, project)) : reader.may(permission, row.projectId)
  if (permitted) return true
  if (row.makerIds?.includes(reader.actor.person)) return true
  return loaders.granted.load(row.id)
}

/** Whether they see who the customer is. X-7 */
export const seesPersonal = (row: { readonly projectIds: readonly string[] }, { reader }: Pick<Context, 'reader'>): boolean =>
  reader !== undefined && (row.projectIds.length === 0 ? reader.may('customer.personal') : row.projectIds.some((project) => reader.may('customer.personal', project)))
