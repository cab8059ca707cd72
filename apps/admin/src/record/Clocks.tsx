import { RunningClock, type ClockValue } from '@lintel/ui'
import { useWords } from '../words/words.ts'

export type Clock = { rule: string; start: string; due: string; pausedSince?: string | null; pausedBecause?: string | null; stoppedAt?: string | null }

export const clockValue = (clock: Clock): ClockValue => ({
  startedAt: clock.start,
  dueAt: clock.due,
  pausedAt: clock.pausedSince,
  pausedBecause: clock.pausedBecause,
  stoppedAt: clock.stoppedAt,
})

/** The clocks that still run, the nearest first. */
export const running = <C extends Clock>(clocks: readonly C[]) => clocks.filter((clock) => !clock.stoppedAt).toSorted((a, b) => a.due.localeCompare(b.due))

export function Clocks({ of, large = true }: { of: readonly Clock[]; large?: boolean }) {
  const { t } = useWords()
  return running(of).map((clock) => <RunningClock key={clock.rule} of={clockValue(clock)} label={t(`clock.${clock.rule}`)} large={large} />)
}
