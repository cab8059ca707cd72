import type { Recorded } from '../kernel/recorded.ts'
import type { Milestone, Notice, NoticeEvent } from './notice.ts'

const withFact = (notice: Notice, what: Milestone, fact: Recorded): Notice => ({
  ...notice,
  state: notice.state === 'drafted' ? 'running' : notice.state,
  [what]: fact,
})

const corrected = (notice: Notice, event: Extract<NoticeEvent, { type: 'Corrected' }>): Notice => {
  if (event.what === 'completed') {
    const { completions } = notice
    const rest = completions.slice(0, -1)
    const last = completions.at(-1)
    return { ...notice, completions: event.new === undefined || !last ? rest : [...rest, { ...last, at: event.new }] }
  }
  const { [event.what]: old, ...without } = notice
  // a fact that never happened goes; the notice itself still knows its other facts
  if (event.new === undefined || !old) return without
  return { ...notice, [event.what]: { ...old, at: event.new } }
}

export const evolve = (was: Notice | undefined, event: NoticeEvent): Notice => {
  if (event.type === 'Drafted') {
    const { type: _, at, defects, ...rest } = event
    return {
      ...rest,
      ...about(defects),
      state: 'drafted',
      draftedAt: at,
      newDeadlines: [],
      excuses: [],
      completions: [],
      inspections: [],
      fined: [],
      letGo: [],
      noted: [],
      takenBack: [],
    }
  }
  const notice = was as Notice
  switch (event.type) {
    case 'Amended':
      return { ...notice, ...about(event.defects), deadline: event.deadline }
    case 'Served':
      return withFact(notice, 'served', event.fact)
    case 'Phoned':
      return withFact(notice, 'phoned', event.fact)
    case 'Recorded':
      return withFact(notice, event.what, event.fact)
    case 'Completed':
      return { ...notice, completions: [...notice.completions, event.fact] }
    case 'ExcuseFiled':
      return { ...notice, excuses: [...notice.excuses, { filed: event.fact, reason: event.reason, proof: event.proof }] }
    case 'ExcuseJudged': {
      const { type: _, ...judged } = event
      return { ...notice, excuses: notice.excuses.map((excuse) => (excuse.judged ? excuse : { ...excuse, judged })) }
    }
    case 'Inspected': {
      const { newDeadline } = event.inspection
      return {
        ...notice,
        inspections: [...notice.inspections, event.inspection],
        newDeadlines: newDeadline === undefined ? notice.newDeadlines : [...notice.newDeadlines, newDeadline],
      }
    }
    case 'Corrected':
      return corrected(notice, event)
    case 'GroundTakenBack':
      return {
        ...notice,
        takenBack: [...notice.takenBack, { ground: event.ground, since: event.since, at: event.at }],
        noted: notice.noted.filter((ground) => ground !== event.ground),
      }
    case 'GroundNoted':
      return { ...notice, noted: [...notice.noted, event.ground] }
    case 'GroundLetGo':
      return { ...notice, letGo: [...notice.letGo, { ground: event.ground, reason: event.reason, by: event.by, at: event.at }] }
    case 'Fined':
      return {
        ...notice,
        fined: [
          ...notice.fined.filter(({ fine }) => fine !== event.fine),
          ...event.grounds.map((ground) => ({ ground, fine: event.fine })),
        ],
      }
    case 'FineEnded':
      return { ...notice, fined: notice.fined.filter(({ fine }) => fine !== event.fine) }
    case 'HandedOver':
      return { ...notice, representative: event.to }
    case 'Withdrawn':
      return { ...notice, state: 'withdrawn', endedAt: event.at }
    case 'TakenOver':
      return { ...notice, state: 'takenOver', repair: event.repair, endedAt: event.at }
    case 'HandedBack': {
      const { endedAt: _, repair: __, ...open } = notice
      return { ...open, state: 'running' }
    }
    case 'Closed':
      return { ...notice, state: 'closed', endedAt: notice.endedAt ?? event.at }
  }
}

const about = (defects: Notice['defects']) => ({
  defects,
  complaints: [...new Set(defects.flatMap(({ complaint }) => complaint ?? []))],
  units: [...new Set(defects.flatMap(({ unit }) => unit ?? []))],
})
