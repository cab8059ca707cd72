import { nextTelling, tellings, type DecisionName, type Holder, type Moment, type PersonId, type Rules, type Task } from '@lintel/domain'
import type pg from 'pg'
import { written } from './document.ts'
import { idFrom } from './identity.ts'
import { at, fen, never, or, type Row } from './mapping.ts'
import { nounOf } from './nouns.ts'
import { insert } from './rows.ts'
import type { Stored } from './stored.ts'

/** Who brought about what is owed from now on, and whether people are told of it: of what is taken over in bulk, only what falls due later. */
export type Telling = { readonly by: PersonId | undefined; readonly now: Moment; readonly quietly: boolean }

const holderText = (holder: Holder) =>
  'person' in holder
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
  const { holder, part = '' } = task
  const columns: Row = {
    id: taskId(record.id, task.does, part, holder),
    noun,
    record_id: record.id,
    does: task.does,
    part,
    kind: task.kind,
    holder: holderText(holder),
    holder_person: 'person' in holder ? holder.person : null,
    holder_position: 'position' in holder ? holder.position : null,
    holder_project: 'position' in holder ? or(holder.project) : null,
    holder_department: 'department' in holder ? holder.department : null,
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

/** Replaces what is owed on these records by what their rules say now. */
export const saveTasks = async (
  client: pg.ClientBase,
  changed: readonly { readonly stored: Stored; readonly was: number }[],
  rules: Rules,
  telling: Telling,
) => {
  const owed = changed.map(({ stored, was }) => ({ stored, was, tasks: nounOf(stored.noun).tasks(stored.record, rules) }))
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
  const rows = owed.flatMap(({ stored, tasks }) => tasks.map((task) => taskRow(stored, task, rules, telling)))
  await insert(client, 'task', taskColumns, rows, otherwise)
}
