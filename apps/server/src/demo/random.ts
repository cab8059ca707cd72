/** Chance that falls the same way every time: the same seed gives the same company. */
export type Random = {
  /** From 0 up to 1. */
  next(): number
  between(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
  /** One of the names, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

export const seeded = (seed: number): Random => {
  let state = seed
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick(from) {
      const one = from[Math.floor(next() * from.length)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    },
    chance: (share) => next() < share,
    weighted(weights) {
      const entries = Object.entries<number>(weights)
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)
      if (!found) throw new Error('there is nothing to weigh')
      // the names of the entries are the names of the weights
      return found[0] as keyof typeof weights
    },
  }
}
