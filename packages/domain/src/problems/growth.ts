import { negativeBinomialTail } from './chance.ts'
import { method } from './method.ts'

/** Counts of one cell by month, oldest first; the last is the month that is looked at. Exposure: units handed over, where that is known. */
export type Series = { readonly counts: readonly number[]; readonly exposure?: readonly number[] | undefined }
export type Growth = { readonly seen: number; readonly expected: number; readonly probability: number }

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** How much more or less than usual comes in the calendar month of each, by the whole cell's own history, believed as far as it has cases. */
export const seasons = ({ counts, exposure }: Series): readonly number[] => {
  const last = counts.length - 1
  const base = counts.map((_, t) => exposure?.[t] ?? 1)
  const rate = sum(counts.slice(0, last)) / Math.max(1e-9, sum(base.slice(0, last)))
  // one year alone cannot tell a season from something that happened
  if (last < 24) return counts.map(() => 1)
  return counts.map((_, t) => {
    const same = counts.map((__, u) => u).filter((u) => u < last && (last - u) % 12 === (last - t) % 12)
    const seen = sum(same.map((u) => counts[u] ?? 0))
    const usual = sum(same.map((u) => rate * (base[u] ?? 1)))
    return (seen + method.seasonWeight) / (usual + method.seasonWeight)
  })
}

type Fit = { readonly rate: number; readonly shape: number; readonly kept: readonly number[]; readonly means: readonly number[] }
/** The rate of one series, drawn towards that of all alike by the weight of one case; unusual months are left out once. */
const fit = (counts: readonly number[], base: readonly number[], usual: number): Fit => {
  const months = counts.map((_, t) => t).slice(0, -1)
  const of = (kept: readonly number[]): Fit => {
    const shape = 1 + sum(kept.map((t) => counts[t] ?? 0))
    const rate = shape / (1 / Math.max(usual, 1e-9) + sum(kept.map((t) => base[t] ?? 0)))
    return { rate, shape, kept, means: base.map((one) => rate * one) }
  }
  const first = of(months)
  const odd = (t: number) => {
    const mean = first.means[t] ?? 0
    return (counts[t] ?? 0) > mean + method.unusual * Math.sqrt(mean + method.dispersion * mean ** 2) + 2
  }
  const kept = months.filter((t) => !odd(t))
  return kept.length === months.length ? first : of(kept)
}

/**
 * Whether the last month of each series brought more than the months before let expect. Series that are alike (all projects, all
 * buildings …) share how much such counts vary; each has its own rate. What is expected is uncertain where little was seen. Y-2
 */
export const growthOf = (alike: readonly Series[], season: readonly number[]): readonly Growth[] => {
  const bases = alike.map(({ counts, exposure }) => counts.map((_, t) => Math.max(exposure?.[t] ?? 1, 1e-6) * (season[t] ?? 1)))
  const cases = sum(alike.map(({ counts }) => sum(counts.slice(0, -1))))
  const usual = cases / Math.max(1e-9, sum(bases.map((base) => sum(base.slice(0, -1)))))
  const fits = alike.map(({ counts }, n) => fit(counts, bases[n] ?? [], usual))
  let over = 0
  let square = 0
  let months = 0
  for (const [n, { kept, means }] of fits.entries())
    for (const t of kept) {
      const mean = means[t] ?? 0
      over += ((alike[n]?.counts[t] ?? 0) - mean) ** 2 * (kept.length / Math.max(1, kept.length - 1)) - mean
      square += mean ** 2
      months++
    }
  const weight = months ? (method.dispersionMonths * square) / months : 1
  const dispersion = Math.max(0, (over + method.dispersion * weight) / (square + weight || 1))
  return alike.map(({ counts }, n) => {
    const of = fits[n]
    const seen = counts.at(-1) ?? 0
    const expected = of?.means.at(-1) ?? 0
    return { seen, expected, probability: negativeBinomialTail(seen, expected, dispersion + 1 / (of?.shape ?? 1)) }
  })
}
