import type { DepartmentRequest, NounName } from '@lintel/domain'
import type { Context } from './context.ts'

/** What of a row says whose it is. */
export type Located = {
  readonly id: string
  readonly projectId?: string | null
  readonly projectIds?: readonly string[]
  readonly makerIds?: readonly string[]
  readonly principalId?: string
  readonly toId?: string
  readonly departmentId?: string | null
}

/** Whether positions alone let the reader read a record; no question to the database. P-1 */
export const permitted = (noun: NounName, row: Located, { reader }: Pick<Context, 'reader'>): boolean => {
  if (!reader) return false
  const permission = `${noun}.read`
  if (row.makerIds?.includes(reader.actor.person)) return true
  // whoever works in a department knows what it was asked. C-12
  if (noun === 'departmentRequest' && row.departmentId && row.departmentId === reader.actor.department) return true
  const places = row.projectIds
  return places?.length ? places.some((project) => reader.may(permission, project)) : reader.may(permission, row.projectId)
}
/** Where the row at hand does not say of whom it was asked. C-12 */
const askedOfThem = async ({ id }: Located, { reader, loaders }: Pick<Context, 'reader' | 'loaders'>) => {
  const department = reader?.actor.department
  const found = department ? await loaders.records.load({ noun: 'departmentRequest', id }) : undefined
  return found !== undefined && (found.record as unknown as DepartmentRequest).department === department
}
/**
 * Whether the reader may read a record, by any path: through their positions in its project, or because a task of theirs
 * needs it, for as long as it is theirs. P-1, B-7, SEC-3
 */
export const mayRead = async (noun: NounName, row: Located, context: Pick<Context, 'reader' | 'loaders'>): Promise<boolean> =>
  permitted(noun, row, context) ||
  (context.reader !== undefined &&
    ((await context.loaders.granted.load(row.id)) || (noun === 'departmentRequest' && (await askedOfThem(row, context)))))

/** Whether they see who the customer is. X-7 */
export const seesPersonal = (row: { readonly projectIds: readonly string[] }, { reader }: Pick<Context, 'reader'>): boolean =>
  reader !== undefined &&
  (row.projectIds.length === 0
    ? reader.may('customer.personal')
    : row.projectIds.some((project) => reader.may('customer.personal', project)))
