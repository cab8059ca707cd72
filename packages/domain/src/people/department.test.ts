import { describe, expect, test } from 'vitest'
import { actsAs, wears, type Actor } from '../kernel/actor.ts'
import type { DepartmentId, Moment, PersonId } from '../kernel/values.ts'
import { people, person, town } from '../../../../test/build/town.ts'

const finance = 'finance' as DepartmentId
const clerk: Actor = { ...person('clerk', []), department: finance }
const stranger: Actor = { ...person('stranger', ['finance']), department: 'sales' as DepartmentId }

describe('B-1 a department is held by its staff', () => {
  test('B-1 any of its staff holds what is asked of it, and nobody of another, whatever their position', () => {
    expect(wears(clerk, { department: finance })).toBe(true)
    expect(wears(stranger, { department: finance })).toBe(false)
    expect(wears(person('nobody', []), { department: finance })).toBe(false)
  })
  test('P-2 who stands in for one of the staff acts for the department in their name, while it runs', () => {
    const other = person('other', [])
    const from = 100 as Moment
    const acting: Actor = { ...other, standsInFor: [{ ...clerk, from, until: 200 as Moment }] }
    expect(actsAs(acting, { department: finance }, 150 as Moment)).toBe(clerk.person)
    expect(actsAs(acting, { department: finance }, 200 as Moment)).toBeUndefined()
  })
  test('P-5 a department with staff is not given up', async () => {
    const t = await town()
    const department = await t.do(people.admin, 'department.add', undefined, { key: 'x', nameZh: '某部', nameEn: 'Some' })
    const someone = await t.do(people.admin, 'person.add', undefined, {
      name: '某人',
      email: 'some@town.test',
      positions: [],
      allProjects: true,
      projects: [],
      onDuty: false,
      categories: [],
      language: 'zh',
      department,
    })
    expect(await t.tries(people.admin, 'department.retire', department, { reason: '撤销' })).toBe('HasStaff')
    await t.do(people.admin, 'person.retire', someone, { reason: '离职' })
    expect(await t.tries(people.admin, 'department.retire', department, { reason: '撤销' })).toBe('done')
  })
  test('B-5 nobody is their own superior', async () => {
    const t = await town()
    const { edition: _, addedAt: __, state: ___, id, ...rep } = t.get<'person'>(people.rep.person)
    expect(await t.tries(people.admin, 'person.change', id, { ...rep, superior: people.rep.person as PersonId, reason: '调整' })).toBe(
      'SameRecord',
    )
    expect(await t.tries(people.admin, 'person.change', id, { ...rep, superior: people.manager.person, reason: '调整' })).toBe('done')
  })
})
