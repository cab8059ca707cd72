import { writeMoney, yuan, type Moment, type PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { act, minute, record, type World } from './world.ts'

const works = [
  '现场查勘，制定抢修方案',
  '拆除失效部位，清理基层',
  '更换损坏管件并打压',
  '重做防水层两遍',
  '闭水试验，无渗漏',
  '恢复饰面，清理现场',
] as const
const materials = ['聚氨酯防水涂料两桶', 'PPR管件一批', '水泥砂浆、抗裂砂浆', '密封胶十二支', '瓷砖、填缝剂'] as const

const shares = { team: 1, department: 0.97, contractor: 0.8, audit: 0.93 } as const
/** Three lines that come to about so much, as one of them measures it. */
const billOf = ({ random }: World, cost: number, source: keyof typeof shares) => {
  const area = Math.max(2, Math.round(cost / 260))
  const measured = source === 'team' || random.chance(0.4) ? area : Math.max(1, Math.round(area * shares[source] * 10) / 10)
  const yuanOf = (share: number, per: number) => `${Math.max(1, Math.floor((cost * share * 100) / per) / 100).toFixed(2)}`
  return [
    { item: '拆除清理', unit: 'm²', quantity: String(area), price: yuanOf(0.2, area) },
    { item: '防水涂料两遍', unit: 'm²', quantity: String(Math.min(measured, area)), price: yuanOf(0.45, area) },
    { item: '恢复饰面', unit: 'm²', quantity: String(area), price: yuanOf(source === 'contractor' ? 0.25 : 0.3, area) },
  ]
}

/** An approved emergency repair, to its end: team, work, quantities, audit, charge-back. E-2 */
export function* repairCourse(world: World, id: string, representative: PersonId, from: Moment): Course {
  const { random, office, company } = world
  const { person } = company
  const repair = () => record(world, 'emergencyRepair', id)
  let at = office.soon(from, 40, 700)
  if (repair().state !== 'approved') return
  // now and then the contractor turns up after all
  if (random.chance(0.1)) {
    yield act(at, person('manager'), 'emergencyRepair.cancel', id, { reason: '施工单位已进场整改，经理决定取消应急维修' })
    return
  }
  if (!(yield act(at, person('manager'), 'emergencyRepair.assign', id, { team: random.pick(company.teams) }))) {
    yield act(at + minute, person('manager'), 'emergencyRepair.cancel', id, { reason: '施工单位已整改完毕，应急维修不再需要' })
    return
  }
  if (repair().budget === undefined) {
    const budget = random.chance(0.06) ? random.between(52, 90) * 1000 : random.between(3, 48) * 1000
    at = office.soon(at, 10, 120)
    yield act(at, person('manager'), 'emergencyRepair.setBudget', id, { amount: `${budget}.00`, reason: '按应急维修队伍报价核定预算' })
    const asked = repair().budgetAsked
    if (asked) {
      at = office.soon(at, 60, 900)
      yield act(at, person('company'), 'approval.approve', asked.approval, { seat: '1.0.0', comment: '同意' })
    }
  }
  at = office.days(at, 0, 1)
  yield act(at, representative, 'emergencyRepair.begin', id, { at: at - random.between(2, 25) * minute })
  const cost = Math.max(300, Math.floor((Number(repair().budget ?? 0n) / 100) * (0.55 + random.next() * 0.4)))
  let left = cost
  const days = random.between(1, 4)
  for (let n = 0; n < days; n++) {
    at = office.days(at, 1, 2)
    const part = n === days - 1 ? left : Math.floor(left / 2)
    left -= part
    if (part > 0)
      yield act(at, representative, 'emergencyRepair.log', id, {
        at: at - random.between(5, 90) * minute,
        work: random.pick(works),
        materials: random.pick(materials),
        hours: random.between(2, 9),
        cost: `${part}.00`,
      })
  }
  at = office.soon(at, 30, 300)
  yield act(at, representative, 'emergencyRepair.complete', id, { at: at - random.between(2, 20) * minute })
  for (const party of ['team', 'department', 'contractor'] as const) {
    at = office.soon(at, 20, party === 'contractor' ? 900 : 200)
    const signed = party !== 'contractor' || random.chance(0.7)
    yield act(at, representative, 'emergencyRepair.confirmQuantities', id, {
      party,
      signed,
      who: party === 'contractor' ? '项目经理' : party === 'team' ? '维修队长' : '客户服务部',
      // E-6: the team measures what it did, the department a little less now and then, the contractor mostly less
      ...(party === 'contractor' && !signed && random.chance(0.5) ? {} : { lines: billOf(world, cost, party) }),
      ...(signed ? {} : { note: '施工单位拒绝签字，现场照片及签证单留存' }),
    })
  }
  at = office.days(at, 2, 7)
  yield act(at, person('cost'), 'emergencyRepair.audit', id, {
    lines: billOf(world, cost, 'audit'),
    note: '审算完成',
  })
  const { audited, confirmations } = repair()
  if (!audited) return
  const contested = confirmations.some(({ signed }) => !signed)
  at = office.soon(at, 60, 900)
  yield act(at, person('manager'), 'emergencyRepair.chargeBack', id, {
    amount: writeMoney(audited.amount),
    reason: contested ? '施工单位拒签且少计工程量，按审算结果扣回，签证单及照片为证' : '各方计量略有出入，以审算结果为准',
  })
  at = office.soon(at, 30, 600)
  yield act(at, representative, 'emergencyRepair.close', id, {})
}

/** 建议启动, without a fine: the manager approves. E-1 */
export function* suggestedRepairCourse(world: World, notice: string, representative: PersonId, from: Moment): Course {
  const { random, office, company } = world
  let at = from
  const id = yield act(at, representative, 'emergencyRepair.suggest', undefined, {
    notice,
    reason: random.pick(['施工单位多次催促未到场，住户家中仍在漏水', '返修两次未合格，建议启动应急维修', '施工单位人员已撤场，无法联系']),
    estimate: `${writeMoney(yuan(`${random.between(20, 420) * 100}`))}`,
  })
  if (id === undefined) return
  const { approval } = record(world, 'emergencyRepair', id)
  if (!approval) return
  at = office.soon(at, 30, 500)
  if (random.chance(0.1)) {
    yield act(at, company.person('manager'), 'approval.reject', approval, { seat: '1.0.0', reason: '先由施工单位再整改一次' })
    return
  }
  if (yield act(at, company.person('manager'), 'approval.approve', approval, { seat: '1.0.0', comment: '同意启动' }))
    yield* repairCourse(world, id, representative, at)
}
