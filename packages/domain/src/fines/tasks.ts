import { clock } from '../kernel/clock.ts'
import { nothing } from '../kernel/money.ts'
import type { Rules } from '../kernel/rules.ts'
import type { About, Task } from '../kernel/task.ts'
import { daysAfter } from '../kernel/values.ts'
import { desks, openSum, startsEmergencyRepair, type Fine } from './fine.ts'

/** What a signer sees without opening it, with what happens on approval. B-6 */
export const aboutFine = (fine: Fine, amount = fine.amount): About => ({
  number: fine.number,
  title: fine.facts,
  contractor: fine.contractor,
  grounds: fine.grounds.map(({ ground }) => ground),
  ...(amount === undefined ? {} : { amount }),
  ...(fine.severity === undefined ? {} : { severity: fine.severity }),
  onApproval: [
    'fineReadyToIssue',
    ...(fine.repair
      ? ['emergencyRepairRuns']
      : fine.grounds.some(startsEmergencyRepair) && fine.state === 'drafted'
        ? ['emergencyRepairStarts']
        : []),
  ],
})
/** What a decision about it needs to read. B-7 */
export const readsOfFine = (fine: Fine): readonly string[] => [
  fine.id,
  fine.notice,
  ...fine.complaints,
  ...(fine.repair ? [fine.repair] : []),
]

export const tasks = (fine: Fine, rules: Rules): readonly Task[] => {
  const from = fine.since
  const about = aboutFine(fine)
  const reads = readsOfFine(fine)
  const manager = { position: 'manager', project: fine.project }
  const fell = fine.grounds.filter(({ fellAt }) => fellAt !== undefined)
  switch (fine.state) {
    case 'drafted':
      return [
        { kind: 'approve', holder: { position: 'coordinator' }, does: 'fine.sign', from, about, reads, except: [fine.representative] },
      ]
    case 'returned':
      return [{ kind: 'do', holder: { person: fine.keeper ?? fine.representative }, does: 'fine.redraft', from, about, reads }]
    case 'approved':
      return [
        {
          kind: 'approve',
          holder: manager,
          does: 'fine.issue',
          from,
          about: { ...about, onApproval: ['slipServed'] },
          reads,
          except: [fine.representative, ...(fine.coordinator ? [fine.coordinator] : [])],
        },
      ]
    case 'issued': {
      const settling = clock(rules, 'settleDays', from, { days: rules.settleDays })
      return [
        ...waiting(fine, about, reads),
        {
          kind: 'do',
          holder: { position: 'finance' },
          does: 'fine.settle',
          from,
          clock: settling,
          about: { ...about, amount: openSum(fine) },
          reads,
        },
        // F-14: nothing has to run for it to be on the manager's list
        {
          kind: 'alert',
          holder: manager,
          does: 'fine.settle',
          part: 'overdue',
          from: daysAfter(fine.approvedAt ?? from, rules.settleDays),
          about: { ...about, amount: openSum(fine) },
          reads,
        },
      ]
    }
    case 'cleared':
      return waiting(fine, about, reads)
    case 'signed':
      // N-2: who signed learns that the ground fell; the coordinator may sign again, the manager may stop it
      return fell.length
        ? [{ kind: 'alert', holder: manager, does: 'fine.stop', part: 'groundFell', from: fell[0]?.fellAt ?? from, about, reads }]
        : []
    case 'rejected':
    case 'stopped':
    case 'cancelled':
      return []
  }
}

const waiting = (fine: Fine, about: About, reads: readonly string[]): readonly Task[] =>
  desks
    .filter((desk) => !fine.acknowledged.some((done) => done.desk === desk))
    .map((desk) => ({
      kind: 'do',
      holder: { position: desk },
      does: 'fine.acknowledge',
      part: desk,
      from: fine.issuedAt ?? fine.since,
      about,
      reads,
    }))
/** Nothing is owed any more. */
export const isCleared = (fine: Fine) => openSum(fine) === nothing
