import { flag, group, list, longText, moment, optional, proofs, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { awaitsInspection, defectPassed, passed } from './grounds.ts'
import type { OnNotice } from './notice.ts'
import { by } from './record.ts'
import { before, entered, lateRefusals, whenInput } from '../kernel/recorded.ts'
import { rederived } from './rederive.ts'

const inspectInput = {
  ...whenInput,
  results: list(
    group('DefectResult', {
      defect: text(60),
      standardMet: flag(),
      ownerSatisfied: flag(),
      note: optional(longText(1000)),
      photos: optional(proofs()),
    }),
    { min: 1 },
  ),
  newDeadline: optional(moment()),
}
/** 验收: defect by defect, together with the owner; one that failed goes back to repairing with a new deadline. N-2, N-4 */
export const inspect: OnNotice<typeof inspectInput> = {
  input: inspectInput,
  from: ['running'],
  by,
  refuses: [...lateRefusals, 'NothingToJudge', 'Incomplete', 'SameRecord'],
  blocked: (notice) => (awaitsInspection(notice) ? undefined : refuse('NothingToJudge')),
  decide(notice, { results, newDeadline, ...when }, scene) {
    const fact = entered(when, scene)
    if (isRefusal(fact)) return fact
    const open = notice.defects.filter((defect) => !defectPassed(notice, defect))
    if (new Set(results.map(({ defect }) => defect)).size < results.length) return refuse('SameRecord')
    if (
      open.some(({ id }) => !results.some(({ defect }) => defect === id)) ||
      results.some(({ defect }) => !notice.defects.some(({ id }) => id === defect))
    )
      return refuse('Incomplete', { what: 'defects' })
    const failed = results.some((result) => !passed(result))
    if (failed && newDeadline === undefined) return refuse('Incomplete', { what: 'newDeadline' })
    if (failed && newDeadline !== undefined && newDeadline <= fact.at) return refuse('BeforeItsTime', { earliest: fact.at })
    const inspection = { ...fact, results, ...(failed && newDeadline !== undefined ? { newDeadline } : {}) }
    const no = before(fact.at, notice.completions.at(-1)?.at)
    if (no) return no
    const outcome = rederived(notice, [{ type: 'Inspected', inspection }], scene)
    const told = failed
      ? []
      : notice.complaints.map((complaint) => ask('complaint.reachMilestone', complaint, { milestone: 'repairAccepted' as const }))
    return { ...outcome, follow: [...(outcome.follow ?? []), ...told] }
  },
}
