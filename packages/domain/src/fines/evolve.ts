import type { Fine, FineEvent } from './fine.ts'
import { isCleared } from './tasks.ts'

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
      const after: Fine = { ...fine, entries: [...fine.entries, event.entry] }
      return after.state === 'issued' && event.entry.kind !== 'issued' && isCleared(after)
        ? { ...after, state: 'cleared', since: event.entry.at }
        : after
    }
    case 'Cancelled':
      return { ...fine, state: 'cancelled', replacedBy: event.replacedBy, endedReason: event.reason, since: event.at }
  }
}
