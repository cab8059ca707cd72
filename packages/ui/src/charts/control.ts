/** What a control chart draws beside its line. */
export type Limits = { readonly mean: number; readonly upper: number; readonly lower: number }

/**
 * Limits of a chart of single values: mean ± 2.66 × the mean moving range (Shewhart; the same as 3 σ of what varies from
 * one to the next). Nothing below zero where nothing can be. None for fewer than eight values: they would say nothing.
 */
export const controlLimits = (values: readonly (number | undefined)[], floor = 0): Limits | undefined => {
  const known = values.flatMap((value) => value ?? [])
  if (known.length < 8) return undefined
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const moved = known.slice(1).map((value, n) => Math.abs(value - (known[n] ?? value)))
  const range = (2.66 * moved.reduce((sum, value) => sum + value, 0)) / moved.length
  return { mean, upper: mean + range, lower: Math.max(floor, mean - range) }
}
/** Whether a value is beyond what chance explains. */
export const isOut = ({ upper, lower }: Limits, value: number | undefined) => value !== undefined && (value > upper || value < lower)
