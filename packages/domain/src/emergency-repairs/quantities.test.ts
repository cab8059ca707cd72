import { beforeEach, describe, expect, test } from 'vitest'
import { aServedNotice, people, seatOf, town, type Town } from '../../../../test/build/town.ts'
import { yuan } from '../kernel/money.ts'
import { priced, readQuantity, writeQuantity, type Quantity } from '../kernel/quantity.ts'
import { evolve } from './evolve.ts'
import { compareQuantities, lowestTotal } from './quantities.ts'

const { rep, manager, cost } = people
let t: Town
let id: string
const repair = () => t.get<'emergencyRepair'>(id)
const line = (item: string, unit: string, quantity: string, price: string) => ({
  item,
  unit,
  quantity: quantity as unknown as Quantity,
  price: yuan(price),
})
const waterproofing = (quantity: string, price: string) => line('防水涂料', 'm²', quantity, price)
const tiles = (quantity: string, price: string) => line('墙砖', 'm²', quantity, price)
type Line = ReturnType<typeof line>
const confirm = (party: 'contractor' | 'team' | 'department', lines: readonly Line[], signed = true) =>
  t.tries(rep, 'emergencyRepair.confirmQuantities', id, { party, signed, who: '张工', lines })
const audit = (lines: readonly Line[]) => t.tries(cost, 'emergencyRepair.audit', id, { lines })
const charge = (amount: string, reason?: string) =>
  t.tries(manager, 'emergencyRepair.chargeBack', id, { amount: yuan(amount), ...(reason ? { reason } : {}) })

beforeEach(async () => {
  t = await town()
  const notice = await aServedNotice(t)
  id = await t.do(rep, 'emergencyRepair.suggest', undefined, { notice, reason: '不配合', estimate: yuan('9000') })
  const approval = repair().approval ?? ''
  await t.do(manager, 'approval.approve', approval, { seat: seatOf(t, approval) })
  await t.do(manager, 'emergencyRepair.assign', id, { team: t.team })
  await t.do(rep, 'emergencyRepair.begin', id, { at: t.now })
  await t.do(rep, 'emergencyRepair.complete', id, { at: t.now })
})

test.each([
  ['12.5', 12_500, '12.5'],
  ['1,200.125', 1_200_125, '1200.125'],
  ['0.001', 1, '0.001'],
  ['7', 7000, '7'],
  ['0', undefined, ''],
  ['-1', undefined, ''],
  ['1.0001', undefined, ''],
  ['两', undefined, ''],
])('E-6 a quantity is exact to the thousandth: %s', (text, thousandths, shown) => {
  const read = readQuantity(text)
  expect(read).toBe(thousandths)
  if (read !== undefined) expect(writeQuantity(read)).toBe(shown)
})
test('E-6 F-3 a line is priced to the nearest 分', () => {
  expect(priced(12_345 as Quantity, yuan('10.01'))).toBe(yuan('123.57'))
  expect(priced(500 as Quantity, yuan('0.01'))).toBe(yuan('0.01'))
  expect(priced(499 as Quantity, yuan('0.01'))).toBe(yuan('0.00'))
})

describe('E-6 quantities compared three ways, with the audited cost', () => {
  test('E-6 the differences stand line by line, and what is the same does not differ', async () => {
    expect(await confirm('contractor', [waterproofing('8', '60'), tiles('4', '100')], false)).toBe('done')
    expect(await confirm('team', [waterproofing('10.5', '60'), tiles('4', '100')])).toBe('done')
    expect(await confirm('department', [line('防水 涂料', 'm²', '10', '60'), tiles('4', '100')])).toBe('done')
    expect(await audit([waterproofing('10', '58.50'), tiles('4', '100'), line('垃圾清运', '车', '1', '120')])).toBe('done')
    expect(repair().audited?.amount).toBe(yuan('1105.00'))
    expect(
      compareQuantities(repair()).map(({ item, differs, given }) => [item, differs, given.map(({ source, sum }) => `${source} ${sum}`)]),
    ).toEqual([
      ['防水涂料', true, ['contractor 48000', 'team 63000', 'department 60000', 'audit 58500']],
      ['墙砖', false, ['contractor 40000', 'team 40000', 'department 40000', 'audit 40000']],
      ['垃圾清运', true, ['audit 12000']],
    ])
    expect(lowestTotal(repair())).toBe(yuan('880'))
  })
  test('E-6 more than the least of what was measured is charged back with a reason', async () => {
    await confirm('contractor', [waterproofing('8', '60')], false)
    await confirm('team', [waterproofing('10', '60')])
    await confirm('department', [waterproofing('10', '60')])
    await audit([waterproofing('10', '60')])
    expect(await t.refusal(manager, 'emergencyRepair.chargeBack', id, { amount: yuan('480.01') })).toEqual({
      refused: 'Incomplete',
      with: { what: 'chargeReason' },
    })
    expect(await charge('480')).toBe('done')
  })
  test('E-6 with the reason it is, up to the audited cost', async () => {
    await confirm('contractor', [waterproofing('8', '60')], false)
    await confirm('team', [waterproofing('10', '60')])
    await confirm('department', [waterproofing('10', '60')])
    await audit([waterproofing('10', '60')])
    expect(await charge('600.01', '有签证')).toBe('OverLimit')
    expect(await charge('600', '施工单位少计两平方米，签证单为证')).toBe('done')
    expect(repair().charge).toMatchObject({ amount: yuan('600'), reason: '施工单位少计两平方米，签证单为证' })
  })
  test('E-2 who signs gives lines, who refuses may give none', async () => {
    expect(await confirm('team', [])).toBe('Incomplete')
    expect(await confirm('contractor', [], false)).toBe('done')
  })
  test('E-6 an item twice, a price of nothing and a quantity of nothing are refused', async () => {
    expect(await confirm('team', [waterproofing('1', '1'), line('防水涂料', 'M²', '2', '1')])).toBe('AlreadyRecorded')
    expect(await confirm('team', [waterproofing('1', '0')])).toBe('NotMoreThanNothing')
    expect(await confirm('team', [waterproofing('0', '1')])).toBe('BadInput')
    expect(await confirm('team', [waterproofing('1.2345', '1')])).toBe('BadInput')
  })
  test('E-5 what the audited lines come to stays within what was approved', async () => {
    for (const party of ['contractor', 'team', 'department'] as const) await confirm(party, [waterproofing('1', '1')])
    expect(await audit([])).toBe('BadInput')
    expect(await audit([waterproofing('1', '9000.01')])).toBe('SpendingWaits')
    expect(await audit([waterproofing('1', '9000')])).toBe('done')
  })
  test('E-6 what was recorded before there were lines is read as it was, and charged back without comparison', () => {
    const by = rep.person
    const at = t.now
    const [team, audited] = [
      { party: 'team', signed: true, who: '张工', quantities: '按现场签证单计量', by, at } as const,
      { type: 'Audited', amount: yuan('2700'), by, at } as const,
    ]
    const before = evolve(evolve(repair(), { type: 'Confirmed', confirmation: team }), audited)
    expect(before).toMatchObject({
      state: 'audited',
      audited: { amount: yuan('2700') },
      confirmations: [{ quantities: '按现场签证单计量' }],
    })
    expect([compareQuantities(before), lowestTotal(before)]).toEqual([[], undefined])
  })
})
