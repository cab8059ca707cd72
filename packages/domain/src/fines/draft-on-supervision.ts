import { supervisionGrounds } from '../approvals/kinds/fine.ts'
import { choice, group, list, longText, optional, proofs, ref, type Given } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { drafted, twice } from './draft.ts'
import type { GroundOfFine, OnFine, OpensFine, SupervisionGround } from './fine.ts'

const own = {
  ground: choice('SupervisionGround', Object.keys(supervisionGrounds) as readonly SupervisionGround[]),
  reason: longText(1000),
}
const groundsInput = list(group('SupervisionGroundClaim', own), { min: 1, max: 4 })
const groundsFrom = (claimed: readonly Given<typeof own>[]): readonly GroundOfFine[] | undefined =>
  new Set(claimed.map(({ ground }) => ground)).size < claimed.length
    ? undefined
    : claimed.map(({ ground, reason }) => ({ ground: supervisionGrounds[ground], reason, proofs: [] }))

const shape = { grounds: groundsInput, facts: longText(2000), evidence: proofs({ min: 1 }) }
const draftInput = { notice: ref('notice'), ...shape, replaces: optional(ref('fine')) }
/**
 * 起草监理罚款单: on the supervision firm of a notice, for grounds of its own with a written reason and proof; from the
 * signature on it is like any other, but starts no emergency repair. F-11
 */
export const draftOnSupervision: OpensFine<typeof draftInput, 'notice.groundsNow' | 'fine.finedGrounds'> = {
  input: draftInput,
  opens: true,
  to: ['drafted'],
  by: { permission: 'fine.draft' },
  series: 'fine',
  refuses: ['NoGround', 'AlreadyFined', 'Incomplete'],
  needs: {
    'notice.groundsNow': (_, { notice }) => notice,
    'fine.finedGrounds': (_, { notice, replaces }) => ({ notice, ...(replaces ? { except: replaces } : {}) }),
  },
  project: (_, facts) => facts['notice.groundsNow']?.notice.project,
  decide(id, { notice: of, grounds: claimed, facts: said, evidence, replaces }, { actor, now, number }, facts) {
    const notice = facts['notice.groundsNow']?.notice
    if (!notice) return refuse('NotFound')
    if (notice.state === 'drafted' || notice.state === 'withdrawn') return refuse('WrongState', { state: notice.state })
    if (notice.supervision === undefined) return refuse('Incomplete', { what: 'supervision' })
    const grounds = groundsFrom(claimed)
    if (!grounds) return refuse('NoGround')
    const no = twice(grounds, facts['fine.finedGrounds'])
    if (no) return no
    const contractor = notice.supervision
    return {
      events: [drafted({ id, number, notice, contractor, grounds, facts: said, evidence, replaces, by: actor.person, at: now })],
      follow: replaces ? [ask('fine.cancel', replaces, { replacedBy: id, notice: of, contractor })] : [],
    }
  },
}

/** After it was returned. F-6 */
export const redraftOnSupervision: OnFine<typeof shape, 'fine.finedGrounds'> = {
  input: shape,
  from: ['returned'],
  to: ['drafted'],
  by: { task: 'fine.redraftOnSupervision' },
  refuses: ['NoGround', 'AlreadyFined'],
  needs: { 'fine.finedGrounds': (fine) => ({ notice: fine.notice, except: fine.id }) },
  decide(_, { grounds: claimed, facts: said, evidence }, { actor, now }, facts) {
    const grounds = groundsFrom(claimed)
    if (!grounds) return refuse('NoGround')
    return (
      twice(grounds, facts['fine.finedGrounds']) ?? {
        events: [{ type: 'Redrafted', grounds, facts: said, evidence, by: actor.person, at: now }],
      }
    )
  },
}
