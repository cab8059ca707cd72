import { randomUUID } from 'node:crypto'
import type { DecisionName, Moment } from '@lintel/domain'
import { system } from '@lintel/server/records/company.ts'
import type { Bulk } from '@lintel/server/records/bulk.ts'
import { far, idOfPerson, near, place, type Name } from '../company.ts'
import { at } from '../town.ts'

/** The same numbers for the same seed. */
export const diceOf = (seed: number) => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => {
      const one = from[below(from.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}
export type Dice = ReturnType<typeof diceOf>

const elements = ['bathroom', 'kitchen', 'window', 'roof'] as const
const trades = ['civil', 'waterproofing', 'decoration'] as const
const channels = ['phone', 'visit', 'forum'] as const
const kinds = ['complaint', 'repairRequest', 'suggestion'] as const
const severities = ['general', 'seriousQuality', 'major'] as const
const minute = 60_000
const day = 24 * 60 * minute

/** Plays so many random decisions on cases and what hangs on them, by the rules, and counts those that were made. Refused ones change nothing. */
export const playHistories = async (bulk: Bulk, dice: Dice, steps: number) => {
  let now = at('2026-02-02 09:00') as number
  let done = 0
  const decide = async (by: Name | 'system', does: DecisionName, input: unknown, on?: string): Promise<string | undefined> => {
    const answer = await bulk.decide(
      by === 'system' ? system : idOfPerson(by),
      { does, input, key: randomUUID(), ...(on === undefined ? {} : { on }) } as never,
      now as Moment,
    )
    if ('refused' in answer) return undefined
    done++
    return answer.id
  }
  const added = async (does: DecisionName, inputs: readonly unknown[]) => {
    const ids: string[] = []
    for (const input of inputs) {
      const id = await decide('system', does, input)
      if (id) ids.push(id)
    }
    return ids
  }
  const units = await added(
    'unit.add',
    Array.from({ length: 16 }, (_, n) => ({
      project: n % 4 ? near : far,
      building: n % 4 ? place.building : place.farBuilding,
      number: `${900 + n}`,
      floor: n,
      houseType: ['A1', 'B2', 'C3'][n % 3],
      ...(n % 5
        ? {
            handedOverOn: `2025-${String(1 + (n % 9)).padStart(2, '0')}-${String(27 + (n % 4)).padStart(2, '0')}`
              .replace('02-29', '02-28')
              .replace('02-30', '02-28'),
          }
        : {}),
    })),
  )
  const subcategories = await added('category.add', [
    { nameZh: '渗漏', nameEn: 'Leaks', under: place.category },
    { nameZh: '开裂', nameEn: 'Cracks', under: place.category },
    { nameZh: '物业', nameEn: 'Property service' },
  ])
  const contractors = [
    place.contractor,
    ...(await added('contractor.add', [{ name: '西建', kind: 'general', vetoed: false }])),
  ] as readonly string[]
  const categories = [place.category, ...subcategories] as readonly string[]
  const projectOf = new Map(units.map((id, n) => [id, n % 4 ? near : far]))
  const complaints: string[] = []
  const notices: string[] = []
  const fines: string[] = []
  const record = (id: string) => bulk.record(id) as unknown as Readonly<Record<string, unknown>> | undefined

  /** One of them, mostly of the newest; where there is none yet, nothing there is. */
  const of = (ids: readonly string[]) => (ids.length ? dice.pick(dice.chance(0.7) ? ids.slice(-60) : ids) : randomUUID())
  const about = () => {
    const unit = dice.chance(0.85) ? dice.pick(units) : undefined
    return {
      project: unit ? projectOf.get(unit) : dice.pick([near, far]),
      ...(unit ? { unit } : { place: '地下车库' }),
      kind: dice.pick(kinds),
      channel: dice.pick(channels),
      category: dice.pick(categories),
      severity: dice.pick(severities),
      ...(dice.chance(0.8) ? { element: dice.pick(elements) } : {}),
      ...(dice.chance(0.6) ? { trade: dice.pick(trades) } : {}),
      ...(unit && dice.chance(0.3) ? { customer: projectOf.get(unit) === near ? place.customer : place.farCustomer } : {}),
      title: '渗水',
      wording: '下雨后渗水',
    }
  }
  const moves: readonly (readonly [number, () => Promise<unknown>])[] = [
    [
      9,
      async () => {
        const answered = dice.chance(0.1)
        const id = await decide('manager', 'complaint.register', {
          ...about(),
          ...(answered
            ? { kind: 'enquiry', answer: '已答复' }
            : dice.chance(0.7)
              ? { representative: idOfPerson(dice.pick(['rep', 'rep2', 'stranger'])) }
              : {}),
        })
        if (id) complaints.push(id)
      },
    ],
    [
      1,
      async () => {
        const registeredAt = now - dice.below(700) * day - dice.below(day)
        const id = await decide('manager', 'complaint.importHistory', {
          ...about(),
          registeredAt,
          source: 'old',
          sourceId: randomUUID(),
          ...(dice.chance(0.7) ? { reply: '已处理', repliedAt: Math.min(now, registeredAt + dice.below(40 * day)) } : {}),
        })
        if (id) complaints.push(id)
      },
    ],
    [5, () => decide('manager', 'complaint.accept', {}, of(complaints))],
    [
      5,
      () => decide('manager', 'complaint.recordFeedback', { to: 'customer', method: 'phone', content: '已联系', at: now }, of(complaints)),
    ],
    [1, () => decide('manager', 'complaint.suspend', { reason: '等业主', waitsFor: dice.pick(['owner', 'thirdParty']) }, of(complaints))],
    [1, () => decide('manager', 'complaint.resume', {}, of(complaints))],
    [5, () => decide('manager', 'complaint.resolve', { resolution: '已修复' }, of(complaints))],
    [1, () => decide('manager', 'complaint.reject', { reason: '不属实' }, of(complaints))],
    [1, () => decide('manager', 'complaint.merge', { into: of(complaints) }, of(complaints))],
    [1, () => decide('manager', 'complaint.reopen', { reason: '又漏' }, of(complaints))],
    [1, () => decide('manager', 'complaint.assign', { to: idOfPerson(dice.pick(['rep', 'deputy', 'manager'])) }, of(complaints))],
    [1, () => decide('manager', 'complaint.identify', { unit: dice.pick(units) }, of(complaints))],
    [
      2,
      () =>
        decide(
          'manager',
          'complaint.correct',
          {
            reason: '登记有误',
            ...dice.pick([
              { element: dice.pick(elements) },
              { category: dice.pick(categories) },
              { severity: dice.pick(severities) },
              { trade: dice.pick(trades) },
              { kind: dice.pick(kinds) },
            ]),
          },
          of(complaints),
        ),
    ],
    [
      5,
      async () => {
        const visit = record(of(complaints))?.['visit']
        if (typeof visit === 'string')
          await decide(
            'frontDesk',
            'visit.record',
            {
              level: dice.pick(['verySatisfied', 'satisfied', 'basicallySatisfied', 'dissatisfied']),
              wording: '好',
              method: 'phone',
              at: now,
            },
            visit,
          )
      },
    ],
    [
      3,
      async () => {
        const about = Array.from({ length: 1 + dice.below(2) }, () => of(complaints))
        const id = await decide('rep', 'notice.draft', {
          project: record(about[0] ?? '')?.['project'],
          contractor: dice.pick(contractors),
          deadline: now + 5 * day,
          defects: about.map((complaint) => ({ complaint, element: dice.pick(elements), location: '主卫', requirement: '重做防水' })),
        })
        if (id) notices.push(id)
      },
    ],
    [2, () => decide('rep', 'notice.serve', { at: now, how: 'paper' }, of(notices))],
    [1, () => decide('rep', 'notice.withdraw', { reason: '发错单位' }, of(notices))],
    [
      3,
      async () => {
        const notice = of(notices)
        await decide('rep', 'notice.serve', { at: now, how: 'paper' }, notice)
        await decide('rep', 'notice.recordRefusal', { at: now }, notice)
        const id = await decide('rep', 'fine.draft', { notice, grounds: [{ ground: 1 }], facts: '拒收' })
        if (id) fines.push(id)
      },
    ],
    [
      2,
      () =>
        decide('coordinator', 'fine.sign', { amount: `${5000 + dice.below(9000)}.${10 + dice.below(90)}`, severity: 'light' }, of(fines)),
    ],
    [
      3,
      async () => {
        const fine = of(fines)
        const approval = record(fine)?.['approval']
        if (typeof approval !== 'string') return
        await decide('deputyLeader', 'approval.approve', { seat: '1.0.0' }, approval)
        await decide('leader', 'approval.approve', { seat: '1.0.1' }, approval)
        if (dice.chance(0.8)) await decide('manager', 'fine.issue', {}, fine)
      },
    ],
    [
      3,
      async () => {
        const repair = record(of(fines))?.['repair']
        if (typeof repair !== 'string') return
        if (dice.chance(0.1)) return decide('manager', 'emergencyRepair.cancel', { reason: '已修' }, repair)
        const lines = [{ item: '防水', unit: 'm²', quantity: '3', price: `${100 + dice.below(90)}.50` }]
        await decide('manager', 'emergencyRepair.assign', { team: place.team }, repair)
        await decide('manager', 'emergencyRepair.setBudget', { amount: '9000', reason: '报价' }, repair)
        await decide('rep', 'emergencyRepair.begin', { at: now }, repair)
        await decide('rep', 'emergencyRepair.log', { at: now, work: '清理', hours: 1 + dice.below(8) }, repair)
        if (dice.chance(0.5)) return undefined
        await decide('rep', 'emergencyRepair.complete', { at: now }, repair)
        for (const party of ['team', 'department', 'contractor'])
          await decide('rep', 'emergencyRepair.confirmQuantities', { party, signed: true, who: '某', lines }, repair)
        return decide('cost', 'emergencyRepair.audit', { lines }, repair)
      },
    ],
    [
      1,
      async () => {
        const id = dice.pick(units)
        const { project, building, number, floor, houseType, handedOverOn } = record(id) ?? {}
        const changed = dice.pick([
          { houseType: dice.pick(['A1', 'B2', 'C3', 'D4']) },
          { handedOverOn: `2025-0${1 + dice.below(9)}-1${dice.below(9)}` },
        ])
        await decide(
          'system',
          'unit.change',
          { project, building, number, floor, houseType, ...(handedOverOn ? { handedOverOn } : {}), ...changed, reason: '更正' } as never,
          id,
        )
      },
    ],
  ]
  const weighed = moves.flatMap(([weight, move]) => Array.from({ length: weight }, () => move))
  for (let n = 0; n < 60; n++) await moves[0]?.[1]()
  for (let n = 0; n < steps; n++) {
    now += dice.below(120) * minute
    const move = dice.pick(weighed)
    await move()
  }
  return { done, complaints: complaints.length, notices: notices.length, fines: fines.length, until: now as Moment }
}
