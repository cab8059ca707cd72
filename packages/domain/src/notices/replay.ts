import { workingDaysAfter } from '../kernel/calendar.ts'
import { missedBy, type Question, type Replays } from '../kernel/replay.ts'
import { minutesAfter } from '../kernel/values.ts'
import { clockStarts, groundsAt } from './grounds.ts'
import { milestones, type Ground, type Notice } from './notice.ts'

const ground = (which: Ground, by: Question<Notice>['by']): Question<Notice> => ({
  by,
  holds: (notice, rules, now) =>
    clockStarts(notice) === undefined ? undefined : groundsAt(notice, rules, now).some(({ ground: held }) => held === which),
})
/** Everything on it that happened at one moment and was entered at another. */
const recorded = (notice: Notice) => [
  ...milestones.flatMap((what) => notice[what] ?? []),
  ...notice.completions,
  ...notice.inspections,
  ...notice.excuses.map(({ filed }) => filed),
]

/** Which grounds would have come to hold under other terms, and what would have been entered late. N-2, N-3, N-5, Y-8 */
export const replays: Replays<Notice> = {
  since: 'draftedAt',
  questions: {
    ground2: ground(2, ['onSiteHours']),
    ground5: ground(5, ['slipWorkingDays']),
    enteredLate: {
      by: ['lateEntryMinutes'],
      holds: (notice, rules) => {
        const facts = recorded(notice)
        return facts.length === 0 ? undefined : facts.some(({ at, entered }) => entered > minutesAfter(at, rules.lateEntryMinutes))
      },
    },
    excuseJudgedLate: {
      by: ['excuseWorkingDays'],
      holds: (notice, rules, now) =>
        notice.excuses.length === 0
          ? undefined
          : notice.excuses.some(({ filed, judged }) =>
              missedBy(workingDaysAfter(rules.calendar, filed.entered, rules.excuseWorkingDays), judged?.at, now),
            ),
    },
  },
}
