import { clock } from '../kernel/clock.ts'
import type { Fact, Noun } from '../kernel/decision.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Task } from '../kernel/task.ts'
import type { PersonId } from '../kernel/values.ts'
import { drop, fail, giveUp, open, record, review } from './record.ts'
import { replays } from './replay.ts'
import { states, type Visit, type VisitEvent } from './visit.ts'

const evolve = (was: Visit | undefined, event: VisitEvent): Visit => {
  if (event.type === 'Opened') {
    const { type: _, at, ...rest } = event
    return { ...rest, state: 'due', openedAt: at, attempts: [], odd: [] }
  }
  const visit = was as Visit
  switch (event.type) {
    case 'Visited': {
      const { level, wording, method, odd } = event
      return { ...visit, state: 'done', level, wording, method, odd, visitor: event.by, visitedAt: event.happened }
    }
    case 'Failed':
      return { ...visit, attempts: [...visit.attempts, event.attempt] }
    case 'GivenUp':
      return { ...visit, state: 'givenUp', visitor: event.by }
    case 'Dropped':
      return { ...visit, state: 'dropped' }
    case 'Reviewed':
      return { ...visit, reviewed: { by: event.by, at: event.at, note: event.note } }
  }
}

const tasks = (visit: Visit, rules: Rules): readonly Task[] => {
  const about = { number: visit.complaintNumber, title: visit.title, ...(visit.unit ? { unit: visit.unit } : {}) }
  const reads = [visit.complaint, ...(visit.customer ? [visit.customer] : [])]
  const except = [...new Set([visit.representative, visit.resolvedBy])]
  if (visit.state === 'due')
    return [
      {
        kind: 'do',
        holder: { position: 'frontDesk', project: visit.project },
        does: 'visit.record',
        from: visit.openedAt,
        clock: clock(rules, 'visitWorkingDays', visit.openedAt, { workingDays: rules.visitWorkingDays }),
        except,
        about,
        reads,
      },
    ]
  const shown = visit.state === 'done' && !visit.reviewed && (visit.level === 'dissatisfied' || visit.odd.length > 0)
  return shown && visit.visitedAt !== undefined
    ? [
        {
          kind: 'alert',
          holder: { position: 'manager', project: visit.project },
          does: 'visit.review',
          from: visit.visitedAt,
          about,
          reads,
        },
      ]
    : []
}

/** Who made the last visits for a representative, newest first. R-4 */
const latestOf: Fact<Visit, PersonId, readonly (PersonId | undefined)[]> = {
  find: (representative) => ({ representative, state: 'done' }),
  newest: { by: 'visitedAt', limit: 50 },
  read: (found) => found.map(({ visitor }) => visitor),
}

export const visit = {
  evolve,
  tasks,
  states,
  ends: ['done', 'givenUp', 'dropped'] as const,
  revision: (record: Visit) => record.attempts.length + (record.state === 'due' ? 0 : 100),
  facts: { latestOf },
  replays,
  decisions: { open, record, fail, giveUp, drop, review },
}
visit satisfies Noun<Visit, VisitEvent>
