/** Rows chosen one by one, or all that match what the list asks for, but for some. X-10 */
export type Selection = { readonly ids: ReadonlySet<string> } | { readonly allMatching: true; readonly except: ReadonlySet<string> }

export const nothingChosen: Selection = { ids: new Set() }

export const isChosen = (selection: Selection, id: string) => ('ids' in selection ? selection.ids.has(id) : !selection.except.has(id))
export const chosenSome = (selection: Selection) => 'allMatching' in selection || selection.ids.size > 0

/** Puts rows in or takes them out. */
export const choose = (selection: Selection, ids: Iterable<string>, chosen: boolean): Selection => {
  const set = new Set('ids' in selection ? selection.ids : selection.except)
  // of all that match, those taken out are kept
  const keeps = 'ids' in selection ? chosen : !chosen
  for (const id of ids)
    if (keeps) set.add(id)
    else set.delete(id)
  return 'ids' in selection ? { ids: set } : { allMatching: true, except: set }
}
