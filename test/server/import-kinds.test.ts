import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFile } from '@lintel/server/import/import-file.ts'
import { mappingFrom } from '@lintel/server/import/mapping-file.ts'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { email, far, idOfPerson, near, place, type Name } from '../build/company.ts'
import { aDepartment, type Department } from '../build/department.ts'
import { at } from '../build/town.ts'
import { workbook, type Cell } from '../build/workbook.ts'

let here: Department
beforeEach(async () => {
  here = await aDepartment()
})
afterEach(() => here.close())
const folder = mkdtempSync(join(tmpdir(), 'lintel-kinds-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const take = (who: Name, kind: string, inputs: object, rows: readonly (readonly Cell[])[], options: object = {}) => {
  const file = join(folder, `${++files}.xlsx`)
  writeFileSync(file, workbook(rows))
  return importFile({
    databaseUrl: here.databaseUrl,
    dataFolder: here.dataFolder,
    file,
    mapping: mappingFrom('mapping', { source: 'oldDesk', kind, inputs }),
    as: email(who),
    ...options,
  })
}
/** Rows as they lie in the database, customers of all projects among them. */
const all = async (text: string, values: readonly unknown[] = []) => {
  const client = await here.owner.connect()
  try {
    await client.query(`begin; select set_config('lintel.projects', '*', true)`)
    return (await client.query(text, [...values])).rows as Record<string, unknown>[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const one = async (text: string, values: readonly unknown[] = []) => (await all(text, values))[0] ?? {}

const unitInputs = {
  project: '楼盘',
  phase: '期',
  building: '楼栋',
  number: '房号',
  floor: '楼层',
  houseType: '户型',
  contractedArea: '面积',
}
const unitHeads = ['楼盘', '期', '楼栋', '房号', '楼层', '户型', '面积']

describe('units', () => {
  const rows = [
    unitHeads,
    ['郦城', '一期', '3栋', '1202', '12', 'A1', '89.56'],
    ['郦城', '一期', '3栋', '1203', '12层', 'A1', '89.5'],
    ['LC', '二期', '9栋', '0101', '1', 'B2', ''],
    ['Licheng', '二期', '9栋', '0102', '1', 'B2', '120㎡'],
    ['海底城', '一期', '1栋', '101', '1', 'A', ''],
    ['郦城', '一期', '3栋', '1204', '高', 'A1', ''],
    ['郦城', undefined, '77栋', '1', '1', 'A1', ''],
  ]
  test('X-5 come with the buildings that are not here yet, and are known again by building and number', async () => {
    const first = await take('admin', 'units', unitInputs, rows)
    expect(first).toMatchObject({ state: 'done', read: 7, taken: 3, differing: 1, errors: 3 })
    expect(first.notes).toMatchObject([
      { line: 2, is: 'differs' },
      { line: 6, field: 'project', problem: 'notFound', value: '海底城' },
      { line: 7, field: 'floor', problem: 'notACount', value: '高' },
      { line: 8, field: 'phase', problem: 'phaseOfNew' },
    ])
    expect(
      await one(
        `select number, contracted_area, b.name, b.phase from unit u join building b on b.id = u.building_id where number = '0102'`,
      ),
    ).toEqual({
      number: '0102',
      contracted_area: 12_000,
      name: '9栋',
      phase: '二期',
    })
    const events = await here.count('event')
    expect(await take('admin', 'units', unitInputs, rows)).toMatchObject({ taken: 0, known: 3, differing: 1, errors: 3 })
    expect(await here.count('event')).toBe(events)
  })
  test('X-5 what the file says otherwise is offered, and changed only when that is wanted', async () => {
    const asked = rows.slice(0, 2)
    expect(await take('admin', 'units', unitInputs, asked)).toMatchObject({ differing: 1, changed: 0 })
    expect((await one('select contracted_area from unit where id = $1', [place.unit]))['contracted_area']).toBeNull()
    expect(await take('admin', 'units', unitInputs, asked, { applyChanges: true })).toMatchObject({ differing: 0, changed: 1 })
    expect((await one('select contracted_area from unit where id = $1', [place.unit]))['contracted_area']).toBe(8_956)
    const { payload } = await one(`select payload from event where record_id = $1 and type = 'Changed'`, [place.unit])
    expect(payload).toMatchObject({ new: { contractedArea: 8956 }, reason: expect.stringContaining('导入') })
    expect(await take('admin', 'units', unitInputs, asked, { applyChanges: true })).toMatchObject({ known: 1, changed: 0 })
    expect((await here.verify()).broken).toBeUndefined()
  })
})

const customerInputs = { name: '姓名', phone: '电话', identityNumber: '身份证', project: '楼盘', building: '楼栋', unit: '房号' }
const customerHeads = ['姓名', '电话', '身份证', '楼盘', '楼栋', '房号']

describe('customers', () => {
  test('X-5 are known again by identity document, else by phone and name; further units are joined, nothing is lost', async () => {
    const rows = [
      customerHeads,
      ['王小明', '13812345678', undefined, '郦城', '3栋', '1202'],
      ['王小明', '13999999999', '220102198001011234', '郦城', '3栋', '1202'],
      ['李四', '013700000001', '', '郦城', '3栋', '1202'],
      ['李四', '013700000001', '', '郦城', '3栋', ''],
      ['赵远方', '13900001111', '', '郦城', '', ''],
    ]
    const taken = await take('manager', 'customers', customerInputs, rows)
    // another phone and another project are offered, not overwritten
    expect(taken).toMatchObject({ taken: 1, known: 2, differing: 2, errors: 0 })
    expect(taken.notes).toMatchObject([
      { line: 3, is: 'differs' },
      { line: 6, is: 'differs' },
    ])
    expect(await take('manager', 'customers', customerInputs, rows, { applyChanges: true })).toMatchObject({ changed: 2, known: 3 })
    expect(await one(`select project_ids from customer where name = '赵远方'`)).toEqual({ project_ids: [far, near] })
    expect((await here.verify()).broken).toBeUndefined()
    expect(await one(`select phone from customer where id = $1`, [place.customer])).toEqual({ phone: '13999999999' })
    expect(await one(`select phone, unit_ids, project_ids from customer where name = '李四'`)).toEqual({
      phone: '013700000001',
      unit_ids: [place.unit],
      project_ids: [near],
    })
  })
  test('P-1 SEC-4 are taken over into the projects of whoever imports, and those of other projects are not known', async () => {
    const rows = [
      customerHeads,
      ['周一', '13600000001', '', '远山', '', ''],
      ['周二', '13600000002', '', '郦城', '', ''],
      ['赵远方', '13900001111', '', '郦城', '', ''],
    ]
    const permissions = ['customer.read', 'customer.personal', 'customer.keep', 'complaint.import', 'project.read']
    const position = { key: 'importer', nameZh: '导入员', nameEn: 'Importer', department: '客户服务部', permissions }
    await here.does('position', 'admin', 'position.add', undefined, position)
    const { document: person } = await one('select document from person where id = $1', [idOfPerson('rep')])
    const { name, projects, categories, language } = person as Record<string, unknown>
    await here.does('person', 'admin', 'person.change', idOfPerson('rep'), {
      name,
      email: email('rep'),
      positions: ['importer'],
      allProjects: false,
      projects,
      categories,
      language,
      onDuty: true,
      reason: '负责导入',
    })
    const taken = await take('rep', 'customers', customerInputs, rows)
    expect(taken).toMatchObject({ taken: 2, errors: 1, known: 0 })
    expect(taken.notes).toMatchObject([{ line: 2, field: 'project', problem: 'notFound' }])
    expect(await all(`select project_ids from customer where name = '赵远方' order by project_ids <> array[$1::uuid]`, [far])).toEqual([
      { project_ids: [far] },
      { project_ids: [near] },
    ])
    await expect(take('rep', 'contractors', { name: 'a', kind: 'b' }, [['a', 'b']])).rejects.toThrow('may not take records over')
  })
})

describe('contractors and contracts', () => {
  test('X-5 W-2 contracts find their contractor by name and are known by their number; a vetoed one gets none', async () => {
    const contractors = await take('manager', 'contractors', { name: '单位名称', kind: '类型', vetoed: '黑名单' }, [
      ['单位名称', '类型', '黑名单'],
      ['东建集团', '总包', '否'],
      ['南方防水', '分包', '否'],
      ['西部装饰', 'subcontractor', '是'],
      ['北方监理', '监理', ''],
    ])
    expect(contractors).toMatchObject({ taken: 2, known: 1, errors: 1 })
    expect(contractors.notes).toMatchObject([{ line: 5, field: 'kind', problem: 'notAChoice', value: '监理' }])
    const inputs = {
      number: '合同号',
      contractor: '乙方',
      project: '项目',
      buildings: '楼栋',
      trade: '专业',
      amount: '金额',
      retention: '质保金',
      warrantyEnd: '尾保期',
    }
    const heads = ['合同号', '乙方', '项目', '楼栋', '专业', '金额', '质保金', '尾保期']
    const rows = [
      heads,
      ['HT-1', '东建集团', '郦城', '3栋', '土建', '1,000,000.00', '¥50000', '2028/3/1'],
      ['HT-2', '南方防水', '郦城', '3栋', '防水', '200000.5元', '10000', { xml: '<c s="1"><v>46813</v></c>' }],
      ['HT-3', '西部装饰', '郦城', '', '装修', '1', '1', ''],
      ['HT-4', '没有的公司', '郦城', '', '装修', '1', '1', ''],
    ]
    const contracts = await take('manager', 'contracts', inputs, rows)
    expect(contracts).toMatchObject({ taken: 1, differing: 1, errors: 2 })
    expect(contracts.notes).toMatchObject([
      { line: 2, is: 'differs' },
      { line: 4, problem: 'VetoedContractor' },
      { line: 5, field: 'contractor', problem: 'notFound' },
    ])
    expect(await one(`select amount_fen, currency, warranty_end::text, building_ids from contract where number = 'HT-2'`)).toEqual({
      amount_fen: '20000050',
      currency: 'CNY',
      warranty_end: '2028-03-01',
      building_ids: [place.building],
    })
    expect(await take('manager', 'contracts', inputs, rows, { applyChanges: true })).toMatchObject({ known: 1, changed: 1, errors: 2 })
  })
})

describe('complaints as live cases', () => {
  test('C-11 C-15 owe what a case owes, on the clocks that run since they were registered there; history owes nothing', async () => {
    const inputs = {
      sourceId: '编号',
      title: '标题',
      wording: '内容',
      kind: '类型',
      channel: '来源',
      severity: '程度',
      category: '分类',
      project: '楼盘',
      building: '楼栋',
      unit: '房号',
      customer: '电话',
      registeredAt: '时间',
    }
    const heads = ['编号', '标题', '内容', '类型', '来源', '程度', '分类', '楼盘', '楼栋', '房号', '电话', '时间']
    const rows = [
      heads,
      ['A1', '漏水', '卫生间漏水', '投诉', '电话', '一般', '质量', '郦城', '3栋', '1202', '13812345678', '2026-01-20 10:00'],
      ['A2', '以后', '还没有发生', '投诉', '电话', '一般', '质量', '郦城', '', '', '', '2093-01-01 10:00'],
    ]
    expect(await take('manager', 'complaints', inputs, rows)).toMatchObject({ taken: 1, errors: 1 })
    const complaint = await one(
      `select id, unit_id, customer_id, registered_at, history_key, state, number from complaint where title = '漏水'`,
    )
    expect(complaint).toMatchObject({
      unit_id: place.unit,
      customer_id: place.customer,
      registered_at: new Date(at('2026-01-20 10:00')),
      history_key: null,
      state: 'registered',
    })
    expect(await here.count(`task where record_id = $1 and does = 'complaint.accept' and not for_superior`, [complaint['id']])).toBe(1)
    expect(await take('manager', 'complaints', inputs, rows)).toMatchObject({ taken: 0, known: 1 })
    const { registeredAt: _, ...now } = inputs
    expect(await take('manager', 'complaintHistory', { ...now, registeredAt: '时间' }, rows.slice(0, 2))).toMatchObject({ taken: 1 })
    expect(await here.count(`task t join complaint c on c.id = t.record_id where c.history_key is not null`)).toBe(0)
  })
})
