import type { Fact, Noun } from '../kernel/decision.ts'
import type { Task } from '../kernel/task.ts'
import type { Id } from '../kernel/values.ts'
import { states, unitsIn, type GroupAlert, type GroupAlertEvent } from './group-alert.ts'
import { dismiss, makeGroup } from './judge.ts'
import { extend, raise } from './raise.ts'

const evolve = (was: GroupAlert | undefined, event: GroupAlertEvent): GroupAlert => {
  if (event.type === 'Raised') {
    const { type: _, at, ...rest } = event
    return { ...rest, state: 'raised', raisedAt: at, edition: 1 }
  }
  const before = was as GroupAlert
  const alert = { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Extended':
      return {
        ...alert,
        members: [...alert.members, ...event.members],
        extendedAt: event.at,
        state: event.again ? 'raised' : alert.state,
      }
    case 'MadeGroup':
      return { ...alert, state: 'grouped' }
    case 'Dismissed':
      return { ...alert, state: 'dismissed', dismissedBecause: event.reason, dismissedAt: unitsIn(alert.members) }
  }
}

/** The manager hears of it at once, and says what it is. C-3 */
const tasks = ({ state, number, title, project, raisedAt, extendedAt, members }: GroupAlert): readonly Task[] =>
  state === 'raised'
    ? [
        {
          kind: 'alert',
          holder: { position: 'manager', project },
          does: 'groupAlert.makeGroup',
          from: extendedAt ?? raisedAt,
          about: { number, title, severity: 'group' },
          reads: members.map(({ complaint }) => complaint),
        },
      ]
    : []

/** In which alert each case of a building is. C-3 */
const holding: Fact<GroupAlert, Id<'building'>, ReadonlyMap<Id<'complaint'>, string>> = {
  find: (building) => ({ building }),
  read: (found) => new Map(found.flatMap(({ members, number }) => members.map(({ complaint }) => [complaint, number] as const))),
}

export const groupAlert = {
  evolve,
  tasks,
  states,
  ends: ['grouped', 'dismissed'] as const,
  revision: ({ edition }: GroupAlert) => edition,
  facts: { holding },
  decisions: { raise, extend, makeGroup, dismiss },
}
groupAlert satisfies Noun<GroupAlert, GroupAlertEvent>
