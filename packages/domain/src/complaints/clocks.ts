import { clock, type Clock } from '../kernel/clock.ts'
import type { Rules } from '../kernel/rules.ts'
import { latest } from '../kernel/values.ts'
import type { Complaint } from './complaint.ts'

/** C-11: serious and major ones have half the time. */
const share = ({ severity }: Complaint) => (severity === 'seriousQuality' || severity === 'major' ? 0.5 : 1)

export const acceptClock = (complaint: Complaint, rules: Rules): Clock =>
  clock(rules, 'acceptMinutes', complaint.registeredAt, { workingMinutes: rules.acceptMinutes * share(complaint) })
export const contactClock = (complaint: Complaint, rules: Rules): Clock =>
  clock(rules, 'firstContactMinutes', complaint.registeredAt, { workingMinutes: rules.firstContactMinutes * share(complaint) })
/** The next feedback counts from the last one to the customer. C-11, C-7 */
export const feedbackClock = (complaint: Complaint, rules: Rules): Clock => {
  const last = complaint.feedback.findLast(({ to }) => to === 'customer')?.at
  return clock(
    rules,
    'feedbackWorkingDays',
    latest(last, complaint.reopenedAt) ?? complaint.registeredAt,
    { workingDays: rules.feedbackWorkingDays * share(complaint) },
    complaint.pauses,
  )
}
/** Pauses are taken out; a reopened case starts anew. C-11, T-2 */
export const resolveClock = (complaint: Complaint, rules: Rules): Clock =>
  clock(
    rules,
    'resolveWorkingDays',
    complaint.reopenedAt ?? complaint.registeredAt,
    { workingDays: rules.resolveWorkingDays * share(complaint) },
    complaint.pauses,
  )
