import type { Moment } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { upToNotice, water } from './up-to-notice.ts'
import { act, day, hour, minute, type World } from './world.ts'

const participants = [
  { role: 'representative', name: '吴倩', organisation: '客户服务部' },
  { role: 'engineering', name: '曹亮', organisation: '工程指挥中心' },
  { role: 'contractor', name: '郑工', organisation: '施工单位项目部' },
  { role: 'supervision', name: '钱监理', organisation: '监理公司' },
] as const
const signature = 'M120 160 L210 90 L300 190 L390 110 L480 170 L610 100 L720 150'

/** Finance owes an answer by tomorrow evening; the survey is tomorrow. C-9, C-12 */
function* financeIsAsked(world: World, now: Moment): Course {
  const { company } = world
  const about = {
    ...water,
    title: '主卫渗漏反复三次，要求扣质保金另请人修',
    wording: '同一个地方修了三次还漏，你们把扣他的质保金拿出来另外请人修。',
    homeAt: 151,
    project: 0,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 2 * day) as Moment, (now + 4 * day) as Moment)
  if (!begun) return
  const { complaint, representative } = begun
  yield act(now - 3 * hour, representative, 'departmentRequest.ask', undefined, {
    complaint,
    department: company.department('finance'),
    question: '该施工单位本项目质保金余额、已扣款项各多少？能否先行列支维修费？',
    dueAt: now + 1 * day,
  })
  yield act(now - 2 * hour, representative, 'survey.plan', undefined, {
    complaint,
    plannedAt: now + 18 * hour,
    meetingPoint: '三号岗亭',
    participants,
  })
}

/** The engineering centre is late since yesterday: the manager hears of it. Cost control has answered: the representative judges. C-12, M-6 */
function* engineeringIsLate(world: World, now: Moment): Course {
  const { company } = world
  const about = {
    ...water,
    title: '外墙渗水波及上下三户，责任界面不清',
    wording: '上下三家都渗，总包说是外墙涂料单位的事，涂料单位说是总包的事，到底谁来修？',
    location: '西山墙外侧',
    homeAt: 152,
    project: 1,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 5 * day) as Moment, (now + 3 * day) as Moment)
  if (!begun) return
  const { complaint, representative } = begun
  yield act(now - 4 * day, representative, 'departmentRequest.ask', undefined, {
    complaint,
    department: company.department('engineering'),
    question: '请明确外墙防水责任单位，并附施工界面划分文件。',
    dueAt: now - 1 * day,
  })
  const asked = yield act(now - 4 * day + 5 * minute, representative, 'departmentRequest.ask', undefined, {
    complaint,
    department: company.department('costControl'),
    question: '外墙维修是否在原合同清单内？',
    dueAt: now - 1 * day,
  })
  if (asked !== undefined)
    yield act(now - 5 * hour, company.person('cost'), 'departmentRequest.answer', asked, {
      text: '在原合同清单第 4.2 项内，质保期至明年六月，不另计费。',
      evidence: [{ kind: 'document', title: '合同清单第 4.2 项' }],
    })
}

/** Looked at together yesterday: all but the contractor have signed. C-9 */
function* surveyIsToBeSigned(world: World, now: Moment): Course {
  const about = {
    ...water,
    title: '卫生间顶板裂缝贯通，住户要求鉴定',
    wording: '顶板裂缝越来越大，水顺着裂缝流，我们要求现场鉴定，出书面结论。',
    homeAt: 153,
    project: 0,
    by: 'rep',
  }
  const begun = yield* upToNotice(world, about, (now - 4 * day) as Moment, (now + 5 * day) as Moment)
  if (!begun) return
  const { complaint, representative } = begun
  const survey = yield act(now - 3 * day, representative, 'survey.plan', undefined, { complaint, plannedAt: now - 1 * day, participants })
  if (survey === undefined) return
  yield act(now - 22 * hour, representative, 'survey.hold', survey, {
    heldAt: now - 23 * hour,
    participants,
    findings: '顶板沿管井出现贯通裂缝约 1.4 米，最宽 0.6 毫米；闭水二十四小时后裂缝处渗水，其余部位未见渗漏。',
    measures: '施工单位三日内剔凿注浆，重做防水层，闭水四十八小时；期间为住户协调临时住处。',
    responsible: world.company.contractor(0, 'waterproofing'),
    evidence: [{ kind: 'photo', title: '贯通裂缝', file: world.photos.take(representative, 'ceiling') }],
  })
  for (const participant of ['1', '2', '4'])
    yield act(now - 21 * hour, representative, 'survey.sign', survey, { participant, drawn: signature })
}

/** What other departments were asked, and surveys on site: a case each. */
export const askedToday = (world: World, now: Moment): readonly Course[] =>
  [financeIsAsked, engineeringIsLate, surveyIsToBeSigned].map((story) => story(world, now))
