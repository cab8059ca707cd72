import { clock } from '../kernel/clock.ts'
import { missedBy, type Replays } from '../kernel/replay.ts'
import type { Visit } from './visit.ts'

/** How return visits would have stood under another term., Y-8 */
export const replays: Replays<Visit> = {
  since: 'openedAt',
  questions: {
    visitedLate: {
      by: ['visitWorkingDays'],
      holds: (visit, rules, now) =>
        visit.state === 'dropped'
          ? undefined
          : missedBy(
              clock(rules, 'visitWorkingDays', visit.openedAt, { workingDays: rules.visitWorkingDays }).due,
              // what was tried in time was not late, whoever did not pick up
              visit.attempts[0]?.at ?? visit.visitedAt,
              now,
            ),
    },
    visitedSoon: {
      by: ['visitSoonMinutes'],
      holds: ({ visitedAt, openedAt }, rules) =>
        visitedAt === undefined ? undefined : visitedAt - openedAt < rules.visitSoonMinutes * 60_000,
    },
  },
}
