import type { Person } from '@lintel/domain'
import type pg from 'pg'
import type { Projection } from './after.ts'
import { mappings } from './mappings.ts'
import { saveTasks } from './save-tasks.ts'
import { loadCompany } from './scene.ts'
import { storedColumns, storedFrom, type StoredRow } from './source.ts'

/** Approvals with an open seat that a change of these people may touch, and those already without anybody. */
const touchedBy = async (client: pg.ClientBase, people: readonly Person[]) => {
  const { rows } = await client.query<StoredRow>({
    name: 'seats touched',
    text: `select ${storedColumns} from "${mappings.approval.table}" where state = 'open' and id in (
             select record_id from task where noun = 'approval' and (does = 'approval.reassign'
               or does = 'approval.approve' and (holder_person = any($1::uuid[]) or holder_position = any($2::text[]) or holder_department = any($3::uuid[]))))
           order by id`,
    values: [
      people.map(({ id }) => id),
      people.flatMap(({ positions }) => positions),
      people.flatMap(({ department }) => department ?? []),
    ],
  })
  return rows.map((row) => storedFrom('approval', row))
}

/**
 * Somebody came, left, or changed positions, projects or department: each open seat that may be theirs is checked for an
 * eligible signer. Approvals changed meanwhile wait for this and check for themselves. B-10
 */
export const seatsChecked: Projection = async (client, changed, telling) => {
  const people = changed
    .filter(({ stored }) => stored.noun === 'person')
    .flatMap(({ stored, before }) => [stored.record, ...(before ? [before] : [])] as unknown as readonly Person[])
  if (people.length === 0) return
  const approvals = await touchedBy(client, people)
  if (approvals.length === 0) return
  await saveTasks(
    client,
    approvals.map((stored) => ({ stored, was: stored.version })),
    await loadCompany(client),
    telling,
  )
}
