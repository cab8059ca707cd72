import { plainView, type ViewState } from '@lintel/ui'
import type { KeptViewFragment, ViewStateInput } from '../../gql/graphql.ts'
import type { ListField } from '../fields.ts'
import { treeFrom } from '../kept-filter.ts'
import { filterInput, sortInput } from '../query.ts'

/** What a list shows, as the server keeps it. */
export const stateInput = (view: ViewState, fields: readonly ListField[]): ViewStateInput => ({
  filter: filterInput(view.filter, fields),
  sort: sortInput(view.sort),
  columns: view.columns.map(({ key, width, pin }) => ({ key, width: width ?? null, pin: pin ?? null })),
  groups: [...view.groups],
  density: view.density,
  wrap: view.wrap,
})

/** What the server keeps, as a list shows it. */
export const viewFrom = (state: KeptViewFragment['state'], fields: readonly ListField[]): ViewState => ({
  ...plainView,
  filter: treeFrom(state.filter, fields),
  sort: state.sort.map(({ by, descending }) => ({ key: by, down: descending })),
  columns: state.columns.map(({ key, width, pin }) => ({ key, ...(width == null ? {} : { width }), ...(pin ? { pin } : {}) })),
  groups: state.groups,
  density: state.density,
  wrap: state.wrap,
})

/** The database keeps the parts of an object in an order of its own. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** Whether two show the same, in whichever way they say it. */
export const showsTheSame = (one: ViewState, other: ViewState, fields: readonly ListField[]) =>
  JSON.stringify(stateInput(one, fields), inOrder) === JSON.stringify(stateInput(other, fields), inOrder)
