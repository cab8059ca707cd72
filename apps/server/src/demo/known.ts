import { isRefusal, type DecisionName, type InputOf, type PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Command } from '../records/answer.ts'
import { idFrom } from '../records/identity.ts'
import type { Records } from '../records/records.ts'
import { emailOf } from './staff.ts'

/** Whoever works in the demo company, by their key. */
export const whoIs = async (pool: pg.Pool, keys: readonly string[]): Promise<readonly PersonId[]> => {
  const { rows } = await pool.query<{ id: PersonId; email: string }>('select id, email from person where email = any($1)', [
    keys.map(emailOf),
  ])
  return keys.map((key) => {
    const found = rows.find(({ email }) => email === emailOf(key))
    if (!found) throw new Error(`nobody is called ${key}`)
    return found.id
  })
}

/** Somebody decides something now; gives the record's id. */
export const does = async <D extends DecisionName>(
  records: Pick<Records, 'commit'>,
  by: PersonId,
  name: D,
  input: InputOf<D>,
  { on, key }: { readonly on?: string; readonly key: string },
): Promise<string> => {
  const command = { does: name, input, key: idFrom('demo', key), ...(on === undefined ? {} : { on }) } as unknown as Command
  const answer = await records.commit(by, command)
  if (isRefusal(answer)) throw new Error(`${name}: ${answer.refused} ${JSON.stringify(answer.with)}`)
  return answer.done.id
}
