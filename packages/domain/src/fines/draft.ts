import { count, group, list, longText, optional, proofs, ref, type Given } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import type { Moment } from '../kernel/values.ts'
import type { ContractorGround, Fine, FineEvent, FineId, Ground, GroundOfFine, KnownProof, OnFine, OpensFine } from './fine.ts'

type Held = { readonly ground: ContractorGround; readonly since: Moment; readonly sub?: string; readonly proofs: readonly KnownProof[] }
const claimedInput = list(group('ClaimedGround', { ground: count(1, 5), reason: optional(longText(1000)) }), { min: 1, max: 5 })
type Claimed = readonly Given<{ ground: ReturnType<typeof count>; reason: ReturnType<typeof longText> & { optional: true } }>[]

/** F-1: each ground refers to recorded facts; one the system did not derive needs a written reason. */
const groundsFrom = (claimed: Claimed, held: readonly Held[]): readonly GroundOfFine[] | Refusal => {
  if (claimed.length === 0 || new Set(claimed.map(({ ground }) => ground)).size < claimed.length) return refuse('NoGround')
  const found = claimed.map(({ ground, reason }): GroundOfFine => {
    const derived = held.find((one) => one.ground === ground)
    return {
      ground: ground as ContractorGround,
      proofs: derived?.proofs ?? [],
      ...(derived ? { derivedSince: derived.since } : {}),
      ...(derived?.sub ? { sub: derived.sub } : {}),
      ...(reason === undefined ? {} : { reason }),
    }
  })
  const bare = found.find(({ derivedSince, reason }) => derivedSince === undefined && reason === undefined)
  return bare ? refuse('GroundNeedsReason', { ground: bare.ground }) : found
}
/** F-10: the same ground of the same notice is not fined twice. */
export const twice = (grounds: readonly GroundOfFine[], blocked: readonly { readonly ground: Ground; readonly number: string }[]) => {
  const again = blocked.find(({ ground }) => grounds.some((one) => one.ground === ground))
  return again && refuse('AlreadyFined', { ground: again.ground, number: again.number })
}

type OfNotice = Pick<Fine, 'project' | 'complaints'> & { readonly id: Fine['notice']; readonly number: string }
/** What is drafted stands on its notice: project, cases and number are those of the notice. */
export const drafted = ({
  notice,
  evidence,
  replaces,
  ...rest
}: Pick<Fine, 'id' | 'number' | 'contractor' | 'grounds' | 'facts'> & {
  readonly notice: OfNotice
  readonly evidence: Fine['evidence'] | undefined
  readonly replaces: FineId | undefined
  readonly by: Fine['representative']
  readonly at: Moment
}): FineEvent => ({
  type: 'Drafted',
  ...rest,
  project: notice.project,
  notice: notice.id,
  noticeNumber: notice.number,
  complaints: notice.complaints,
  evidence: evidence ?? [],
  ...(replaces ? { replaces } : {}),
})

const draftInput = {
  notice: ref('notice'),
  grounds: claimedInput,
  facts: longText(2000),
  evidence: optional(proofs()),
  replaces: optional(ref('fine')),
}
/** 起草罚款单: the representative gives the grounds with the facts. F-1, F-2; a replacement cancels the old fine. F-8 */
export const draft: OpensFine<typeof draftInput, 'notice.groundsNow' | 'fine.finedGrounds'> = {
  input: draftInput,
  opens: true,
  to: ['drafted'],
  by: { permission: 'fine.draft' },
  series: 'fine',
  refuses: ['NoGround', 'GroundNeedsReason', 'AlreadyFined'],
  needs: {
    'notice.groundsNow': (_, { notice }) => notice,
    'fine.finedGrounds': (_, { notice, replaces }) => ({ notice, ...(replaces ? { except: replaces } : {}) }),
  },
  project: (_, facts) => facts['notice.groundsNow']?.notice.project,
  decide(id, { notice, grounds: claimed, facts: said, evidence: shown, replaces }, { actor, now, number }, facts) {
    const known = facts['notice.groundsNow']
    if (!known) return refuse('NotFound')
    if (known.notice.state === 'drafted' || known.notice.state === 'withdrawn') return refuse('WrongState', { state: known.notice.state })
    const grounds = groundsFrom(claimed, known.held)
    if (isRefusal(grounds)) return grounds
    const no = twice(grounds, facts['fine.finedGrounds'])
    if (no) return no
    const { contractor } = known.notice
    return {
      events: [
        drafted({
          id,
          number,
          notice: known.notice,
          contractor,
          grounds,
          facts: said,
          evidence: shown,
          replaces,
          by: actor.person,
          at: now,
        }),
      ],
      follow: [
        ...(replaces ? [ask('fine.cancel', replaces, { replacedBy: id, notice, contractor })] : []),
        ask('notice.fined', notice, { fine: id, grounds: claimed.map(({ ground }) => ground as ContractorGround) }),
      ],
    }
  },
}

const redraftInput = { grounds: claimedInput, facts: longText(2000), evidence: optional(proofs()) }
/** After it was returned, or after a ground fell. F-6, N-2 */
export const redraft: OnFine<typeof redraftInput, 'notice.groundsNow' | 'fine.finedGrounds'> = {
  input: redraftInput,
  from: ['returned'],
  to: ['drafted'],
  by: { task: 'fine.redraft' },
  refuses: ['NoGround', 'GroundNeedsReason', 'AlreadyFined'],
  needs: { 'notice.groundsNow': (fine) => fine.notice, 'fine.finedGrounds': (fine) => ({ notice: fine.notice, except: fine.id }) },
  decide(fine, { grounds: claimed, facts: said, evidence: shown }, { actor, now }, facts) {
    const grounds = groundsFrom(claimed, facts['notice.groundsNow']?.held ?? [])
    if (isRefusal(grounds)) return grounds
    const no = twice(grounds, facts['fine.finedGrounds'])
    if (no) return no
    return {
      events: [{ type: 'Redrafted', grounds, facts: said, evidence: shown ?? fine.evidence, by: actor.person, at: now }],
      follow: [ask('notice.fined', fine.notice, { fine: fine.id, grounds: claimed.map(({ ground }) => ground as ContractorGround) })],
    }
  },
}
