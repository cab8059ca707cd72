import { card, type Card } from '../kernel/card.ts'
import type { Decision, Fact } from '../kernel/decision.ts'
import { optional, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { DepartmentId, PersonId } from '../kernel/values.ts'

const shape = { key: text(60), nameZh: text(60), nameEn: text(60), head: optional(ref('person')) }
/** 部门, with whoever leads it: its staff hold what is asked of the department. §1 */
export type Department = Card<'department', typeof shape>

type Head = { readonly department: DepartmentId; readonly key: string; readonly head?: PersonId }
/** Every department there is, with whoever leads it. B-1 */
const all: Fact<Department, 'active', readonly Head[]> = {
  find: (state) => ({ state }),
  read: (found) => found.map(({ id, key, head }) => ({ department: id, key, ...(head === undefined ? {} : { head }) })),
}

type Named = { readonly name: string; readonly retired: boolean }
const named: Fact<Department, DepartmentId, Named | undefined> = {
  find: (id) => ({ id }),
  read: ([found]) => found && { name: found.nameZh, retired: found.state === 'retired' },
}

const noun = card('department', shape)
type DepartmentEvent = Parameters<typeof noun.evolve>[1]
const { retire } = noun.decisions

/** Nothing is left with nobody: a department with staff is not given up. P-5 */
const retireEmpty: Decision<Department, DepartmentEvent, typeof retire.input, 'person.staffOf'> = {
  ...retire,
  refuses: ['HasStaff'],
  needs: { 'person.staffOf': (department) => department.id },
  blocked: (_, __, facts) => {
    const count = facts['person.staffOf'].length
    return count ? refuse('HasStaff', { count }) : undefined
  },
  decide: (department, given, scene) => retire.decide(department, given, scene, {}),
}

export const department = { ...noun, facts: { all, named }, decisions: { ...noun.decisions, retire: retireEmpty } }

/** The departments of the company, as they ship; the administrator may change them. §1 */
export const shippedDepartments: readonly { readonly key: string; readonly nameZh: string; readonly nameEn: string }[] = [
  { key: 'afterSales', nameZh: '客户服务部', nameEn: 'After-sales service' },
  { key: 'costControl', nameZh: '成本控制部', nameEn: 'Cost control' },
  { key: 'contracts', nameZh: '合约部', nameEn: 'Contracts' },
  { key: 'finance', nameZh: '财务部', nameEn: 'Finance' },
  { key: 'economics', nameZh: '经济处', nameEn: 'Economics office' },
  { key: 'engineering', nameZh: '工程指挥中心', nameEn: 'Engineering command centre' },
  { key: 'planning', nameZh: '规划设计部', nameEn: 'Planning and design' },
  { key: 'productDevelopment', nameZh: '产品研发部', nameEn: 'Product development' },
  { key: 'marketing', nameZh: '策划部', nameEn: 'Marketing' },
  { key: 'sales', nameZh: '销售部', nameEn: 'Sales' },
  { key: 'humanResources', nameZh: '人力资源部', nameEn: 'Human resources' },
]
