import { longText } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id } from '../kernel/values.ts'
import { living, type AskedOfComplaint, type Complaint, type OnComplaint } from './complaint.ts'

/** A serious quality problem gets a joint survey on site, unless somebody says why not. C-9 */
export const owesSurvey = ({ severity, surveys, surveyWaived }: Complaint) =>
  severity === 'seriousQuality' && !surveys?.length && surveyWaived === undefined

/** A survey about this case was planned. C-9 */
export const takeSurvey: AskedOfComplaint<{ readonly survey: Id<'survey'> }> = {
  from: living,
  by: 'asked',
  decide: (_, { survey }, { now }) => ({ events: [{ type: 'SurveyTaken', survey, at: now }] }),
}

const waiveInput = { reason: longText(1000) }
/** 免踏查: why none is needed. C-9 */
export const waiveSurvey: OnComplaint<typeof waiveInput> = {
  input: waiveInput,
  from: ['accepted', 'inProgress', 'suspended', 'reopened'],
  by: { permission: 'complaint.handle' },
  refuses: ['NothingToJudge'],
  blocked: (complaint) => (owesSurvey(complaint) ? undefined : refuse('NothingToJudge')),
  decide: (_, { reason }, { actor, now }) => ({ events: [{ type: 'SurveyWaived', reason, by: actor.person, at: now }] }),
}
