import type { Outcome } from '../kernel/decision.ts'
import { ask } from '../kernel/names.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Moment } from '../kernel/values.ts'
import { evolve } from './evolve.ts'
import { groundsAt } from './grounds.ts'
import type { Notice, NoticeEvent } from './notice.ts'

/**
 * N-2, P-4: whatever is entered, the grounds are derived again from the times things happened. One that held until now
 * and no longer does is taken back visibly, and the fines that rest on it are told.
 */
export const rederived = (
  notice: Notice,
  events: readonly NoticeEvent[],
  { now, rules }: { now: Moment; rules: Rules },
): Outcome<NoticeEvent> => {
  const after = events.reduce<Notice>((was, event) => evolve(was, event), notice)
  const still = groundsAt(after, rules, now)
  const gone = groundsAt(notice, rules, now).filter(({ ground, pending }) => !pending && !still.some((held) => held.ground === ground))
  return {
    events: [...events, ...gone.map(({ ground, since }): NoticeEvent => ({ type: 'GroundTakenBack', ground, since, at: now }))],
    follow: gone.flatMap(({ ground }) =>
      notice.fined.filter((fined) => fined.ground === ground).map(({ fine }) => ask('fine.groundFell', fine, { ground })),
    ),
  }
}
