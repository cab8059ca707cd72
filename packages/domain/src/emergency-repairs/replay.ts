import { permille, plus } from '../kernel/money.ts'
import { clock } from '../kernel/clock.ts'
import type { Replays } from '../kernel/replay.ts'
import type { EmergencyRepair } from './emergency-repair.ts'

/** What the company leader would have been asked, and what would have been charged back. E-3, E-4, E-5, Y-8 */
export const replays: Replays<EmergencyRepair> = {
  since: 'startedAt',
  questions: {
    aboveManagersLimit: {
      by: ['managerRepairLimit'],
      holds: ({ budget, estimate }, rules) => {
        const asked = budget ?? estimate
        return asked === undefined ? undefined : asked > rules.managerRepairLimit
      },
      amount: ({ budget, estimate }) => budget ?? estimate,
    },
    auditedLate: {
      by: ['auditWorkingDays'],
      holds: ({ confirmations, audited }, rules) => {
        const confirmed = confirmations.at(-1)?.at
        if (!audited || confirmed === undefined) return undefined
        return audited.at > clock(rules, 'auditWorkingDays', confirmed, { workingDays: rules.auditWorkingDays }).due
      },
      amount: ({ audited }) => audited?.amount,
    },
    chargedBack: {
      by: ['surchargePermille'],
      holds: ({ charge, audited }) => (charge && audited ? true : undefined),
      // what may be charged at most: the audited cost and the surcharge on it
      amount: ({ audited }, rules) => audited && plus(audited.amount, permille(audited.amount, rules.surchargePermille)),
    },
  },
}
