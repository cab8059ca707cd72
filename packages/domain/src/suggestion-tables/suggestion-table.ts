import type { AnyRecord, AskedOpening, Decision } from '../kernel/decision.ts'
import type { Shape } from '../kernel/input.ts'
import type { DepartmentId, Id, Moment, PersonId, ProjectId } from '../kernel/values.ts'

export type SuggestionTableId = Id<'suggestionTable'>
export const states = ['drafted', 'sent', 'answered', 'settled', 'withdrawn'] as const
/** What a department says to a line: it will, it has, it will not. Y-3 */
export const answerKinds = ['accept', 'alreadyDone', 'no'] as const
/** To whom the table goes: 产品研发部 and 规划设计部. Y-3 */
export const asksDepartments: readonly string[] = ['productDevelopment', 'planning']

/** Exactly at the due time is on time. M-6 */
export type LineAnswer = {
  readonly department: DepartmentId
  readonly answer: (typeof answerKinds)[number]
  readonly reason: string
  /** Until when it is done, a day; of what is accepted. */
  readonly doneBy?: string
  readonly by: PersonId
  readonly at: Moment
  readonly late: boolean
}
export type SuggestionLine = {
  readonly key: string
  readonly subject: string
  /** How many complaints stand behind it in the month. */
  readonly count: number
  readonly projects: readonly ProjectId[]
  /** In a customer's words, without what says who or where. X-7 */
  readonly wording: string
  readonly proposal: string
  readonly problem?: Id<'problem'>
  readonly answers: readonly LineAnswer[]
}
export type Asked = { readonly department: DepartmentId; readonly key: string }

/** 产品建议表: what a month's common problems and suggestions ask of those who design and develop. Y-3 */
export type SuggestionTable = AnyRecord & {
  readonly id: SuggestionTableId
  readonly number: string
  readonly state: (typeof states)[number]
  /** The month it is about, `2026-10`. */
  readonly month: string
  readonly departments: readonly Asked[]
  readonly lines: readonly SuggestionLine[]
  /** So that a line's key is never given twice. */
  readonly nextKey: number
  readonly openedAt: Moment
  readonly sentAt?: Moment
  readonly dueAt?: Moment
  /** The manager knows that it is late. */
  readonly noted: boolean
  readonly withdrawnBecause?: string
  readonly edition: number
}

type By = { readonly by: PersonId; readonly at: Moment }
export type SuggestionTableEvent =
  | ({ readonly type: 'Compiled'; readonly id: SuggestionTableId } & Pick<SuggestionTable, 'number' | 'month' | 'departments' | 'lines'> &
      By)
  | ({ readonly type: 'LineAdded'; readonly line: SuggestionLine } & By)
  | ({
      readonly type: 'LineChanged'
      readonly line: string
      readonly changes: Pick<SuggestionLine, 'subject' | 'wording' | 'proposal'>
    } & By)
  | ({ readonly type: 'LineRemoved'; readonly line: string; readonly reason: string } & By)
  | ({ readonly type: 'Sent'; readonly dueAt: Moment } & By)
  | { readonly type: 'Answered'; readonly line: string; readonly answer: LineAnswer }
  | ({ readonly type: 'LatenessNoted' | 'Settled' } & By)
  | ({ readonly type: 'Withdrawn'; readonly reason: string } & By)

export type OnTable<I extends Shape = {}, Known extends string = never> = Decision<SuggestionTable, SuggestionTableEvent, I, Known>
export type CompilesTable<I, Known extends string = never> = AskedOpening<SuggestionTable, SuggestionTableEvent, I, Known>

/** The lines a department has not answered. */
export const unanswered = ({ lines }: Pick<SuggestionTable, 'lines'>, department: DepartmentId) =>
  lines.filter(({ answers }) => !answers.some((one) => one.department === department))
/** How many answers came after the due time. M-6 */
export const lateAnswers = ({ lines }: Pick<SuggestionTable, 'lines'>) =>
  lines.flatMap(({ answers }) => answers).filter(({ late }) => late).length
