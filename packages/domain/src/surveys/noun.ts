import { clock } from '../kernel/clock.ts'
import type { Fact, Noun } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { Rules } from '../kernel/rules.ts'
import type { Task } from '../kernel/task.ts'
import type { Id, PersonId, ProjectId } from '../kernel/values.ts'
import { correct, handOver, hold, sign } from './hold.ts'
import { cancel, plan, replan } from './plan.ts'
import { states, unsigned, type Survey, type SurveyEvent, type SurveyId } from './survey.ts'

const evolve = (was: Survey | undefined, event: SurveyEvent): Survey => {
  if (event.type === 'Planned') {
    const { type: _, at: __, ...rest } = event
    return { ...rest, state: 'planned', firstPlannedAt: rest.plannedAt, signatures: [], edition: 1 }
  }
  const before = was as Survey
  const survey = event.type === 'SignedBySurveyor' ? before : { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Replanned': {
      const { meetingPoint: _, ...rest } = survey
      const { plannedAt, meetingPoint, participants } = event
      return { ...rest, plannedAt, participants, ...(meetingPoint === undefined ? {} : { meetingPoint }) }
    }
    case 'Held':
      return { ...survey, state: 'held', held: event.held, participants: event.participants, recordedAt: event.at }
    case 'SignedBySurveyor':
      return { ...survey, signatures: [...survey.signatures, event.signature], state: event.last ? 'closed' : 'held' }
    case 'FindingsCorrected':
      return {
        ...survey,
        state: 'held',
        held: event.held,
        recordedAt: event.at,
        signatures: survey.signatures.map((signature) => ({ ...signature, void: true as const })),
      }
    case 'Cancelled':
      return { ...survey, state: 'cancelled', cancelledBecause: event.reason }
    case 'HandedOver':
      return { ...survey, representative: event.to }
  }
}

/** The representative goes there at the time, writes it down, and has it signed. C-9 */
const tasks = (survey: Survey, rules: Rules): readonly Task[] => {
  const { number, title, unit, plannedAt, recordedAt, representative, state } = survey
  const mine = {
    kind: 'do',
    holder: { person: representative },
    about: { number, title, ...(unit === undefined ? {} : { unit }) },
    reads: [survey.complaint],
  } as const
  if (state === 'planned')
    return [
      {
        ...mine,
        does: 'survey.hold',
        from: plannedAt,
        clock: clock(rules, 'surveyRecordWorkingDays', plannedAt, { workingDays: rules.surveyRecordWorkingDays }),
      },
    ]
  return state === 'held' && recordedAt !== undefined && unsigned(survey).length > 0
    ? [
        {
          ...mine,
          does: 'survey.sign',
          from: recordedAt,
          clock: clock(rules, 'surveySignWorkingDays', recordedAt, { workingDays: rules.surveySignWorkingDays }),
        },
      ]
    : []
}

/** What somebody is in charge of. P-5 */
const openOf: Fact<Survey, PersonId, readonly SurveyId[]> = {
  find: (person) => ({ representative: person, state: ['planned', 'held'] as const }),
  read: (found) => found.map(({ id }) => id),
}
type Held = { readonly project: ProjectId; readonly complaint: Id<'complaint'>; readonly held: boolean }
/** What a notice may follow from. C-9 */
const heldAs: Fact<Survey, SurveyId, Held | undefined> = {
  find: (id) => ({ id }),
  read: ([found]) => found && { project: found.project, complaint: found.complaint, held: found.held !== undefined },
}

export const survey = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['closed', 'cancelled'] as const,
  revision: ({ edition }: Survey) => edition,
  facts: { openOf, heldAs },
  decisions: { plan, replan, hold, sign, correct, cancel, handOver },
}
survey satisfies Noun<Survey, SurveyEvent>
