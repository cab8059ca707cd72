import type { Moment } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { askedToday } from './asked-today.ts'
import { finesToday } from './fines-today.ts'
import { upToNotice, water } from './up-to-notice.ts'
import { act, day, hour, minute, record, type World } from './world.ts'

/** Nobody came within four hours: fined, signed by coordinator, deputy leader and leader. The manager issues it and assigns the team. */
function* readyToIssue(world: World, now: Moment): Course {
  const { person } = world.company
  const about = {
    ...water,
    title: '主卫顶板连续滴水，楼上一用水就漏',
    wording: '楼上一用水我家主卫顶板就往下滴，已经四天了，盆都接满三次，吊顶变形，请马上处理。',
    homeAt: 11,
    project: 0,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 4 * day) as Moment, (now + 3 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  let at = begun.at
  yield act(at, representative, 'notice.serve', notice, { at: at - 6 * minute, how: 'paper' })
  at = (at + 4 * hour + 20 * minute) as Moment
  yield act(at, person('manager'), 'notice.takeNote', notice, { ground: 2 })
  at = (now - 2 * day - 3 * hour) as Moment
  const fine = yield act(at, representative, 'fine.draft', undefined, {
    notice,
    grounds: [{ ground: 2 }],
    facts: '通知单送达后四小时内无故未到场，也未提交整改方案；两次电话催促，项目经理均答复“再说”。',
    evidence: [
      { kind: 'document', title: '送达签收页' },
      { kind: 'recording', title: '催促电话录音' },
    ],
  })
  if (fine === undefined) return
  at = (at + 2 * hour) as Moment
  yield act(at, person('coordinator'), 'fine.sign', fine, { amount: '20000.00', severity: 'medium' })
  const { approval } = record(world, 'fine', fine)
  if (!approval) return
  yield act(now - 1 * day, person('deputy-leader'), 'approval.approve', approval, { seat: '1.0.0', comment: '同意处罚' })
  yield act(now - 20 * hour, person('leader'), 'approval.approve', approval, { seat: '1.0.1', comment: '情况属实，同意' })
}

/** Signed an hour ago: the deputy leader has signed, the leader has not. */
function* waitsForLeader(world: World, now: Moment): Course {
  const { person } = world.company
  const about = {
    ...water,
    title: '次卧墙根返潮发霉',
    wording: '次卧和卫生间隔墙墙根全是霉，衣柜背板已经烂了，孩子一直咳嗽。',
    location: '次卫与次卧隔墙',
    homeAt: 25,
    project: 1,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 3 * day) as Moment, (now + 4 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'message' })
  const refused = (begun.at + 25 * minute) as Moment
  yield act(refused, representative, 'notice.recordRefusal', notice, { at: refused - 3 * minute, note: '称防水由业主装修破坏，不予签收' })
  const fine = yield act(now - 26 * hour, representative, 'fine.draft', undefined, {
    notice,
    grounds: [{ ground: 1 }],
    facts: '施工单位当场拒绝签收整改通知单，称不归其负责；现场检测防水层未做到门槛。',
  })
  if (fine === undefined) return
  yield act(now - 3 * hour, person('coordinator'), 'fine.sign', fine, { amount: '36000.00', severity: 'heavy' })
  const { approval } = record(world, 'fine', fine)
  if (approval) yield act(now - 1 * hour, person('deputy-leader'), 'approval.approve', approval, { seat: '1.0.0', comment: '同意' })
}

/** Drafted this morning: the coordinator sets the amount. */
function* waitsForAmount(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '楼上渗水至厨房吊顶',
    wording: '厨房吊顶铝扣板上都是水，灯已经不敢开，请马上派人。',
    location: '厨房顶板',
    homeAt: 40,
    project: 1,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 2 * day) as Moment, (now + 5 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'paper' })
  yield act(now - 2 * hour, representative, 'fine.draft', undefined, {
    notice,
    grounds: [{ ground: 2 }],
    facts: '送达后四小时内未到场，次日仍无人到场，也未提交方案。',
  })
}

/** Served an hour ago: the four hours run. */
function* clockRuns(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '公卫地漏周边渗水到楼下',
    wording: '楼下邻居说他家顶上漏水，查到是我家公卫地漏边上没做好。',
    location: '公卫地漏周边',
    homeAt: 55,
    project: 0,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 5 * hour) as Moment, (now + 6 * day) as Moment)
  if (!begun) return
  yield act(now - 1 * hour, begun.representative, 'notice.serve', begun.notice, { at: now - 1 * hour - 4 * minute, how: 'paper' })
}

/** The contractor gave a reason before the four hours ended: it waits to be judged, and the ground shows as pending. */
function* excuseWaits(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '主卫门套泡胀开裂',
    wording: '主卫门套下边泡胀开裂，地板也起鼓了，应该是防水没做好。',
    location: '主卫门口',
    homeAt: 70,
    project: 1,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 1 * day - 2 * hour) as Moment, (now + 5 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(now - 5 * hour, representative, 'notice.serve', notice, { at: now - 5 * hour - 4 * minute, how: 'paper' })
  yield act(now - 2 * hour, representative, 'notice.fileExcuse', notice, {
    at: now - 2 * hour - 5 * minute,
    reason: '项目所在道路因市政施工封闭，车辆无法进入，请求延至明日上午',
    excuseProof: '交管部门封路通告照片',
  })
}

/** No fine, only a repair that is asked for: the manager approves or not. */
function* suggestionWaits(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '淋浴房墙根漏水到卧室',
    wording: '淋浴房墙根一直往主卧渗，木地板翘了一大片，施工单位来过两次都没修好。',
    location: '淋浴房墙根',
    homeAt: 90,
    project: 2,
    by: 'rep2',
  }
  const begun = yield* upToNotice(world, about, (now - 6 * day) as Moment, (now + 2 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  const served = begun.at
  yield act(served, representative, 'notice.serve', notice, { at: served - 5 * minute, how: 'paper' })
  yield act(served + 2 * hour, representative, 'notice.recordArrival', notice, { at: served + 115 * minute })
  yield act(served + 2 * hour + minute, representative, 'notice.recordPlan', notice, { at: served + 118 * minute })
  yield act(now - 3 * hour, representative, 'emergencyRepair.suggest', undefined, {
    notice,
    reason: '返修两次未合格，施工单位已撤场，住户无法居住',
    estimate: '18500.00',
  })
}

/** A danger started the work at once; it costs more than the manager may allow, so the company's leader is asked. E-1, E-5 */
function* budgetWaits(world: World, now: Moment): Course {
  const { person } = world.company
  const about = {
    ...water,
    title: '管道爆裂，楼下两户被淹',
    wording: '卫生间管道爆裂，楼下两户被淹，电梯厅全是水，请马上抢修。',
    location: '卫生间给水立管',
    homeAt: 110,
    project: 3,
    by: 'rep2',
  }
  const begun = yield* upToNotice(world, about, (now - 1 * day - 6 * hour) as Moment, (now + 6 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.recordPhoneCall', notice, { at: begun.at - 5 * minute, called: '项目经理' })
  const repair = yield act(begun.at + 20 * minute, representative, 'emergencyRepair.startAtOnce', undefined, {
    notice,
    reason: '立管爆裂仍在漏水，影响楼下两户及电梯安全',
    estimate: '26000.00',
  })
  if (repair === undefined) return
  const { approval } = record(world, 'emergencyRepair', repair)
  if (approval)
    yield act(begun.at + 90 * minute, person('manager'), 'approval.approve', approval, { seat: '1.0.0', comment: '险情属实，同意' })
  yield act(now - 2 * hour, person('manager'), 'emergencyRepair.setBudget', repair, {
    amount: '68000.00',
    reason: '两户恢复及电梯厅装修，队伍报价六万八千元',
  })
}

/** Repaired in time, accepted with the owner, before and after side by side: the contractor's slip is owed. N-4 */
function* repairedInTime(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '主卫顶板水渍，闭水后复查',
    wording: '主卫顶板有一片水渍，闻得到霉味，请安排防水队来看。',
    homeAt: 131,
    project: 0,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 2 * day) as Moment, (now + 4 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  const entered = (
    at: number,
    verb: 'recordReceipt' | 'recordArrival' | 'recordPlan' | 'recordStart' | 'recordCompletion',
    more: object = {},
  ) => act(at, representative, `notice.${verb}`, notice, { at: at - 5 * minute, ...more })
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'paper' })
  yield entered(begun.at + 20 * minute, 'recordReceipt')
  yield entered(begun.at + 90 * minute, 'recordArrival')
  yield entered(begun.at + 2 * hour, 'recordPlan')
  yield entered(begun.at + 4 * hour, 'recordStart')
  yield entered(now - 5 * hour, 'recordCompletion')
  yield act(now - 3 * hour, representative, 'notice.inspect', notice, {
    at: now - 3 * hour - 10 * minute,
    results: [
      {
        defect: '1',
        standardMet: true,
        ownerSatisfied: true,
        photos: [{ kind: 'photo', title: '闭水四十八小时无渗漏', file: world.photos.take(representative, 'after') }],
      },
    ],
  })
}

/** Issued this morning: three desks have their slip, the fourth has not said so. F-7 */
function* slipWaits(world: World, now: Moment): Course {
  const { person } = world.company
  const about = {
    ...water,
    title: '露台门口倒灌进客厅',
    wording: '下雨露台积水从门口倒灌进客厅，地板全泡了，已经第三次。',
    location: '露台门口',
    homeAt: 125,
    project: 2,
    by: 'rep2',
  }
  const begun = yield* upToNotice(world, about, (now - 5 * day) as Moment, (now + 3 * day) as Moment)
  if (!begun) return
  const { notice, representative } = begun
  yield act(begun.at, representative, 'notice.serve', notice, { at: begun.at - 5 * minute, how: 'paper' })
  const refused = (begun.at + 30 * minute) as Moment
  yield act(refused, representative, 'notice.recordRefusal', notice, { at: refused - 3 * minute, note: '门卫代为拒收' })
  const fine = yield act(now - 4 * day, representative, 'fine.draft', undefined, {
    notice,
    grounds: [{ ground: 1 }],
    facts: '施工单位拒绝签收整改通知单，门卫代为退回。',
  })
  if (fine === undefined) return
  yield act(now - 3 * day, person('coordinator'), 'fine.sign', fine, { amount: '12000.00', severity: 'medium' })
  const { approval } = record(world, 'fine', fine)
  if (!approval) return
  yield act(now - 2 * day, person('deputy-leader'), 'approval.approve', approval, { seat: '1.0.0' })
  yield act(now - 1 * day, person('leader'), 'approval.approve', approval, { seat: '1.0.1' })
  yield act(now - 5 * hour, person('manager'), 'fine.issue', fine, {})
  for (const [desk, who] of [
    ['costControl', 'cost'],
    ['finance', 'finance'],
    ['contracts', 'contracts'],
  ] as const)
    yield act(now - 3 * hour, person(who), 'fine.acknowledge', fine, { desk })
}

/** The manager is away on and off this week: the deputy decides in their name. P-2 */
export function* deputyStandsIn({ company }: World, now: Moment): Course {
  const until = now + 6 * day
  yield act(now - 1 * day, company.person('manager'), 'delegation.grant', undefined, {
    to: company.person('deputy'),
    from: now - 1 * day,
    until,
    note: '出差期间代行审批',
  })
}

const justNow = [
  {
    minutes: 9,
    project: 0,
    by: 'rep',
    homeAt: 101,
    category: '窗边渗漏',
    element: 'window',
    trade: 'doorsAndWindows',
    severity: 'general',
    title: '主卧飘窗下口渗水',
    wording: '昨晚下雨主卧飘窗下口往里渗水，窗台石材已经变色，请安排人来看。',
  },
  {
    minutes: 6,
    project: 1,
    by: 'rep',
    homeAt: 102,
    category: '跳闸断电',
    element: 'electrical',
    trade: 'electrical',
    severity: 'seriousQuality',
    title: '厨房插座发烫有焦味',
    wording: '厨房插座发烫有焦味，已经断开总闸，家里有老人，请马上派电工。',
  },
  {
    minutes: 14,
    project: 2,
    by: 'rep2',
    homeAt: 103,
    category: '下水堵塞',
    element: 'drainage',
    trade: 'plumbing',
    severity: 'general',
    title: '公卫地漏返水漫到客厅',
    wording: '公卫地漏返水漫到客厅，疏通出来都是建筑垃圾，地毯全部扔掉。',
  },
  {
    minutes: 4,
    project: 3,
    by: 'rep2',
    homeAt: 104,
    category: '电梯故障',
    element: 'elevator',
    trade: 'elevator',
    severity: 'major',
    title: '2号梯关人二十分钟',
    wording: '2号梯关人二十分钟，里面有两个孩子，物业十五分钟才到，要求停梯检查。',
  },
] as const

/** They rang minutes ago: nobody has taken the case on yet. */
function* rangJustNow({ company }: World, now: Moment, call: (typeof justNow)[number]): Course {
  const place = company.places[call.project]
  const home = place?.homes.filter(({ handedOver, owner }) => handedOver !== undefined && owner !== undefined)[call.homeAt]
  if (!place || !home?.owner) return
  const { category, element, trade, severity, title, wording } = call
  yield act(now - call.minutes * minute, company.person('frontdesk'), 'complaint.register', undefined, {
    project: place.id,
    unit: home.id,
    customer: home.owner,
    kind: 'repairRequest',
    channel: 'phone',
    category: company.category(category),
    element,
    trade,
    severity,
    title,
    wording,
    wish: '请尽快安排人来看',
    representative: company.person(call.by),
  })
}

/** Resolved yesterday: the front desk asks the customer how it went. §9 */
function* visitIsDue({ company }: World, now: Moment): Course {
  const place = company.places[2]
  const home = place?.homes.filter(({ handedOver, owner }) => handedOver !== undefined && owner !== undefined)[105]
  if (!place || !home?.owner) return
  const representative = company.person('rep2')
  const complaint = yield act(now - 3 * day, company.person('frontdesk'), 'complaint.register', undefined, {
    project: place.id,
    unit: home.id,
    customer: home.owner,
    kind: 'repairRequest',
    channel: 'phone',
    category: company.category('下水堵塞'),
    element: 'drainage',
    trade: 'plumbing',
    severity: 'general',
    title: '厨房下水慢，洗碗水返味',
    wording: '厨房下水很慢，洗完碗水池里返味，请来疏通。',
    representative,
  })
  if (complaint === undefined) return
  yield act(now - 3 * day + 10 * minute, representative, 'complaint.accept', complaint, {})
  yield act(now - 1 * day, representative, 'complaint.resolve', complaint, { resolution: '已疏通并更换存水弯，业主当场试水确认' })
  yield act(now - 1 * day + 20 * minute, representative, 'complaint.recordFeedback', complaint, {
    to: 'customer',
    method: 'phone',
    content: '已电话告知处理结果',
    at: now - 1 * day + 15 * minute,
  })
}

/** What somebody finds waiting on the day the demo is loaded: a case each. */
export const waitingToday = (world: World, now: Moment): readonly Course[] => [
  ...[readyToIssue, waitsForLeader, waitsForAmount, clockRuns, excuseWaits, suggestionWaits, budgetWaits, slipWaits, repairedInTime].map(
    (story) => story(world, now),
  ),
  ...finesToday(world, now),
  ...askedToday(world, now),
  visitIsDue(world, now),
  ...justNow.map((call) => rangJustNow(world, now, call)),
]
