import { workingMinutesAfter } from './calendar.ts'
import type { Rules } from './rules.ts'
import type { Task } from './task.ts'
import { latest } from './values.ts'

/**
 * 升级: what is still owed so long after it was due is known to the superior of whoever owes it. It begins at its time by
 * itself, ends with the task, and moves with its clock; nothing is approved or done by it. B-5, B-9, T-3
 */
export const escalation = (task: Task, { calendar, escalateMinutes }: Pick<Rules, 'calendar' | 'escalateMinutes'>): Task | undefined => {
  const { kind, holder, clock, from } = task
  if ((kind !== 'approve' && kind !== 'do') || 'superiorOf' in holder || !clock || clock.paused) return undefined
  const at = latest(workingMinutesAfter(calendar, clock.due, escalateMinutes), from)
  // whoever may not do it themselves may well see that it is late
  const { except: _, ...owed } = task
  return { ...owed, kind: 'escalation', holder: { superiorOf: holder }, from: at ?? from }
}
