import type { Fact, Noun } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { Id, PersonId } from '../kernel/values.ts'
import { approved, cancel, carryOn, fineFell, overtake, rejected, returned, withdrawn } from './answers.ts'
import { budgetApproved, budgetRefused, budgetReturned, setBudget } from './budget.ts'
import { stands, states, type EmergencyRepair, type RepairEvent, type RepairId } from './emergency-repair.ts'
import { evolve } from './evolve.ts'
import { resuggest, start, startAtOnce, suggest } from './start.ts'
import { replays } from './replay.ts'
import { tasks } from './tasks.ts'
import { audit, chargeBack, confirmQuantities } from './settle.ts'
import { assign, begin, close, complete, handOver, log } from './work.ts'

/** The one that exists for a notice and was not rejected. F-5 */
const runningFor: Fact<EmergencyRepair, Id<'notice'>, EmergencyRepair | undefined> = {
  find: (notice) => ({ notice }),
  read: (found) => found.find(stands),
}
/** Numbers of the repairs about a complaint that are not over. C-5 */
const openFor: Fact<EmergencyRepair, Id<'complaint'>, readonly string[]> = {
  find: (complaint) => ({
    complaints: complaint,
    state: ['suggested', 'approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'],
  }),
  read: (found) => found.map(({ number }) => number),
}
/** What somebody watches over. P-5 */
const openOf: Fact<EmergencyRepair, PersonId, readonly RepairId[]> = {
  find: (person) => ({
    representative: person,
    state: ['suggested', 'approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'],
  }),
  read: (found) => found.map(({ id }) => id),
}

export const emergencyRepair = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['closed', 'rejected', 'cancelled'] as const,
  waitsOn: (record: EmergencyRepair) =>
    record.state === 'suggested' && record.approval ? { noun: 'approval', id: record.approval } : undefined,
  revision: (record: EmergencyRepair) => record.edition,
  facts: { runningFor, openFor, openOf },
  replays,
  decisions: {
    suggest,
    startAtOnce,
    start,
    resuggest,
    approved,
    rejected,
    returned,
    withdrawn,
    overtake,
    fineFell,
    carryOn,
    cancel,
    setBudget,
    budgetApproved,
    budgetRefused,
    budgetReturned,
    assign,
    begin,
    log,
    complete,
    confirmQuantities,
    audit,
    chargeBack,
    close,
    handOver,
  },
}
emergencyRepair satisfies Noun<EmergencyRepair, RepairEvent>
