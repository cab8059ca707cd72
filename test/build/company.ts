import { requestKindNames, shippedDepartments, shippedPositions, type Id, type Moment } from '@lintel/domain'
import { makeAccounts } from '@lintel/server/auth/accounts.ts'
import { openDatabase } from '@lintel/server/database/database.ts'
import { system } from '@lintel/server/records/company.ts'
import { idFrom } from '@lintel/server/records/identity.ts'
import { openRecords } from '@lintel/server/records/records.ts'
import type { Command } from '@lintel/server/records/answer.ts'
import { at } from './town.ts'

export const password = 'lintel-demo'

/** Who works in the small company of the tests: name, positions, and whether only in the far project. */
export const staff = {
  rep: ['representative'],
  rep2: ['representative'],
  stranger: ['representative'],
  frontDesk: ['frontDesk'],
  manager: ['manager'],
  deputy: ['deputyManager'],
  coordinator: ['coordinator'],
  leader: ['groupLeader'],
  deputyLeader: ['groupDeputyLeader'],
  company: ['companyLeader'],
  cost: ['costControl'],
  contracts: ['contracts'],
  finance: ['finance'],
  economic: ['economics'],
  analyst: ['analyst'],
  admin: ['administrator'],
  nobody: [],
} as const satisfies Record<string, readonly string[]>
export type Name = keyof typeof staff
/** Where they work, and to whom they report. */
const departments: Readonly<Partial<Record<Name, string>>> = { cost: 'costControl', contracts: 'contracts', finance: 'finance' }
export const superiors: Readonly<Partial<Record<Name, Name>>> = { rep: 'deputy', deputy: 'manager', leader: 'company' }
export const names = Object.keys(staff) as readonly Name[]
export const email = (name: Name) => `${name.toLowerCase()}@town.test`

const opened = (name: string, does: string) => idFrom(idFrom('company', name), does)
/** Ids are a function of what they are of, so that every test knows them. */
export const idOfPerson = (name: Name) => opened(name, 'person.add') as Id<'person'>
export const near = opened('near', 'project.add') as Id<'project'>
export const far = opened('far', 'project.add') as Id<'project'>
export const departmentOf = (key: string) => opened(`department ${key}`, 'department.add') as Id<'department'>
export const place = {
  building: opened('building', 'building.add') as Id<'building'>,
  unit: opened('unit', 'unit.add') as Id<'unit'>,
  farBuilding: opened('farBuilding', 'building.add') as Id<'building'>,
  farUnit: opened('farUnit', 'unit.add') as Id<'unit'>,
  customer: opened('customer', 'customer.add') as Id<'customer'>,
  farCustomer: opened('farCustomer', 'customer.add') as Id<'customer'>,
  contractor: opened('contractor', 'contractor.add') as Id<'contractor'>,
  team: opened('team', 'contractor.add') as Id<'contractor'>,
  category: opened('category', 'category.add') as Id<'category'>,
  contract: opened('contract', 'contract.add') as Id<'contract'>,
}

const autumn = { year: 2026, holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], makeUpDays: ['2026-10-10'] }

/** The small company, decided through the one way like everything else. */
export const foundCompany = async ({ databaseUrl, dataFolder }: { readonly databaseUrl: string; readonly dataFolder: string }) => {
  const database = openDatabase(databaseUrl)
  const records = await openRecords({ pool: database.pool, dataFolder })
  const founded = at('2026-01-05 09:00')
  await records.bulk(async (bulk) => {
    const add = async (name: string, does: Command['does'], input: unknown) => {
      const added = await bulk.decide(system, { does, input, key: idFrom('company', name) }, founded as Moment)
      if ('refused' in added) throw new Error(`${does} ${name}: ${added.refused} ${JSON.stringify(added.with)}`)
    }
    await add('settings', 'settings.open', { years: [autumn, { year: 2027, holidays: [], makeUpDays: [] }] })
    for (const { key, nameZh, nameEn, department, permissions } of shippedPositions)
      await add(key, 'position.add', { key, nameZh, nameEn, department, permissions })
    for (const department of shippedDepartments) await add(`department ${department.key}`, 'department.add', department)
    for (const kind of requestKindNames) await add(`chain ${kind}`, 'chain.open', { kind })
    await add('near', 'project.add', { name: '郦城', nameEn: 'Licheng', city: '长春', code: 'LC' })
    await add('far', 'project.add', { name: '远山', nameEn: 'Yuanshan', city: '吉林', code: 'YS' })
    for (const name of names)
      await add(name, 'person.add', {
        name,
        email: email(name),
        positions: staff[name],
        allProjects: !['rep', 'rep2', 'stranger', 'frontDesk'].includes(name),
        projects: name === 'stranger' ? [far] : [near],
        onDuty: name !== 'stranger',
        categories: [],
        language: 'zh',
        ...(departments[name] ? { department: departmentOf(departments[name]) } : {}),
        ...(superiors[name] ? { superior: idOfPerson(superiors[name]) } : {}),
      })
    await add('building', 'building.add', { project: near, phase: '一期', name: '3栋' })
    await add('farBuilding', 'building.add', { project: far, phase: '一期', name: '8栋' })
    await add('unit', 'unit.add', { project: near, building: place.building, number: '1202', floor: 12, houseType: 'A1' })
    await add('farUnit', 'unit.add', { project: far, building: place.farBuilding, number: '301', floor: 3, houseType: 'B2' })
    await add('customer', 'customer.add', {
      name: '王小明',
      phone: '13812345678',
      identityNumber: '220102198001011234',
      address: '幸福路1号',
      units: [place.unit],
      projects: [near],
    })
    await add('farCustomer', 'customer.add', { name: '赵远方', phone: '13900001111', units: [place.farUnit], projects: [far] })
    await add('contractor', 'contractor.add', { name: '东建集团', kind: 'general', vetoed: false })
    await add('team', 'contractor.add', { name: '应急一队', kind: 'emergencyTeam', vetoed: false })
    await add('category', 'category.add', { nameZh: '质量', nameEn: 'Quality' })
    await add('contract', 'contract.add', {
      number: 'HT-1',
      contractor: place.contractor,
      project: near,
      buildings: [place.building],
      trade: 'civil',
      amount: '1000000',
      retention: '50000',
    })
  })
  await makeAccounts(
    database.pool,
    names.map((name) => ({ id: idOfPerson(name), name, email: email(name) })),
    password,
  )
  await records.close()
  await database.close()
}
