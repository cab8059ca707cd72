import {
  nextTelling,
  tellingNow,
  tellings,
  type About,
  type Clock,
  type Holder,
  type Moment,
  type NounName,
  type PersonId,
  type Task,
  type TellingStage,
} from '@lintel/domain'
import type pg from 'pg'
import { revived } from '../records/document.ts'
import type { Company } from '../records/company.ts'
import { canDo } from '../records/play.ts'
import { keepMessages, type NewMessage } from './keep.ts'
import { keepTellings, type NewTelling } from './keep-tellings.ts'
import type { Kind } from './choices.ts'

type TaskRow = {
  readonly id: string
  readonly noun: NounName
  readonly record_id: string
  readonly project_id: string | null
  readonly does: Task['does']
  readonly part: string
  readonly kind: Task['kind']
  readonly holder_person: string | null
  readonly holder_position: string | null
  readonly holder_project: string | null
  readonly holder_department: string | null
  readonly for_superior: boolean
  readonly except_persons: readonly PersonId[]
  readonly from_at: Date
  readonly due_at: Date
  readonly clock: unknown
  readonly about: unknown
  readonly raised_by: string | null
  readonly tell_at: Date
}
const columns = `id, noun, record_id, project_id, does, part, kind, holder_person, holder_position, holder_project, holder_department, for_superior, except_persons, from_at, due_at, clock, about, raised_by, tell_at`

const atOnce = 200
const kindOf: Readonly<Record<Task['kind'], Kind>> = { approve: 'approval', do: 'task', alert: 'alert', escalation: 'alert' }

const holderOf = ({ for_superior, ...row }: TaskRow): Holder | undefined => {
  const holder = heldBy(row)
  return holder && for_superior ? { superiorOf: holder } : holder
}
type Held = Exclude<Holder, { readonly superiorOf: unknown }>
const heldBy = ({ holder_person, holder_position, holder_project, holder_department }: Omit<TaskRow, 'for_superior'>): Held | undefined =>
  // the columns hold ids of persons, projects and departments
  holder_person
    ? ({ person: holder_person } as Held)
    : holder_position
      ? ({ position: holder_position, ...(holder_project ? { project: holder_project } : {}) } as Held)
      : holder_department
        ? ({ department: holder_department } as Held)
        : undefined

/** Who can do a task now, in their own name or for somebody, and so is told of it. P-2 */
const holders = (task: Task, company: Company, now: Moment) =>
  company.everybody.filter((person) => {
    const deciding = company.deciding(person)
    return deciding !== undefined && canDo(task, deciding.actor, now) !== undefined
  })

const messagesOf = (
  row: TaskRow,
  company: Company,
  now: Moment,
): { readonly messages: readonly NewMessage[]; readonly next: Moment | undefined; readonly telling?: NewTelling | undefined } => {
  const holder = holderOf(row)
  if (!holder) return { messages: [], next: undefined }
  const from = row.from_at.getTime() as Moment
  const clock = row.clock ? (revived(row.clock) as Clock) : undefined
  const task: Task = {
    kind: row.kind,
    holder,
    does: row.does,
    from,
    except: row.except_persons,
    about: revived(row.about) as About,
    ...(clock ? { clock } : {}),
  }
  const all = tellings(task, company.rules)
  const telling = tellingNow(all, row.tell_at.getTime() as Moment, now)
  const next = nextTelling(all, now)
  if (!telling) return { messages: [], next }
  const begun = telling.stage === 'begun'
  const { number, title } = task.about
  const told = holders(task, company, now)
    // what somebody took on themselves is no news to them
    .filter((person) => !(begun && person === row.raised_by))
  return {
    next,
    telling: tellingOf(row, telling.stage, told),
    messages: told.map((person) => ({
      person,
      kind: begun ? kindOf[row.kind] : 'reminder',
      stage: telling.stage,
      noun: row.noun,
      record: row.record_id,
      task: row.id,
      does: row.does,
      part: row.part,
      title,
      key: `${row.id} ${telling.stage} ${begun ? from : row.due_at.getTime()}`,
      ...(number === undefined ? {} : { number }),
      ...(clock ? { due: clock.due } : {}),
    })),
  }
}

/** What the history tells of it; that a task began is told by the event that made it. B-5, B-9 */
const tellingOf = (row: TaskRow, stage: TellingStage, persons: readonly PersonId[]): NewTelling | undefined => {
  const escalated = row.kind === 'escalation'
  // whatever else is said of what was escalated is said of the task itself
  if (persons.length === 0 || row.kind === 'alert' || escalated !== (stage === 'begun')) return undefined
  return {
    record_id: row.record_id,
    noun: row.noun,
    project_id: row.project_id,
    task_id: row.id,
    does: row.does,
    part: row.part,
    stage: escalated ? 'escalated' : stage,
    due_at: row.due_at.toISOString(),
    persons,
  }
}

/**
 * Says what is to be said of tasks by now, a portion at a time, each in one transaction with the note that it was said: any
 * number of processes may do this at once, and one killed in the middle has said nothing. Gives the people who were told.
 */
export const tellOfTasks = async (pool: pg.Pool, company: Company, now: Moment): Promise<readonly PersonId[]> => {
  const told = new Set<PersonId>()
  const client = await pool.connect()
  try {
    for (let more = true; more;) {
      await client.query('begin')
      try {
        const { rows } = await client.query<TaskRow>({
          name: 'tasks to tell of',
          text: `select ${columns} from task where tell_at <= $1 order by tell_at limit ${atOnce} for update skip locked`,
          values: [new Date(now).toISOString()],
        })
        const all = rows.map((row) => ({ id: row.id, ...messagesOf(row, company, now) }))
        await keepTellings(
          client,
          all.flatMap(({ telling }) => telling ?? []),
          now,
        )
        for (const person of await keepMessages(
          client,
          all.flatMap(({ messages }) => messages),
          now,
        ))
          told.add(person)
        await client.query({
          name: 'told of tasks',
          text: `update task t set tell_at = n.next from unnest($1::uuid[], $2::timestamptz[]) n(id, next) where t.id = n.id`,
          values: [all.map(({ id }) => id), all.map(({ next }) => (next === undefined ? null : new Date(next).toISOString()))],
        })
        await client.query('commit')
        more = rows.length === atOnce
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    }
  } finally {
    client.release()
  }
  return [...told]
}
