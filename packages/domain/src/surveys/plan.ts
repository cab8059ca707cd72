import { longText, moment, optional, ref, text, type Given } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import { participantsInput, type OnSurvey, type OpensSurvey, type Participant } from './survey.ts'

const numbered = (given: Given<{ all: typeof participantsInput }>['all']): readonly Participant[] =>
  given.map((participant, n) => ({ id: `${n + 1}`, ...participant }))

const planInput = {
  complaint: ref('complaint'),
  plannedAt: moment(),
  meetingPoint: optional(text(200)),
  participants: participantsInput,
}
/** 组织踏查: with whom, when, where. C-9 */
export const plan: OpensSurvey<typeof planInput, 'complaint.caseOf'> = {
  input: planInput,
  opens: true,
  to: ['planned'],
  by: { permission: 'survey.work' },
  series: 'survey',
  refuses: ['BeforeItsTime', 'WrongState'],
  needs: { 'complaint.caseOf': (_, { complaint }) => complaint },
  project: (_, facts) => facts['complaint.caseOf']?.project,
  decide(id, { complaint, participants, ...given }, { actor, now, number }, facts) {
    const about = facts['complaint.caseOf']
    if (!about) return refuse('NotFound')
    if (!about.living) return refuse('WrongState', { state: about.state })
    if (given.plannedAt < now) return refuse('BeforeItsTime', { earliest: now })
    return {
      events: [
        {
          type: 'Planned',
          id,
          number,
          project: about.project,
          complaint,
          complaintNumber: about.number,
          title: about.title,
          ...(about.unit === undefined ? {} : { unit: about.unit }),
          representative: about.representative ?? actor.person,
          participants: numbered(participants),
          ...given,
          at: now,
        },
      ],
      follow: [ask('complaint.takeSurvey', complaint, { survey: id })],
    }
  },
}

const replanInput = { plannedAt: moment(), meetingPoint: optional(text(200)), participants: participantsInput, reason: longText(1000) }
/** 改期 */
export const replan: OnSurvey<typeof replanInput> = {
  input: replanInput,
  from: ['planned'],
  by: { permission: 'survey.work' },
  refuses: ['BeforeItsTime'],
  decide: (_, { participants, ...given }, { actor, now }) =>
    given.plannedAt < now
      ? refuse('BeforeItsTime', { earliest: now })
      : { events: [{ type: 'Replanned', participants: numbered(participants), ...given, by: actor.person, at: now }] },
}

const cancelInput = { reason: longText(1000) }
/** 取消踏查 */
export const cancel: OnSurvey<typeof cancelInput> = {
  input: cancelInput,
  from: ['planned'],
  to: ['cancelled'],
  by: { permission: 'survey.work' },
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'Cancelled', reason, by: actor.person, at: now }] }),
}
