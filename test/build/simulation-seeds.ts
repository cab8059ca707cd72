/**
 * The seeds of the simulated months by which the method of common problems is judged. They were fixed before it was tuned and are
 * used for nothing else; tuning has seeds of its own.
 */
export const judgingSeeds: readonly number[] = Array.from({ length: 40 }, (_, n) => 71_000 + 37 * n)
export const tuningSeeds: readonly number[] = Array.from({ length: 20 }, (_, n) => 11_000 + 53 * n)
