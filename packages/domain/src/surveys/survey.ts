import type { AnyRecord, Decision, Opening } from '../kernel/decision.ts'
import { choice, group, list, optional, text, type Evidence, type Shape } from '../kernel/input.ts'
import type { Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type SurveyId = Id<'survey'>
export const states = ['planned', 'held', 'closed', 'cancelled'] as const
/** Who takes part: 投诉代表 · 工程指挥中心 · 施工单位 · 监理公司 · 其他. C-9 */
export const surveyRoles = ['representative', 'engineering', 'contractor', 'supervision', 'other'] as const

const participantShape = { role: choice('SurveyRole', surveyRoles), name: text(60), organisation: optional(text(120)) }
export const participantsInput = list(group('SurveyParticipant', participantShape), { min: 1, max: 20 })

/** Drawn on the screen as the path of an SVG, 0–1000 wide and 0–300 high. Kept for ever; `void` when what was signed has changed. */
export type SurveySignature = {
  readonly participant: string
  readonly drawn?: string
  /** 拒签, and why. */
  readonly refusedBecause?: string
  readonly at: Moment
  readonly by: PersonId
  readonly void?: true
}
export type Participant = {
  readonly id: string
  readonly role: (typeof surveyRoles)[number]
  readonly name: string
  readonly organisation?: string
}
export type Findings = {
  readonly heldAt: Moment
  readonly findings: string
  readonly responsible?: Id<'contractor'>
  readonly measures: string
  readonly evidence: readonly Evidence[]
}

/** 踏查: a joint survey on site of a serious quality problem. C-9 */
export type Survey = AnyRecord & {
  readonly id: SurveyId
  readonly state: (typeof states)[number]
  readonly number: string
  readonly project: ProjectId
  readonly complaint: Id<'complaint'>
  readonly complaintNumber: string
  readonly title: string
  readonly unit?: Id<'unit'>
  readonly representative: PersonId
  readonly plannedAt: Moment
  readonly firstPlannedAt: Moment
  readonly meetingPoint?: string
  readonly participants: readonly Participant[]
  readonly held?: Findings
  readonly recordedAt?: Moment
  readonly signatures: readonly SurveySignature[]
  readonly cancelledBecause?: string
  /** Counts changes of what is signed; a signature is none. B-4 */
  readonly edition: number
}

export type SurveyEvent =
  | ({ readonly type: 'Planned'; readonly id: SurveyId; readonly at: Moment } & Pick<
      Survey,
      | 'number'
      | 'project'
      | 'complaint'
      | 'complaintNumber'
      | 'title'
      | 'unit'
      | 'representative'
      | 'plannedAt'
      | 'meetingPoint'
      | 'participants'
    >)
  | {
      readonly type: 'Replanned'
      readonly plannedAt: Moment
      readonly meetingPoint?: string
      readonly participants: readonly Participant[]
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Held'
      readonly held: Findings
      readonly participants: readonly Participant[]
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'SignedBySurveyor'; readonly signature: SurveySignature; readonly last: boolean }
  | {
      readonly type: 'FindingsCorrected'
      readonly held: Findings
      readonly old: Findings
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Cancelled'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'HandedOver'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }

export type OnSurvey<I extends Shape = {}, Known extends string = never> = Decision<Survey, SurveyEvent, I, Known>
export type OpensSurvey<I extends Shape, Known extends string = never> = Opening<Survey, SurveyEvent, I, Known>

/** Those who have neither signed nor refused what stands written now. */
export const unsigned = ({ participants, signatures }: Survey) =>
  participants.filter(({ id }) => !signatures.some((signature) => signature.participant === id && !signature.void))
