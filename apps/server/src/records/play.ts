import {
  actsAs,
  alwaysPossible,
  assignedTo,
  becomes,
  dayOf,
  isRefusal,
  numberText,
  readInput,
  refuse,
  yearOf,
  type Actor,
  type Ask,
  type DecisionName,
  type Money,
  type Moment,
  type PersonId,
  type ProjectId,
  type Refusal,
  type Rules,
  type Scene,
  type Task,
} from '@lintel/domain'
import { beginning, type Entry } from '../history/chain.ts'
import type { Command, Origin } from './answer.ts'
import { written } from './document.ts'
import { withFiles } from './files.ts'
import { idFrom } from './identity.ts'
import { decisionOf, nounOf, type AnyDecision, type AnyRecord } from './nouns.ts'
import { knowsOf, reaches, reachesAll } from './reach.ts'
import type { Source } from './source.ts'
import { revisionOf, type Stored } from './stored.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Whoever decides, and what their positions let them. */
export type Deciding = {
  readonly actor: Actor
  readonly permissions: ReadonlySet<string>
  may(permission: string, project: ProjectId | undefined): boolean
  /** The system by itself: it may decide what otherwise only another decision asks for. B-9 */
  readonly itself?: true
}

export type At = {
  /** The moment of the decision. T-1 */
  readonly now: Moment
  /** When the database is told. */
  readonly entered: Moment
  readonly rules: Rules
  /** When whoever decides last said again that it is they; not asked of what the server does by itself. SEC-11 */
  readonly confirmedAt: Moment | 'notAsked' | undefined
}

// one that asks deeper than this asks in a circle
const deepest = 12

type Asking = {
  readonly does: DecisionName
  readonly on: string
  readonly input: unknown
  readonly askedBy?: DecisionName
  readonly depth: number
}

/** In whose name the actor may do a task now, if at all. P-2 */
export const canDo = (task: Task, actor: Actor, now: Moment): PersonId | undefined => {
  if (task.from > now) return undefined
  const inNameOf = actsAs(actor, task.holder, now)
  return inNameOf && !task.except?.includes(actor.person) && !task.except?.includes(inNameOf) ? inNameOf : undefined
}
/** The tasks of a record that the actor may do now, as themselves or for someone. */
export const tasksFor = (record: AnyRecord, tasks: readonly Task[], { actor }: Deciding, now: Moment) =>
  tasks.filter((task) => canDo(task, actor, now))

/** Plays one command and what follows from it on the unit of work; a refusal anywhere refuses the whole. */
export const play = async (
  work: UnitOfWork,
  source: Source,
  deciding: Deciding,
  command: Command,
  at: At,
): Promise<{ readonly id: string } | Refusal> => {
  const { actor } = deciding
  const { now, rules } = at
  const { address, agent }: Origin = command.origin ?? {}

  const notMine = async (decision: AnyDecision, stored: Stored, does: DecisionName, state: Refusal | undefined) => {
    const last =
      typeof decision.by === 'object' && 'task' in decision.by && state ? await source.lastDone(stored.record.id, does) : undefined
    // B-3: of two who click at the same moment, the second is told who was first
    return last ? refuse('AlreadyDecided', { by: last.by as PersonId, at: last.at }) : (state ?? refuse('NotYourTask'))
  }

  const stale = async (): Promise<Refusal | undefined> => {
    for (const { noun, id, revision } of command.saw ?? []) {
      const shown = await work.find(noun, id)
      if (!shown) return refuse('NotFound')
      if (revisionOf(shown) !== revision) return refuse('ChangedSinceSeen', { record: id })
    }
    return undefined
  }

  const step = async ({ does, on, input: raw, askedBy, depth }: Asking): Promise<Refusal | undefined> => {
    if (depth > deepest) throw new Error(`${does} is asked for without end`)
    const { name, decision } = decisionOf(does)
    const noun = nounOf(name)
    const { by } = decision
    const stored = await work.find(name, on)
    if (decision.opens && (stored ?? work.known(on))) return refuse('AlreadyExists', { what: name })
    if (!decision.opens && !stored) return refuse('NotFound')
    const record = stored?.record

    if (!askedBy && by === 'asked' && !deciding.itself) return refuse('NotAllowed')
    let mine: readonly Task[] | undefined
    const tasks = () => (mine ??= record ? tasksFor(record, noun.tasks(record, rules), deciding, now) : [])

    const needed = !askedBy && typeof by === 'object' && 'permission' in by ? by.permission : undefined
    const reached = !record || askedBy !== undefined || (needed !== undefined && reaches(deciding, needed, record))
    if (!reached && !knowsOf(deciding, name, record, tasks(), now)) return refuse('NotFound')
    if (!reached && needed) return refuse('NotAllowed')
    const files = (ids: readonly string[]) => source.files(ids, { by: actor.person, on })
    const input =
      decision.input && !askedBy
        ? readInput(decision.input, await withFiles(decision.input, raw, files), now)
        : (raw as Record<string, unknown>)
    if (isRefusal(input)) return input
    if (needed && !reachesAll(deciding, needed, input)) return refuse('NotAllowed')

    if (stored && decision.from && !decision.from.includes(stored.record.state))
      return notMine(decision, stored, does, refuse('WrongState', { state: stored.record.state }))

    const facts = decision.needs ? await work.facts(decision.needs, record ?? on, input, at) : {}
    const number = decision.series
      ? numberText(decision.series, yearOf(dayOf(now)), await source.nextNumber(decision.series, yearOf(dayOf(now))))
      : ''
    const scene: Scene = {
      actor,
      now,
      rules,
      number,
      get mine() {
        return tasks()
      },
      fresh: (label) => idFrom(command.key, does, on, label),
    }
    if (needed && decision.project && !deciding.may(needed, decision.project(input, facts))) return refuse('NotFound')
    const blocked = record ? decision.blocked?.(record, scene, facts) : undefined
    const outcome = blocked ?? decision.decide(record ?? on, input, scene, facts)

    let inNameOf: PersonId | undefined
    if (!askedBy && typeof by === 'object' && 'task' in by) {
      const task = tasks().find((open) => open.does === by.task)
      // who holds no task learns why it never was theirs, and nothing else of what the rule would have said
      if (!task && isRefusal(outcome) && ownReasons.includes(outcome.refused)) return outcome
      if (!task) return stored ? notMine(decision, stored, does, undefined) : refuse('NotYourTask')
      inNameOf = canDo(task, actor, now)
    }
    if (isRefusal(outcome)) {
      const no = declared(does, decision, outcome)
      // B-4: a refusal that comes from what has changed says so; "already decided by" says more than "changed"
      return no.refused === 'AlreadyDecided' || no.refused === 'NotAllowed' || askedBy ? no : ((await stale()) ?? no)
    }
    const seen = askedBy ? undefined : await stale()
    if (seen) return seen
    const unsure = askedBy || !record ? undefined : unconfirmed(decision.stakes?.(record, input), at)
    if (unsure) return unsure

    const after = outcome.events.reduce<AnyRecord | undefined>((was, event) => noun.evolve(was, event), record)
    if (!after) throw new Error(`${does} brought nothing into being`)
    if (after.id !== on) throw new Error(`${does} gave ${on} the id ${after.id}`)
    if (!becomes(decision.to, record?.state ?? '').includes(after.state))
      throw new Error(`${does} left ${on} in "${after.state}", which it does not declare`)

    const version = stored?.version ?? 0
    if (outcome.events.length)
      work.stage(
        { noun: name, record: after, version: version + outcome.events.length, head: stored?.head ?? beginning, changedAt: now },
        outcome.events.map((event, n): Entry => ({
          record: on,
          seq: version + n + 1,
          noun: name,
          project: after.project,
          type: event.type,
          payload: written(event),
          decision: does,
          askedBy,
          actor: actor.person,
          inNameOf: inNameOf === actor.person ? undefined : inNameOf,
          at: now,
          entered: at.entered,
          address,
          agent,
          key: command.key,
        })),
      )

    for (const next of outcome.follow ?? []) {
      const refused = await follow(next, does, depth)
      if (refused) return refused
    }
    return undefined
  }

  const follow = async (next: Ask, askedBy: DecisionName, depth: number): Promise<Refusal | undefined> => {
    const refused = await step({ does: next.does, on: next.on, input: next.input, askedBy, depth: depth + 1 })
    if (!refused) return undefined
    return refused.refused === 'FollowUpRefused' ? refused : refuse('FollowUpRefused', { decision: next.does, reason: refused.refused })
  }

  const { decision } = decisionOf(command.does)
  const id = decision.opens ? idFrom(command.key, command.does) : command.on
  if (id === undefined) return refuse('NotFound')
  return (await step({ does: command.does, on: id, input: command.input, depth: 0 })) ?? { id }
}

/** SEC-11: a session alone signs nothing above the limit. The last thing asked, when all else is in order. */
const unconfirmed = (stakes: Money | undefined, { entered, rules, confirmedAt }: At): Refusal | undefined => {
  const { confirmAbove: limit, confirmMinutes: minutes } = rules
  if (stakes === undefined || stakes <= limit || confirmedAt === 'notAsked') return undefined
  const since = confirmedAt === undefined ? Number.POSITIVE_INFINITY : entered - confirmedAt
  return since <= minutes * 60_000 ? undefined : refuse('ConfirmItIsYou', { limit, minutes })
}

/** Reasons that are about the person who asks. B-3, P-2 */
const ownReasons: readonly Refusal['refused'][] = ['AlreadyDecided', 'OwnRequest', 'OwnDraft', 'AlreadySigned', 'HasOwnSeat']

/** What a decision may be refused for is part of its face: an undeclared reason is a bug. */
const declared = (does: DecisionName, { refuses = [] }: AnyDecision, refusal: Refusal): Refusal => {
  if (!alwaysPossible.includes(refusal.refused) && !refuses.includes(refusal.refused))
    throw new Error(`${does} does not declare that it refuses with ${refusal.refused}`)
  return refusal
}

/** P-1: a permission counts in the projects a person is assigned to. */
export const decidingWith = (actor: Actor, permissions: ReadonlySet<string>): Deciding => ({
  actor,
  permissions,
  may: (permission, project) => permissions.has(permission) && assignedTo(actor, project),
})
