import { createHmac } from 'node:crypto'
import { hmacWith } from '@lintel/server/history/chain.ts'
import { seeded } from '@lintel/server/demo/random.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDepartment, type Department } from '../build/department.ts'

let here: Department
beforeAll(async () => {
  here = await aDepartment()
  for (let n = 0; n < 4; n++) {
    await here.anIssuedFine()
    await here.aSignedFine()
  }
})
afterAll(() => here.close())

const tables: Readonly<Record<string, string>> = {
  complaint: 'complaint',
  notice: 'notice',
  fine: 'fine',
  emergencyRepair: 'emergency_repair',
  approval: 'approval',
  person: 'person',
  contract: 'contract',
}

type Event = { record_id: string; seq: number; noun: string; last: number }
/** Each is done with the owner's rights and every trigger off, and without the key. The statement names its record. */
type Tampering = { readonly what: string; readonly sql: (event: Event, other: Event) => readonly string[] }
const id = ({ record_id, seq }: Event) => `record_id = '${record_id}' and seq = ${seq}`
const tamperings: readonly Tampering[] = [
  {
    what: 'an event says something else',
    sql: (event) => [`update event set payload = payload || '{"note": "nothing happened"}' where ${id(event)}`],
  },
  { what: 'an event was somebody else', sql: (event) => [`update event set actor = gen_random_uuid() where ${id(event)}`] },
  { what: 'an event was at another time', sql: (event) => [`update event set at = at - interval '1 hour' where ${id(event)}`] },
  { what: 'an event was entered earlier', sql: (event) => [`update event set entered = entered - interval '1 day' where ${id(event)}`] },
  { what: 'an event came of another decision', sql: (event) => [`update event set decision = 'fine.settle' where ${id(event)}`] },
  { what: 'an event came from elsewhere', sql: (event) => [`update event set address = '10.0.0.1' where ${id(event)}`] },
  { what: 'an event was in another name', sql: (event) => [`update event set in_name_of = gen_random_uuid() where ${id(event)}`] },
  { what: 'an event has another kind', sql: (event) => [`update event set type = 'Corrected' where ${id(event)}`] },
  { what: 'an event is gone', sql: (event) => [`delete from event where ${id(event)}`] },
  {
    what: 'an event is gone and the rest moved up',
    sql: (event) => [
      `delete from event where ${id(event)}`,
      `update event set seq = seq - 1 where record_id = '${event.record_id}' and seq > ${event.seq}`,
    ],
  },
  {
    what: 'the tail is gone, and the record set back',
    sql: (event) => [
      `delete from event where record_id = '${event.record_id}' and seq >= ${Math.max(2, event.seq)}`,
      `update "${tables[event.noun]}" set version = ${Math.max(2, event.seq) - 1}, head = (select hash from event where record_id = '${event.record_id}' order by seq desc limit 1) where id = '${event.record_id}'`,
    ],
  },
  {
    what: 'a whole record is gone with all its rows',
    sql: ({ record_id, noun }) => [
      // nothing is to stand in the way
      `do $$ declare f record; begin for f in select conname, conrelid::regclass as of from pg_constraint where contype = 'f' loop execute format('alter table %s drop constraint %I', f.of, f.conname); end loop; end $$`,
      `delete from event where record_id = '${record_id}'`,
      `delete from ledger_entry where fine_id = '${record_id}' or repair_id = '${record_id}'`,
      `delete from task where record_id = '${record_id}'`,
      `delete from "${tables[noun]}" where id = '${record_id}'`,
    ],
  },
  {
    what: 'an event was added at the end',
    sql: ({ record_id }) => [
      `insert into event select record_id, seq + 1, noun, project_id, type, payload, decision, asked_by, actor, in_name_of, at, entered, address, agent, key, hash, hash from event where record_id = '${record_id}' order by seq desc limit 1`,
    ],
  },
  {
    what: 'an event was repeated with its hash',
    sql: (event) => [
      `update event later set payload = earlier.payload, hash = earlier.hash from event earlier where later.record_id = '${event.record_id}' and earlier.record_id = later.record_id and later.seq = ${event.last} and earlier.seq = 1`,
    ],
  },
  {
    what: 'two records changed their events',
    sql: (event, other) => [
      `update event e set payload = o.payload from event o where e.record_id = '${event.record_id}' and o.record_id = '${other.record_id}' and e.seq = 1 and o.seq = 1`,
    ],
  },
  {
    what: 'a record says something else',
    sql: ({ record_id, noun }) => [`update "${tables[noun]}" set document = document || '{"extra": true}' where id = '${record_id}'`],
  },
  {
    what: 'a column says something else',
    sql: ({ record_id, noun }) => [`update "${tables[noun]}" set changed_at = changed_at + interval '1 second' where id = '${record_id}'`],
  },
  {
    what: 'a record claims another revision',
    sql: ({ record_id, noun }) => [`update "${tables[noun]}" set revision = revision + 1 where id = '${record_id}'`],
  },
  {
    what: 'a record came from nowhere',
    sql: ({ record_id, noun }) => [
      `insert into "${tables[noun]}" select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'X-' || gen_random_uuid(), 'email', gen_random_uuid(), 'state', case when '${noun}' = 'emergencyRepair' then 'cancelled' else state end))).* from "${tables[noun]}" r where id = '${record_id}'`,
    ],
  },
  { what: 'a ledger entry is gone', sql: () => [`delete from ledger_entry where id = (select id from ledger_entry order by id limit 1)`] },
]

describe('P-3 a history that was tampered with', () => {
  test('is whole to begin with', async () => {
    expect((await here.verify()).broken).toBeUndefined()
  })

  test('one hundred tamperings with the owner’s rights are all found, and the record is named', { timeout: 240_000 }, async () => {
    const { rows: events } = await here.owner.query<Event>(
      `select * from (select record_id, seq, noun, max(seq) over (partition by record_id) as last from event where noun = any($1)) e where last > 1 order by record_id, seq`,
      [Object.keys(tables)],
    )
    const random = seeded(20_261_124)
    const missed: string[] = []
    const client = await here.owner.connect()
    try {
      for (let n = 0; n < 100; n++) {
        const event = random.pick(events)
        const other = random.pick(events.filter(({ record_id, noun }) => record_id !== event.record_id && noun === event.noun))
        const { what, sql } = tamperings[n % tamperings.length] ?? { what: '', sql: () => [] }
        // undone afterwards: the next one begins with a whole history
        await client.query('begin')
        await client.query(`select set_config('lintel.projects', '*', true)`)
        await client.query('set constraints all deferred')
        for (const table of ['event', 'ledger_entry', 'fine']) await client.query(`alter table ${table} disable trigger user`)
        for (const statement of sql(event, other)) await client.query(statement)
        const { broken } = await here.verifyWith(client)
        if (!broken) missed.push(`${what}: ${event.noun} ${event.seq}`)
        else if (what !== 'a ledger entry is gone' && what !== 'a record came from nowhere')
          expect([event.record_id, other.record_id]).toContain(broken.record)
        await client.query('rollback')
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(missed).toEqual([])
  })

  test('one made with another key is another one', () => {
    for (const [key, message] of [
      ['k', ''],
      ['a longer key than one block of the hash, which is hashed itself before it is used, as the standard says', '投诉'],
      ['history', 'x'.repeat(1000)],
    ] as const)
      expect(hmacWith(Buffer.from(key))(message)).toBe(createHmac('sha256', key).update(message).digest('base64url'))
  })
})
