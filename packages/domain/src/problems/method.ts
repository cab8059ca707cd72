/** What the method goes by. Tried on simulated months of other seeds than those it is judged by; see the decision record. Y-2 */
export const method = {
  /** Months before the one that is looked at: as many as there are, and never fewer than the second. */
  history: 24,
  leastHistory: 6,
  /** Months over which concentration is looked at, the last included. */
  concentration: 6,
  /**
   * The share of false discoveries accepted. Places where hardly any case is expected are a family of their own: there are many of
   * them, and they would make it harder for all others. Concentration is looked at over months that overlap, so it is held to less.
   */
  falseDiscovery: { growth: 0.035, few: 0.01, concentration: 0.005 },
  few: 1.5,
  /** Fewer cases than this are no group, however surprising. */
  least: 3,
  /** What grows less than this, or has less than twice its share, is not worth anybody's time, however certain. */
  growth: 1.5,
  share: 2,
  /** What is known of how much counts vary before any are seen: this dispersion, as if seen for so many months. */
  dispersion: 0.05,
  dispersionMonths: 6,
  /** How many cases the season of a calendar month is believed only after. */
  seasonWeight: 20,
  /** A month of the history that was as surprising as this many standard deviations is no part of what is usual. */
  unusual: 4,
} as const
