import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDepartment, type Department } from '../build/department.ts'

let here: Department
beforeAll(async () => {
  here = await aDepartment()
})
afterAll(() => here.close())

const times = <T>(n: number, make: (n: number) => Promise<T>) => Promise.all(Array.from({ length: n }, (_, at) => make(at)))
const reasons = (answers: readonly ({ done: unknown } | { refused: string })[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, (answer) => ('done' in answer ? 'done' : answer.refused))].map(([reason, of]) => [reason, of.length]),
  )

describe('many at the same moment', () => {
  test('B-3 two hundred approvals of one task, through two servers, are one decision and 199 conflicts that say who was first', async () => {
    const { approval } = await here.aSignedFine()
    const other = await here.open()
    const answers = await times(200, (n) =>
      here.decide('leader', 'approval.approve', approval, { seat: '1.0.1' }, n % 2 ? { through: other } : {}),
    )
    expect(reasons(answers)).toEqual({ done: 1, AlreadyDecided: 199 })
    expect(await here.count('approval_signature where approval_id = $1', [approval])).toBe(1)
  })

  test('B-3 the last signature of all ends the approval once, and the subject is told once', async () => {
    const { approval, fine } = await here.aSignedFine()
    await here.does('approval', 'leader', 'approval.approve', approval, { seat: '1.0.1' })
    const answers = await times(60, () => here.decide('deputyLeader', 'approval.approve', approval, { seat: '1.0.0' }))
    expect(reasons(answers)).toEqual({ done: 1, AlreadyDecided: 59 })
    expect(await here.count(`event where record_id = $1 and type = 'Answered'`, [fine.id])).toBe(1)
  })

  test('B-4 a signature a moment earlier does not spoil the other one', async () => {
    const { approval } = await here.aSignedFine()
    const answers = await Promise.all([
      here.decide('leader', 'approval.approve', approval, { seat: '1.0.1' }),
      here.decide('deputyLeader', 'approval.approve', approval, { seat: '1.0.0' }),
    ])
    expect(reasons(answers)).toEqual({ done: 2 })
  })

  test('B-3 the same key fifty times is one effect and fifty equal answers', async () => {
    const { fine } = await here.aFine()
    const key = randomUUID()
    const answers = await times(50, () =>
      here.decide('coordinator', 'fine.sign', fine.id, { amount: '9000.00', severity: 'medium' }, { key }),
    )
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(reasons(answers)).toEqual({ done: 50 })
    expect(await here.count(`event where record_id = $1 and type = 'Signed'`, [fine.id])).toBe(1)
  })

  test('B-3 the same key of an opening brings one record into being', async () => {
    const key = randomUUID()
    const { notice } = await here.aFine()
    const input = { notice: notice.id, grounds: [{ ground: 4, reason: '现场复查不符合规范' }], facts: '返工仍渗漏' }
    const answers = await times(20, () => here.decide('rep', 'fine.draft', undefined, input, { key }))
    expect(reasons(answers)).toEqual({ done: 20 })
    expect(await here.count('fine where notice_id = $1', [notice.id])).toBe(2)
  })

  test('B-3 a key that was used for something else, or by somebody else, is refused', async () => {
    const { fine } = await here.aFine()
    const key = randomUUID()
    await here.decide('coordinator', 'fine.sign', fine.id, { amount: '9000.00', severity: 'medium' }, { key })
    expect(reasons([await here.decide('coordinator', 'fine.sign', fine.id, { amount: '9500.00', severity: 'medium' }, { key })])).toEqual({
      KeyUsedElsewhere: 1,
    })
    expect(reasons([await here.decide('manager', 'fine.sign', fine.id, { amount: '9000.00', severity: 'medium' }, { key })])).toEqual({
      KeyUsedElsewhere: 1,
    })
  })

  test('B-3 a refusal keeps nothing, not even its key: the same request may succeed later', async () => {
    const { fine } = await here.aFine()
    const key = randomUUID()
    const approve = () => here.decide('manager', 'fine.issue', fine.id, {}, { key })
    expect(reasons([await approve()])).toEqual({ WrongState: 1 })
    const signed = await here.does('fine', 'coordinator', 'fine.sign', fine.id, { amount: '8000.00', severity: 'light' })
    await here.does('approval', 'deputyLeader', 'approval.approve', signed.approval, { seat: '1.0.0' })
    await here.does('approval', 'leader', 'approval.approve', signed.approval, { seat: '1.0.1' })
    expect(reasons([await approve()])).toEqual({ done: 1 })
  })

  test('F-5 two who sign at once start exactly one emergency repair', async () => {
    const { fine, notice } = await here.aFine()
    const answers = await Promise.all([
      here.decide('coordinator', 'fine.sign', fine.id, { amount: '5000.00', severity: 'light' }),
      here.decide('coordinator', 'fine.sign', fine.id, { amount: '6000.00', severity: 'light' }),
    ])
    // the second signs again: it changes the amount, everybody is asked again, nothing starts twice
    expect(reasons(answers)).toEqual({ done: 2 })
    expect(await here.count(`emergency_repair where notice_id = $1 and state not in ('rejected', 'cancelled')`, [notice.id])).toBe(1)
  })

  test('F-10 two fines drafted on the same ground at once are one', async () => {
    const { notice } = await here.aFine()
    const draft = () =>
      here.decide('rep', 'fine.draft', undefined, {
        notice: notice.id,
        grounds: [{ ground: 4, reason: '返工两次不合格' }],
        facts: '不合格',
      })
    expect(reasons(await times(10, draft))).toEqual({ done: 1, AlreadyFined: 9 })
  })

  test('F-8 F-9 F-14 sixteen who settle, let off and appeal at once never take more than is open, and what is open is what the entries leave', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const { fine } = await here.anIssuedFine()
      const proposed = await here.does('fine', 'manager', 'fine.proposeRelief', fine.id, {
        kind: 'waiver',
        amount: '5000.00',
        reason: '整改积极',
      })
      const answers = await times(16, (n) => {
        const one = (n + round) % 4
        if (one === 0) return here.decide('company', 'approval.approve', proposed.relief?.approval, { seat: '1.0.0' })
        if (one === 1) return here.decide('rep', 'fine.appeal', fine.id, { reasons: '已到场', at: here.now })
        if (one === 2)
          return here.decide('manager', 'fine.proposeRelief', fine.id, { kind: 'reduction', amount: '4000.00', reason: '再减' })
        return here.decide('finance', 'fine.settle', fine.id, { amount: '2000.00' })
      })
      for (const reason of Object.keys(reasons(answers))) seen.add(reason)
      const { rows } = await here.owner.query<{ open: string; entered: string; relief: string | null }>(
        `select open_fen as open, relief_fen as relief, (select sum(amount_fen) from ledger_entry where fine_id = f.id) as entered from fine f where id = $1`,
        [fine.id],
      )
      const [{ open, entered, relief } = { open: '-1', entered: '0', relief: null }] = rows
      expect(open).toBe(entered)
      expect(BigInt(open) >= BigInt(relief ?? 0) && BigInt(open) >= 0n).toBe(true)
    }
    expect(
      [...seen].filter(
        (reason) => !['done', 'AlreadyDecided', 'StillOpen', 'OverLimit', 'WrongState', 'AlreadyRecorded', 'NotYourTask'].includes(reason),
      ),
    ).toEqual([])
    expect((await here.verify()).broken).toBeUndefined()
  })

  test('F-5 two suggestions and a signature at once leave one repair that stands', async () => {
    const { fine, notice } = await here.aFine()
    await Promise.all([
      here.decide('rep', 'emergencyRepair.suggest', undefined, { notice: notice.id, reason: '无人到场', estimate: '3000.00' }),
      here.decide('rep', 'emergencyRepair.suggest', undefined, { notice: notice.id, reason: '无人到场', estimate: '4000.00' }),
      here.decide('coordinator', 'fine.sign', fine.id, { amount: '6000.00', severity: 'light' }),
    ])
    expect(await here.count(`emergency_repair where notice_id = $1 and state not in ('rejected', 'cancelled')`, [notice.id])).toBe(1)
  })

  test('C-5 a case is not resolved while a notice about it is being drafted', async () => {
    for (let round = 0; round < 5; round++) {
      const { complaint, notice } = await here.aFine()
      await here.does('complaint', 'rep', 'complaint.recordFeedback', complaint.id, {
        to: 'customer',
        method: 'phone',
        content: '已联系',
        at: here.now,
      })
      await here.does(
        'fine',
        'manager',
        'fine.stop',
        (await here.owner.query<{ id: string }>('select id from fine where notice_id = $1', [notice.id])).rows[0]?.id,
        { reason: '不再处罚' },
      )
      await here
        .does('notice', 'rep', 'notice.withdraw', notice.id, { reason: '开错了' })
        .catch(() => here.does('notice', 'manager', 'notice.withdraw', notice.id, { reason: '开错了' }))
      const defects = [{ complaint: complaint.id, element: 'bathroom', location: '主卫', requirement: '重做防水' }]
      await Promise.all([
        here.decide('rep', 'complaint.resolve', complaint.id, { resolution: '已处理' }),
        here.decide('rep', 'notice.draft', undefined, {
          project: complaint.project,
          contractor: notice.contractor,
          deadline: here.now + 86_400_000,
          defects,
        }),
      ])
      const open = await here.count(`notice where state = 'drafted' and $1 = any(complaint_ids)`, [complaint.id])
      const resolved = await here.count(`complaint where id = $1 and state = 'resolved'`, [complaint.id])
      expect(open + resolved).toBe(1)
    }
  })

  test('numbers of one series have no gap and no double, however many ask at once', async () => {
    const before = await here.count('complaint')
    await times(40, () => here.aFine())
    const { rows } = await here.owner.query<{ number: string }>('select number from complaint order by number')
    expect(rows.map(({ number }) => Number(number.slice(-6)))).toEqual(Array.from({ length: before + 40 }, (_, n) => n + 1))
  })
})

describe('cut off in the middle', () => {
  test('F-5 a server that dies before the commit leaves nothing, and the retry takes effect once', async () => {
    const { fine, notice } = await here.aFine()
    const key = randomUUID()
    const before = await here.owner.query(`select * from fine where id = $1`, [fine.id])
    const events = await here.count('event')
    // everything is written but the last word, which waits for this lock
    const holder = await here.owner.connect()
    await holder.query('begin; lock table outbox in exclusive mode')
    const sign = () => here.decide('coordinator', 'fine.sign', fine.id, { amount: '7000.00', severity: 'light' }, { key })
    const cut = sign().then(
      () => 'answered',
      () => 'cut',
    )
    // a role sees what its own connections are doing
    const waiting = async () => {
      const { rows } = await here.app.query<{ pid: number }>(
        `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like '%into outbox%' and pid <> pg_backend_pid()`,
      )
      return rows[0]?.pid
    }
    let pid: number | undefined
    while ((pid = await waiting()) === undefined);
    await here.app.query('select pg_terminate_backend($1)', [pid])
    expect(await cut).toBe('cut')
    await holder.query('rollback')
    holder.release()

    expect((await here.owner.query(`select * from fine where id = $1`, [fine.id])).rows).toEqual(before.rows)
    expect(await here.count('event')).toBe(events)
    expect(await here.count('emergency_repair where notice_id = $1', [notice.id])).toBe(0)
    expect(await here.count('command_key where key = $1', [key])).toBe(0)
    expect(reasons([await sign(), await sign()])).toEqual({ done: 2 })
    expect(await here.count(`event where record_id = $1 and type = 'Signed'`, [fine.id])).toBe(1)
    expect(await here.count('emergency_repair where notice_id = $1', [notice.id])).toBe(1)
  })

  test('P-3 after all of this the history is whole', async () => {
    const verified = await here.verify()
    expect(verified.broken).toBeUndefined()
    expect(verified.events).toBeGreaterThan(500)
  })
})
