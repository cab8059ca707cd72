import type { Customer, NounName } from '@lintel/domain'
import type pg from 'pg'
import { mappings } from '../records/mappings.ts'
import { storedColumns, storedFrom, type StoredRow } from '../records/source.ts'
import type { Stored } from '../records/stored.ts'
import { suffixesOf } from './fenced.ts'
import { saveEntries } from './save.ts'
import { searchedNouns } from './searched.ts'

/** Counted up whenever what is searched of a record is declared anew, so that the records there are get it too. */
const declared = 1
const atOnce = 500
const first = '00000000-0000-0000-0000-000000000000'

const saveSuffixes = (client: pg.ClientBase, stored: readonly Stored[]) =>
  client.query(
    `insert into customer_suffix (customer_id, suffix) select customer_id, suffix from json_populate_recordset(null::customer_suffix, $1::json) on conflict do nothing`,
    // the table of customers holds customers
    [
      JSON.stringify(
        stored.flatMap(({ record }) => suffixesOf(record as unknown as Customer).map((suffix) => ({ customer_id: record.id, suffix }))),
      ),
    ],
  )

/** One page of one noun, in a transaction of its own; the id after which the next one begins. */
const page = async (client: pg.ClientBase, noun: NounName, after: string): Promise<string | undefined> => {
  await client.query(`begin; select set_config('lintel.projects', '*', true)`)
  try {
    // locked, so that a decision meanwhile comes before or after
    const { rows } = await client.query<StoredRow>(
      `select ${storedColumns} from "${mappings[noun].table}" where id > $1::uuid order by id limit ${atOnce} for update`,
      [after],
    )
    const stored = rows.map((row) => storedFrom(noun, row))
    await saveEntries(client, stored)
    if (noun === 'customer') await saveSuffixes(client, stored)
    await client.query('commit')
    return rows.length === atOnce ? rows.at(-1)?.id : undefined
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * Records that were there before they were searched are put into the index, a page at a time, by one process; killed in
 * the middle, the next one begins anew.
 */
export const fillSearch = async (pool: pg.Pool): Promise<boolean> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('lintel fills the search')) as mine`)
    if (!rows[0]?.mine) return false
    try {
      const { rows: known } = await client.query<{ count: string }>(`select count from epoch where of = 'searched'`)
      if (Number(known[0]?.count ?? 0) >= declared) return false
      for (const noun of [...searchedNouns, 'customer'] as const)
        for (let after: string | undefined = first; after;) after = await page(client, noun, after)
      await client.query(`insert into epoch (of, count) values ('searched', $1) on conflict (of) do update set count = excluded.count`, [
        declared,
      ])
      return true
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('lintel fills the search'))`)
    }
  } finally {
    client.release()
  }
}
