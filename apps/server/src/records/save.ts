import type { Rules } from '@lintel/domain'
import type pg from 'pg'
import type { Company } from './company.ts'
import { written } from './document.ts'
import { at, or, type Mapping, type Row } from './mapping.ts'
import { mappings } from './mappings.ts'
import type { NounName } from './nouns.ts'
import { array, insert, portions } from './rows.ts'
import { saveTasks, type Telling } from './save-tasks.ts'
import { revisionOf, type Stored } from './stored.ts'
import type { Chained, Changed } from './unit-of-work.ts'

/** Overtaken: somebody else changed a record that was read without a lock. The command is played again. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

const update = async (
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  changes: readonly { row: string; id: string; was: number }[],
) => {
  const sets = columns.filter((column) => column !== 'id').map((column) => `"${column}" = n."${column}"`)
  for (const portion of portions(changes)) {
    const { rowCount } = await client.query({
      name: `update ${table}`,
      text: `update "${table}" t set ${sets.join(', ')} from json_populate_recordset(null::"${table}", $1::json) n
             join unnest($2::uuid[], $3::int[]) as e(id, was) on e.id = n.id where t.id = n.id and t.version = e.was`,
      values: [array(portion.map(({ row }) => row)), portion.map(({ id }) => id), portion.map(({ was }) => was)],
    })
    if (rowCount !== portion.length) throw new Overtaken(`a ${table} changed meanwhile`)
  }
}

/** A record's own columns, those every noun has among them; the document as it stands in the history's hashes. */
export const rowOf = (stored: Stored, rules: Rules): { readonly columns: Row; readonly document: string } => {
  const { noun, record, version, head, changedAt } = stored
  return {
    columns: {
      id: record.id,
      version,
      revision: revisionOf(stored),
      state: record.state,
      head,
      changed_at: at(changedAt),
      ...mappings[noun].columns(record, rules),
    },
    document: written(record),
  }
}
const rowText = ({ columns, document }: ReturnType<typeof rowOf>) => `${JSON.stringify(columns).slice(0, -1)},"document":${document}}`

const byNoun = (changed: readonly Changed[]) => {
  const nouns = new Map<NounName, Changed[]>()
  for (const change of changed) {
    const of = nouns.get(change.stored.noun)
    if (of) of.push(change)
    else nouns.set(change.stored.noun, [change])
  }
  return nouns
}

const saveNoun = async (client: pg.ClientBase, mapping: Mapping, changed: readonly Changed[], rules: Rules) => {
  const rows = changed.map(({ stored, was }) => ({ ...rowOf(stored, rules), id: stored.record.id, was }))
  const columns = [...Object.keys(rows[0]?.columns ?? {}), 'document']
  const old = rows.filter(({ was }) => was > 0)
  // what makes room goes first: a unique index sees the old repair rejected before the new one stands
  if (old.length)
    await update(
      client,
      mapping.table,
      columns,
      old.map((row) => ({ row: rowText(row), id: row.id, was: row.was })),
    )
  await insert(client, mapping.table, columns, rows.filter(({ was }) => was === 0).map(rowText))
}

const saveChildren = async (client: pg.ClientBase, mapping: Mapping, changed: readonly Changed[], rules: Rules) => {
  for (const [table, { of }] of Object.entries(mapping.children ?? {})) {
    const before = changed.filter(({ was }) => was > 0).map(({ stored }) => stored.record.id)
    if (before.length)
      await client.query({ name: `clear ${table}`, text: `delete from "${table}" where ${of} = any($1::uuid[])`, values: [before] })
  }
  for (const [table, { rows }] of Object.entries(mapping.children ?? {})) {
    const all = changed.flatMap(({ stored }) => rows(stored.record, rules))
    if (all[0])
      await insert(
        client,
        table,
        Object.keys(all[0]),
        all.map((row) => JSON.stringify(row)),
      )
  }
  for (const [table, { key, rows }] of Object.entries(mapping.entries ?? {})) {
    const all = changed.flatMap(({ stored }) => rows(stored.record))
    if (all[0])
      await insert(
        client,
        table,
        Object.keys(all[0]),
        all.map((row) => JSON.stringify(row)),
        `on conflict (${key}) do nothing`,
      )
  }
}

/** Writes history. */
export const saveEvents = (client: pg.ClientBase, happened: readonly Chained[]) =>
  insert(
    client,
    'event',
    [
      'record_id',
      'seq',
      'noun',
      'project_id',
      'type',
      'payload',
      'decision',
      'asked_by',
      'actor',
      'in_name_of',
      'at',
      'entered',
      'address',
      'agent',
      'key',
      'prev_hash',
      'hash',
    ],
    happened.map((event) => {
      const columns: Row = {
        record_id: event.record,
        seq: event.seq,
        noun: event.noun,
        project_id: or(event.project),
        type: event.type,
        decision: event.decision,
        asked_by: or(event.askedBy),
        actor: event.actor,
        in_name_of: or(event.inNameOf),
        at: new Date(event.at).toISOString(),
        entered: new Date(event.entered).toISOString(),
        address: or(event.address),
        agent: or(event.agent),
        key: event.key,
        prev_hash: event.previous,
        hash: event.hash,
      }
      return `${JSON.stringify(columns).slice(0, -1)},"payload":${event.payload}}`
    }),
  )

/** Writes what a unit of work changed: records with their child rows, and what is owed on them. */
export const saveRecords = async (
  client: pg.ClientBase,
  changed: readonly Changed[],
  company: Pick<Company, 'rules' | 'hats'>,
  telling: Telling,
) => {
  const { rules } = company
  for (const [noun, of] of byNoun(changed)) {
    const mapping: Mapping = mappings[noun]
    await saveNoun(client, mapping, of, rules)
    await saveChildren(client, mapping, of, rules)
  }
  await saveTasks(client, changed, company, telling)
}
