import type { Imports } from '../import/imports.ts'
import type { Problems } from '../problems/desk.ts'
import type { Many } from '../many/desk.ts'
import type { Exports } from '../export/desk.ts'
import type { Sessions } from '../auth/sessions.ts'
import type { Dashboards } from '../dashboards/dashboards.ts'
import type { ScheduleDesk } from '../reports/schedule.ts'
import type { Views } from '../views/views.ts'
import type { Mailbox } from '../messages/mailbox.ts'
import type { Actor, Moment, NounName, Rules } from '@lintel/domain'
import type { Snapshot } from '../database/snapshots.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Company } from '../records/company.ts'
import type { Answer, Command, Origin } from '../records/answer.ts'
import type { Deciding } from '../records/play.ts'
import type { Language } from '../words/say.ts'
import type { Loaders } from './loaders.ts'

/** What a request reads with: a transaction that knows the reader's projects. */
export type Reading = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** Who reads, with what their positions let them do where. P-1 */
export type Reader = {
  readonly actor: Actor
  readonly deciding: Deciding
  /** A permission in a project; without one, anywhere at all. */
  may(permission: string, project?: string | null): boolean
  /** The projects in which it is held. */
  projectsOf(permission: string): 'all' | readonly string[]
  readonly permissions: readonly string[]
}

export type Change = { readonly noun: NounName; readonly id: string; readonly revision: number; readonly project?: string | null }

export type Context = {
  readonly reader: Reader | undefined
  readonly language: Language
  /** The time it reads at; after a decision, the time after it. */
  now: Moment
  /** Asks the database for the time. T-1 */
  readNow(): Promise<Moment>
  readonly rules: Rules
  /** Who works here. */
  readonly company: Company
  readonly prisma: Reading
  readonly loaders: Loaders
  commit(command: Command): Promise<Answer>
  /** The session it is asked in. */
  readonly session: string | undefined
  /** Ends sessions. Whether the reader may is asked before. */
  readonly sessions: Sessions
  /** A link for somebody to set a password with. */
  invite(person: { readonly id: string; readonly name: string; readonly email: string }): Promise<string>
  /** What the reader was told, to be read and chosen about. */
  mailbox(): Mailbox | undefined
  /**
   * Reads in a transaction of its own, for so many milliseconds at most; nothing where that was not enough. What the rest of
   * the answer reads does not wait for it to fail.
   */
  apart<Result>(atMost: number, work: (prisma: Reading) => Promise<Result>): Promise<Result | undefined>
  /** Asks several things about one moment, each for so many milliseconds at most; nothing where that was not enough, or nobody waits any more. */
  snapshot<Result>(atMost: number, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result | undefined>
  /** The reader's views of lists, to be kept and changed. */
  views(): Views | undefined
  /** The reader's dashboards, to be kept and changed. */
  dashboards(): Dashboards | undefined
  /** When the monthly report is made, to be set. */
  reportSchedule(): ScheduleDesk | undefined
  /** The reader's imports, to be begun and gone on with. */
  imports(): Imports | undefined
  /** The reader's exports. */
  exports(): Exports | undefined
  /** The reader's decisions on many records. */
  many(): Many | undefined
  /** Looks for common problems, for those who work on them. Y-2 */
  problems(): Problems | undefined
  /** Where the request comes from. */
  readonly origin: Origin
  /** Changes of records the reader may read, for as long as they may. */
  changes(): AsyncIterable<Change>
  /** Rows the reader has just decided on: the answer may show them, whatever they may read afterwards. */
  readonly decided: WeakSet<object>
}
