import { missedBy, type Question, type Replays } from '../kernel/replay.ts'
import { appealClock, type Fine } from './fine.ts'
import { settling } from './tasks.ts'

const signed = ({ amount, signedAt }: Fine) => amount !== undefined && signedAt !== undefined
const amount = (fine: Fine) => fine.amount

/** The system derived it, and would not have done so at that moment. N-5, N-6 */
const groundLost: Question<Fine, 'notice.groundsNow'> = {
  by: ['onSiteHours', 'slipWorkingDays'],
  needs: { 'notice.groundsNow': ({ notice }) => notice },
  at: (fine) => fine.signedAt ?? fine.draftedAt,
  holds({ grounds }, _, __, facts) {
    const derived = grounds.filter(({ derivedSince, fellAt }) => derivedSince !== undefined && fellAt === undefined)
    const known = facts['notice.groundsNow']
    if (derived.length === 0 || !known) return undefined
    return derived.some(({ ground }) => !known.held.some((held) => held.ground === ground))
  },
  amount,
}

/** Which fines would not have been possible, and what would have been asked with them. F-4, F-9, F-14, SEC-11, Y-8 */
export const replays: Replays<Fine> = {
  since: 'draftedAt',
  questions: {
    belowFloor: {
      by: ['fineFloor'],
      holds: (fine, rules) => (signed(fine) && fine.amount !== undefined ? fine.amount < rules.fineFloor : undefined),
      amount,
    },
    groundLost,
    askedForPassword: {
      by: ['confirmAbove'],
      holds: (fine, rules) => (signed(fine) && fine.amount !== undefined ? fine.amount > rules.confirmAbove : undefined),
      amount,
    },
    settledLate: {
      by: ['settleDays'],
      holds(fine, rules, now) {
        if (fine.issuedAt === undefined || fine.state === 'cancelled') return undefined
        return missedBy(settling(fine, rules).due, fine.state === 'cleared' ? fine.since : undefined, now)
      },
      amount,
    },
    appealedTooLate: {
      by: ['appealWorkingDays'],
      holds(fine, rules) {
        const until = appealClock(fine, rules)
        return fine.appeal && until ? fine.appeal.fact.at > until.due : undefined
      },
      amount,
    },
  },
}
