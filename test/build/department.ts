import { join } from 'node:path'
import { folderDepot } from '@lintel/server/files/folder-depot.ts'
import { randomUUID } from 'node:crypto'
import type { DecisionName, NounName, RecordOf, Refusal } from '@lintel/domain'
import { chainWith, historyKey } from '@lintel/server/history/chain.ts'
import { readCheckpoints } from '@lintel/server/history/checkpoints.ts'
import { verifyHistory } from '@lintel/server/history/verify.ts'
import type { AnyRecord } from '@lintel/server/records/nouns.ts'
import { openRecords, type Records } from '@lintel/server/records/records.ts'
import { loadCompany } from '@lintel/server/records/scene.ts'
import pg from 'pg'
import { idOfPerson, near, place, type Name } from './company.ts'
import { aDatabase } from './database.ts'
import { at } from './town.ts'

type Answer = { readonly done: AnyRecord; readonly revision: number } | Refusal
type Options = { readonly key?: string; readonly through?: Records }

/** The small company decided on directly, without the API in between, by any number of pools. */
export const aDepartment = async (started = '2026-11-23 09:00') => {
  const database = await aDatabase()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4 })
  const app = new pg.Pool({ connectionString: database.databaseUrl, max: 4 })
  // a connection that a test cuts is replaced
  for (const pool of [owner, app]) pool.on('error', () => {})
  const opened: { records: Records; pool: pg.Pool }[] = []
  let now = at(started)
  /** Another server process, as far as the database can tell. */
  const open = async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 12 })
    pool.on('error', () => {})
    const records = await openRecords({ pool, dataFolder: database.dataFolder, clock: { now: () => now } })
    opened.push({ records, pool })
    return records
  }
  const records = await open()

  const decide = async (
    by: Name,
    does: DecisionName,
    on: string | undefined,
    input: unknown,
    { key = randomUUID(), through = records }: Options = {},
  ) => (await through.commit(idOfPerson(by), { does, input, key, ...(on === undefined ? {} : { on: on as never }) })) as Answer
  const does = async <N extends NounName>(
    _noun: N,
    by: Name,
    decision: DecisionName & `${N}.${string}`,
    on: string | undefined,
    input: unknown,
  ): Promise<RecordOf<N>> => {
    const answer = await decide(by, decision, on, input)
    if (!('done' in answer))
      throw new Error(
        `${decision} was refused: ${answer.refused} ${JSON.stringify(answer.with, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))}`,
      )
    return answer.done as unknown as RecordOf<N>
  }

  const here = {
    ...database,
    database,
    owner,
    app,
    records,
    open,
    decide,
    does,
    at(written: string) {
      now = at(written)
    },
    get now() {
      return now
    },
    async count(from: string, values: readonly unknown[] = []): Promise<number> {
      const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${from}`, [...values])
      return rows[0]?.n ?? 0
    },
    /** The history as a connection sees it, held against the key and the checkpoints outside the database. */
    async verifyWith(client: pg.ClientBase) {
      for (const { records: each } of opened) await each.settled()
      return verifyHistory({
        client,
        chain: chainWith(historyKey(database.dataFolder)),
        heads: await readCheckpoints(database.dataFolder),
        rules: (await loadCompany(client)).rules,
        depot: folderDepot(join(database.dataFolder, 'files')),
      })
    },
    async verify() {
      const client = await owner.connect()
      try {
        await client.query(`begin; select set_config('lintel.projects', '*', true)`)
        return await here.verifyWith(client)
      } finally {
        await client.query('rollback')
        client.release()
      }
    },
    /** A notice the contractor refused, and the fine drafted on it. */
    async aFine() {
      const complaint = await does('complaint', 'frontDesk', 'complaint.register', undefined, {
        project: near,
        unit: place.unit,
        customer: place.customer,
        kind: 'complaint',
        channel: 'phone',
        category: place.category,
        severity: 'general',
        title: '卫生间渗漏',
        wording: '卫生间顶板渗水三天了',
      })
      await does('complaint', 'rep', 'complaint.accept', complaint.id, {})
      const notice = await does('notice', 'rep', 'notice.draft', undefined, {
        project: near,
        contractor: place.contractor,
        deadline: now + 5 * 86_400_000,
        defects: [{ complaint: complaint.id, unit: place.unit, element: 'bathroom', location: '主卫', requirement: '重做防水' }],
      })
      await does('notice', 'rep', 'notice.serve', notice.id, { at: now, how: 'paper' })
      await does('notice', 'rep', 'notice.recordRefusal', notice.id, { at: now })
      const fine = await does('fine', 'rep', 'fine.draft', undefined, { notice: notice.id, grounds: [{ ground: 1 }], facts: '拒绝签收' })
      return { complaint, notice, fine }
    },
    async aSignedFine(amount = '8000.00') {
      const { complaint, notice, fine } = await here.aFine()
      const signed = await does('fine', 'coordinator', 'fine.sign', fine.id, { amount, severity: 'light' })
      if (!signed.approval || !signed.repair) throw new Error('a signed fine has its approval and its repair')
      return { complaint, notice, fine: signed, approval: signed.approval, repair: signed.repair }
    },
    async anIssuedFine() {
      const made = await here.aSignedFine()
      await does('approval', 'deputyLeader', 'approval.approve', made.approval, { seat: '1.0.0' })
      await does('approval', 'leader', 'approval.approve', made.approval, { seat: '1.0.1' })
      return { ...made, fine: await does('fine', 'manager', 'fine.issue', made.fine.id, {}) }
    },
    async close() {
      for (const { records: each, pool } of opened) {
        await each.close()
        await pool.end()
      }
      await owner.end()
      await app.end()
      await database.drop()
    },
  }
  return here
}
export type Department = Awaited<ReturnType<typeof aDepartment>>
