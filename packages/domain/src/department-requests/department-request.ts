import type { AnyRecord, Decision, Opening } from '../kernel/decision.ts'
import type { Evidence, Shape } from '../kernel/input.ts'
import type { DepartmentId, Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type DepartmentRequestId = Id<'departmentRequest'>
export const states = ['asked', 'answered', 'settled', 'withdrawn'] as const

/** Exactly at the due time is on time. M-6 */
export type DepartmentAnswer = {
  readonly text: string
  readonly evidence: readonly Evidence[]
  readonly by: PersonId
  readonly at: Moment
  readonly late: boolean
}
/** One question with its answer; what is asked again is a round of its own. */
export type Round = {
  readonly question: string
  readonly askedBy: PersonId
  readonly askedAt: Moment
  readonly dueAt: Moment
  readonly extensions: readonly { readonly from: Moment; readonly reason: string; readonly by: PersonId; readonly at: Moment }[]
  readonly answer?: DepartmentAnswer
  /** The manager knows that it is late. */
  readonly noted?: boolean
}

/** 督办: a question or a demand to another department about a case, with a due time. C-12 */
export type DepartmentRequest = AnyRecord & {
  readonly id: DepartmentRequestId
  readonly state: (typeof states)[number]
  readonly number: string
  readonly project: ProjectId
  readonly complaint: Id<'complaint'>
  /** Of the case, so that the department knows what it is about without reading it. */
  readonly title: string
  readonly complaintNumber: string
  readonly department: DepartmentId
  /** Who asks, and judges the answer. */
  readonly asker: PersonId
  readonly rounds: readonly Round[]
  readonly withdrawnBecause?: string
}

export type DepartmentRequestEvent =
  | ({
      readonly type: 'Asked'
      readonly id: DepartmentRequestId
      readonly at: Moment
      readonly question: string
      readonly dueAt: Moment
    } & Pick<DepartmentRequest, 'number' | 'project' | 'complaint' | 'complaintNumber' | 'title' | 'department' | 'asker'>)
  | { readonly type: 'Answered'; readonly answer: DepartmentAnswer }
  | { readonly type: 'AskedAgain'; readonly question: string; readonly dueAt: Moment; readonly by: PersonId; readonly at: Moment }
  | {
      readonly type: 'Extended'
      readonly from: Moment
      readonly dueAt: Moment
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'Settled' | 'LatenessNoted'; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'Withdrawn'; readonly reason: string; readonly by: PersonId; readonly at: Moment }
  | { readonly type: 'HandedOver'; readonly to: PersonId; readonly by: PersonId; readonly at: Moment }

export type OnRequest<I extends Shape = {}, Known extends string = never> = Decision<DepartmentRequest, DepartmentRequestEvent, I, Known>
export type OpensRequest<I extends Shape, Known extends string = never> = Opening<DepartmentRequest, DepartmentRequestEvent, I, Known>

/** The round that is open, or was the last. */
export const currentRound = ({ rounds }: DepartmentRequest): Round => {
  const round = rounds.at(-1)
  if (!round) throw new Error('a request has a round from its beginning')
  return round
}
/** How many of its answers came after their due time, or are still missing past it. M-6 */
export const latenessOf = (request: DepartmentRequest, now: Moment) =>
  request.rounds.filter(({ answer, dueAt }) => (answer ? answer.late : request.state === 'asked' && now > dueAt)).length
