import { useMemo, useRef } from 'react'
import type { Lines } from './lines.ts'
import { choose, chosenSome, isChosen, nothingChosen, type Selection } from './selection.ts'

/** How rows are chosen: one, from the last one to this one, those at hand, none. */
export const useChoosing = (lines: Lines, selection: { value: Selection; onChange: (value: Selection) => void } | undefined) => {
  const last = useRef<number>(undefined)
  const latest = useRef(selection)
  latest.current = selection
  const value = selection?.value
  const atHand = useMemo(() => (value ? lines.atHand() : []), [lines, value])
  const all = useMemo(() => value !== undefined && atHand.length > 0 && atHand.every((id) => isChosen(value, id)), [atHand, value])
  return {
    standing: selection && (all ? ('all' as const) : chosenSome(selection.value) ? ('some' as const) : ('none' as const)),
    any: selection !== undefined && chosenSome(selection.value),
    atHand: () => selection?.onChange(all ? nothingChosen : choose(selection.value, atHand, true)),
    none: () => selection?.onChange(nothingChosen),
    toggle: (index: number, toHere: boolean) => {
      const line = lines.at(index)
      if (!selection || line?.is !== 'row') return
      const from = toHere ? last.current : undefined
      const chosen = !isChosen(selection.value, line.row.id)
      last.current = index
      if (from === undefined) return selection.onChange(choose(selection.value, [line.row.id], chosen))
      void lines.idsBetween(Math.min(from, index), Math.max(from, index)).then((ids) => {
        if (latest.current) latest.current.onChange(choose(latest.current.value, ids, chosen))
      })
    },
  }
}
export type Choosing = ReturnType<typeof useChoosing>
