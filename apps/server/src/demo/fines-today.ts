import type { Moment, PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { chargeBackWaits } from './quantities-today.ts'
import { upToNotice, water } from './up-to-notice.ts'
import { act, day, hour, minute, record, type World } from './world.ts'

type About = {
  readonly title: string
  readonly wording: string
  readonly homeAt: number
  readonly project: number
  readonly amount: string
}

/** Signed by all three and issued five days ago. */
function* issued(world: World, fine: string, amount: string, now: Moment): Course {
  const { person } = world.company
  yield act(now - 8 * day, person('coordinator'), 'fine.sign', fine, { amount, severity: 'medium' })
  const { approval } = record(world, 'fine', fine)
  if (!approval) return
  yield act(now - 7 * day, person('deputy-leader'), 'approval.approve', approval, { seat: '1.0.0' })
  yield act(now - 6 * day, person('leader'), 'approval.approve', approval, { seat: '1.0.1', comment: '情况属实，同意' })
  yield act(now - 4 * day, person('manager'), 'fine.issue', fine, {})
}
function* refusedNotice(
  world: World,
  { title, wording, homeAt, project }: About,
  now: Moment,
): Course<{ readonly notice: string; readonly representative: PersonId } | undefined> {
  // each representative works in the projects that are theirs
  const about = { ...water, title, wording, homeAt, project, by: project < 2 ? 'rep' : 'rep2' }
  const begun = yield* upToNotice(world, about, (now - 10 * day) as Moment, (now + 3 * day) as Moment)
  if (!begun) return undefined
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'paper' })
  yield act(begun.at + 30 * minute, representative, 'notice.recordRefusal', notice, { at: begun.at + 26 * minute, note: '项目部拒绝签收' })
  return { notice, representative }
}
function* issuedFine(
  world: World,
  about: About,
  now: Moment,
): Course<{ readonly fine: string; readonly representative: PersonId } | undefined> {
  const begun = yield* refusedNotice(world, about, now)
  if (!begun) return undefined
  const { notice, representative } = begun
  const fine = yield act(now - 9 * day, representative, 'fine.draft', undefined, {
    notice,
    grounds: [{ ground: 1 }],
    facts: '施工单位拒绝签收整改通知单，经电话催告仍不派人。',
  })
  if (fine === undefined) return undefined
  yield* issued(world, fine, about.amount, now)
  return { fine, representative }
}

/** Handed in yesterday: the group's leader decides, and nothing is settled meanwhile. F-9 */
function* appealWaits(world: World, now: Moment): Course {
  const title = '客卫顶板渗水滴到洗衣机'
  const about = { title, wording: '客卫顶板渗水滴到洗衣机上，跳闸两次了。', homeAt: 131, project: 0, amount: '15000.00' }
  const made = yield* issuedFine(world, about, now)
  if (!made) return
  yield act(now - 20 * hour, made.representative, 'fine.appeal', made.fine, {
    reasons: '通知单送达当日项目部资料员休假，门卫无权签收；次日已派人到场，请予核减。',
    at: now - 20 * hour - 10 * minute,
    evidence: [
      { kind: 'document', title: '申诉函（盖章）', reference: '合约部收文 2026-118' },
      { kind: 'document', title: '次日进场登记', reference: '门岗登记簿第 37 页' },
    ],
  })
}
/** Upheld in part: a third is taken off, with the company leader's approval. F-9, F-7 */
function* appealUpheld(world: World, now: Moment): Course {
  const { person } = world.company
  const title = '阳台地漏倒灌'
  const about = { title, wording: '一下雨阳台地漏就倒灌，书房地板泡坏了。', homeAt: 137, project: 1, amount: '18000.00' }
  const made = yield* issuedFine(world, about, now)
  if (!made) return
  yield act(now - 3 * day, made.representative, 'fine.appeal', made.fine, {
    reasons: '拒收系现场班组所为，项目经理当晚已补签并安排整改。',
    at: now - 3 * day - 15 * minute,
    evidence: [{ kind: 'document', title: '补签的通知单', reference: '资料柜 B-12' }],
  })
  yield act(now - 2 * day, person('leader'), 'fine.decideAppeal', made.fine, {
    outcome: 'partly',
    amount: '6000.00',
    reason: '补签属实，但已延误整改，核减三分之一',
  })
  const { relief } = record(world, 'fine', made.fine)
  if (relief) yield act(now - 1 * day, person('company'), 'approval.approve', relief.approval, { seat: '1.0.0', comment: '同意' })
}
/** The manager proposes to let a part off: it waits for the company leader. F-7 */
function* reliefWaits(world: World, now: Moment): Course {
  const { person } = world.company
  const title = '主卧窗框四周渗水'
  const about = { title, wording: '主卧窗框四周一圈全是水渍，墙纸都掉了。', homeAt: 143, project: 2, amount: '20000.00' }
  const made = yield* issuedFine(world, about, now)
  if (!made) return
  yield act(now - 6 * hour, person('manager'), 'fine.proposeRelief', made.fine, {
    kind: 'reduction',
    amount: '5000.00',
    reason: '施工单位已连夜完成整改并向住户致歉，建议核减五千元',
  })
}
/** The supervision firm of a notice did not come twice and confirmed what was not so. F-11 */
function* supervisionFined(world: World, now: Moment): Course {
  const title = '外窗淋水试验不合格仍签认'
  const about = { title, wording: '窗户漏水修了三次，监理每次都签字说修好了。', homeAt: 149, project: 3, amount: '' }
  const begun = yield* refusedNotice(world, about, now)
  if (!begun) return
  const fine = yield act(now - 9 * day, begun.representative, 'fine.draftOnSupervision', undefined, {
    notice: begun.notice,
    grounds: [
      { ground: 'notOnSite', reason: '两次联合踏查均未到场，事前已书面通知' },
      { ground: 'falseRecord', reason: '淋水试验渗漏，旁站记录仍签“合格”' },
    ],
    facts: '监理单位两次踏查缺席，且签认与现场不符，整改因此延误一周。',
    evidence: [
      { kind: 'document', title: '旁站记录', reference: '监理资料 03-17' },
      { kind: 'document', title: '踏查通知及签到表', reference: '客服部收发 2026-204' },
    ],
  })
  if (fine !== undefined) yield* issued(world, fine, '10000.00', now)
}

/** Fines after their issue: appealed, let off in part, one on a supervision firm; and a repair that waits to be charged back. */
export const finesToday = (world: World, now: Moment): readonly Course[] =>
  [appealWaits, appealUpheld, reliefWaits, supervisionFined, chargeBackWaits].map((story) => story(world, now))
