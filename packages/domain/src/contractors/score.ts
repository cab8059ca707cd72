/**
 * How much may count against a party in the last 365 days, at most: refused notices, repairs past their deadline, fines that
 * stand, emergency repairs done in its place. Each costs a point for every hundredth of its notices. S-1
 */
const most = { refusals: 25, lateRepairs: 25, fines: 25, emergencyRepairs: 25 } as const
/** A veto in force. V-1 */
const vetoed = 40
type What = keyof typeof most
export type Counts = Readonly<Record<What | 'notices', number>> & { readonly vetoed: boolean }
export type Score = {
  /** 100 at best, 0 at worst. */
  readonly points: number
  /** The notices of that time: what is counted is counted among them. */
  readonly notices: number
  readonly lines: readonly { readonly what: What | 'vetoes'; readonly count: number; readonly off: number; readonly most: number }[]
}

/** 履约评分, explained line by line: what was counted, and what it takes off a hundred. S-1 */
export const conductScore = (counts: Counts): Score => {
  const lines = [
    ...(Object.keys(most) as What[]).map((what) => ({
      what,
      count: counts[what],
      off: Math.min(most[what], Math.round((counts[what] * 100) / Math.max(counts.notices, 1))),
      most: most[what],
    })),
    { what: 'vetoes' as const, count: counts.vetoed ? 1 : 0, off: counts.vetoed ? vetoed : 0, most: vetoed },
  ]
  return { points: Math.max(0, 100 - lines.reduce((sum, { off }) => sum + off, 0)), notices: counts.notices, lines }
}
