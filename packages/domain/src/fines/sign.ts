import type { ApprovalId } from '../approvals/approval.ts'
import { fineSeverities } from '../approvals/kinds/fine.ts'
import { choice, money } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { startsEmergencyRepair, type Fine, type GroundOfFine, type OnFine, type RepairId } from './fine.ts'
import { aboutFine, readsOfFine } from './tasks.ts'

type Held = {
  readonly ground: GroundOfFine['ground']
  readonly since: NonNullable<GroundOfFine['derivedSince']>
  readonly pending?: boolean
  readonly proofs: GroundOfFine['proofs']
}
/** N-6: the grounds as they are known at the moment of signing. */
const knownNow = (fine: Fine, held: readonly Held[]): readonly GroundOfFine[] =>
  fine.grounds.map((ground) => {
    const now = held.find((one) => one.ground === ground.ground)
    return now && ground.derivedSince !== undefined ? { ...ground, derivedSince: now.since, proofs: now.proofs } : ground
  })

const signInput = { amount: money(), severity: choice('FineSeverity', fineSeverities) }
/** The general coordinator sets the amount by severity and signs; again, when the amount changes. F-2, F-4, F-5, F-6 */
export const sign: OnFine<typeof signInput, 'emergencyRepair.runningFor' | 'notice.groundsNow'> = {
  input: signInput,
  from: ['drafted', 'signed'],
  to: ['signed'],
  by: { permission: 'fine.sign' },
  refuses: ['OwnDraft', 'BelowFloor', 'PendingExcuse', 'AlreadyRecorded', 'NoGround'],
  needs: { 'emergencyRepair.runningFor': (fine) => fine.notice, 'notice.groundsNow': (fine) => fine.notice },
  blocked(fine, { actor }, facts) {
    if (actor.person === fine.representative) return refuse('OwnDraft')
    // N-3: while an excuse waits to be judged no fine may be signed on its ground
    const waiting = facts['notice.groundsNow']?.held.find(
      ({ ground, pending }) => pending && fine.grounds.some((one) => one.ground === ground),
    )
    if (waiting) return refuse('PendingExcuse', { since: waiting.since })
    const standing = fine.grounds.filter(
      ({ derivedSince, reason, ground }) =>
        reason !== undefined || (derivedSince !== undefined && facts['notice.groundsNow']?.held.some((one) => one.ground === ground)),
    )
    return standing.length === 0 ? refuse('NoGround') : undefined
  },
  stakes: (_, { amount }) => amount,
  decide(fine, { amount, severity }, { actor, now, rules, fresh }, facts) {
    if (amount < rules.fineFloor) return refuse('BelowFloor', { floor: rules.fineFloor })
    if (fine.state === 'signed' && amount === fine.amount && severity === fine.severity)
      return refuse('AlreadyRecorded', { what: 'amount' })

    const heavy = fine.grounds.some(startsEmergencyRepair)
    const running = facts['emergencyRepair.runningFor']
    // F-5: one that was only suggested is overtaken; one that runs, or ran for this fine, is linked to
    const starts = heavy && !fine.repair && (!running || running.state === 'suggested')
    const repair = heavy ? (fine.repair ?? (starts ? (fresh('repair') as RepairId) : running?.id)) : undefined
    const approval = fine.approval ?? (fresh('approval') as ApprovalId)
    const grounds = knownNow(fine, facts['notice.groundsNow']?.held ?? [])
    const signed = { ...fine, grounds, amount, severity, ...(repair ? { repair } : {}), state: 'signed' as const }
    const request = {
      kind: 'fine' as const,
      makers: [fine.representative, actor.person],
      complaints: fine.complaints,
      about: aboutFine(signed),
      reads: readsOfFine(signed),
    }
    return {
      events: [
        {
          type: 'Signed',
          amount,
          severity,
          grounds,
          rulesVersion: rules.version,
          floor: rules.fineFloor,
          by: actor.person,
          at: now,
          approval,
          ...(repair ? { repair } : {}),
        },
      ],
      follow: [
        fine.approval
          ? ask('approval.resubmit', fine.approval, request)
          : ask('approval.open', approval, {
              ...request,
              project: fine.project,
              subject: { noun: 'fine', id: fine.id },
              answers: { approved: 'fine.approved', rejected: 'fine.rejected', returned: 'fine.returned', withdrawn: 'fine.returned' },
            }),
        ...(starts && repair ? [ask('emergencyRepair.start', repair, { notice: fine.notice, fine: fine.id, approver: actor.person })] : []),
      ],
    }
  },
}
