import type { Sort } from './fields.ts'
import type { Filter } from './filters.ts'

export type Density = 'dense' | 'medium' | 'wide'

/** What one field is asked for. */
export type Condition = { readonly key: string; readonly filter: Filter }
/** What a list is filtered by: conditions, all, any or none of which hold. An empty group asks for everything. */
export type FilterTree = Condition | FilterGroup
export type FilterGroup =
  | { readonly and: readonly FilterTree[] }
  | { readonly or: readonly FilterTree[] }
  | { readonly nor: readonly FilterTree[] }

/** A column that is shown; without a width it has that of its declaration. */
export type ShownColumn = { readonly key: string; readonly width?: number; readonly pin?: 'left' | 'right' }

/**
 * Everything a list shows, in one value: its address says it, a view keeps it, an export and a bulk action are told it.
 * `columns` are those shown, in their order; none of them: as the list shows them by itself.
 */
export type ViewState = {
  readonly filter: FilterTree
  readonly sort: readonly Sort[]
  readonly columns: readonly ShownColumn[]
  /** Fields to group by, the outermost first. */
  readonly groups: readonly string[]
  readonly density: Density
  /** Whether long texts stand on several lines. */
  readonly wrap: boolean
}

export const plainView: ViewState = { filter: { and: [] }, sort: [], columns: [], groups: [], density: 'medium', wrap: false }
