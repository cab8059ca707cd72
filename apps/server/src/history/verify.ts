import type { Rules } from '@lintel/domain'
import type pg from 'pg'
import type { Depot } from '../files/depot.ts'
import { firstAltered } from '../files/unaltered.ts'
import { revived, written } from '../records/document.ts'
import type { Mapping, Row } from '../records/mapping.ts'
import { mappings } from '../records/mappings.ts'
import { nounNames, nounOf, type AnyRecord, type Event, type Moment, type NounName } from '../records/nouns.ts'
import { rowOf } from '../records/save.ts'
import type { Stored } from '../records/stored.ts'
import { beginning, type Chain } from './chain.ts'
import type { Head } from './checkpoints.ts'

/** The first thing found wrong, and why it cannot be what happened. */
export type Broken = { readonly noun: string; readonly record: string; readonly seq?: number; readonly why: string }
export type Verified = { readonly records: number; readonly events: number; readonly broken?: Broken }

type Parts = {
  readonly client: Pick<pg.ClientBase, 'query'>
  readonly chain: Chain
  /** How far each record's history is known to have gone, from outside the database. */
  readonly heads: ReadonlyMap<string, Head>
  readonly rules: Rules
  /** Where the bytes of evidence are. F-13 */
  readonly depot: Depot
}

type EventRow = {
  record_id: string
  seq: number
  noun: string
  project_id: string | null
  type: string
  payload: unknown
  decision: string
  asked_by: string | null
  actor: string
  in_name_of: string | null
  at: Date
  entered: Date
  address: string | null
  agent: string | null
  key: string
  prev_hash: string
  hash: string
}
const atOnce = 4_000

const hashOf = (chain: Chain, previous: string, row: EventRow, event: unknown) =>
  chain(previous, {
    record: row.record_id,
    seq: row.seq,
    noun: row.noun,
    project: row.project_id ?? undefined,
    type: row.type,
    payload: written(event),
    decision: row.decision,
    askedBy: row.asked_by ?? undefined,
    actor: row.actor,
    inNameOf: row.in_name_of ?? undefined,
    at: row.at.getTime(),
    entered: row.entered.getTime(),
    address: row.address ?? undefined,
    agent: row.agent ?? undefined,
    key: row.key,
  })

async function* eventsByRecord(client: Parts['client']): AsyncGenerator<EventRow> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const { rows } = await client.query<EventRow>({
      name: 'verify events',
      text: `select * from event where (record_id, seq) > ($1::uuid, $2::int) order by record_id, seq limit ${atOnce}`,
      values: [...after],
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = [last.record_id, last.seq]
  }
}

const isNoun = (name: string): name is NounName => nounNames.some((noun) => noun === name)

/** Which of the rows that ought to be there are not there like that, or are there and ought not to be. */
const differing = async (client: Parts['client'], table: string, of: string, ids: readonly string[], rows: readonly string[]) => {
  const { rows: found } = await client.query<{ of: string }>(
    `with is_there as (select * from "${table}" where ${of} = any($1::uuid[])),
          ought as (select * from json_populate_recordset(null::"${table}", $2::json))
     (select ${of} as of from (table is_there except table ought) a) union (select ${of} as of from (table ought except table is_there) b) order by 1 limit 1`,
    [ids, `[${rows.join(',')}]`],
  )
  return found[0]?.of
}
const texts = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row))

/** Compares the tables with what the history says the records are: rows, the columns read off them, and what hangs on them. */
const compare = async ({ client, rules }: Parts, noun: NounName, stored: readonly Stored[]): Promise<Broken | undefined> => {
  const mapping: Mapping = mappings[noun]
  const ids = stored.map(({ record }) => record.id)
  const rows = stored.map((one) => {
    const { columns, document } = rowOf(one, rules)
    return `${JSON.stringify(columns).slice(0, -1)},"document":${document}}`
  })
  const own = await differing(client, mapping.table, 'id', ids, rows)
  if (own) return { noun, record: own, why: 'the record is not what its history makes of it' }
  for (const [table, { of, rows: childRows }] of Object.entries(mapping.children ?? {})) {
    const bad = await differing(client, table, of, ids, texts(stored.flatMap(({ record }) => childRows(record, rules))))
    if (bad) return { noun, record: bad, why: `its rows in ${table} are not what its history makes of it` }
  }
  for (const [table, { of, rows: entryRows }] of Object.entries(mapping.entries ?? {})) {
    const bad = await differing(client, table, of, ids, texts(stored.flatMap(({ record }) => entryRows(record))))
    if (bad) return { noun, record: bad, why: `its rows in ${table} are not what its history makes of it` }
  }
  return undefined
}

/**
 * Walks every record's chain, holds it against the checkpoints outside the database, plays the history again and compares
 * what comes of it with what the tables say. Names the first record that is not what happened. P-3
 */
export const verifyHistory = async (parts: Parts): Promise<Verified> => {
  const { client, chain, heads } = parts
  const seen = new Set<string>()
  let events = 0
  const waiting = new Map<NounName, Stored[]>()

  const settle = async (least: number): Promise<Broken | undefined> => {
    for (const [noun, stored] of waiting) {
      if (stored.length < least) continue
      waiting.delete(noun)
      const broken = await compare(parts, noun, stored)
      if (broken) return broken
    }
    return undefined
  }
  const told = (broken: Broken): Verified => ({ records: seen.size, events, broken })

  let current:
    | { readonly noun: NounName; readonly id: string; record: AnyRecord; version: number; head: string; changedAt: Moment }
    | undefined
  const close = (): Broken | undefined => {
    if (!current) return undefined
    const { noun, id, record, version, head, changedAt } = current
    const known = heads.get(id)
    if (known && known.seq > version)
      return { noun, record: id, seq: known.seq, why: `its history ends at ${version}, but went on to ${known.seq}` }
    waiting.set(noun, [...(waiting.get(noun) ?? []), { noun, record, version, head, changedAt }])
    return undefined
  }

  for await (const row of eventsByRecord(client)) {
    events++
    const { record_id: id, seq, noun } = row
    if (!isNoun(noun)) return told({ noun, record: id, seq, why: 'there is no such noun' })
    if (current?.id !== id) {
      const broken = close() ?? (await settle(1_000))
      if (broken) return told(broken)
      current = undefined
    }
    const version: number = current?.version ?? 0
    const previous: string = current?.head ?? beginning
    if (seq !== version + 1) return told({ noun, record: id, seq: version + 1, why: 'an event is missing' })
    const event = revived(row.payload) as Event
    if (row.prev_hash !== previous || row.hash !== hashOf(chain, previous, row, event))
      return told({ noun, record: id, seq, why: 'the event is not the one that happened' })
    const known = heads.get(id)
    if (known?.seq === seq && known.hash !== row.hash) return told({ noun, record: id, seq, why: 'the chain was made anew' })
    seen.add(id)
    current = {
      noun,
      id,
      record: nounOf(noun).evolve(current?.record, event),
      version: seq,
      head: row.hash,
      changedAt: row.at.getTime() as Moment,
    }
  }
  const broken = close() ?? (await settle(1))
  if (broken) return told(broken)

  for (const { noun, record, seq } of heads.values())
    if (!seen.has(record)) return told({ noun, record, seq, why: 'the whole record is gone' })
  for (const noun of nounNames) {
    const { rows } = await client.query<{ id: string }>(
      `select id from "${mappings[noun].table}" t where not exists (select from event e where e.record_id = t.id and e.noun = $1) limit 1`,
      [noun],
    )
    if (rows[0]) return told({ noun, record: rows[0].id, why: 'nothing ever happened to it' })
  }
  const owed = await client.query<{ id: string }>(
    `select f.id from fine f where f.open_fen <> (select coalesce(sum(e.amount_fen), 0) from ledger_entry e where e.fine_id = f.id) limit 1`,
  )
  if (owed.rows[0]) return told({ noun: 'fine', record: owed.rows[0].id, why: 'what it says is open is not what its entries leave' })
  const altered = await firstAltered(client, parts.depot)
  if (altered)
    return told({ noun: altered.noun, record: altered.record_id, why: `the bytes of its file ${altered.id} are ${altered.standing}` })
  return { records: seen.size, events }
}
