import { flag, longText, moment, optional } from '../kernel/input.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { onSiteBy, pendingExcuse } from './grounds.ts'
import type { OnNotice } from './notice.ts'
import { by } from './record.ts'
import { before, entered, lateRefusals, whenInput } from '../kernel/recorded.ts'
import { clockStarts } from './grounds.ts'
import { rederived } from './rederive.ts'

const fileInput = { ...whenInput, reason: longText(1000), excuseProof: longText(1000) }
/** The contractor's reason, filed with proof before the four hours end. N-3 */
export const fileExcuse: OnNotice<typeof fileInput> = {
  input: fileInput,
  from: ['running'],
  by,
  refuses: [...lateRefusals, 'TooLate', 'AlreadyRecorded'],
  blocked: (notice) => (pendingExcuse(notice) ? refuse('AlreadyRecorded', { what: 'excuse' }) : undefined),
  decide(notice, { reason, excuseProof, ...when }, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    const until = onSiteBy(notice, scene.rules)
    if (until !== undefined && fact.at > until) return refuse('TooLate', { until })
    return before(fact.at, clockStarts(notice)) ?? rederived(notice, [{ type: 'ExcuseFiled', fact, reason, proof: excuseProof }], scene)
  },
}

const judgeInput = { accepted: flag(), until: optional(moment()), why: longText(1000) }
/** Accepted, the clock moves to the agreed time; refused, it never stopped. Who judged, when and why is kept. N-3 */
export const judgeExcuse: OnNotice<typeof judgeInput> = {
  input: judgeInput,
  from: ['running'],
  by,
  refuses: ['NothingToJudge', 'Incomplete', 'BeforeItsTime'],
  blocked: (notice) => (pendingExcuse(notice) ? undefined : refuse('NothingToJudge')),
  decide(notice, { accepted, until, why }, scene) {
    if (accepted && until === undefined) return refuse('Incomplete', { what: 'until' })
    const due = onSiteBy(notice, scene.rules)
    if (accepted && until !== undefined && due !== undefined && until < due) return refuse('BeforeItsTime', { earliest: due })
    return rederived(
      notice,
      [
        {
          type: 'ExcuseJudged',
          accepted,
          ...(accepted && until !== undefined ? { until } : {}),
          why,
          by: scene.actor.person,
          at: scene.now,
        },
      ],
      scene,
    )
  },
}
