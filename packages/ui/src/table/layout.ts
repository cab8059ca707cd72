import type { ShownColumn } from '../view.ts'

/** What can be done to the columns of a view; each gives the columns as they then stand. X-2 */
export const resized = (columns: readonly ShownColumn[], key: string, width: number | undefined): readonly ShownColumn[] =>
  columns.map((each) => {
    if (each.key !== key) return each
    const { width: _, ...rest } = each
    return width === undefined ? rest : { ...rest, width: Math.round(width) }
  })

export const pinned = (columns: readonly ShownColumn[], key: string, pin: ShownColumn['pin']): readonly ShownColumn[] =>
  columns.map((each) => {
    if (each.key !== key) return each
    const { pin: _, ...rest } = each
    return pin === undefined ? rest : { ...rest, pin }
  })

export const hidden = (columns: readonly ShownColumn[], key: string): readonly ShownColumn[] =>
  columns.length > 1 ? columns.filter((each) => each.key !== key) : columns

export const shown = (columns: readonly ShownColumn[], key: string): readonly ShownColumn[] =>
  columns.some((each) => each.key === key) ? columns : [...columns, { key }]

const stands = (columns: readonly ShownColumn[]) => [
  ...columns.filter(({ pin }) => pin === 'left'),
  ...columns.filter(({ pin }) => pin === undefined),
  ...columns.filter(({ pin }) => pin === 'right'),
]

/** Puts a column where another one stands; it is pinned, or not, as that one is. */
export const movedTo = (columns: readonly ShownColumn[], key: string, to: string): readonly ShownColumn[] => {
  const order = stands(columns)
  const from = order.findIndex((each) => each.key === key)
  const at = order.findIndex((each) => each.key === to)
  const [moving] = order.slice(from, from + 1)
  const target = order[at]
  if (!moving || !target || from === at) return columns
  const others = order.filter((each) => each !== moving)
  return pinned([...others.slice(0, at), moving, ...others.slice(at)], key, target.pin)
}

/** One place to the left (-1) or to the right (1). */
export const movedBy = (columns: readonly ShownColumn[], key: string, by: -1 | 1): readonly ShownColumn[] => {
  const order = stands(columns)
  const to = order[order.findIndex((each) => each.key === key) + by]
  return to ? movedTo(columns, key, to.key) : columns
}
