import { folderDepot } from '@lintel/server/files/folder-depot.ts'
import { firstAltered } from '@lintel/server/files/unaltered.ts'
import { hasRecords, isDemo, loadDemo } from '@lintel/server/demo/load.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import pg from 'pg'
import { inject } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const named = (url: string) => Object.assign(new URL(url), { pathname: '/demo_test' }).toString()
const base = inject('base')
const [ownerUrl, databaseUrl] = [named(base.ownerUrl), named(base.databaseUrl)]
const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-demo-'))
const steps = new Set<string>()
const superuser = async (sql: string) => {
  const client = new pg.Client(Object.assign(new URL(base.superuserUrl), { pathname: '/postgres' }).toString())
  await client.connect()
  await client.query(sql)
  await client.end()
}
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options: '-c lintel.projects=*' })
const rows = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows

let before: boolean | undefined
beforeAll(async () => {
  await superuser(`create database demo_test owner ${new URL(ownerUrl).username}`)
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  before = await hasRecords(databaseUrl)
  await loadDemo({ ownerUrl, databaseUrl, dataFolder, cases: 1_200, onProgress: (step) => steps.add(step) })
}, 60_000)
afterAll(async () => {
  await pool.end()
  await superuser('drop database demo_test with (force)')
  rmSync(dataFolder, { recursive: true, force: true })
})

describe('the demo company', () => {
  test('is there whole, with its progress told', async () => {
    expect(before).toBe(false)
    expect([...steps]).toEqual(['company', 'cases', 'writing', 'problems', 'statistics'])
    expect(
      await rows(
        `select (select count(*)::int from project) as projects, (select count(*)::int from unit) as units, (select count(*)::int from contractor) as contractors, (select count(*)::int from complaint) as complaints`,
      ),
    ).toEqual([{ projects: 10, units: 6000, contractors: 40, complaints: 1203 }])
    expect(await hasRecords(databaseUrl)).toBe(true)
    expect(await isDemo(databaseUrl)).toBe(true)
  })
  test('has a fine the system found grounds for, signed by all three, ready to issue, and its repair waits to be assigned', async () => {
    const ready = await rows(
      `select f.grounds, f.amount_fen, c.name as signed_by, r.state as repair, a.state as approval
       from fine f join approval a on a.id = f.approval_id join emergency_repair r on r.id = f.repair_id join person c on c.id = f.coordinator_id
       join person m on m.id = f.representative_id where f.state = 'approved' and m.email = 'rep@lintel.test' and r.state = 'approved'`,
    )
    expect(ready).toContainEqual({ grounds: [2], amount_fen: '2000000', signed_by: '徐文斌', repair: 'approved', approval: 'approved' })
    const derived = await rows(
      `select document #> '{grounds,0,derivedSince}' is not null as derived from fine where state = 'approved' and amount_fen = 2000000`,
    )
    expect(derived).toContainEqual({ derived: true })
    const owed = await rows(
      `select does from task where holder_position = 'manager' and from_at <= now() and does in ('fine.issue', 'emergencyRepair.assign') group by does order by does`,
    )
    expect(owed).toEqual([{ does: 'emergencyRepair.assign' }, { does: 'fine.issue' }])
  })
  test('has something waiting for everybody who signs in to work', async () => {
    const waiting = await rows(`select distinct does from task where from_at <= now()`)
    for (const does of [
      'complaint.accept',
      'complaint.resolve',
      'notice.recordArrival',
      'notice.judgeExcuse',
      'fine.sign',
      'approval.approve',
      'fine.settle',
      'visit.record',
    ])
      expect(waiting).toContainEqual({ does })
  })
  test('P-2 E-5 F-7 has work for the deputy in the manager’s name, for the company’s leader and for the economics office', async () => {
    expect(await rows(`select p.email from delegation d join person p on p.id = d.to_id where d.until_at > now()`)).toEqual([
      { email: 'deputy@lintel.test' },
    ])
    const held = await rows(`select distinct holder_position, does from task where from_at <= now()`)
    expect(held).toContainEqual({ holder_position: 'companyLeader', does: 'approval.approve' })
    expect(held).toContainEqual({ holder_position: 'economics', does: 'fine.acknowledge' })
  })
  test('G-1 B-5 P-5 shows a chain in its second version, what is late with superiors, and staff in departments', async () => {
    expect(await rows(`select chain_version as n from chain where kind = 'fine'`)).toEqual([{ n: 2 }])
    expect(await rows(`select count(*) > 0 as some from task where for_superior and from_at <= now()`)).toEqual([{ some: true }])
    expect(await rows(`select count(distinct department_id)::int as n from person`)).toEqual([{ n: 11 }])
  })
  test('F-7 F-9 F-11 E-6 shows an appeal that waits, one upheld, sums let off, a supervision firm’s fine, and quantities that differ', async () => {
    expect(await rows(`select count(*) > 0 as some from fine where state = 'appealed' and relief_fen is null`)).toEqual([{ some: true }])
    expect(await rows(`select count(*) > 0 as some from fine where appeal_end = 'partly' and open_fen < amount_fen`)).toEqual([
      { some: true },
    ])
    expect(await rows(`select count(*) > 0 as some from ledger_entry where kind = 'reduction'`)).toEqual([{ some: true }])
    expect(await rows(`select count(*) > 0 as some from fine where relief_fen is not null and state = 'issued'`)).toEqual([{ some: true }])
    expect(
      await rows(
        `select f.state, c.kind, f.repair_id from fine f join contractor c on c.id = f.contractor_id where f.grounds && '{6,7,8,9}'`,
      ),
    ).toEqual([{ state: 'issued', kind: 'supervision', repair_id: null }])
    expect(
      await rows(
        `select jsonb_array_length(document #> '{audited,lines}') as audited, jsonb_array_length(document -> 'confirmations') as parties from emergency_repair where state = 'audited' and number is not null`,
      ),
    ).toContainEqual({ audited: 3, parties: 3 })
  })
  test('lets every sign-in of the README in', async () => {
    expect(await rows(`select count(*)::int as n from auth_account where provider_id = 'credential'`)).toEqual([{ n: 17 }])
  })
  test('is neither loaded twice nor in production', async () => {
    const load = () => loadDemo({ ownerUrl, databaseUrl, dataFolder, onProgress: () => {} })
    await expect(load()).rejects.toThrow('has records already')
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'production'
    await expect(load()).rejects.toThrow('not loaded where NODE_ENV is "production"')
    process.env['NODE_ENV'] = before
  })

  test('C-1 N-4 F-13 shows photos on a few cases, before and after on one, each as it was recorded', async () => {
    const [files] = await rows(`select count(*)::int as n, count(distinct hash)::int as pictures from evidence_file`)
    expect(files).toEqual({ n: expect.toSatisfy((n: number) => n >= 20), pictures: 4 })
    const [pairs] = await rows(
      `select count(*)::int as n from notice where document->'inspections' @> '[{"results":[{"photos":[{"kind":"photo"}]}]}]' and document->'defects' @> '[{"photos":[{"kind":"photo"}]}]'`,
    )
    expect(pairs).toEqual({ n: 1 })
    expect(await firstAltered(pool, folderDepot(join(dataFolder, 'files')))).toBeUndefined()
  })
})
