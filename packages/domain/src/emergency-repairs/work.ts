import { count, happened, longText, money, optional, proofs, ref } from '../kernel/input.ts'
import { nothing, plus } from '../kernel/money.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { spent, type OnRepair } from './emergency-repair.ts'

const by = { permission: 'emergencyRepair.work' } as const

const assignInput = { team: ref('contractor') }
/** 指派队伍: the team takes the work out of the contractor's hands. E-2, N-2 */
export const assign: OnRepair<typeof assignInput, 'contractor.teams'> = {
  input: assignInput,
  from: ['approved'],
  to: ['assigned'],
  by: { permission: 'emergencyRepair.assign' },
  refuses: ['RetiredEntry'],
  needs: { 'contractor.teams': () => ({}) },
  decide: (repair, { team }, { actor, now }, facts) =>
    facts['contractor.teams'].includes(team)
      ? {
          events: [{ type: 'Assigned', team, by: actor.person, at: now }],
          follow: [ask('notice.takeOver', repair.notice, { repair: repair.id })],
        }
      : refuse('RetiredEntry', { what: 'team' }),
}

const whenInput = { at: happened() }
/** 开工 */
export const begin: OnRepair<typeof whenInput> = {
  input: whenInput,
  from: ['assigned'],
  to: ['working'],
  by,
  refuses: ['InTheFuture', 'BeforeItsTime'],
  decide: (repair, { at }, { actor, now }) =>
    at < repair.startedAt
      ? refuse('BeforeItsTime', { earliest: repair.startedAt })
      : { events: [{ type: 'Began', by: actor.person, at, entered: now }] },
}

const logInput = {
  at: happened(),
  work: longText(2000),
  materials: optional(longText(1000)),
  hours: optional(count(0, 999)),
  cost: optional(money()),
  evidence: optional(proofs()),
}
/** 监控日志; what it costs stays within what was approved. E-3, E-5 */
export const log: OnRepair<typeof logInput> = {
  input: logInput,
  from: ['assigned', 'working', 'completed'],
  by,
  refuses: ['InTheFuture', 'SpendingWaits', 'NotMoreThanNothing', 'BeforeItsTime'],
  decide(repair, { evidence: shown, cost, ...entry }, { actor, now }) {
    if (entry.at < repair.startedAt) return refuse('BeforeItsTime', { earliest: repair.startedAt })
    const limit = repair.budget ?? nothing
    if (cost !== undefined && cost <= 0n) return refuse('NotMoreThanNothing')
    if (cost !== undefined && plus(spent(repair), cost) > limit) return refuse('SpendingWaits', { limit })
    return {
      events: [
        {
          type: 'Logged',
          entry: { ...entry, ...(cost === undefined ? {} : { cost }), evidence: shown ?? [], entered: now, by: actor.person },
        },
      ],
    }
  },
}

/** 完工 */
export const complete: OnRepair<typeof whenInput> = {
  input: whenInput,
  from: ['working'],
  to: ['completed'],
  by,
  refuses: ['InTheFuture', 'BeforeItsTime'],
  decide: (repair, { at }, { actor, now }) =>
    at < repair.since
      ? refuse('BeforeItsTime', { earliest: repair.since })
      : { events: [{ type: 'Completed', by: actor.person, at, entered: now }] },
}

/** 关闭; its notice closes with it. E-2, N-2 */
export const close: OnRepair = {
  input: {},
  from: ['charged'],
  to: ['closed'],
  by,
  decide: (repair, _, { actor, now }) => ({
    events: [{ type: 'Closed', by: actor.person, at: now }],
    follow: [ask('notice.closeWithRepair', repair.notice, {})],
  }),
}

const handInput = { to: ref('person') }
/** 移交 to another representative. P-5 */
export const handOver: OnRepair<typeof handInput, 'person.working'> = {
  input: handInput,
  from: ['suggested', 'approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'],
  by: { permission: 'notice.handOver' },
  refuses: ['SameRecord', 'PersonDisabled'],
  needs: { 'person.working': () => 'representative' },
  decide: (repair, { to }, { actor, now }, facts) =>
    to === repair.representative
      ? refuse('SameRecord')
      : !facts['person.working'](to, repair.project)
        ? refuse('PersonDisabled')
        : { events: [{ type: 'HandedOver', to, by: actor.person, at: now }] },
}
