import { RunningClock, type ClockValue } from '@lintel/ui'
import type { ClockLineFragment, OwedLineFragment } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'

export const clockValue = (clock: ClockLineFragment): ClockValue => ({
  startedAt: clock.start,
  dueAt: clock.due,
  pausedAt: clock.pausedSince,
  pausedBecause: clock.pausedBecause,
})

/** A due time a list knows without what explains it. */
export const dueValue = (due: string | null | undefined): ClockValue | undefined => (due ? { dueAt: due } : undefined)

/** The clocks that run on a record: one for each thing owed by a time, the nearest first. */
export function Clocks({ of }: { of: readonly OwedLineFragment[] }) {
  const { t } = useWords()
  const clocks = new Map(of.flatMap(({ clock }) => (clock ? [[clock.rule, clock] as const] : [])))
  return [...clocks.values()]
    .toSorted((a, b) => a.due.localeCompare(b.due))
    .slice(0, 3)
    .map((clock) => <RunningClock key={clock.rule} of={clockValue(clock)} label={t(`clock.${clock.rule}`)} large />)
}
