import type { Moment } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { upToNotice, water } from './up-to-notice.ts'
import { act, day, hour, minute, record, type World } from './world.ts'

const bill = (area: string, tiles: string, price = '68.00') => [
  { item: '拆除清理', unit: 'm²', quantity: '12', price: '22.00' },
  { item: '聚氨酯防水涂料', unit: 'm²', quantity: area, price },
  { item: '墙地砖恢复', unit: 'm²', quantity: tiles, price: '135.00' },
]
const parties = [
  ['team', true, '维修队长', bill('18.5', '12')],
  ['department', true, '客户服务部', bill('17.2', '12')],
  ['contractor', false, '项目经理', bill('12', '8')],
] as const

/** Measured three ways and audited: the contractor refuses to sign and counts less; the manager charges back. E-6 */
export function* chargeBackWaits(world: World, now: Moment): Course {
  const { person, teams } = world.company
  const about = {
    ...water,
    title: '主卫整墙渗水至衣帽间',
    wording: '主卫整面墙都在渗，衣帽间柜子全发霉了。',
    homeAt: 155,
    project: 1,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 14 * day) as Moment, (now - 8 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'paper' })
  const id = yield act(now - 12 * day, representative, 'emergencyRepair.suggest', undefined, {
    notice,
    reason: '施工单位三日未派人，住户衣帽间持续受损',
    estimate: '4200.00',
  })
  if (id === undefined) return
  const { approval } = record(world, 'emergencyRepair', id)
  if (approval)
    yield act(now - 12 * day + 3 * hour, person('manager'), 'approval.approve', approval, { seat: '1.0.0', comment: '同意启动' })
  yield act(now - 11 * day, person('manager'), 'emergencyRepair.assign', id, { team: teams[0] })
  yield act(now - 10 * day, representative, 'emergencyRepair.begin', id, { at: now - 10 * day - 10 * minute })
  yield act(now - 8 * day, representative, 'emergencyRepair.log', id, {
    at: now - 8 * day - 15 * minute,
    work: '凿除饰面，重做聚氨酯防水两遍，闭水四十八小时',
    materials: '聚氨酯防水涂料三桶',
    hours: 14,
    cost: '3142.00',
  })
  yield act(now - 6 * day, representative, 'emergencyRepair.complete', id, { at: now - 6 * day - 10 * minute })
  for (const [party, signed, who, lines] of parties)
    yield act(now - 5 * day, representative, 'emergencyRepair.confirmQuantities', id, {
      party,
      signed,
      who,
      lines,
      ...(signed ? {} : { note: '只认可墙面十二平方米，拒绝签字' }),
    })
  yield act(now - 1 * day, person('cost'), 'emergencyRepair.audit', id, {
    lines: bill('17.2', '12', '65.00'),
    note: '按现场复测面积，涂料单价按信息价核减',
  })
}
