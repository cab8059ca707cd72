import { workingDaysAfter } from '../kernel/calendar.ts'
import { clock, late, type Clock } from '../kernel/clock.ts'
import type { Rules } from '../kernel/rules.ts'
import { earliest, type Moment } from '../kernel/values.ts'
import type { Defect, DefectResult, Ground, Notice } from './notice.ts'

/** Why the third ground holds, read off the record. F-1 */
export type SubReason = 'notStarted' | 'unfinished' | 'inspectionFailed'
/** `pending`: an excuse waits to be judged, and no fine may be signed on it. N-3 */
export type GroundHeld = {
  readonly ground: Ground
  readonly since: Moment
  readonly pending?: boolean
  readonly sub?: SubReason
  readonly proofs: readonly Proof[]
}
/** A recorded time that proves the ground, or its absence. N-5 */
export type Proof = { readonly what: string; readonly at?: Moment }

/** N-3: a telephone call starts the clock as well as the paper does. */
export const clockStarts = ({ served, phoned }: Notice) => earliest(served?.at, phoned?.at)

/** The four hours of N-3, or the time agreed in an accepted excuse. */
export const onSiteClock = (notice: Notice, rules: Rules): Clock | undefined => {
  const start = clockStarts(notice)
  if (start === undefined) return undefined
  const four = clock(rules, 'onSiteHours', start, { minutes: rules.onSiteHours * 60 })
  const agreed = notice.excuses.findLast(({ judged }) => judged?.accepted)?.judged?.until
  return agreed === undefined ? four : { ...four, due: agreed, rule: 'agreedTime' }
}
export const onSiteBy = (notice: Notice, rules: Rules) => onSiteClock(notice, rules)?.due
export const pendingExcuse = (notice: Notice) => notice.excuses.find(({ judged }) => !judged)

export const passed = ({ standardMet, ownerSatisfied }: DefectResult) => standardMet && ownerSatisfied
const resultsOf = (notice: Notice, defect: Defect) =>
  notice.inspections.flatMap(({ at, results }) =>
    results.filter((result) => result.defect === defect.id).map((result) => ({ ...result, at })),
  )
export const defectPassed = (notice: Notice, defect: Defect) => resultsOf(notice, defect).some(passed)
export const accepted = (notice: Notice) => notice.defects.length > 0 && notice.defects.every((defect) => defectPassed(notice, defect))
/** A completion that no inspection has followed yet. */
export const awaitsInspection = (notice: Notice) => {
  const done = notice.completions.at(-1)
  return done !== undefined && !notice.inspections.some(({ at, entered }) => at >= done.at && entered >= done.entered)
}

/** F-1 (3) for one defect: when its deadline came without it being put right. A completion in time waits for its inspection. */
const missed = (notice: Notice, defect: Defect): { since: Moment; sub: SubReason } | undefined => {
  const deadline = defect.deadline ?? notice.deadline
  const results = resultsOf(notice, defect)
  if (results.some((result) => passed(result) && result.at <= deadline)) return undefined
  const failedBefore = results.findLast(({ at }) => at <= deadline)
  const completed = notice.completions.find(({ at }) => at <= deadline && at > (failedBefore?.at ?? -Infinity))
  if (!completed) {
    const started = notice.started !== undefined && notice.started.at <= deadline
    return { since: deadline, sub: started || failedBefore ? 'unfinished' : 'notStarted' }
  }
  const first = results.find(({ at }) => at > deadline)
  return first && !passed(first) ? { since: first.at, sub: 'inspectionFailed' } : undefined
}

/** F-1 (5): every completion asks for the slip anew; one that was missed stays missed. N-6 */
const slipMissed = (notice: Notice, rules: Rules): { since: Moment; completed: Moment } | undefined =>
  notice.completions
    .map(({ at }) => ({ completed: at, since: workingDaysAfter(rules.calendar, at, rules.slipWorkingDays) }))
    .find(({ since }, n) => late(since, notice.slip?.at) && (notice.completions[n + 1]?.at ?? Infinity) > since)

export const slipClock = (notice: Notice, rules: Rules): Clock | undefined => {
  const done = notice.completions.at(-1)
  return done && clock(rules, 'slipWorkingDays', done.at, { workingDays: rules.slipWorkingDays })
}

const proof = (what: string, at: Moment | undefined): Proof => ({ what, ...(at === undefined ? {} : { at }) })

/**
 * N-5, F-1: every ground that holds or will come to hold if nothing else is recorded, with the moment it begins. Asking
 * "at t" is only a comparison, so a ground needs no job to come into force. T-3
 */
export const grounds = (notice: Notice, rules: Rules): readonly GroundHeld[] => {
  const start = clockStarts(notice)
  if (start === undefined) return []
  const by = onSiteBy(notice, rules)
  const pending = pendingExcuse(notice) !== undefined
  const third = notice.defects.flatMap((defect) => missed(notice, defect) ?? []).toSorted((a, b) => a.since - b.since)[0]
  const fourth = notice.inspections.find(({ results }) =>
    results.some(({ standardMet, ownerSatisfied }) => !standardMet && !ownerSatisfied),
  )
  const fifth = slipMissed(notice, rules)
  const held: readonly (GroundHeld | undefined)[] = [
    notice.refused && { ground: 1, since: notice.refused.at, proofs: [proof('refused', notice.refused.at)] },
    by !== undefined && (late(by, notice.onSite?.at) || late(by, notice.plan?.at))
      ? {
          ground: 2,
          since: by,
          ...(pending ? { pending } : {}),
          proofs: [
            proof('served', notice.served?.at),
            proof('phoned', notice.phoned?.at),
            proof('onSiteBy', by),
            proof('onSite', notice.onSite?.at),
            proof('plan', notice.plan?.at),
          ],
        }
      : undefined,
    third && {
      ground: 3,
      ...third,
      proofs: [proof('deadline', notice.deadline), proof('started', notice.started?.at), proof('completed', notice.completions.at(-1)?.at)],
    },
    fourth && { ground: 4, since: fourth.at, proofs: [proof('inspected', fourth.at)] },
    fifth && {
      ground: 5,
      since: fifth.since,
      proofs: [proof('completed', fifth.completed), proof('slipBy', fifth.since), proof('slip', notice.slip?.at)],
    },
  ]
  // what ended the notice ended what could still begin; what had begun stays on record. N-6
  return held.filter((ground) => ground !== undefined).filter(({ since }) => notice.endedAt === undefined || since <= notice.endedAt)
}
export const groundsAt = (notice: Notice, rules: Rules, at: Moment) => grounds(notice, rules).filter(({ since }) => since <= at)

export const stages = [
  'drafted',
  'served',
  'received',
  'refused',
  'onSite',
  'planSubmitted',
  'repairing',
  'completed',
  'failed',
  'accepted',
  'closed',
  'withdrawn',
  'takenOver',
] as const
export type Stage = (typeof stages)[number]
/** How far it has come, in the department's words: the latest of what has been recorded. N-2 */
export const stageOf = (notice: Notice): Stage => {
  if (notice.state === 'closed' || notice.state === 'withdrawn' || notice.state === 'takenOver' || notice.state === 'drafted')
    return notice.state
  if (accepted(notice)) return 'accepted'
  if (awaitsInspection(notice)) return 'completed'
  if (notice.inspections.length) return 'failed'
  if (notice.started) return 'repairing'
  if (notice.plan) return 'planSubmitted'
  if (notice.onSite) return 'onSite'
  if (notice.received) return 'received'
  return notice.refused ? 'refused' : 'served'
}
