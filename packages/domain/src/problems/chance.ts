/** The logarithm of each step of a sum of chances, taken from the first term on; so no special function is needed and small tails stay exact. */
const tail = (from: number, first: number, step: (k: number) => number, last = Infinity): number => {
  if (from <= 0) return 1
  let log = first
  for (let k = 0; k < from; k++) log += Math.log(step(k))
  let term = 1
  let sum = 1
  for (let k = from; k < last && term > sum * 1e-15; k++) {
    term *= step(k)
    sum += term
  }
  return Math.min(1, Math.exp(log) * sum)
}

/**
 * The chance of so many or more where so many are expected and counts vary more than by chance alone: their variance is
 * mean + dispersion · mean². Without dispersion it is Poisson's. Y-2
 */
export const negativeBinomialTail = (seen: number, mean: number, dispersion: number): number => {
  if (seen <= 0) return 1
  if (mean <= 0) return 0
  if (dispersion < 1e-9) return tail(seen, -mean, (k) => mean / (k + 1))
  const size = 1 / dispersion
  const failing = mean / (size + mean)
  return tail(seen, -size * Math.log1p(mean / size), (k) => ((size + k) / (k + 1)) * failing)
}

/** The chance of so many or more among so many, each of which has the same chance. Y-2 */
export const binomialTail = (seen: number, among: number, chance: number): number => {
  if (seen <= 0) return 1
  if (chance <= 0 || seen > among) return 0
  if (chance >= 1) return 1
  const odds = chance / (1 - chance)
  return tail(seen, among * Math.log1p(-chance), (k) => ((among - k) / (k + 1)) * odds, among)
}

/**
 * Benjamini and Hochberg: to each chance the share of false discoveries one accepts with it and all that are smaller. All that
 * was tested is among them, also where nothing was to be seen. Y-2
 */
export const falseDiscoveries = (chances: readonly number[]): readonly number[] => {
  const order = chances.map((chance, at) => ({ chance, at })).toSorted((a, b) => b.chance - a.chance || b.at - a.at)
  const shares: number[] = Array.from({ length: chances.length }, () => 1)
  let least = 1
  for (const [n, { chance, at }] of order.entries()) {
    least = Math.min(least, (chance * chances.length) / (chances.length - n))
    shares[at] = least
  }
  return shares
}
