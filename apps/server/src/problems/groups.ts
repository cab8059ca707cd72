import { cosine, unitLength, type Vector } from './terms.ts'

/** How alike a text must be to the middle of a group to belong to it; chosen on real messages that nobody judged afterwards. */
export const alike = 0.33

type Group = { readonly members: number[]; readonly sum: Map<string, number>; middle: Vector }
const join = (group: Group, n: number, vector: Vector) => {
  group.members.push(n)
  for (const [word, weight] of vector) group.sum.set(word, (group.sum.get(word) ?? 0) + weight)
  group.middle = unitLength(group.sum)
}
const nearest = (groups: readonly Group[], vector: Vector) => {
  let best: Group | undefined
  let most = alike
  for (const group of groups) {
    const near = cosine(group.middle, vector)
    if (near >= most) [best, most] = [group, near]
  }
  return best
}

/**
 * Groups of texts about the same: each goes to the group whose middle it is most like, or begins one; then all are put once more to
 * the middles that came of it, so that the order says little. Largest first; the same texts give the same groups. Y-2
 */
export const groupsOf = (vectors: readonly Vector[]): readonly (readonly number[])[] => {
  const first: Group[] = []
  for (const [n, vector] of vectors.entries()) {
    if (vector.size === 0) continue
    const group = nearest(first, vector)
    if (group) join(group, n, vector)
    else first.push({ members: [n], sum: new Map(vector), middle: vector })
  }
  const kept = first.filter(({ members }) => members.length > 1)
  const again = kept.map(({ middle }): Group => ({ members: [], sum: new Map(), middle }))
  const middles = kept.map(({ middle }) => middle)
  for (const [n, vector] of vectors.entries()) {
    let best = -1
    let most = alike
    for (const [at, middle] of middles.entries()) {
      const near = cosine(middle, vector)
      if (near >= most) [best, most] = [at, near]
    }
    again[best]?.members.push(n)
  }
  return again
    .map(({ members }) => members)
    .filter((members) => members.length > 1)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/** The words most members of a group share, the weightiest first. */
export const sharedWords = (vectors: readonly Vector[], members: readonly number[], most = 3): readonly string[] => {
  const weights = new Map<string, number>()
  const holders = new Map<string, number>()
  for (const n of members)
    for (const [word, weight] of vectors[n] ?? []) {
      weights.set(word, (weights.get(word) ?? 0) + weight)
      holders.set(word, (holders.get(word) ?? 0) + 1)
    }
  return [...weights]
    .filter(([word]) => (holders.get(word) ?? 0) * 3 >= members.length)
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word)
}

/** The middle of some texts. */
export const middleOf = (vectors: readonly Vector[]): Vector => {
  const sum = new Map<string, number>()
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight)
  return unitLength(sum)
}
