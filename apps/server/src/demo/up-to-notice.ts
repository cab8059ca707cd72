import type { Moment, PersonId } from '@lintel/domain'
import type { Course } from './agenda.ts'
import { act, minute, type World } from './world.ts'

type Case = {
  readonly title: string
  readonly wording: string
  readonly location: string
  readonly requirement: string
  readonly homeAt: number
  readonly project: number
  readonly by: string
  readonly severity: string
}

/** Registered, accepted, spoken about, and a notice drafted: from here each of the stories below goes its own way. */
export function* upToNotice(
  world: World,
  about: Case,
  began: Moment,
  deadline: Moment,
): Course<{ readonly complaint: string; readonly notice: string; readonly at: Moment; readonly representative: PersonId } | undefined> {
  const { company, photos } = world
  const place = company.places[about.project]
  const home = place?.homes.filter(({ handedOver, owner }) => handedOver !== undefined && owner !== undefined)[about.homeAt]
  if (!place || !home?.owner) return undefined
  const representative = company.person(about.by)
  let at = began
  const complaint = yield act(at, company.person('frontdesk'), 'complaint.register', undefined, {
    project: place.id,
    unit: home.id,
    customer: home.owner,
    kind: 'complaint',
    channel: 'phone',
    category: company.category('卫生间渗漏'),
    element: 'bathroom',
    trade: 'waterproofing',
    severity: about.severity,
    title: about.title,
    wording: about.wording,
    wish: '请尽快安排人来处理',
    representative,
    evidence: [
      { kind: 'photo', title: '顶板滴水', file: photos.take(company.person('frontdesk'), 'ceiling') },
      { kind: 'photo', title: '墙面水迹', file: photos.take(company.person('frontdesk'), 'wall') },
    ],
  })
  if (complaint === undefined) return undefined
  at = (at + 12 * minute) as Moment
  yield act(at, representative, 'complaint.accept', complaint, {})
  at = (at + 35 * minute) as Moment
  yield act(at, representative, 'complaint.recordFeedback', complaint, {
    to: 'customer',
    method: 'phone',
    content: '已联系业主，告知今日开具整改通知单',
    at: at - 4 * minute,
  })
  at = (at + 50 * minute) as Moment
  const notice = yield act(at, representative, 'notice.draft', undefined, {
    project: place.id,
    contractor: company.contractor(about.project, 'waterproofing'),
    supervision: company.supervision(about.project),
    deadline,
    defects: [
      {
        complaint,
        unit: home.id,
        element: 'bathroom',
        location: `${home.label}${about.location}`,
        requirement: about.requirement,
        photos: [{ kind: 'photo', title: '整改前', file: photos.take(representative, 'before') }],
      },
    ],
  })
  return notice === undefined ? undefined : { complaint, notice, at: (at + 20 * minute) as Moment, representative }
}

export const water = { location: '主卫顶板', requirement: '重做防水层，闭水四十八小时无渗漏', severity: 'seriousQuality' }
