import { groundsAt, type Element, type Moment, type PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { fineCourse } from './fine-course.ts'
import { suggestedRepairCourse } from './repair-course.ts'
import { act, hour, minute, record, type World } from './world.ts'

export type About = {
  readonly project: number
  readonly contractor: string
  readonly complaint: string
  readonly unit: string | undefined
  readonly element: Element
  readonly location: string
  readonly requirement: string
}

/** How a contractor takes a notice. */
const manners = { obliging: 71, comesLate: 7, refuses: 4, missesDeadline: 9, worksBadly: 4, keepsTheSlip: 5 }

/** 整改通知单 from draft to close, with what follows where the contractor does not do what it asks. §4 */
export function* noticeCourse(
  world: World,
  about: About,
  representative: PersonId,
  from: Moment,
): Course<{ readonly id: string; readonly at: Moment } | undefined> {
  const { random, office, company, bulk } = world
  let at = office.days(from, 0, 1)
  const deadline = office.days(at, 4, 12)
  const id = yield act(at, representative, 'notice.draft', undefined, {
    project: company.places[about.project]?.id,
    contractor: about.contractor,
    supervision: company.supervision(about.project),
    deadline,
    defects: [
      {
        complaint: about.complaint,
        ...(about.unit ? { unit: about.unit } : {}),
        element: about.element,
        location: about.location,
        requirement: about.requirement,
      },
    ],
  })
  if (id === undefined) return undefined
  const notice = () => record(world, 'notice', id)
  const soonAfter = (happened: number) => happened + random.between(2, 24) * minute

  at = office.soon(at, 20, 200)
  const served = at - random.between(2, 15) * minute
  const phoned = random.chance(0.2)
  if (phoned) yield act(at, representative, 'notice.recordPhoneCall', id, { at: served, called: '项目经理' })
  else yield act(at, representative, 'notice.serve', id, { at: served, how: random.chance(0.8) ? 'paper' : 'message' })

  const manner = random.weighted(manners)
  const dealtWith = new Set<number>()

  /** The grounds that hold now: the manager takes note, the representative drafts a fine or lets them go. N-5, F-1 */
  function* sanction(moment: Moment, severity: number): Course<Moment> {
    let when = moment
    const held = groundsAt(notice(), bulk.company.rules, when).filter(({ ground, pending }) => !pending && !dealtWith.has(ground))
    for (const { ground } of held) {
      when = office.soon(when, 5, 120)
      yield act(when, company.person('manager'), 'notice.takeNote', id ?? '', { ground })
      dealtWith.add(ground)
    }
    const free = held
      .map(({ ground }) => ground)
      .filter(
        (ground) =>
          !notice().fined.some((fined) => fined.ground === ground) && !notice().letGo.some((dropped) => dropped.ground === ground),
      )
    if (free.length === 0) return when
    when = office.soon(when, 20, 300)
    if (random.chance(severity)) {
      yield { beside: fineCourse(world, id ?? '', free, representative, when) }
      return office.soon(when, 5, 20)
    }
    for (const ground of free)
      yield act(when, representative, 'notice.letGroundGo', id ?? '', {
        ground,
        reason: random.pick(['首次发生，已约谈项目经理', '因暴雨封路，情有可原', '当日已补到场，住户谅解', '由总包统一考核处理']),
      })
    return when
  }

  if (manner === 'refuses') {
    at = soonAfter(served + random.between(20, 150) * minute) as Moment
    yield act(at, representative, 'notice.recordRefusal', id, { at: at - 2 * minute, note: '称保修期已过，不予签收' })
    at = office.soon((served + 4 * hour + minute) as Moment, 1, 120)
    at = yield* sanction(at, 0.85)
  } else {
    if (!phoned || random.chance(0.7)) {
      at = soonAfter(served + random.between(5, 40) * minute) as Moment
      if (phoned) yield act(at, representative, 'notice.serve', id, { at: at - minute, how: 'paper' })
      yield act(at + minute, representative, 'notice.recordReceipt', id, { at: at - minute })
    }
    const lateness = manner === 'comesLate' ? random.between(260, 1900) : random.between(50, 215)
    if (manner === 'comesLate') {
      at = office.soon((served + 4 * hour + minute) as Moment, 1, 100)
      at = yield* sanction(at, 0.55)
    }
    const arrived = Math.max(served + lateness * minute, manner === 'comesLate' ? at + 5 * minute : 0)
    at = soonAfter(arrived) as Moment
    if (notice().state === 'running') {
      yield act(at, representative, 'notice.recordArrival', id, { at: arrived })
      yield act(at + minute, representative, 'notice.recordPlan', id, {
        at: Math.min(at, arrived + random.between(1, 10) * minute),
        note: '拆除重做，预计三天',
      })
    }
  }

  // a notice taken over by an emergency team is out of the contractor's hands; it closes with the repair
  const running = () => notice().state === 'running'
  if (running()) {
    at = office.days(at, manner === 'refuses' ? 2 : 0, manner === 'refuses' ? 4 : 2)
    if (running()) yield act(at, representative, 'notice.recordStart', id, { at: at - random.between(3, 25) * minute })
  }
  if (manner === 'missesDeadline' || manner === 'refuses') {
    at = office.soon(Math.max(deadline + minute, at) as Moment, 5, 300)
    yield { at, wait: true }
    // sometimes the department would rather have it done than fined
    if (running() && manner === 'missesDeadline' && random.chance(0.15))
      yield { beside: suggestedRepairCourse(world, id, representative, office.soon(at, 10, 90)) }
    at = yield* sanction(at, 0.6)
  }
  for (let round = 0; running() && round < 3; round++) {
    const until = notice().newDeadlines.at(-1) ?? deadline
    const left = Math.max(0, Math.floor((until - at) / (24 * hour)) - 2)
    at = office.days(at, 1, Math.max(1, Math.min(left, 6)))
    yield { at, wait: true }
    if (!running()) break
    yield act(at, representative, 'notice.recordCompletion', id, { at: at - random.between(2, 25) * minute })
    at = office.soon(office.days(at, 0, 1), 25, 90)
    const fails = manner === 'worksBadly' && round === 0
    yield act(at, representative, 'notice.inspect', id, {
      at: at - random.between(1, 12) * minute,
      results: [{ defect: '1', standardMet: !fails, ownerSatisfied: !fails, ...(fails ? { note: '防水层厚度不足，局部仍有渗水' } : {}) }],
      ...(fails ? { newDeadline: office.days(at, 4, 7) } : {}),
      evidence: [{ kind: 'photo', title: '业主签字的验收单', reference: '客服部资料柜' }],
    })
    if (!fails) break
    at = yield* sanction(office.soon(at, 10, 120), 0.6)
  }
  if (running()) {
    at = office.days(at, manner === 'keepsTheSlip' ? 5 : 0, manner === 'keepsTheSlip' ? 6 : 2)
    if (manner === 'keepsTheSlip') at = yield* sanction(at, 0.5)
    yield act(at, representative, 'notice.recordSlip', id, { at: at - random.between(2, 20) * minute })
    at = office.soon(at, 10, 200)
    yield act(at, representative, 'notice.close', id, {})
  }
  for (let patience = 0; notice().state !== 'closed' && patience < 60; patience++) {
    at = office.days(at, 1, 2)
    yield { at, wait: true }
    at = yield* sanction(at, 0.05)
    if (running() && notice().completions.length === 0) {
      // handed back: the contractor owes it again
      yield act(at, representative, 'notice.recordCompletion', id, { at: at - 5 * minute })
      at = office.days(at, 1, 2)
      yield act(at, representative, 'notice.inspect', id, {
        at: at - minute,
        results: [{ defect: '1', standardMet: true, ownerSatisfied: true }],
      })
      at = office.soon(at, 20, 400)
      yield act(at, representative, 'notice.recordSlip', id, { at: at - 5 * minute })
      yield act(at + minute, representative, 'notice.close', id, {})
    }
  }
  at = yield* sanction(office.soon(at, 5, 60), 0.1)
  return { id, at }
}
