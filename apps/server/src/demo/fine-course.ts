import { openSum, writeMoney, yuan, type Fine, type Moment, type PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { repairCourse } from './repair-course.ts'
import { act, minute, record, type World } from './world.ts'

const facts: Readonly<Record<number, string>> = {
  1: '施工单位拒绝签收整改通知单，现场人员称不归其负责',
  2: '通知送达后四小时内无故未到场，也未提交整改方案',
  3: '通知单规定期限届满，缺陷仍未通过验收',
  4: '维修不符合国家规范，住户不满意，需返工',
  5: '完工后三个工作日内未返回整改回执',
}
const desks = [
  ['costControl', 'cost'],
  ['economics', 'economic'],
  ['finance', 'finance'],
  ['contracts', 'contracts'],
] as const
const appeals = [
  '通知单由门卫代收，项目部次日才收到，请予核减',
  '当日因材料未到无法施工，已于次日完成',
  '缺陷系业主装修所致，不应由我方承担',
] as const
const amounts = { light: [50, 80], medium: [100, 200], heavy: [300, 500] } as const
type Severity = keyof typeof amounts

/** The fine fell: the repair it started does not fall by itself, and its grounds are let go. F-5, F-10 */
function* afterAll(world: World, { notice, repair, grounds, representative }: Fine, from: Moment): Course {
  const { office, company } = world
  const at = office.soon(from, 10, 200)
  if (repair) yield act(at, company.person('manager'), 'emergencyRepair.carryOn', repair, { reason: '住户仍需维修，应急维修继续' })
  for (const { ground } of grounds)
    yield act(at, representative, 'notice.letGroundGo', notice, { ground, reason: '罚款未获批准，不再处罚' })
}

/** Now and then the contractor appeals, or the manager proposes to let a part off; the company leader decides. F-9, F-7 */
function* afterIssue(world: World, id: string, representative: PersonId, from: Moment): Course<Moment> {
  const { random, office, company } = world
  const { person } = company
  let at = from
  if (random.chance(0.06)) {
    at = office.soon(at, 60, 500)
    yield act(at, representative, 'fine.appeal', id, { reasons: random.pick(appeals), at: at - 6 * minute })
    at = office.days(at, 1, 3)
    const outcome = random.weighted({ dismissed: 6, partly: 3, upheld: 1 })
    yield act(at, person('leader'), 'fine.decideAppeal', id, {
      outcome,
      ...(outcome === 'partly' ? { amount: `${random.between(10, 25) * 100}.00` } : {}),
      reason: outcome === 'dismissed' ? '经核查申诉理由不成立' : '经核查申诉理由部分属实',
    })
  } else if (random.chance(0.07)) {
    at = office.days(at, 3, 9)
    yield act(at, person('manager'), 'fine.proposeRelief', id, {
      kind: random.pick(['waiver', 'reduction']),
      amount: `${random.between(5, 20) * 100}.00`,
      reason: '施工单位积极配合后续整改，建议减免一部分',
    })
  }
  const { relief } = record(world, 'fine', id)
  if (!relief) return at
  at = office.soon(at, 60, 900)
  yield act(at, person('company'), 'approval.approve', relief.approval, { seat: '1.0.0', comment: '同意' })
  return at
}

/** A fine from its draft to the last 分 that is owed. F-1 to F-8 */
export function* fineCourse(world: World, notice: string, grounds: readonly number[], representative: PersonId, from: Moment): Course {
  const { random, office, company } = world
  const { person } = company
  const claimed = grounds.map((ground) => ({ ground }))
  const said = grounds.flatMap((ground) => facts[ground] ?? []).join('；')
  let at = from
  const id = yield act(at, representative, 'fine.draft', undefined, { notice, grounds: claimed, facts: `${said}。` })
  if (id === undefined) return
  const fine = () => record(world, 'fine', id)

  for (let round = 1; round < 4; round++) {
    at = office.soon(at, 30, 700)
    const severity: Severity = grounds.some((ground) => ground === 1 || ground === 4)
      ? random.weighted({ light: 2, medium: 5, heavy: 3 })
      : random.weighted({ light: 6, medium: 3, heavy: 1 })
    const [least, most] = amounts[severity]
    // signing again means another amount. F-6
    const amount = random.between(least, most) * 100 + (round - 1) * 100
    if (!(yield act(at, person('coordinator'), 'fine.sign', id, { amount: `${amount}.00`, severity }))) return
    const { repair, approval } = fine()
    if (repair && round === 1) yield { beside: repairCourse(world, repair, representative, at) }
    if (!approval) return
    const signers = random.chance(0.5) ? (['deputy-leader', 'leader'] as const) : (['leader', 'deputy-leader'] as const)
    for (const signer of signers) {
      const seat = `${round}.0.${signer === 'deputy-leader' ? 0 : 1}`
      at = office.soon(at, 15, 560)
      const verdict = random.weighted({ approve: 92, reject: 3, return: round === 1 ? 5 : 0 })
      if (verdict === 'reject') {
        yield act(at, person(signer), 'approval.reject', approval, { seat, reason: '事实依据不足，不同意处罚' })
        yield* afterAll(world, fine(), at)
        return
      }
      if (verdict === 'return') {
        yield act(at, person(signer), 'approval.return', approval, { seat, reason: '请补充现场照片和送达记录' })
        at = office.soon(at, 40, 500)
        yield act(at, representative, 'fine.redraft', id, { grounds: claimed, facts: `${said}。已补充送达记录及现场照片。` })
        break
      }
      yield act(at, person(signer), 'approval.approve', approval, {
        seat,
        ...(random.chance(0.4) ? { comment: random.pick(['同意', '同意处罚', '情况属实，同意']) } : {}),
      })
    }
    if (fine().state === 'approved') break
  }
  if (fine().state !== 'approved') return

  at = office.soon(at, 30, 800)
  if (random.chance(0.02)) {
    yield act(at, person('manager'), 'fine.stop', id, { reason: '施工单位已书面承诺并赔付住户，停止处罚' })
    yield* afterAll(world, fine(), at)
    return
  }
  if (!(yield act(at, person('manager'), 'fine.issue', id, {}))) return
  for (const [desk, who] of desks) {
    at = office.soon(at, 20, 420)
    yield act(at, person(who), 'fine.acknowledge', id, { desk })
  }
  at = yield* afterIssue(world, id, representative, at)
  if (fine().state !== 'issued') return
  at = office.days(at, 8, 40)
  const open = openSum(fine())
  if (random.chance(0.18) && open > yuan('2000')) {
    yield act(at, person('finance'), 'fine.settle', id, { amount: '2000.00', note: '本期进度款中扣除' })
    at = office.days(at, 15, 30)
  }
  yield act(at, person('finance'), 'fine.settle', id, { amount: writeMoney(openSum(fine())), note: '进度款中扣除' })
}
