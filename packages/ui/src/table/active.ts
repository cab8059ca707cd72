import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { cellId } from './BodyLine.tsx'
import type { At } from './keys.ts'

/** Where one was in a list: kept by whoever shows it, and taken up again when one comes back. */
export type Place = { readonly offset: number; readonly at: At }

type Active = {
  gridId: string
  lines: number
  columns: number
  place: { current: Place | undefined } | undefined
  showLine: (line: number) => void
}

/** The one cell that the keyboard is at, and the other corner where a block is being chosen. */
export const useActive = ({ gridId, lines, columns, place, showLine }: Active) => {
  const [{ of, at, anchor }, setState] = useState<{ of: Active['place']; at: At; anchor: At | undefined }>(() => ({
    of: place,
    at: place?.current?.at ?? { line: 0, column: 0 },
    anchor: undefined,
  }))
  // another list begins where one was in it; whoever sorts from the header stays there
  const standing = of === place ? at : at.line < 0 ? at : (place?.current?.at ?? { line: 0, column: at.column })
  const active: At = { line: Math.min(standing.line, lines - 1), column: Math.max(0, Math.min(standing.column, columns - 1)) }
  const corner = of === place ? anchor : undefined

  const sought = useRef(false)
  useLayoutEffect(() => {
    if (!sought.current) return
    const cell = document.getElementById(cellId(gridId, active.line, active.column))
    if (!cell) return
    sought.current = false
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const goTo = useCallback(
    (to: At, extend = false) => {
      sought.current = true
      if (to.line >= 0) showLine(to.line)
      setState((was) => ({ of: place, at: to, anchor: extend ? (was.of === place ? (was.anchor ?? was.at) : to) : undefined }))
    },
    [place, showLine],
  )
  const forget = useCallback(() => setState((was) => ({ ...was, anchor: undefined })), [])
  return { active, anchor: corner, goTo, forget }
}
