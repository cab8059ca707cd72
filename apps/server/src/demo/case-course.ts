import type { Moment } from '@lintel/domain'
import type { Course } from './agenda.ts'
import type { Home } from './company.ts'
import { wordsOf, type Matter } from './matters.ts'
import { askedAbout, lookedAt } from './looked-at.ts'
import { noticeCourse } from './notice-course.ts'
import { act, minute, record, type World } from './world.ts'

const channels = { phone: 58, visit: 9, message: 14, propertyCompany: 10, forum: 4, letter: 1, email: 2, inspection: 2 }
const methods = ['phone', 'phone', 'phone', 'message', 'visit'] as const
const levels = { verySatisfied: 30, satisfied: 45, basicallySatisfied: 19, dissatisfied: 6 }
const visitWords: Readonly<Record<keyof typeof levels, readonly string[]>> = {
  verySatisfied: ['处理很快，非常感谢', '师傅态度好，活也细', '比预想的快，点赞'],
  satisfied: ['可以，修好了', '满意，以后别再漏就行', '没有问题了'],
  basicallySatisfied: ['拖得有点久，总算解决了', '基本可以，颜色有点色差', '修是修好了，现场没打扫干净'],
  dissatisfied: ['又开始漏了，根本没修好', '答复没有说到点子上', '约了三次都没来，不满意'],
}
const contactWords = [
  '已与业主联系，说明受理情况，约定上门时间',
  '电话回访业主，了解现场情况',
  '已告知业主处理流程和时限',
  '业主要求周末上门，已记录',
] as const
const progressWords = [
  '告知业主整改单已发出，施工单位已进场',
  '维修进行中，告知业主预计完成时间',
  '与业主沟通恢复方案',
  '已催促施工单位加派人手，告知业主',
  '材料已到场，约定明日施工',
] as const
const resultWords = ['告知业主处理结果，业主表示认可', '已向业主说明处理结果', '处理完毕，已通知业主查看'] as const
const resolutions: Readonly<Record<string, readonly string[]>> = {
  repaired: ['经整改，缺陷已消除，业主现场确认', '已按要求返修完毕，闭水试验合格', '更换配件后恢复正常，业主签字确认'],
  answered: ['已书面答复业主，业主无异议', '核对资料后向业主说明，业主理解', '已督促物业公司整改到位', '建议已转相关部门研究'],
}
const answers = [
  '已查询，预计下月完成，届时短信通知',
  '已说明收费依据并发送文件',
  '已告知办理流程和所需资料',
  '按合同约定逐项解释，业主清楚',
] as const

/** One customer's matter, from the call to the return visit. §3, §9 */
export function* caseCourse(world: World, home: Home, matter: Matter, registered: Moment): Course {
  const { random, office, company } = world
  const { person } = company
  const place = company.places[home.project]
  if (!place) return
  const kind = random.weighted(matter.kinds as Readonly<Record<'complaint' | 'repairRequest' | 'enquiry' | 'suggestion', number>>)
  const words = wordsOf(matter, random, matter.shared ? '小区' : random.chance(0.5) ? home.label.slice(place.name.length) : '')
  const serious = random.chance(matter.serious)
  const severity = serious ? random.weighted({ seriousQuality: 80, major: 11, group: 7, litigated: 2 }) : 'general'
  const desk = random.chance(0.6) ? person('frontdesk') : person('frontdesk2')
  let at = registered
  const id = yield act(at, desk, 'complaint.register', undefined, {
    project: place.id,
    ...(matter.shared ? { building: home.building, place: words.place } : { unit: home.id }),
    ...(home.owner ? { customer: home.owner } : {}),
    kind,
    channel: random.weighted(channels),
    category: company.category(matter.category),
    element: matter.element,
    trade: matter.trade,
    severity,
    title: words.title,
    wording: words.wording,
    wish: words.wish,
    ...(random.chance(0.3) ? { evidence: [{ kind: 'photo', title: '业主提供照片' }] } : {}),
    ...(kind === 'enquiry' && random.chance(0.6) ? { answer: random.pick(answers) } : {}),
  })
  if (id === undefined) return
  const complaint = () => record(world, 'complaint', id)
  const representative = complaint().representative
  if (complaint().state === 'closed' || !representative) return

  at = office.soon(at, 2, random.chance(0.93) ? 26 : 300)
  yield act(at, representative, 'complaint.accept', id, {})
  at = office.soon(at, 6, random.chance(0.93) ? 70 : 500)
  const tell = (content: string, when: number) =>
    act(when, complaint().representative ?? representative, 'complaint.recordFeedback', id, {
      to: 'customer',
      method: random.pick(methods),
      content,
      at: Math.max(registered + minute, when - random.between(1, 10) * minute),
    })
  yield tell(random.pick(contactWords), at)
  if (severity !== 'general' && severity !== 'seriousQuality') {
    at = office.soon(at, 5, 200)
    yield act(at, person('manager'), 'complaint.takeNote', id, {})
  }
  if (random.chance(0.02)) {
    at = office.soon(at, 60, 900)
    yield act(at, representative, 'complaint.reject', id, {
      reason: random.pick(['属装修单位责任，已告知业主', '超出保修范围，业主自行维修', '反映内容与本项目无关']),
    })
    return
  }

  if (severity === 'seriousQuality') yield { beside: lookedAt(world, id, representative, at) }
  if (random.chance(0.03)) yield { beside: askedAbout(world, id, representative, at) }

  let repaired = false
  /** Progress reaches the customer every few days while others work. C-7, C-11 */
  function* keptInformed(from: Moment): Course {
    for (let when = office.days(from, 2, 3); ; when = office.days(when, random.chance(0.9) ? 2 : 4, random.chance(0.9) ? 3 : 5)) {
      yield { at: when, wait: true }
      if (complaint().state !== 'inProgress') return
      yield tell(random.pick(progressWords), when)
    }
  }
  if (random.chance(matter.notice * 0.62)) {
    yield { beside: keptInformed(at) }
    const done = yield* noticeCourse(
      world,
      {
        project: home.project,
        contractor: company.contractor(home.project, matter.trade),
        complaint: id,
        unit: matter.shared ? undefined : home.id,
        element: matter.element,
        location: `${home.label}${words.place}`,
        requirement: matter.requirement,
      },
      representative,
      at,
    )
    if (done) {
      at = done.at
      repaired = true
    }
  } else yield* handledByHand(at)

  /** No notice is needed: it is arranged by telephone. */
  function* handledByHand(from: Moment): Course {
    at = from
    const days = random.weighted({ few: 55, some: 33, many: 12 })
    const rounds = { few: random.between(0, 1), some: random.between(1, 2), many: random.between(3, 5) }[days]
    for (let n = 0; n < rounds; n++) {
      at = office.days(at, 2, 3)
      yield tell(random.pick(progressWords), at)
    }
    if (random.chance(0.04)) {
      at = office.soon(at, 30, 300)
      yield act(at, representative ?? person('manager'), 'complaint.suspend', id ?? '', {
        reason: random.pick(['业主出差，下周回来再约', '等待厂家配件', '连续下雨，无法施工']),
        waitsFor: random.pick(['owner', 'thirdParty', 'weather'] as const),
      })
      at = office.days(at, 3, 9)
      yield act(at, representative ?? person('manager'), 'complaint.resume', id ?? '', {})
    }
    at = office.days(at, 0, 2)
  }

  for (let round = 0; round < 3; round++) {
    at = office.soon(at, 10, 240)
    const inCharge = complaint().representative ?? representative
    if (repaired) yield tell(random.pick(progressWords), at)
    const resolution = random.pick(resolutions[repaired ? 'repaired' : 'answered'] ?? [])
    at = (at + 3 * minute) as Moment
    // an emergency repair may outlast the notice it was started for
    while (!(yield act(at, inCharge, 'complaint.resolve', id, { resolution }))) at = office.days(at, 1, 2)
    at = office.soon(at, 6, 90)
    yield tell(random.pick(resultWords), at)
    const { visit } = complaint()
    if (!visit) return
    const visitor = random.chance(0.55) ? person('frontdesk') : person('frontdesk2')
    at = office.days(at, 1, 2)
    const attempts = random.chance(0.06) ? random.weighted({ one: 70, three: 30 }) : 'none'
    for (let n = 0; n < { none: 0, one: 1, three: 3 }[attempts]; n++) {
      yield act(at, visitor, 'visit.fail', visit, { why: random.pick(['无人接听', '关机', '业主不便接听']), at: at - 2 * minute })
      at = office.days(at, 1, 2)
    }
    if (attempts === 'three') {
      yield act(at, visitor, 'visit.giveUp', visit, {})
      return
    }
    const level = round === 0 ? random.weighted(levels) : random.weighted({ satisfied: 60, basicallySatisfied: 37, dissatisfied: 3 })
    yield act(at, visitor, 'visit.record', visit, {
      level,
      wording: random.pick(visitWords[level]),
      method: random.chance(0.9) ? 'phone' : 'visit',
      at: at - random.between(1, 9) * minute,
    })
    const { odd } = record(world, 'visit', visit)
    if (level === 'dissatisfied' || odd.length > 0) {
      at = office.soon(at, 20, 500)
      yield act(at, person('manager'), 'visit.review', visit, {
        note: level === 'dissatisfied' ? '请投诉代表重新处理，三日内回复' : '已抽查录音，回访属实',
      })
    }
    if (level !== 'dissatisfied') return
    at = office.soon(at, 30, 300)
    yield tell('就业主不满意之处再次沟通，约定返修', at)
    at = office.days(at, 2, 6)
  }
}
