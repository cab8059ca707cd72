import type { Money } from './money.ts'
import type { Moment, PersonId } from './values.ts'

/** What a sentence about a refusal may need; the API gives each detail its own typed field. */
export type DetailKind = { text: string; count: number; money: Money; moment: Moment; person: PersonId }

/** The one closed list of reasons for a "no", each with what its sentence needs. Catalogues turn them into Chinese and English. */
export const reasons = {
  // anything may be refused for these
  NotAllowed: {},
  NotFound: {},
  NeedsPermission: { permission: 'text' },
  NotYourTask: {},
  WrongState: { state: 'text' },
  AlreadyDecided: { by: 'person', at: 'moment' },
  ChangedSinceSeen: { record: 'text' },
  BadInput: { field: 'text', problem: 'text' },
  KeyUsedElsewhere: {},
  FollowUpRefused: { decision: 'text', reason: 'text' },
  // time
  InTheFuture: { now: 'moment' },
  BeforeItsTime: { earliest: 'moment' },
  TooLate: { until: 'moment' },
  LateEntryNeedsReason: { minutes: 'count' },
  // records
  AlreadyExists: { what: 'text' },
  AlreadyRecorded: { what: 'text' },
  StillOpen: { what: 'text', number: 'text' },
  NothingToJudge: {},
  SameRecord: {},
  Incomplete: { what: 'text' },
  NoLongerMatches: {},
  NothingToUndo: {},
  TooManyAtOnce: { most: 'count' },
  RetiredEntry: { what: 'text' },
  OtherProject: {},
  VetoedContractor: { until: 'text' },
  NotInContract: {},
  // money
  BelowFloor: { floor: 'money' },
  OverLimit: { limit: 'money' },
  NotMoreThanNothing: {},
  NoGround: {},
  GroundNeedsReason: { ground: 'count' },
  PendingExcuse: { since: 'moment' },
  AlreadyFined: { ground: 'count', number: 'text' },
  SpendingWaits: { limit: 'money' },
  ConfirmItIsYou: { limit: 'money', minutes: 'count' },
  // people
  OwnRequest: {},
  OwnDraft: {},
  AlreadySigned: {},
  HasOwnSeat: {},
  NobodyElse: {},
  HandlerMayNotVisit: {},
  TooFewAttempts: { attempts: 'count', needed: 'count' },
  SameDay: {},
  TooSoon: { next: 'moment' },
  NoSuchSeat: {},
  NoSuchStep: {},
  PersonDisabled: {},
  HasOpenWork: { count: 'count' },
  HasStaff: { count: 'count' },
  LastOne: { what: 'text' },
  OverLevels: {},
  ChainProblem: { step: 'count', problem: 'text', about: 'text' },
} as const satisfies Record<string, Readonly<Record<string, keyof DetailKind>>>

export type Reason = keyof typeof reasons
export type Details<R extends Reason> = {
  readonly [K in keyof (typeof reasons)[R]]: (typeof reasons)[R][K] extends keyof DetailKind ? DetailKind[(typeof reasons)[R][K]] : never
}
/** A "no" is a value: which reason, and what its sentence needs. */
export type Refusal = { [R in Reason]: { readonly refused: R; readonly with: Details<R> } }[Reason]

export const refuse = <R extends Reason>(refused: R, ...details: keyof Details<R> extends never ? [] : [Details<R>]) =>
  ({ refused, with: details[0] ?? {} }) as unknown as Refusal
export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome

/** Any decision may be refused for these, whatever it declares. */
export const alwaysPossible: readonly Reason[] = [
  'NotAllowed',
  'NotFound',
  'NotYourTask',
  'WrongState',
  'AlreadyDecided',
  'ChangedSinceSeen',
  'BadInput',
  'KeyUsedElsewhere',
  'FollowUpRefused',
  'AlreadyExists',
  'ConfirmItIsYou',
]
