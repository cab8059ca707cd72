import { elements } from '../kernel/building-parts.ts'
import { choice, group, list, longText, moment, optional, proofs, ref, text, type Given } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Scene } from '../kernel/decision.ts'
import type { Moment } from '../kernel/values.ts'
import type { Defect, OnNotice, OpensNotice } from './notice.ts'
import { by } from './record.ts'

const defectShape = {
  complaint: optional(ref('complaint')),
  unit: optional(ref('unit')),
  element: choice('Element', elements),
  location: text(200),
  requirement: longText(1000),
  deadline: optional(moment()),
  photos: optional(proofs()),
}
const defectsInput = list(group('Defect', defectShape), { min: 1, max: 50 })
const numbered = (defects: readonly Given<typeof defectShape>[]): readonly Defect[] =>
  defects.map((defect, n) => ({ ...defect, id: `${n + 1}` }))
/** A defect's own deadline may only be earlier than the notice's, and none lies in the past. N-1 */
const badDeadline = (deadline: Moment, defects: readonly Given<typeof defectShape>[], { now }: Scene) =>
  deadline <= now
    ? refuse('BeforeItsTime', { earliest: now })
    : defects.some((defect) => defect.deadline !== undefined && defect.deadline > deadline)
      ? refuse('TooLate', { until: deadline })
      : defects.some((defect) => defect.deadline !== undefined && defect.deadline <= now)
        ? refuse('BeforeItsTime', { earliest: now })
        : undefined

const draftInput = {
  project: ref('project'),
  contractor: ref('contractor'),
  supervision: optional(ref('contractor')),
  defects: defectsInput,
  deadline: moment(),
  /** The joint survey it follows from. C-9 */
  survey: optional(ref('survey')),
}
/** 开具工程整改通知单: to one contractor, about defects of one or more units and complaints. N-1 */
export const draft: OpensNotice<typeof draftInput, 'contractor.standing' | 'survey.heldAs'> = {
  input: draftInput,
  opens: true,
  to: ['drafted'],
  by: { permission: 'notice.draft' },
  series: 'notice',
  refuses: ['BeforeItsTime', 'TooLate', 'RetiredEntry', 'OtherProject', 'Incomplete'],
  needs: { 'contractor.standing': (_, { contractor }) => contractor, 'survey.heldAs': (_, { survey }) => survey },
  decide(id, { defects, ...given }, scene, facts) {
    const standing = facts['contractor.standing']
    if (!standing) return refuse('NotFound')
    if (standing.retired) return refuse('RetiredEntry', { what: standing.name })
    const held = facts['survey.heldAs']
    if (given.survey !== undefined && !held) return refuse('NotFound')
    if (held && held.project !== given.project) return refuse('OtherProject')
    if (held && !held.held) return refuse('Incomplete', { what: 'survey' })
    const no = badDeadline(given.deadline, defects, scene)
    if (no) return no
    const complaints = [...new Set(defects.flatMap(({ complaint }) => complaint ?? []))]
    return {
      events: [
        {
          type: 'Drafted',
          id,
          number: scene.number,
          representative: scene.actor.person,
          at: scene.now,
          defects: numbered(defects),
          ...given,
        },
      ],
      // a notice about a case that is over, or of another project, is refused by the case itself
      follow: complaints.map((complaint) => ask('complaint.takeNotice', complaint, { notice: id, project: given.project })),
    }
  },
}

const amendInput = { defects: defectsInput, deadline: moment() }
/** Until it is served or phoned. N-2 */
export const amend: OnNotice<typeof amendInput> = {
  input: amendInput,
  from: ['drafted'],
  by,
  refuses: ['BeforeItsTime', 'TooLate'],
  decide(notice, { defects, deadline }, scene) {
    const no = badDeadline(deadline, defects, scene)
    if (no) return no
    const complaints = [...new Set(defects.flatMap(({ complaint }) => complaint ?? []))].filter(
      (complaint) => !notice.complaints.includes(complaint),
    )
    return {
      events: [{ type: 'Amended', defects: numbered(defects), deadline, by: scene.actor.person, at: scene.now }],
      follow: complaints.map((complaint) => ask('complaint.takeNotice', complaint, { notice: notice.id, project: notice.project })),
    }
  },
}
