import { clock } from '../kernel/clock.ts'
import { nothing } from '../kernel/money.ts'
import type { Rules } from '../kernel/rules.ts'
import type { About, Task } from '../kernel/task.ts'
import { daysAfter } from '../kernel/values.ts'
import { desks, makersOf, onSupervision, openSum, startsEmergencyRepair, type Fine } from './fine.ts'

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
      return [
        {
          kind: 'do',
          holder: { person: fine.keeper ?? fine.representative },
          does: onSupervision(fine) ? 'fine.redraftOnSupervision' : 'fine.redraft',
          from,
          about,
          reads,
        },
      ]
    case 'approved':
      return [
        {
          kind: 'approve',
          holder: manager,
          does: 'fine.issue',
          from,
          about: { ...about, onApproval: ['slipServed'] },
          reads,
          except: makersOf(fine),
        },
      ]
    case 'issued':
      return [
        ...waiting(fine, about, reads),
        ...(fine.relief?.returned
          ? [{ kind: 'do' as const, holder: manager, does: 'fine.proposeRelief' as const, from: fine.relief.returned.at, about, reads }]
          : []),
        {
          kind: 'do',
          holder: { position: 'finance' },
          does: 'fine.settle',
          from,
          clock: settling(fine, rules),
          about: { ...about, amount: openSum(fine) },
          reads,
        },
        overdue(fine, rules),
      ]
    case 'appealed':
      return [
        ...waiting(fine, about, reads),
        ...(fine.relief && !fine.relief.returned
          ? []
          : [
              {
                kind: 'approve' as const,
                holder: { position: 'groupLeader' },
                does: 'fine.decideAppeal' as const,
                from,
                clock: clock(rules, 'appealDecisionWorkingDays', from, { workingDays: rules.appealDecisionWorkingDays }),
                about: { ...about, title: fine.appeal?.reasons ?? about.title, amount: openSum(fine), onApproval: ['settlementGoesOn'] },
                reads,
                except: makersOf(fine),
              },
            ]),
        overdue(fine, rules),
      ]
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

/** Sixty days from when it was issued; an appeal takes its own time out. F-9, F-14, T-2 */
export const settling = (fine: Fine, rules: Rules) => {
  const { appeal } = fine
  const until = appeal?.ended?.at
  return clock(
    rules,
    'settleDays',
    fine.issuedAt ?? fine.since,
    { days: rules.settleDays },
    appeal ? [{ from: appeal.fact.entered, ...(until === undefined ? {} : { until }), reason: appeal.reasons }] : [],
  )
}
/** F-14: from its approval, whatever holds it up; nothing has to run for it to be on the manager's list. */
const overdue = (fine: Fine, rules: Rules): Task => ({
  kind: 'alert',
  holder: { position: 'manager', project: fine.project },
  does: 'fine.settle',
  part: 'overdue',
  from: daysAfter(fine.approvedAt ?? fine.since, rules.settleDays),
  about: { ...aboutFine(fine), amount: openSum(fine) },
  reads: readsOfFine(fine),
})

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
