import { unitsIn, type AlertMember } from './group-alert.ts'

/** A case as it is compared with its neighbours. */
export type Neighbour = AlertMember & {
  readonly element?: string
  readonly category: string
  readonly title: string
  readonly wording: string
}

/** How alike two texts must be where the element says the same already, and where only the category does. */
const alikeOfElement = 0.32
const alikeOfCategory = 0.4

/**
 * The cases of one building that are about the same and came from so many homes within so many days, oldest first; what follows
 * such a cluster belongs to it. `alike`: how alike two texts are, from 0 to 1. C-3
 */
export const clustersOf = (
  cases: readonly Neighbour[],
  { groupUnits, groupDays }: { readonly groupUnits: number; readonly groupDays: number },
  alike: (a: string, b: string) => number,
): readonly (readonly Neighbour[])[] => {
  const days = groupDays * 86_400_000
  // the desk writes the matter into the title; wordings have their courtesies in common
  const near = (a: Neighbour, b: Neighbour) => 0.6 * alike(a.title, b.title) + 0.4 * alike(a.wording, b.wording)
  const sameCause = (a: Neighbour, b: Neighbour) =>
    a.element !== undefined && b.element !== undefined
      ? a.element === b.element && near(a, b) >= alikeOfElement
      : a.category === b.category && near(a, b) >= alikeOfCategory
  const clusters: Neighbour[][] = []
  for (const one of cases.toSorted((a, b) => a.at - b.at || (a.complaint < b.complaint ? -1 : 1))) {
    const like = clusters.filter((cluster) => cluster.some((other) => one.at - other.at <= days && sameCause(one, other)))
    const [first, ...rest] = like
    if (!first) clusters.push([one])
    else {
      // what was apart until now is one, by the case that is like both
      first.push(...rest.flat(), one)
      for (const gone of rest) clusters.splice(clusters.indexOf(gone), 1)
    }
  }
  const enough = (cluster: readonly Neighbour[]) =>
    cluster.some(({ at }) => unitsIn(cluster.filter((other) => other.at >= at && other.at - at <= days)) >= groupUnits)
  return clusters.filter(enough).map((cluster) => cluster.toSorted((a, b) => a.at - b.at || (a.complaint < b.complaint ? -1 : 1)))
}
