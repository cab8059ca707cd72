import { minutesAfter, type Moment, type PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { act, minute, record, type World } from './world.ts'

const open = ['accepted', 'inProgress', 'suspended', 'reopened']
const isOpen = (world: World, complaint: string) => open.includes(record(world, 'complaint', complaint).state)

/** A serious quality problem is looked at together on site, or somebody says why not. C-9 */
export function* lookedAt(world: World, complaint: string, representative: PersonId, from: Moment): Course {
  const { random, office } = world
  let at = office.soon(from, 20, 300)
  yield { at, wait: true }
  if (!isOpen(world, complaint)) return
  if (random.chance(0.75)) {
    yield act(at, representative, 'complaint.waiveSurvey', complaint, {
      reason: random.pick([
        '照片和视频已能判明部位和责任，直接整改',
        '施工单位已确认责任，无需踏查',
        '与同栋前一户情况相同，按前次结论处理',
      ]),
    })
    return
  }
  const plannedAt = office.days(at, 1, 3)
  const participants = [
    { role: 'representative', name: '投诉代表' },
    { role: 'engineering', name: '曹亮', organisation: '工程指挥中心' },
    { role: 'contractor', name: '项目负责人', organisation: '施工单位' },
  ]
  const survey = yield act(at, representative, 'survey.plan', undefined, { complaint, plannedAt, participants })
  if (survey === undefined) return
  at = office.soon(plannedAt, 60, 200)
  yield act(at, representative, 'survey.hold', survey, {
    heldAt: plannedAt,
    participants,
    findings: random.pick(['渗漏点已找到，防水层未做到位', '墙体空鼓面积较大，抹灰分层', '管件接口松脱，非业主使用不当']),
    measures: random.pick(['三日内返修，复验合格后销项', '剔除重做，闭水试验', '更换管件，打压试验']),
    evidence: [],
  })
  for (const participant of ['1', '2', '3'])
    yield act(at + Number(participant) * minute, representative, 'survey.sign', survey, {
      participant,
      ...(participant === '3' && random.chance(0.1)
        ? { refusedBecause: '对责任划分有异议' }
        : { drawn: 'M120 160 L210 90 L300 190 L390 110 L480 170 L610 100' }),
    })
}

const questions: readonly (readonly [string, string, string])[] = [
  ['engineering', 'engineering', '请明确责任单位和施工界面'],
  ['costControl', 'cost', '该项维修是否在合同清单内？'],
  ['finance', 'finance', '该单位质保金余额是否足够列支？'],
  ['contracts', 'contracts', '请提供该单位合同的质保条款'],
]
const replies = ['已核实，责任在总包，附会议纪要', '在清单内，不另计费', '余额足够，可以列支', '条款见合同第十二条，质保期未满']

/** Another department is asked something about the case; most answer in time. C-12, M-6 */
export function* askedAbout(world: World, complaint: string, representative: PersonId, from: Moment): Course {
  const { random, office, company } = world
  const [department, who, question] = random.pick(questions)
  let at = office.soon(from, 60, 900)
  yield { at, wait: true }
  if (!isOpen(world, complaint)) return
  const dueAt = minutesAfter(office.days(at, 3, 4), 60)
  const asked = yield act(at, representative, 'departmentRequest.ask', undefined, {
    complaint,
    department: company.department(department),
    question,
    dueAt,
  })
  if (asked === undefined) return
  const late = random.chance(0.15)
  at = late ? office.days(dueAt, 1, 2) : office.days(at, 1, 2)
  if (late) yield act(dueAt + 30 * minute, company.person('manager'), 'departmentRequest.takeNote', asked, {})
  yield act(at, company.person(who), 'departmentRequest.answer', asked, { text: random.pick(replies), evidence: [] })
  yield act(office.soon(at, 10, 300), representative, 'departmentRequest.settle', asked, {})
}
