import { list, longText, optional, ref } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { OnGroupAlert } from './group-alert.ts'

const by = { task: 'groupAlert.makeGroup' } as const

const groupInput = { complaints: optional(list(ref('complaint'), { min: 1, max: 200 })), reason: longText(1000) }
/** 定为群诉: all of them, or those named, get the severity by a correction; the manager knows of them from now on. C-3, P-4 */
export const makeGroup: OnGroupAlert<typeof groupInput, 'complaint.standingOf'> = {
  input: groupInput,
  from: ['raised'],
  to: ['grouped'],
  by,
  refuses: ['NothingToJudge'],
  needs: { 'complaint.standingOf': ({ members }) => members.map(({ complaint }) => complaint) },
  decide(alert, { complaints, reason }, { actor, now }, facts) {
    const standing = facts['complaint.standingOf']
    const meant = alert.members.map(({ complaint }) => complaint).filter((one) => complaints === undefined || complaints.includes(one))
    const changing = meant.filter((one) => standing.get(one)?.correctable && standing.get(one)?.severity !== 'group')
    const already = alert.members.some(({ complaint }) => standing.get(complaint)?.severity === 'group')
    // what is over is corrected no more
    if (changing.length === 0 && !already) return refuse('NothingToJudge')
    return {
      events: [{ type: 'MadeGroup', complaints: changing, reason, by: actor.person, at: now }],
      follow: changing.map((one) => ask('complaint.joinGroup', one, { reason })),
    }
  },
}

const reasonInput = { reason: longText(1000) }
/** 不是群诉, with the reason. C-3 */
export const dismiss: OnGroupAlert<typeof reasonInput> = {
  input: reasonInput,
  from: ['raised'],
  to: ['dismissed'],
  by,
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Dismissed', reason, by: actor.person, at: now }] }),
}
