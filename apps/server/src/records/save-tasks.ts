import {
  escalation,
  nextTelling,
  reassignments,
  tellings,
  type Approval,
  type DecisionName,
  type Holder,
  type Moment,
  type PersonId,
  type Rules,
  type Task,
} from '@lintel/domain'
import type pg from 'pg'
import type { Company } from './company.ts'
import { written } from './document.ts'
import { idFrom } from './identity.ts'
import { at, fen, never, or, type Row } from './mapping.ts'
import { nounOf } from './nouns.ts'
import { insert } from './rows.ts'
import type { Stored } from './stored.ts'

/** Who brought about what is owed from now on, and whether people are told of it: of what is taken over in bulk, only what falls due later. */
export type Telling = { readonly by: PersonId | undefined; readonly now: Moment; readonly quietly: boolean }

const holderText = (holder: Holder): string =>
  'superiorOf' in holder
    ? `superior:${holderText(holder.superiorOf)}`
    : 'person' in holder
      ? `person:${holder.person}`
      : 'department' in holder
        ? `department:${holder.department}`
        : `position:${holder.position}@${holder.project ?? ''}`
export const taskId = (record: string, does: DecisionName, part: string, holder: Holder) =>
  idFrom('task', record, does, part, holderText(holder))

const taskColumns = [
  'id',
  'noun',
  'record_id',
  'does',
  'part',
  'kind',
  'holder',
  'holder_person',
  'holder_position',
  'holder_project',
  'holder_department',
  'for_superior',
  'project_id',
  'from_at',
  'due_at',
  'paused',
  'clock',
  'except_persons',
  'about',
  'reads',
  'amount_fen',
  'raised_by',
  'tell_at',
]
const taskRow = ({ noun, record }: Stored, task: Task, rules: Rules, { by, now, quietly }: Telling): string => {
  const { part = '' } = task
  const holder = 'superiorOf' in task.holder ? task.holder.superiorOf : task.holder
  const columns: Row = {
    id: taskId(record.id, task.does, part, task.holder),
    noun,
    record_id: record.id,
    does: task.does,
    part,
    kind: task.kind,
    holder: holderText(task.holder),
    holder_person: 'person' in holder ? holder.person : null,
    holder_position: 'position' in holder ? holder.position : null,
    holder_project: 'position' in holder ? or(holder.project) : null,
    holder_department: 'department' in holder ? holder.department : null,
    for_superior: 'superiorOf' in task.holder,
    project_id: or(record.project),
    from_at: at(task.from),
    due_at: at(task.clock?.due) ?? never,
    paused: task.clock?.paused !== undefined,
    except_persons: task.except ?? [],
    reads: task.reads ?? [],
    amount_fen: fen(task.about.amount),
    raised_by: task.from <= now ? or(by) : null,
    tell_at: at(quietly ? nextTelling(tellings(task, rules), now) : task.from) ?? null,
  }
  return `${JSON.stringify(columns).slice(0, -1)},"clock":${task.clock ? written(task.clock) : 'null'},"about":${written(task.about)}}`
}

// what stands as it stood is not said again
const kept = '(t.from_at, t.due_at, t.paused) = (excluded.from_at, excluded.due_at, excluded.paused)'
const otherwise = `on conflict (id) do update set ${taskColumns
  .filter((column) => column !== 'id')
  .map((column) =>
    column === 'tell_at' || column === 'raised_by'
      ? `${column} = case when ${kept} then t.${column} else excluded.${column} end`
      : `${column} = excluded.${column}`,
  )
  .join(', ')}`

/** What is owed on a record: what its rules say, what of it goes to a superior later (B-5), and whom the administrator must find (B-10). */
const owedOn = ({ noun, record }: Stored, { rules, hats }: Pick<Company, 'rules' | 'hats'>): readonly Task[] => {
  const tasks = nounOf(noun).tasks(record, rules)
  return [
    ...tasks,
    ...tasks.flatMap((task) => escalation(task, rules) ?? []),
    ...(noun === 'approval' ? reassignments(record as unknown as Approval, hats) : []),
  ]
}

/** Replaces what is owed on these records by what their rules say now, of whoever works here now. */
export const saveTasks = async (
  client: pg.ClientBase,
  changed: readonly { readonly stored: Stored; readonly was: number }[],
  company: Pick<Company, 'rules' | 'hats'>,
  telling: Telling,
) => {
  const owed = changed.map(({ stored, was }) => ({ stored, was, tasks: owedOn(stored, company) }))
  const before = owed.filter(({ was }) => was > 0)
  if (before.length)
    await client.query({
      name: 'clear task',
      text: 'delete from task where record_id = any($1::uuid[]) and not (id = any($2::uuid[]))',
      values: [
        before.map(({ stored }) => stored.record.id),
        before.flatMap(({ stored, tasks }) => tasks.map(({ does, part = '', holder }) => taskId(stored.record.id, does, part, holder))),
      ],
    })
  const rows = owed.flatMap(({ stored, tasks }) => tasks.map((task) => taskRow(stored, task, company.rules, telling)))
  await insert(client, 'task', taskColumns, rows, otherwise)
}
