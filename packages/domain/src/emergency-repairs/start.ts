import type { ApprovalId } from '../approvals/approval.ts'
import { longText, money, ref, type Given } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { hoursAfter, type Id, type PersonId } from '../kernel/values.ts'
import type { AskedOpensRepair, OnRepair, OpensRepair, RepairEvent } from './emergency-repair.ts'
import { aboutRepair, readsOfRepair } from './tasks.ts'

const answers = {
  approved: 'emergencyRepair.approved',
  rejected: 'emergencyRepair.rejected',
  returned: 'emergencyRepair.returned',
  withdrawn: 'emergencyRepair.withdrawn',
} as const

const suggestInput = { notice: ref('notice'), reason: longText(2000), estimate: money() }
const opening = (
  type: 'Suggested' | 'StartedAtOnce',
  to: 'suggested' | 'approved',
  permission: string,
): OpensRepair<typeof suggestInput, 'emergencyRepair.runningFor' | 'notice.groundsNow'> => ({
  input: suggestInput,
  opens: true,
  to: [to],
  by: { permission },
  series: 'emergencyRepair',
  refuses: ['NotMoreThanNothing', 'AlreadyExists'],
  needs: { 'emergencyRepair.runningFor': (_, { notice }) => notice, 'notice.groundsNow': (_, { notice }) => notice },
  project: (_, facts) => facts['notice.groundsNow']?.notice.project,
  decide(id, { notice, reason, estimate }: Given<typeof suggestInput>, { actor, now, number, rules, fresh }, facts) {
    const known = facts['notice.groundsNow']?.notice
    if (!known) return refuse('NotFound')
    if (known.state !== 'running') return refuse('WrongState', { state: known.state })
    const running = facts['emergencyRepair.runningFor']
    if (running) return refuse('AlreadyExists', { what: running.number })
    if (estimate <= 0n) return refuse('NotMoreThanNothing')
    const approval = fresh('approval') as ApprovalId
    const { project, number: noticeNumber, contractor, complaints } = known
    // E-5: a danger may be met up to the manager's limit; what is above it waits for its approval
    const atOnce = estimate < rules.managerRepairLimit ? estimate : rules.managerRepairLimit
    const event: RepairEvent = {
      ...(type === 'StartedAtOnce' ? { budget: atOnce } : {}),
      type,
      id,
      number,
      project,
      notice,
      noticeNumber,
      contractor,
      complaints,
      reason,
      estimate,
      approval,
      by: actor.person,
      at: now,
    }
    return {
      events: [event],
      follow: [
        ask('approval.open', approval, {
          subject: { noun: 'emergencyRepair', id },
          project,
          makers: [actor.person],
          kind: 'emergencyRepair',
          complaints,
          answers,
          about: aboutRepair({ number, reason, contractor, estimate }),
          reads: readsOfRepair({ id, notice, complaints }),
          // E-1: what a danger started is approved after the fact, within a day
          ...(type === 'StartedAtOnce' ? { dueAt: hoursAfter(now, rules.dangerApprovalHours) } : {}),
        }),
      ],
    }
  },
})
/** 建议启动: for an uncooperative contractor or a failed repair. E-1 */
export const suggest = opening('Suggested', 'suggested', 'emergencyRepair.suggest')
/** 立即启动: a danger to people or property starts it at once. E-1 */
export const startAtOnce = opening('StartedAtOnce', 'approved', 'emergencyRepair.startAtOnce')

/** Asked by the coordinator's signature on a fine, which is its approval. F-5 */
export const start: AskedOpensRepair<
  { readonly notice: Id<'notice'>; readonly fine: Id<'fine'>; readonly approver: PersonId },
  'emergencyRepair.runningFor' | 'notice.groundsNow'
> = {
  opens: true,
  to: ['approved'],
  by: 'asked',
  series: 'emergencyRepair',
  needs: { 'emergencyRepair.runningFor': (_, { notice }) => notice, 'notice.groundsNow': (_, { notice }) => notice },
  decide(id, { notice, fine, approver }, { now, number }, facts) {
    const known = facts['notice.groundsNow']?.notice
    if (!known) return refuse('NotFound')
    const running = facts['emergencyRepair.runningFor']
    if (running && running.state !== 'suggested') return refuse('AlreadyExists', { what: running.number })
    const { project, number: noticeNumber, contractor, complaints, representative } = known
    return {
      events: [
        {
          type: 'StartedByFine',
          id,
          number,
          project,
          notice,
          noticeNumber,
          contractor,
          complaints,
          representative,
          fine,
          by: approver,
          at: now,
        },
      ],
      // a suggestion still waiting for the manager is overtaken, not doubled
      follow: running ? [ask('emergencyRepair.overtake', running.id, {})] : [],
    }
  },
}

const resuggestInput = { reason: longText(2000), estimate: money() }
/** After the approver sent it back. B-2 */
export const resuggest: OnRepair<typeof resuggestInput> = {
  input: resuggestInput,
  from: ['suggested', 'approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged'],
  by: { task: 'emergencyRepair.resuggest' },
  refuses: ['NotMoreThanNothing', 'NothingToJudge'],
  decide(repair, { reason, estimate }, { actor, now }) {
    if (!repair.returned || !repair.approval) return refuse('NothingToJudge')
    if (estimate <= 0n) return refuse('NotMoreThanNothing')
    return {
      events: [{ type: 'Resuggested', reason, estimate, by: actor.person, at: now }],
      follow: [
        ask('approval.resubmit', repair.approval, {
          makers: [actor.person],
          kind: 'emergencyRepair',
          complaints: repair.complaints,
          about: aboutRepair({ ...repair, reason, estimate }),
          reads: readsOfRepair(repair),
        }),
      ],
    }
  },
}
