import { choice, happened, longText, optional } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { clockStarts } from './grounds.ts'
import { milestones, type OnNotice } from './notice.ts'
import { rederived } from './rederive.ts'

const correctable = [...milestones, 'completed'] as const
const correctInput = { what: choice('NoticeFact', correctable), at: optional(happened()), reason: longText(1000), proof: longText(1000) }
/**
 * 更正: old value, new value, reason; without a time the fact never happened. What was derived from it is derived again.
 * P-4, N-6
 */
export const correct: OnNotice<typeof correctInput> = {
  input: correctInput,
  from: ['running', 'closed', 'takenOver'],
  by: { permission: 'notice.correct' },
  refuses: ['InTheFuture', 'Incomplete', 'StillOpen', 'BeforeItsTime'],
  decide(notice, { what, at, reason, proof }, scene) {
    const old = what === 'completed' ? notice.completions.at(-1)?.at : notice[what]?.at
    if (old === undefined) return refuse('Incomplete', { what })
    const starts = what === 'served' || what === 'phoned'
    // one of the two must remain, or nothing would have been asked of the contractor
    if (at === undefined && starts && !(what === 'served' ? notice.phoned : notice.served))
      return refuse('StillOpen', { what: 'notice', number: notice.number })
    const start = clockStarts(notice)
    if (!starts && at !== undefined && start !== undefined && at < start) return refuse('BeforeItsTime', { earliest: start })
    const { actor, now } = scene
    return rederived(
      notice,
      [{ type: 'Corrected', what, old, ...(at === undefined ? {} : { new: at }), reason, proof, by: actor.person, at: now }],
      scene,
    )
  },
}
