import type { RailItem } from '@lintel/ui'

/** What somebody owes, live, beside the rail's words. */
export const useCounts = (): Readonly<Record<string, RailItem['count']>> => ({})
