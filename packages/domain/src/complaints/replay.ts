import { missedBy, type Replays } from '../kernel/replay.ts'
import { acceptClock, contactClock, resolveClock } from './clocks.ts'
import type { Complaint } from './complaint.ts'

/** C-15: what was taken over owes nothing; a duplicate or what was no complaint has no clock of its own. */
const hasClocks = ({ history, state }: Complaint) => history === undefined && state !== 'merged' && state !== 'rejected'

/** How cases would have stood under other clocks. C-11, Y-8 */
export const replays: Replays<Complaint> = {
  since: 'registeredAt',
  questions: {
    acceptedLate: {
      by: ['acceptMinutes'],
      holds: (complaint, rules, now) =>
        hasClocks(complaint) ? missedBy(acceptClock(complaint, rules).due, complaint.acceptedAt, now) : undefined,
    },
    contactedLate: {
      by: ['firstContactMinutes'],
      holds: (complaint, rules, now) =>
        hasClocks(complaint) ? missedBy(contactClock(complaint, rules).due, complaint.contactedAt, now) : undefined,
    },
    resolvedLate: {
      by: ['resolveWorkingDays'],
      holds: (complaint, rules, now) =>
        hasClocks(complaint) ? missedBy(resolveClock(complaint, rules).due, complaint.resolvedAt ?? complaint.closedAt, now) : undefined,
    },
  },
}
