import type { Filter } from './filters.ts'
import type { Condition, FilterGroup, FilterTree } from './view.ts'

export type Mode = 'and' | 'or' | 'nor'
export const modes = ['and', 'or', 'nor'] as const satisfies readonly Mode[]

export const isCondition = (tree: FilterTree): tree is Condition => 'key' in tree
export const modeOf = (group: FilterGroup): Mode => ('and' in group ? 'and' : 'or' in group ? 'or' : 'nor')
export const partsOf = (group: FilterGroup): readonly FilterTree[] => ('and' in group ? group.and : 'or' in group ? group.or : group.nor)
export const groupOf = (mode: Mode, parts: readonly FilterTree[]): FilterGroup =>
  mode === 'and' ? { and: parts } : mode === 'or' ? { or: parts } : { nor: parts }

/** What must all hold, one beside the other: each is a chip above the list. */
export const topParts = (tree: FilterTree): readonly FilterTree[] =>
  isCondition(tree) || !('and' in tree) ? (asksNothing(tree) ? [] : [tree]) : tree.and

export const asksNothing = (tree: FilterTree): boolean => !isCondition(tree) && partsOf(tree).every(asksNothing)

/** Every condition in it, however deep. */
export const conditionsIn = (tree: FilterTree): readonly Condition[] => (isCondition(tree) ? [tree] : partsOf(tree).flatMap(conditionsIn))

/** Without the conditions that are not allowed, and without groups that have none left. */
export const onlyWith = (tree: FilterTree, allowed: (condition: Condition) => boolean): FilterTree => {
  const kept = (part: FilterTree): readonly FilterTree[] => {
    if (isCondition(part)) return allowed(part) ? [part] : []
    const inner = partsOf(part).flatMap(kept)
    return inner.length ? [groupOf(modeOf(part), inner)] : []
  }
  const [only, ...more] = kept(tree)
  return only && more.length === 0 ? only : { and: [] }
}

/** With a field asked for this, in the place where it was asked before. */
export const withCondition = (tree: FilterTree, key: string, filter: Filter | undefined, nth = 0): FilterGroup => {
  const parts = topParts(tree)
  const at = parts.flatMap((part, n) => (isCondition(part) && part.key === key ? [n] : []))[nth]
  if (at === undefined) return { and: filter ? [...parts, { key, filter }] : parts }
  return { and: parts.flatMap((part, n) => (n === at ? (filter ? [{ key, filter }] : []) : [part])) }
}
