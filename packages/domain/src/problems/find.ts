import { binomialTail, falseDiscoveries } from './chance.ts'
import { growthOf, seasons, type Series } from './growth.ts'
import { method } from './method.ts'

/** Where a problem grows or concentrates: everywhere, or in one of these. */
export const dimensions = ['company', 'project', 'building', 'contractor', 'houseType'] as const
export type Dimension = (typeof dimensions)[number]
export const findingKinds = ['growth', 'concentration'] as const

/** One place of a cell: its counts by month. */
export type PlaceCounts = Series & { readonly dimension: Dimension; readonly value: string }
/** A cell is an element of the building with a top category; its places are all that ever had a case. `share`: how much of all other cases lie in the place. */
export type Cell<Key> = {
  readonly key: Key
  readonly whole: Series
  readonly places: readonly (PlaceCounts & { readonly share: number })[]
}
export type Finding = {
  readonly kind: (typeof findingKinds)[number]
  readonly dimension: Dimension
  readonly value: string
  readonly seen: number
  readonly expected: number
  /** The chance of so many or more, if nothing but chance were at work. */
  readonly probability: number
}
export type Tested<Key> = Finding & { readonly key: Key }
export type Found<Key> = Tested<Key> & {
  /** The share of false discoveries among this and all that are more surprising. */
  readonly falseDiscovery: number
  /** How many places of how many cells were tested with it. */
  readonly among: number
}

const recent = (counts: readonly number[]) => counts.slice(-method.concentration).reduce((a, b) => a + b, 0)

/** Everything that is tested of one cell in a month. Y-2 */
export const testsOf = <Key>({ key, whole, places }: Cell<Key>): readonly Tested<Key>[] => {
  if (whole.counts.length <= method.leastHistory) return []
  const season = seasons(whole)
  const groups = Map.groupBy(places, ({ dimension }) => dimension)
  const growth = [...groups, ['company', [{ ...whole, dimension: 'company', value: '' }]] as const].flatMap(([dimension, alike]) =>
    growthOf(alike, season).map((grown, n): Tested<Key> => ({ key, kind: 'growth', dimension, value: alike[n]?.value ?? '', ...grown })),
  )
  const among = new Map([...groups].map(([dimension, alike]) => [dimension, alike.reduce((sum, { counts }) => sum + recent(counts), 0)]))
  const concentration = places.map(({ dimension, value, counts, share }): Tested<Key> => {
    const all = among.get(dimension) ?? 0
    const seen = recent(counts)
    return { key, kind: 'concentration', dimension, value, seen, expected: all * share, probability: binomialTail(seen, all, share) }
  })
  return [...growth, ...concentration]
}

/** Whether it is large enough to matter to anybody. */
const matters = ({ kind, seen, expected }: Finding) =>
  seen >= method.least && seen >= expected * (kind === 'growth' ? method.growth : method.share)

const families = ['growth', 'few', 'concentration'] as const
const familyOf = ({ kind, expected }: Finding): (typeof families)[number] => (kind === 'growth' && expected < method.few ? 'few' : kind)

/** Of all that was tested in a month, what chance does not explain: false discoveries are held to a share of what is found. Y-2 */
export const discoveries = <Key>(tests: readonly Tested<Key>[]): readonly Found<Key>[] =>
  families
    .flatMap((name) => {
      const family = tests.filter((one) => familyOf(one) === name)
      const shares = falseDiscoveries(family.map(({ probability }) => probability))
      return family.flatMap((test, n): Found<Key>[] => {
        const falseDiscovery = shares[n] ?? 1
        return falseDiscovery <= method.falseDiscovery[name] && matters(test) ? [{ ...test, falseDiscovery, among: family.length }] : []
      })
    })
    .toSorted((a, b) => a.probability - b.probability)
