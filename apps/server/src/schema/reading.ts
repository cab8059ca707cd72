import type { NounName } from '@lintel/domain'
import type { Context } from './context.ts'

/** What of a row says whose it is. */
export type Located = {
  readonly id: string
  readonly projectId?: string | null
  readonly projectIds?: readonly string[]
  readonly makerIds?: readonly string[]
  readonly principalId?: string
  readonly toId?: string
}

/** Whether positions alone let the reader read a record; no question to the database. P-1 */
export const permitted = (noun: NounName, row: Located, { reader }: Pick<Context, 'reader'>): boolean => {
  if (!reader) return false
  const permission = `${noun}.read`
  if (row.makerIds?.includes(reader.actor.person)) return true
  const places = row.projectIds
  return places?.length ? places.some((project) => reader.may(permission, project)) : reader.may(permission, row.projectId)
}
/**
 * Whether the reader may read a record, by any path: through their positions in its project, or because a task of theirs
 * needs it, for as long as it is theirs. P-1, B-7, SEC-3
 */
export const mayRead = async (noun: NounName, row: Located, context: Pick<Context, 'reader' | 'loaders'>): Promise<boolean> =>
  permitted(noun, row, context) || (context.reader !== undefined && (await context.loaders.granted.load(row.id)))

/** Whether they see who the customer is. X-7 */
export const seesPersonal = (row: { readonly projectIds: readonly string[] }, { reader }: Pick<Context, 'reader'>): boolean =>
  reader !== undefined &&
  (row.projectIds.length === 0
    ? reader.may('customer.personal')
    : row.projectIds.some((project) => reader.may('customer.personal', project)))
