import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComplaint, aNotice, at, people, project, town, type Town } from '../../../test/build/town.ts'
import { openSeats, sitting, validSignatures, type Approval, type SeatId } from './approvals/approval.ts'
import { openSum } from './fines/fine.ts'
import { stands } from './emergency-repairs/emergency-repair.ts'
import { actsAs } from './kernel/actor.ts'
import type { Input, Shape } from './kernel/input.ts'
import type { DecisionName, NounName } from './kernel/names.ts'
import { minutesAfter } from './kernel/values.ts'
import { nouns } from './nouns.ts'

const everybody = Object.values(people)
const walked = ['complaint', 'notice', 'fine', 'emergencyRepair', 'visit', 'approval'] as const
type Erased = { readonly opens?: true; readonly by: unknown; readonly input?: Shape }
const all = walked.flatMap((noun) =>
  Object.entries(nouns[noun].decisions as unknown as Readonly<Record<string, Erased>>).flatMap(([verb, decision]) =>
    decision.by === 'asked' ? [] : [{ noun, name: `${noun}.${verb}` as DecisionName, ...decision }],
  ),
)
const byName = new Map(all.map((one) => [one.name, one]))
const dice = fc.record({ verb: fc.nat(999), who: fc.nat(99), on: fc.nat(999), n: fc.nat(9999), minutes: fc.nat(3000), owed: fc.nat(9) })
type Dice = {
  readonly verb: number
  readonly who: number
  readonly on: number
  readonly n: number
  readonly minutes: number
  readonly owed: number
}
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
const ids = (t: Town, noun: string) => t.all(noun as NounName).map(({ id }) => String(id))

/** Something a person might type there; sums around the floor, times a little in the past or the future. */
const value = (t: Town, input: Input, d: Dice, name: string, on: string | undefined): unknown => {
  switch (input.kind) {
    case 'text': {
      const approval = name === 'seat' && on ? t.all('approval').find(({ id }) => id === on) : undefined
      if (name === 'seat') return pick([...(approval ? openSeats(approval).map(({ id }) => id) : []), 'none'], d.n)
      return name === 'defect' ? '1' : '随机'
    }
    case 'money':
      return ['1', '4999.99', '5000', '8000', '49999', '60000'][d.n % 6]
    case 'quantity':
      return ['1', '2.5'][d.n % 2]
    case 'moment':
      return minutesAfter(t.now, input.notAfterNow ? -(d.n % 25) : 60 + (d.n % 9000))
    case 'date':
      return '2026-12-20'
    case 'count':
      return input.min + (d.n % (Math.min(input.max, input.min + 5) - input.min + 1))
    case 'flag':
      return d.n % 3 !== 0
    case 'choice':
      return pick(input.values, d.n)
    case 'ref': {
      if (input.noun === 'person') return pick(everybody, d.n).person
      if (input.noun === 'contractor') return pick([t.team, t.contractor], d.n)
      return pick([...ids(t, input.noun), project], d.n)
    }
    case 'list':
      return Array.from({ length: Math.max(input.min, d.n % 2) }, () => value(t, input.of, d, name, on))
    case 'group':
      return whole(t, input.shape, d, on)
  }
}
const whole = (t: Town, shape: Shape, d: Dice, on: string | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, input], n) => {
      if (name === 'project') return [[name, project]]
      const wanted = !input.optional || ['reason', 'until', 'newDeadline', 'complaint'].includes(name) || (d.n + n) % 3 === 0
      return wanted ? [[name, value(t, input, { ...d, n: d.n + n }, name, on)]] : []
    }),
  )

const roll = async (t: Town, d: Dice, minutes: number) => {
  t.at(new Date(at('2026-11-23 09:00') + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
  const owed = walked.flatMap((noun) =>
    ids(t, noun).flatMap((id) =>
      t
        .tasks(id)
        .filter(({ from }) => from <= t.now)
        .map((task) => ({ id, noun, task })),
    ),
  )
  const lead = d.owed > 2 && owed.length ? pick(owed, d.on) : undefined
  const does = lead && byName.has(lead.task.does) ? lead.task.does : pick(all, d.verb).name
  const decision = byName.get(does)
  if (!decision) return
  const seatVerbs = [
    'approval.approve',
    'approval.approve',
    'approval.approve',
    'approval.reject',
    'approval.return',
    'approval.transfer',
    'approval.addSigners',
  ] as const
  const name = does === 'approval.approve' ? pick(seatVerbs, d.n) : does
  const one = byName.get(name) ?? decision
  const on = one.opens ? undefined : lead?.noun === one.noun ? lead.id : pick([...ids(t, one.noun), 'none'], d.on)
  const holder = lead && everybody.find((actor) => actsAs(actor, lead.task.holder, t.now) && !lead.task.except?.includes(actor.person))
  const input = {
    ...whole(t, one.input ?? {}, d, on),
    ...(name === 'fine.draft' && lead?.noun === 'notice' ? { notice: lead.id } : {}),
    ...(lead?.task.part && name === 'fine.acknowledge' ? { desk: lead.task.part } : {}),
  }
  await t.decide(holder ?? pick(everybody, d.who), name, on, input)
}

/** It has reached an end, somebody can do something about it, or it waits for something that is alive. */
const alive = (t: Town, noun: NounName, id: string, seen: readonly string[] = []): boolean => {
  if (seen.includes(id)) return false
  const of = nouns[noun] as unknown as {
    readonly ends: readonly string[]
    waitsOn?(record: unknown): { readonly noun: NounName; readonly id: string } | undefined
  }
  const record = t.get<'fine'>(id) as unknown as { readonly state: string; readonly history?: object } | undefined
  if (!record) return false
  // C-15: history owes nothing to anybody
  if (record.history) return true
  const doable = t
    .tasks(id)
    .some((task) => everybody.some((actor) => actsAs(actor, task.holder, task.from) !== undefined && !task.except?.includes(actor.person)))
  if (doable || of.ends.includes(record.state)) return true
  const next = of.waitsOn?.(record)
  return next !== undefined && alive(t, next.noun, next.id, [...seen, id])
}

const check = (t: Town) => {
  for (const noun of walked)
    for (const id of ids(t, noun))
      expect(
        alive(t, noun, id),
        `stuck: ${noun} ${JSON.stringify(t.get<'visit'>(id), (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each))}`,
      ).toBe(true)
  for (const notice of t.all('notice')) {
    expect(
      t.all('emergencyRepair').filter((repair) => repair.notice === notice.id && stands(repair)).length,
      'F-5 one repair a notice',
    ).toBeLessThanOrEqual(1)
    const grounds = t
      .all('fine')
      .filter((fine) => fine.notice === notice.id && !['rejected', 'stopped', 'cancelled'].includes(fine.state))
      .flatMap((fine) => fine.grounds.map(({ ground }) => ground))
    expect(new Set(grounds).size, 'F-10 a ground once').toBe(grounds.length)
  }
  for (const fine of t.all('fine')) {
    if (fine.amount !== undefined) expect(fine.amount >= 500_000n, 'F-4 the floor').toBe(true)
    if (fine.state === 'signed' && fine.grounds.some(({ ground }) => ground !== 5))
      expect(fine.repair, 'F-5 a signature on 1 to 4 has its repair').toBeDefined()
    expect(openSum(fine) >= 0n && openSum(fine) <= (fine.amount ?? 0n), 'F-14 never more is taken off than was owed').toBe(true)
    if (fine.state === 'cleared' || fine.state === 'cancelled') expect(openSum(fine)).toBe(0n)
  }
  for (const repair of t.all('emergencyRepair'))
    if (repair.charge && repair.audited) expect(repair.charge.amount <= repair.audited.amount, 'E-4 no surcharge here').toBe(true)
  for (const complaint of t.all('complaint')) {
    const open = t
      .all('notice')
      .some((notice) => notice.complaints.includes(complaint.id) && ['drafted', 'running', 'takenOver'].includes(notice.state))
    if (complaint.state === 'resolved') expect(open, 'C-5 nothing open about a resolved case').toBe(false)
  }
  for (const approval of t.all('approval')) {
    const signers = validSignatures(approval).flatMap(({ by, inNameOf }) => [...new Set([by, inNameOf])])
    expect(new Set(signers).size, 'P-2 nobody twice').toBe(signers.length)
    expect(
      signers.some((person) => approval.makers.includes(person)),
      'P-2 no maker',
    ).toBe(false)
    if (approval.state === 'open') expect(eligible(t, approval), 'B-8 every open approval has somebody who can sign').toBe(true)
  }
}
const eligible = (t: Town, approval: Approval) =>
  openSeats(approval).some(({ id }) => everybody.some((actor) => !('refused' in sitting(approval, id as SeatId, actor, t.now))))

test('P-2 F-4 F-5 F-10 F-14 E-4 C-5 B-8 hold, and nothing gets stuck, in random sequences of decisions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(dice, { minLength: 25, maxLength: 60 }), async (sequence) => {
      const t = await town()
      t.at('2026-11-23 09:00')
      const notice = await aNotice(t, { complaint: await aComplaint(t), deadline: '2026-12-05 18:00' })
      await t.do(people.rep, 'notice.serve', notice, { at: t.now, how: 'paper' })
      let minutes = 0
      for (const d of sequence) await roll(t, d, (minutes += d.minutes % 700))
      check(t)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 400) },
  )
}, 120_000)
