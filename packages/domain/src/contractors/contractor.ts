import { card, type Card } from '../kernel/card.ts'
import type { Fact, Opening } from '../kernel/decision.ts'
import { choice, date, flag, list, money, optional, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { dayFrom, dayOf } from '../kernel/calendar.ts'
import type { Id } from '../kernel/values.ts'
import { trades } from '../kernel/building-parts.ts'

/** 总包, 分包, 监理公司, 应急维修队伍. §2 */
const partyKinds = ['general', 'subcontractor', 'supervision', 'emergencyTeam'] as const
const shape = {
  name: text(120),
  kind: choice('PartyKind', partyKinds),
  contact: optional(text(60)),
  phone: optional(text(30)),
  /** 一票否决: marked, with an end or none. W-2 */
  vetoed: flag(),
  vetoedUntil: optional(date()),
}
export type Contractor = Card<'contractor', typeof shape>

type Standing = { readonly name: string; readonly retired: boolean; readonly vetoed: boolean; readonly vetoedUntil?: string } | undefined
const standing: Fact<Contractor, Id<'contractor'>, Standing> = {
  find: (id) => ({ id }),
  read: ([found], { now }) =>
    found && {
      name: found.name,
      retired: found.state === 'retired',
      vetoed: found.vetoed && (found.vetoedUntil === undefined || dayOf(now) <= dayFrom(found.vetoedUntil)),
      ...(found.vetoedUntil === undefined ? {} : { vetoedUntil: found.vetoedUntil }),
    },
}
/** Who may be sent in an emergency. E-2 */
const teams: Fact<Contractor, object, readonly Id<'contractor'>[]> = {
  find: () => ({ kind: 'emergencyTeam', state: 'active' }),
  read: (found) => found.map(({ id }) => id),
}
export const contractor = { ...card('contractor', shape), facts: { standing, teams } }

const contractShape = {
  number: text(60),
  contractor: ref('contractor'),
  project: ref('project'),
  buildings: list(ref('building'), { max: 500 }),
  trade: choice('Trade', trades),
  amount: money(),
  /** 质保金 */
  retention: money(),
  /** 尾保期 */
  warrantyEnd: optional(date()),
}
export type Contract = Card<'contract', typeof contractShape>
const contractNoun = card('contract', contractShape)
/** A vetoed contractor cannot be put on a new contract; existing ones stay. W-2 */
const add: Opening<Contract, Parameters<typeof contractNoun.evolve>[1], typeof contractShape, 'contractor.standing'> = {
  ...contractNoun.decisions.add,
  refuses: ['VetoedContractor', 'RetiredEntry'],
  needs: { 'contractor.standing': (_, { contractor: id }) => id },
  decide(id, given, scene, facts) {
    const party = facts['contractor.standing']
    if (!party) return refuse('NotFound')
    if (party.retired) return refuse('RetiredEntry', { what: party.name })
    return party.vetoed
      ? refuse('VetoedContractor', { until: party.vetoedUntil ?? '' })
      : contractNoun.decisions.add.decide(id, given, scene, {})
  },
}
export const contract = { ...contractNoun, decisions: { ...contractNoun.decisions, add } }
