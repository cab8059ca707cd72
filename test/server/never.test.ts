import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { near, place } from '../build/company.ts'
import { aDepartment, type Department } from '../build/department.ts'

let here: Department
beforeAll(async () => {
  here = await aDepartment()
})
afterAll(() => here.close())

const refusedBy = (role: 'owner' | 'app', sql: string, values: readonly unknown[] = []) =>
  here[role].query(sql, [...values]).then(
    () => 'done',
    (error: Error) => error.message,
  )

describe('what SQL may not do, whoever writes it', () => {
  test('what a record refers to may be written after it in the same transaction: every reference between nouns waits for the end', async () => {
    const { rows } = await here.owner.query<{ name: string }>(
      `select conname as name from pg_constraint c where contype = 'f' and not condeferred
       and exists (select from pg_attribute where attrelid = c.conrelid and attname = 'document')`,
    )
    expect(rows).toEqual([])
  })
  test('F-4 a fine of 4,999.99 cannot be stored, one of 5,000.00 can', async () => {
    const { fine } = await here.aSignedFine()
    expect(await refusedBy('app', 'update fine set amount_fen = 499999 where id = $1', [fine.id])).toContain('fine_floor')
    expect(await refusedBy('owner', 'update fine set amount_fen = 499999, floor_fen = 1 where id = $1', [fine.id])).toContain('fine_floor')
    expect(await refusedBy('owner', 'update fine set amount_fen = 799999, floor_fen = 800000 where id = $1', [fine.id])).toContain(
      'fine_floor',
    )
    expect(await refusedBy('owner', 'update fine set amount_fen = 500000 where id = $1', [fine.id])).toBe('done')
  })
  test('F-3 money is in CNY', async () => {
    const { fine } = await here.aSignedFine()
    expect(await refusedBy('owner', `update fine set currency = 'USD' where id = $1`, [fine.id])).toContain('fine_currency')
  })
  test('F-8 an approved amount cannot be changed', async () => {
    const { fine } = await here.anIssuedFine()
    expect(await refusedBy('owner', 'update fine set amount_fen = amount_fen + 100000 where id = $1', [fine.id])).toContain(
      'is approved and cannot be changed',
    )
    expect(await refusedBy('owner', 'update fine set approved_at = null where id = $1', [fine.id])).toContain(
      'is approved and cannot be changed',
    )
  })
  test('F-14 what a fine owes equals its ledger at the end of every transaction', async () => {
    const { fine } = await here.anIssuedFine()
    expect(await refusedBy('owner', 'update fine set open_fen = open_fen - 1 where id = $1', [fine.id])).toContain('by its ledger')
    const entry = `insert into ledger_entry (id, contractor_id, project_id, fine_id, kind, amount_fen, currency, at) values (gen_random_uuid(), $1, $2, $3, 'waiver', -100, 'CNY', now())`
    expect(await refusedBy('app', entry, [place.contractor, near, fine.id])).toContain('by its ledger')
    expect(await refusedBy('owner', 'update ledger_entry set amount_fen = 1 where fine_id = $1', [fine.id])).toContain(
      'history cannot be changed',
    )
    expect(await refusedBy('owner', 'delete from ledger_entry where fine_id = $1', [fine.id])).toContain('history cannot be changed')
    expect(await refusedBy('app', 'delete from ledger_entry where fine_id = $1', [fine.id])).toContain('permission denied')
  })
  test('F-8 no more is proposed to be let off than is open, and it stays open until it is decided', async () => {
    const { fine } = await here.anIssuedFine()
    await here.does('fine', 'manager', 'fine.proposeRelief', fine.id, { kind: 'waiver', amount: '3000.00', reason: '积极整改' })
    expect(await refusedBy('owner', 'update fine set relief_fen = open_fen + 1 where id = $1', [fine.id])).toContain('fine_relief')
    expect(await refusedBy('owner', 'update fine set relief_fen = 0 where id = $1', [fine.id])).toContain('fine_relief')
    expect(await refusedBy('owner', 'update fine set open_fen = 299999 where id = $1', [fine.id])).toContain('fine_relief')
    expect(await refusedBy('owner', `update fine set state = 'cancelled', open_fen = 0 where id = $1`, [fine.id])).toContain('fine_relief')
  })
  test('F-9 an appealed fine has its appeal, waiting for an answer', async () => {
    const { fine } = await here.anIssuedFine()
    expect(await refusedBy('owner', `update fine set state = 'appealed' where id = $1`, [fine.id])).toContain('fine_appealed_waits')
  })
  test('F-10 the same ground of the same notice does not count twice', async () => {
    const { notice, fine } = await here.aFine()
    const other = await here.does('fine', 'rep', 'fine.draft', undefined, {
      notice: notice.id,
      grounds: [{ ground: 4, reason: '返工不合格' }],
      facts: '不合格',
    })
    expect(await refusedBy('owner', 'update fine_ground set ground = 1 where fine_id = $1', [other.id])).toContain('fine_ground_once')
    expect(fine.id).not.toBe(other.id)
  })
  test('F-5 a notice has one emergency repair that was not rejected', async () => {
    const { repair } = await here.aSignedFine()
    const again = `insert into emergency_repair select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'YJ-2026-999999'))).* from emergency_repair r where id = $1`
    expect(await refusedBy('app', again, [repair])).toContain('emergency_repair_once')
  })
  test('E-4 a charge-back is at most the audited cost with its surcharge', async () => {
    const { repair } = await here.aSignedFine()
    const charge =
      'update emergency_repair set budget_fen = 100000, audited_fen = 100000, surcharge_permille = 50, charge_fen = $2 where id = $1'
    expect(await refusedBy('owner', charge, [repair, 105_001])).toContain('emergency_repair_charge')
    expect(await refusedBy('owner', charge, [repair, 105_000])).toBe('done')
  })
  test('B-3 a seat has one valid signature, and a person one in a chain', async () => {
    const { approval } = await here.anIssuedFine()
    const again = (by: string, seat: string) =>
      `insert into approval_signature select approval_id, '${seat}', round, ${by}, gen_random_uuid(), at + interval '1 second', null from approval_signature where approval_id = $1 limit 1`
    expect(await refusedBy('app', again('gen_random_uuid()', '1.0.0'), [approval])).toContain('approval_signature_seat')
    expect(await refusedBy('app', again('by', '1.0.9'), [approval])).toContain('approval_signature_by')
  })
  test('P-3 history is neither changed nor removed, by the application or by the owner', async () => {
    await here.aFine()
    expect(await refusedBy('app', `update event set type = 'x'`)).toContain('permission denied')
    expect(await refusedBy('app', 'delete from event')).toContain('permission denied')
    expect(await refusedBy('app', 'truncate event')).toContain('permission denied')
    expect(await refusedBy('owner', `update event set type = 'x'`)).toContain('history cannot be changed')
    expect(await refusedBy('owner', 'delete from event')).toContain('history cannot be changed')
    expect(await refusedBy('owner', 'truncate event')).toContain('history cannot be changed')
    expect(await refusedBy('app', 'delete from fine')).toContain('permission denied')
    expect(await refusedBy('app', 'alter table event disable trigger all')).toContain('must be owner')
  })
  test('what a record points at has to be there', async () => {
    const nowhere = '11111111-1111-4111-8111-111111111111'
    const answer = await here.decide('rep', 'complaint.register', undefined, {
      project: near,
      unit: place.unit,
      customer: nowhere,
      kind: 'complaint',
      channel: 'phone',
      category: place.category,
      severity: 'general',
      title: '无此人',
      wording: '无此人',
    })
    expect(answer).toEqual({ refused: 'BadInput', with: { field: 'customer', problem: 'notFound' } })
  })
})

describe('X-7 customers behind row-level security', () => {
  const seen = async (projects: string | undefined) => {
    const client = await here.app.connect()
    try {
      await client.query('begin')
      if (projects !== undefined) await client.query(`select set_config('lintel.projects', $1, true)`, [projects])
      const { rows } = await client.query<{ name: string; suffixes: number }>(
        'select name, (select count(*)::int from customer_suffix) as suffixes from customer order by name',
      )
      return rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  test('without projects nobody is seen, with one project its customers, with all of them everybody', async () => {
    expect(await seen(undefined)).toEqual([])
    expect(await seen('{}')).toEqual([])
    expect((await seen(`{${near}}`)).map(({ name }) => name)).toEqual(['王小明'])
    // the name from each of its three letters on, and a phone
    expect((await seen(`{${near}}`))[0]?.suffixes).toBe(4)
    expect((await seen('*')).map(({ name }) => name).toSorted()).toEqual(['王小明', '赵远方'].toSorted())
  })
  test('the owner of the tables is fenced in as well', async () => {
    expect(await here.count('customer')).toBe(0)
  })
  test('a connection that served everybody before serves nobody by itself', async () => {
    for (let round = 0; round < 10; round++) {
      await seen('*')
      expect(await seen(undefined)).toEqual([])
    }
  })
})
