import { describe, expect, test } from 'vitest'
import { aServedNotice, aSignedFine, people, project, rulesWith, seatOf, town, type Town } from '../../../../../test/build/town.ts'
import { fen, yuan } from '../../kernel/money.ts'
import type { DepartmentId, Id, PersonId } from '../../kernel/values.ts'
import { kindOf, requestKindNames, type RequestKind } from '../kinds/kinds.ts'
import type { ChainStep, Condition } from './chain.ts'
import { chainProblem } from './check.ts'
import { holds, stepsFor, type Around } from './steps.ts'

const rules = rulesWith()
const both: ChainStep = { mode: 'all', seats: [{ position: 'groupDeputyLeader' }, { position: 'groupLeader' }], when: [] }
const chainOf = (t: Town, kind: RequestKind) => {
  const found = t.all('chain').find((one) => one.kind === kind)
  if (!found) throw new Error(`the town has no chain of ${kind}`)
  return found
}
const change = (t: Town, kind: RequestKind, ...steps: ChainStep[]) =>
  t.refusal(people.admin, 'chain.change', chainOf(t, kind).id, { steps, reason: '调整' })
const changed = async (t: Town, kind: RequestKind, ...steps: ChainStep[]) => expect(await change(t, kind, ...steps)).toBeUndefined()
const holders = (t: Town, approval: string) => t.get<'approval'>(approval).steps.map(({ seats }) => seats.map(({ holder }) => holder))

describe('B-1 a step is asked by the record', () => {
  const of = {
    amount: yuan('8000'),
    grounds: [1, 3],
    severity: 'medium',
    categories: ['Q' as Id<'category'>],
    drafterPositions: ['representative'],
  }
  const table: readonly (readonly [Condition, boolean])[] = [
    [{ over: yuan('7999.99') }, true],
    [{ over: yuan('8000') }, false],
    [{ upTo: yuan('8000') }, true],
    [{ upTo: yuan('7999.99') }, false],
    [{ limit: 'managerRepairLimit' }, false],
    [{ grounds: [3, 4] }, true],
    [{ grounds: [2] }, false],
    [{ severities: ['medium', 'heavy'] }, true],
    [{ severities: ['light'] }, false],
    [{ categories: ['Q' as Id<'category'>] }, true],
    [{ categories: ['D' as Id<'category'>] }, false],
    [{ draftedBy: ['representative'] }, true],
    [{ draftedBy: ['manager'] }, false],
    [{ notDraftedBy: ['manager'] }, true],
    [{ notDraftedBy: ['representative'] }, false],
    [{ over: yuan('1'), grounds: [2] }, false],
  ]
  test.each(table)('B-1 %o: %s', (when, asked) => expect(holds(when, of, rules)).toBe(asked))
  test('B-1 what a case does not have meets no condition', () => {
    const bare = { categories: [], drafterPositions: [] }
    expect(
      ([{ over: fen(0n) }, { upTo: yuan('1') }, { grounds: [1] }, { severities: ['x'] }] as Condition[]).map((one) =>
        holds(one, bare, rules),
      ),
    ).toEqual([false, false, false, false])
  })
  test('E-5 at the limit the manager alone, a 分 above it the company leader as well; of the manager’s own the leader alone', () => {
    const { first } = kindOf('emergencyRepair')
    const steps = (amount: string, positions: readonly string[]) =>
      stepsFor(
        first,
        { amount: yuan(amount), categories: [], drafterPositions: positions },
        { person: 'd' as PersonId, positions },
        [],
        rules,
      ).map(({ seats }) => seats)
    expect(steps('50000', [])).toEqual([[{ position: 'manager' }]])
    expect(steps('50000.01', [])).toEqual([[{ position: 'manager' }], [{ position: 'companyLeader' }]])
    expect(steps('1', ['manager'])).toEqual([[{ position: 'companyLeader' }]])
  })
})

describe('B-1 who by relation', () => {
  const drafter: Around = { person: 'd' as PersonId, positions: [], superior: 's' as PersonId, department: 'D' as DepartmentId }
  const heads = [{ department: 'D' as DepartmentId, head: 'h' as PersonId }]
  const by = (relation: 'drafterSuperior' | 'drafterDepartmentHead' | 'projectRepresentative', who: Around, led = heads) =>
    stepsFor([{ mode: 'any', seats: [{ relation }], when: [] }], { project, categories: [], drafterPositions: [] }, who, led, rules)[0]
      ?.seats[0]
  const { superior: _, ...without } = drafter
  test('B-1 the drafter’s superior, their department’s head, the project’s representative', () => {
    expect(by('drafterSuperior', drafter)).toEqual({ person: 's' })
    expect(by('drafterDepartmentHead', drafter)).toEqual({ person: 'h' })
    expect(by('projectRepresentative', drafter)).toEqual({ position: 'representative', project })
  })
  test('B-1 who leads the department goes to their superior, who has none to the head', () => {
    expect(by('drafterDepartmentHead', drafter, [{ department: 'D' as DepartmentId, head: 'd' as PersonId }])).toEqual({ person: 's' })
    expect(by('drafterSuperior', without)).toEqual({ person: 'h' })
  })
  test('B-10 where a relation leads to nobody the seat is the drafter’s, who may not sign it', () => {
    expect(by('drafterSuperior', without, [])).toEqual({ person: 'd' })
  })
  test('P-2 superior and head in one person sign once', () => {
    const two: ChainStep[] = [
      { mode: 'any', seats: [{ relation: 'drafterSuperior' }], when: [] },
      { mode: 'any', seats: [{ relation: 'drafterDepartmentHead' }], when: [] },
    ]
    expect(stepsFor(two, { categories: [], drafterPositions: [] }, { ...drafter, superior: 'h' as PersonId }, heads, rules)).toHaveLength(1)
  })
})

describe('B-1 F-6 E-5 what cannot be put in force', () => {
  const staff = ['groupLeader', 'groupDeputyLeader', 'manager', 'companyLeader', 'representative'].map((position) => ({
    person: position as PersonId,
    positions: [position],
  }))
  const known = { staff, positions: [...staff.flatMap(({ positions }) => positions), 'empty'], departments: ['D' as DepartmentId] }
  const no = (kind: RequestKind, ...steps: ChainStep[]) => {
    const refusal = chainProblem(steps, kindOf(kind), known, rules)
    return refusal?.refused === 'ChainProblem' ? `${refusal.with.step} ${refusal.with.problem} ${refusal.with.about}`.trim() : refusal
  }
  const leader: ChainStep = { mode: 'any', seats: [{ position: 'companyLeader' }], when: [] }
  test('B-1 the chains that ship can', () => {
    for (const kind of requestKindNames) expect(no(kind, ...kindOf(kind).first)).toBeUndefined()
    expect(no('fine', both, { ...leader, when: [{ over: yuan('20000') }] })).toBeUndefined()
  })
  test('F-6 the group’s deputy leader and leader both stay, in every case and every mode', () => {
    expect(no('fine', { ...both, seats: [{ position: 'groupLeader' }] })).toBe('0 demanded groupDeputyLeader')
    expect(no('fine', { ...both, mode: 'any' })).toBe('0 demanded groupDeputyLeader')
    expect(no('fine', { ...both, when: [{ over: yuan('6000') }] }, leader)).toBe('0 demanded groupDeputyLeader')
    expect(no('fine', { ...both, mode: 'inOrder' })).toBeUndefined()
  })
  test('E-5 above the limit the company leader stays, and the limit is not got round by a higher one', () => {
    const manager: ChainStep = { mode: 'any', seats: [{ position: 'manager' }], when: [{ notDraftedBy: ['manager'] }] }
    expect(no('emergencyRepair', manager, { ...leader, when: [{ over: yuan('90000') }, { draftedBy: ['manager'] }] })).toBe(
      '0 demanded companyLeader',
    )
    expect(no('emergencyRepair', manager, { ...leader, when: [{ over: yuan('10000') }, { draftedBy: ['manager'] }] })).toBeUndefined()
    expect(no('emergencyRepair', manager)).toBe('0 noStep')
  })
  test('B-1 a seat names one who is there', () => {
    expect(no('fine', both, { ...leader, seats: [{}] })).toBe('2 oneWho')
    expect(no('fine', both, { ...leader, seats: [{ position: 'manager', relation: 'drafterSuperior' }] })).toBe('2 oneWho')
    expect(no('fine', both, { ...leader, seats: [{ position: 'nonsense' }] })).toBe('2 unknownPosition nonsense')
    expect(no('fine', both, { ...leader, seats: [{ department: 'X' as DepartmentId }] })).toBe('2 unknownDepartment')
    expect(no('fine', both, { ...leader, seats: [{ person: 'gone' as PersonId }] })).toBe('2 leftPerson')
    expect(no('fine', { ...both, seats: [...both.seats, { position: 'groupLeader' }] })).toBe('1 sameTwice')
  })
  test('B-1 every step has somebody who can sign it: of any-of one, of the others each', () => {
    expect(no('fine', both, { ...leader, seats: [{ position: 'empty' }] })).toBe('2 nobodyEligible empty')
    expect(no('fine', both, { ...leader, seats: [{ position: 'empty' }, { position: 'manager' }] })).toBeUndefined()
    expect(no('fine', both, { ...leader, mode: 'all', seats: [{ position: 'empty' }, { position: 'manager' }] })).toBe(
      '2 nobodyEligible empty',
    )
    expect(no('fine', both, { ...leader, seats: [{ department: 'D' as DepartmentId }] })).toBe('2 nobodyEligible')
  })
  test('P-2 one person signs once: there must be as many people as signatures', () => {
    expect(no('fine', both, { ...leader, seats: [{ position: 'groupLeader' }] })).toBe('0 tooFewPeople')
  })
  test('B-1 no step that is never asked, no condition on what the kind does not have, none that says nothing', () => {
    expect(no('fine', both, { ...leader, when: [{ over: yuan('9000'), upTo: yuan('8000') }] })).toBe('2 neverAsked')
    expect(no('repairBudget', leader, { ...leader, seats: [{ position: 'manager' }], when: [{ grounds: [1] }] })).toBe(
      '2 notOfKind grounds',
    )
    expect(no('fine', both, { ...leader, when: [{ grounds: [] }] })).toBe('2 emptyCondition')
    expect(no('fine', both, { ...leader, when: [{ draftedBy: ['nonsense'] }] })).toBe('2 unknownPosition nonsense')
  })
})

describe('G-1 B-11 a change makes a version', () => {
  const third: ChainStep = { mode: 'any', seats: [{ position: 'companyLeader' }], when: [] }
  test('G-1 a request under way finishes on its version, one opened later on the new one', async () => {
    const t = await town()
    const { approval } = await aSignedFine(t)
    await changed(t, 'fine', both, third)
    expect(chainOf(t, 'fine').versions.map(({ version, steps }) => [version, steps.length])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(t.get<'approval'>(approval).steps).toHaveLength(1)
    const later = await aSignedFine(t)
    expect(t.get<'approval'>(later.approval)).toMatchObject({ chainVersion: 2, kind: 'fine' })
    expect(holders(t, later.approval)).toHaveLength(2)
  })
  test('B-11 at resubmission the version stays and its steps are worked out again', async () => {
    const t = await town()
    await changed(t, 'fine', both, { ...third, when: [{ over: yuan('8000') }] })
    const { fine, approval } = await aSignedFine(t)
    expect(holders(t, approval)).toHaveLength(1)
    await changed(t, 'fine', both)
    await t.do(people.coordinator, 'fine.sign', fine, { amount: yuan('9000'), severity: 'medium' })
    expect(t.get<'approval'>(approval)).toMatchObject({ chainVersion: 2, round: 2 })
    expect(holders(t, approval)).toHaveLength(2)
  })
  test('B-1 the category of the case, or one above it, brings a step in', async () => {
    const t = await town()
    const leak = await t.do(people.admin, 'category.add', undefined, { nameZh: '渗漏', nameEn: 'Leaks', under: t.category })
    const other = await t.do(people.admin, 'category.add', undefined, { nameZh: '设计', nameEn: 'Design' })
    await changed(t, 'fine', both, { ...third, when: [{ categories: [t.category] }] })
    for (const [category, steps] of [
      [leak, 2],
      [other, 1],
    ] as const) {
      t.at('2026-11-23 09:00')
      const complaint = await t.do(people.frontDesk, 'complaint.register', undefined, {
        project,
        kind: 'complaint',
        channel: 'phone',
        category,
        severity: 'general',
        title: '漏水',
        wording: '漏水',
        unit: t.unit,
        representative: people.rep.person,
      })
      await t.do(people.rep, 'complaint.accept', complaint, {})
      const notice = await aServedNotice(t, { complaint })
      t.at('2026-11-23 13:30')
      const fine = await t.do(people.rep, 'fine.draft', undefined, { notice, grounds: [{ ground: 2 }], facts: '未到场' })
      await t.do(people.coordinator, 'fine.sign', fine, { amount: yuan('8000'), severity: 'light' })
      expect(holders(t, t.get<'fine'>(fine).approval ?? '')).toHaveLength(steps)
    }
  })
  test('B-1 the drafter’s superior is asked after the group, and any of a department after them', async () => {
    const t = await town()
    const department = await t.do(people.admin, 'department.add', undefined, { key: 'x', nameZh: '某部', nameEn: 'Some' })
    for (const [who, more] of [
      [people.rep, { superior: people.manager.person }],
      [people.cost, { department }],
    ] as const) {
      const { edition: _, addedAt: __, state: ___, id, ...card } = t.get<'person'>(who.person)
      await t.do(people.admin, 'person.change', id, { ...card, ...more, reason: '调整' })
    }
    await changed(
      t,
      'fine',
      both,
      { mode: 'any', seats: [{ relation: 'drafterSuperior' }], when: [] },
      { mode: 'any', seats: [{ department }], when: [] },
    )
    const { approval, fine } = await aSignedFine(t)
    expect(holders(t, approval).slice(1)).toEqual([[{ person: people.manager.person }], [{ department }]])
    await t.do(people.deputyLeader, 'approval.approve', approval, { seat: seatOf(t, approval, 0) })
    await t.do(people.leader, 'approval.approve', approval, { seat: seatOf(t, approval, 1) })
    await t.do(people.manager, 'approval.approve', approval, { seat: seatOf(t, approval, 2) })
    expect(await t.tries(people.finance, 'approval.approve', approval, { seat: seatOf(t, approval, 3) })).not.toBe('done')
    await t.do({ ...people.cost, department }, 'approval.approve', approval, { seat: seatOf(t, approval, 3) })
    expect(t.get<'fine'>(fine).state).toBe('approved')
  })
  test('B-1 a change that changes nothing is none, and only the administrator’s permission changes one', async () => {
    const t = await town()
    expect((await change(t, 'fine', both))?.refused).toBe('Incomplete')
    expect((await change(t, 'fine', third))?.refused).toBe('ChainProblem')
    expect(await t.tries(people.manager, 'chain.change', chainOf(t, 'fine').id, { steps: [both, third], reason: '?' })).toBe('NotAllowed')
    expect(await t.tries(people.admin, 'chain.open', undefined, { kind: 'fine' })).toBe('AlreadyExists')
  })
})
