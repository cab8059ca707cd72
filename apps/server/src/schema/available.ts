import { refuse, type NounName, type ProjectId, type Refusal, type Scene, type Task } from '@lintel/domain'
import { nounOf, type AnyDecision, type AnyRecord } from '../records/nouns.ts'
import { tasksFor } from '../records/play.ts'
import { readingSource } from '../records/reading-source.ts'
import { UnitOfWork } from '../records/unit-of-work.ts'
import type { Context, Reader } from './context.ts'
import { declared, mutationOf, type Declared } from './names.ts'

/** A decision on a record: open, or why not. */
export type Available = {
  readonly name: string
  readonly mutation: string
  readonly part?: string
  readonly owed: boolean
  readonly refusal?: Refusal
}

const permitted = ({ by }: Declared, reader: Reader, project: ProjectId | undefined) =>
  'permission' in by ? reader.may(by.permission, project) : true

/**
 * What the reader can decide on the record now. What their positions never let them do is not shown; what they could do
 * in another state, or after something else, is shown with its reason. The screen repeats no rule.
 */
export const availableOn = async (
  noun: NounName,
  record: AnyRecord,
  { reader, prisma, now, rules }: Context,
): Promise<readonly Available[]> => {
  if (!reader) return []
  const decidable = declared.filter((one) => one.noun === noun && !one.opens)
  const deciding = {
    actor: reader.actor,
    permissions: new Set(reader.permissions),
    may: (permission: string, project: ProjectId | undefined) => reader.may(permission, project),
  }
  const mine = tasksFor(record, nounOf(noun).tasks(record, rules), deciding, now)
  // nothing is written: the unit of work only reads, so its chain is never asked
  const work = new UnitOfWork(readingSource(prisma), () => '')

  const look = async (one: Declared): Promise<readonly Available[]> => {
    const verb = one.name.split('.')[1] ?? ''
    const decision: AnyDecision | undefined = nounOf(noun).decisions[verb]
    if (!decision) return []
    const tasks = mine.filter(({ does }) => does === one.name)
    const base = { name: one.name, mutation: mutationOf(one.name) }
    if ('task' in one.by) {
      const { task: needed } = one.by
      const held = mine.filter(({ does }) => does === needed)
      if (held.length === 0) return []
      return held.map((task) => ({ ...base, owed: task.does === one.name, ...(task.part ? { part: task.part } : {}) }))
    }
    if (!permitted(one, reader, record.project)) return []
    const refusal =
      (one.from.includes(record.state) ? undefined : refuse('WrongState', { state: record.state })) ??
      (await blockedBy(decision, record, tasks))
    return [{ ...base, owed: tasks.length > 0, ...(tasks[0]?.part ? { part: tasks[0].part } : {}), ...(refusal ? { refusal } : {}) }]
  }
  const blockedBy = async (decision: AnyDecision, on: AnyRecord, tasks: readonly Task[]) => {
    if (!decision.blocked) return undefined
    const facts = decision.needs ? await work.facts(decision.needs, on, undefined, { now, rules }) : {}
    const scene: Scene = { actor: reader.actor, now, rules, mine: tasks, number: '', fresh: (label) => label }
    return decision.blocked(on, scene, facts)
  }
  return (await Promise.all(decidable.map(look))).flat()
}
