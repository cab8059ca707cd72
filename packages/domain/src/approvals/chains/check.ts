import type { PositionKey } from '../../kernel/actor.ts'
import { fen, type Money } from '../../kernel/money.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Rules } from '../../kernel/rules.ts'
import type { Id } from '../../kernel/values.ts'
import type { Case, Kind, Trait } from '../kinds/kind.ts'
import type { ChainStep, Condition } from './chain.ts'
import { candidates, canAllSign, type Known } from './seating.ts'
import { asked } from './steps.ts'

const problem = (step: number, what: string, about = '') => refuse('ChainProblem', { step, problem: what, about })

const usedBy = (when: Condition): readonly Trait[] => [
  ...(when.over !== undefined || when.upTo !== undefined || when.limit !== undefined ? (['amount'] as const) : []),
  ...(when.grounds?.length ? (['grounds'] as const) : []),
  ...(when.severities?.length ? (['severity'] as const) : []),
  ...(when.categories?.length ? (['category'] as const) : []),
  ...(when.draftedBy?.length || when.notDraftedBy?.length ? (['drafter'] as const) : []),
]

const seatProblem = (step: ChainStep, n: number, known: Known): Refusal | undefined => {
  const seen = new Set<string>()
  for (const seat of step.seats) {
    const { position, department, person } = seat
    if (Object.values(seat).filter((one) => one !== undefined).length !== 1) return problem(n, 'oneWho')
    if (position !== undefined && !known.positions.includes(position)) return problem(n, 'unknownPosition', position)
    if (department !== undefined && !known.departments.includes(department)) return problem(n, 'unknownDepartment')
    if (person !== undefined && candidates(seat, known)?.length === 0) return problem(n, 'leftPerson')
    if (seen.has(JSON.stringify(seat))) return problem(n, 'sameTwice')
    seen.add(JSON.stringify(seat))
  }
  const empty = step.seats.filter((seat) => candidates(seat, known)?.length === 0)
  const [first] = empty
  // any-of is signed by whoever there is; of the others each seat must have somebody
  return first && (step.mode !== 'any' || empty.length === step.seats.length)
    ? problem(n, 'nobodyEligible', first.position ?? '')
    : undefined
}

/** Cases on both sides of everything the chain and the rules tell apart: what holds of these holds of all. */
const cases = (steps: readonly ChainStep[], kind: Kind, rules: Rules): readonly Case[] => {
  const all = steps.flatMap(({ when }) => when)
  const sums = [rules.managerRepairLimit, ...all.flatMap(({ over, upTo }) => [over, upTo].filter((one) => one !== undefined))]
  const amounts = kind.dependsOn.includes('amount')
    ? [...new Set<Money>([fen(1n), ...sums.flatMap((sum) => [sum, fen(sum + 1n)])])]
    : [undefined]
  const grounds = kind.grounds.length ? kind.grounds.map((ground) => [ground]) : [undefined]
  const severities = kind.severities.length ? kind.severities : [undefined]
  const categories: readonly (readonly Id<'category'>[])[] = [[], ...new Set(all.flatMap(({ categories: some = [] }) => some))].map((one) =>
    Array.isArray(one) ? one : [one as Id<'category'>],
  )
  const named = all.flatMap(({ draftedBy = [], notDraftedBy = [] }) => [...draftedBy, ...notDraftedBy])
  const drafters = [[], ...[...new Set([...kind.drafters, ...named])].map((position) => [position])]
  return amounts.flatMap((amount) =>
    grounds.flatMap((ground) =>
      severities.flatMap((severity) =>
        categories.flatMap((category) =>
          drafters.map((drafterPositions) => ({
            ...(amount === undefined ? {} : { amount }),
            ...(ground === undefined ? {} : { grounds: ground }),
            ...(severity === undefined ? {} : { severity }),
            categories: category,
            drafterPositions,
          })),
        ),
      ),
    ),
  )
}

/** Whether nobody gets round the position's signature in these steps. */
const mustSign = (steps: readonly ChainStep[], position: PositionKey) =>
  steps.some(({ mode, seats }) =>
    mode === 'any' ? seats.every((seat) => seat.position === position) : seats.some((seat) => seat.position === position),
  )

/**
 * Why a chain cannot be used, or nothing: every seat names one who exists and can sign, every step is asked at some time,
 * every case has a step and enough different people, and what the rules demand of the kind is still demanded. B-1, F-6, E-5
 */
export const chainProblem = (steps: readonly ChainStep[], kind: Kind, known: Known, rules: Rules): Refusal | undefined => {
  for (const [n, step] of steps.entries()) {
    const no = seatProblem(step, n + 1, known)
    if (no) return no
    const strange = step.when.flatMap(usedBy).find((trait) => !kind.dependsOn.includes(trait))
    if (strange) return problem(n + 1, 'notOfKind', strange)
    if (step.when.some((when) => usedBy(when).length === 0)) return problem(n + 1, 'emptyCondition')
    const unknown = step.when
      .flatMap(({ draftedBy = [], notDraftedBy = [] }) => [...draftedBy, ...notDraftedBy])
      .find((position) => !known.positions.includes(position))
    if (unknown !== undefined) return problem(n + 1, 'unknownPosition', unknown)
  }
  const reached = new Set<number>()
  const seated = new Set<string>()
  for (const one of cases(steps, kind, rules)) {
    const taken = steps.filter((step) => asked(step, one, rules))
    if (taken.length === 0) return problem(0, 'noStep')
    for (const step of taken) reached.add(steps.indexOf(step))
    const missing = kind.demands(one, rules).find((position) => !mustSign(taken, position))
    if (missing !== undefined) return problem(0, 'demanded', missing)
    const which = taken.map((step) => steps.indexOf(step)).join()
    if (!seated.has(which) && !canAllSign(taken, known)) return problem(0, 'tooFewPeople')
    seated.add(which)
  }
  const never = steps.findIndex((_, n) => !reached.has(n))
  return never < 0 ? undefined : problem(never + 1, 'neverAsked')
}
