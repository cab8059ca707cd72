import type { Appeal, Fine, FineEvent } from './fine.ts'
import { isCleared } from './tasks.ts'

const without = (fine: Fine): Fine => {
  const { relief: _, ...rest } = fine
  return rest
}
const changed = (fine: Fine, more: Partial<Appeal>): Fine => (fine.appeal ? { ...fine, appeal: { ...fine.appeal, ...more } } : fine)
/** The decision is owed again. */
const undecided = (fine: Fine): Fine => {
  if (!fine.appeal) return fine
  const { decided: _, ...open } = fine.appeal
  return { ...fine, appeal: open }
}
/** The appeal has its answer, and the fine goes on. F-9 */
const answered = (fine: Fine, as: NonNullable<Appeal['ended']>['as'], at: Fine['since']): Fine => ({
  ...changed(fine, { ended: { as, at } }),
  state: 'issued',
  since: at,
})
const letOff = (fine: Fine, at: Fine['since']): Fine => {
  const after = without(fine)
  return fine.state === 'appealed' ? answered(after, fine.appeal?.decided?.outcome ?? 'upheld', at) : after
}

export const evolve = (was: Fine | undefined, event: FineEvent): Fine => {
  if (event.type === 'Drafted') {
    const { type: _, by, at, ...rest } = event
    return { ...rest, state: 'drafted', representative: by, draftedAt: at, since: at, edition: 1, acknowledged: [], entries: [] }
  }
  const before = was as Fine
  const fine = event.type === 'Acknowledged' || event.type === 'HandedOver' ? before : { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Redrafted':
      return { ...fine, state: 'drafted', grounds: event.grounds, facts: event.facts, evidence: event.evidence, since: event.at }
    case 'Signed': {
      const { type: _, by, at, ...signed } = event
      return { ...fine, ...signed, state: 'signed', coordinator: by, signedAt: at, since: at }
    }
    case 'Answered':
      return {
        ...fine,
        state: event.as,
        since: event.at,
        ...(event.as === 'approved' ? { approvedAt: event.at } : {}),
        ...(event.reason === undefined ? {} : { endedReason: event.reason }),
      }
    case 'GroundFell':
      return {
        ...fine,
        state: event.returned ? 'returned' : fine.state,
        since: event.returned ? event.at : fine.since,
        grounds: fine.grounds.map((ground) => (ground.ground === event.ground ? { ...ground, fellAt: event.at } : ground)),
      }
    case 'HandedOver':
      return { ...fine, keeper: event.to }
    case 'Stopped':
      return { ...fine, state: 'stopped', endedReason: event.reason, since: event.at }
    case 'Issued':
      return { ...fine, state: 'issued', issuedAt: event.at, since: event.at }
    case 'Acknowledged':
      return { ...fine, acknowledged: [...fine.acknowledged, { desk: event.desk, by: event.by, at: event.at }] }
    case 'Entered': {
      const { kind, at } = event.entry
      const entered: Fine = { ...fine, entries: [...fine.entries, event.entry] }
      const after = kind === 'waiver' || kind === 'reduction' ? letOff(entered, at) : entered
      return after.state === 'issued' && kind !== 'issued' && isCleared(after) ? { ...after, state: 'cleared', since: at } : after
    }
    case 'Appealed':
      return { ...fine, state: 'appealed', appeal: event.appeal, since: event.appeal.fact.entered }
    case 'AppealDecided': {
      const { type: _, ...decided } = event
      const after = changed(fine, { decided })
      return event.outcome === 'dismissed' ? answered(without(after), 'dismissed', event.at) : after
    }
    case 'AppealWithdrawn':
      return answered(fine, 'withdrawn', event.at)
    case 'ReliefProposed':
      return { ...fine, relief: event.relief }
    case 'ReliefReturned':
      return fine.relief ? { ...fine, relief: { ...fine.relief, returned: { at: event.at, reason: event.reason } } } : fine
    case 'ReliefEnded': {
      const after = without(fine)
      if (fine.state !== 'appealed') return after
      return event.as === 'refused' ? answered(after, 'notApproved', event.at) : undecided(after)
    }
    case 'Cancelled':
      return { ...without(fine), state: 'cancelled', replacedBy: event.replacedBy, endedReason: event.reason, since: event.at }
  }
}
