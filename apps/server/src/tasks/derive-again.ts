import type { NounName } from '@lintel/domain'
import type pg from 'pg'
import { databaseNow } from '../database/time.ts'
import { channel, type Told } from '../records/after.ts'
import { mappings } from '../records/mappings.ts'
import { nounNames, nounOf } from '../records/nouns.ts'
import { saveRecords } from '../records/save.ts'
import { loadCompany, peopleHeld } from '../records/scene.ts'
import { storedColumns, storedFrom, type StoredRow } from '../records/source.ts'

const atOnce = 500
/** Nouns whose tasks and due times are worked out by rules; cards owe nothing. */
const owing = nounNames.filter((noun) => nounOf(noun).states.some((state) => !nounOf(noun).ends.includes(state)))

const derived = 'derived'
/** Raised whenever the program derives something else from the same records. */
const derivation = 2
/** Under which version of the rules what is owed was worked out last. */
const derivedUnder = async (client: Pick<pg.ClientBase, 'query'>) => {
  const { rows } = await client.query<{ count: string }>('select count from epoch where of = $1', [derived])
  return Number(rows[0]?.count ?? 0)
}

/** One page of one noun, in a transaction of its own; the id after which the next one begins. */
const page = async (client: pg.ClientBase, noun: NounName, after: string): Promise<string | undefined> => {
  await client.query(`begin; select set_config('lintel.projects', '*', true)`)
  try {
    // locked before the rules are read, so that a decision under the old rules cannot come after
    const { rows } = await client.query<StoredRow>(
      `select ${storedColumns} from "${mappings[noun].table}" where id > $1::uuid and state <> all($2) order by id limit ${atOnce} for update`,
      [after, nounOf(noun).ends],
    )
    // B-10: nor can somebody leave unseen
    await peopleHeld(client)
    const company = await loadCompany(client)
    const stored = rows.map((row) => storedFrom(noun, row))
    await saveRecords(
      client,
      stored.map((one) => ({ stored: one, was: one.version, before: one.record })),
      company,
      { by: undefined, now: await databaseNow(client), quietly: true },
    )
    await client.query('commit')
    return rows.length === atOnce ? rows.at(-1)?.id : undefined
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Settings or calendar changed: due times and tasks of everything open are worked out again, a page at a time, by one
 * process; killed in the middle, the next one begins anew. T-4
 */
export const deriveAgain = async (pool: pg.Pool): Promise<boolean> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('lintel derives again')) as mine`)
    if (!rows[0]?.mine) return false
    try {
      const version = (await loadCompany(client)).rules.version + derivation * 1_000_000
      if ((await derivedUnder(client)) === version) return false
      for (const noun of owing)
        for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after;) after = await page(client, noun, after)
      await client.query('insert into epoch (of, count) values ($1, $2) on conflict (of) do update set count = excluded.count', [
        derived,
        version,
      ])
      const told: Told = { many: owing }
      await client.query('select pg_notify($1, $2)', [channel, JSON.stringify(told)])
      return true
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('lintel derives again'))`)
    }
  } finally {
    client.release()
  }
}
