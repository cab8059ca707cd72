import type { Rules } from '../kernel/rules.ts'
import type { About, Task } from '../kernel/task.ts'
import { acceptClock, contactClock, feedbackClock, resolveClock } from './clocks.ts'
import { owesSurvey } from './survey.ts'
import { toManagerAtOnce, type Complaint } from './complaint.ts'

const aboutComplaint = ({ number, title, unit, severity }: Complaint): About => ({
  number,
  title,
  severity,
  ...(unit ? { unit } : {}),
})

/** What is owed on a case, and by whom. C-3, C-7, C-11; history owes nothing. C-15 */
export const tasks = (complaint: Complaint, rules: Rules): readonly Task[] => {
  const { state, representative, project } = complaint
  if (complaint.history || state === 'closed' || state === 'rejected' || state === 'merged') return []
  const about = aboutComplaint(complaint)
  const holder = representative ? { person: representative } : { position: 'representative', project }
  const mine = { kind: 'do', holder, about } as const
  const owed = complaint.owedFeedback[0]
  // the return visit is another record's task; the result must reach the customer all the same. C-7
  if (state === 'resolved')
    return owed
      ? [{ ...mine, does: 'complaint.recordFeedback', part: owed.milestone, from: owed.since, clock: feedbackClock(complaint, rules) }]
      : []
  const manager: readonly Task[] =
    toManagerAtOnce.includes(complaint.severity) && !complaint.notedByManager
      ? [{ kind: 'alert', holder: { position: 'manager', project }, does: 'complaint.takeNote', from: complaint.registeredAt, about }]
      : []
  if (state === 'registered')
    return [...manager, { ...mine, does: 'complaint.accept', from: complaint.registeredAt, clock: acceptClock(complaint, rules) }]
  const resolving: Task = {
    ...mine,
    does: 'complaint.resolve',
    from: complaint.acceptedAt ?? complaint.registeredAt,
    clock: resolveClock(complaint, rules),
  }
  if (state === 'suspended')
    return [
      ...manager,
      {
        ...mine,
        does: 'complaint.resume',
        from: complaint.pauses.at(-1)?.from ?? complaint.registeredAt,
        clock: resolveClock(complaint, rules),
      },
    ]
  const feedback: readonly Task[] =
    complaint.contactedAt === undefined
      ? [
          {
            ...mine,
            does: 'complaint.recordFeedback',
            part: 'firstContact',
            from: complaint.registeredAt,
            clock: contactClock(complaint, rules),
          },
        ]
      : [
          {
            ...mine,
            does: 'complaint.recordFeedback',
            part: owed ? owed.milestone : 'next',
            from: owed ? owed.since : feedbackClock(complaint, rules).start,
            clock: feedbackClock(complaint, rules),
          },
        ]
  const surveying: readonly Task[] = owesSurvey(complaint)
    ? [{ ...mine, does: 'survey.plan', from: complaint.acceptedAt ?? complaint.registeredAt }]
    : []
  return [...manager, ...feedback, ...surveying, resolving]
}
