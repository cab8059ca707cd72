import type { Field, FilterTree, ViewState } from '@lintel/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { nextSort, readView, withoutIn, writeView, type ListSearch } from './address.ts'

/** What a list's address asks for, and how to change it. */
export const useListAddress = (fields: readonly Field[]) => {
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (next: ListSearch, replace = false) => void navigate({ to: '.', search: next, replace })
  const view = readView(search, fields)
  const change = (changes: Partial<ViewState>) => go(writeView(search, fields, { ...view, ...changes }), true)
  return {
    search,
    view,
    /** Fields it asks for that the reader may not see; the list is shown without them. */
    without: withoutIn(search, fields),
    /** Shows the list otherwise, in the same place of the browser's history. */
    change,
    go,
    sortBy: (key: string, add: boolean) => change({ sort: nextSort(view.sort, key, add) }),
    filterBy: (filter: FilterTree) => change({ filter }),
    open: (id: string | undefined) => go({ ...search, open: id }, search['open'] !== undefined && id !== undefined),
  }
}
export type ListAddress = ReturnType<typeof useListAddress>
