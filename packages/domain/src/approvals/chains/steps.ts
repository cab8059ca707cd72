import type { Holder } from '../../kernel/actor.ts'
import type { Rules } from '../../kernel/rules.ts'
import type { DepartmentId, PersonId } from '../../kernel/values.ts'
import type { NewStep } from '../approval.ts'
import type { Case } from '../kinds/kind.ts'
import type { ChainSeat, ChainStep, Condition } from './chain.ts'

/** Somebody as the relations of a chain see them. */
export type Around = {
  readonly person: PersonId
  readonly positions: readonly string[]
  readonly superior?: PersonId
  readonly department?: DepartmentId
}
export type Head = { readonly department: DepartmentId; readonly head?: PersonId }

const meet = <T>(some: readonly T[], others: readonly T[]) => some.some((one) => others.includes(one))

/** Whether a condition holds of a case; what the case does not have meets nothing. B-1 */
export const holds = (when: Condition, of: Case, rules: Rules): boolean => {
  const { amount, grounds = [], severity, categories, drafterPositions } = of
  if (when.over !== undefined && (amount === undefined || amount <= when.over)) return false
  if (when.upTo !== undefined && (amount === undefined || amount > when.upTo)) return false
  if (when.limit !== undefined && (amount === undefined || amount <= rules[when.limit])) return false
  if (when.grounds?.length && !meet(when.grounds, grounds)) return false
  if (when.severities?.length && (severity === undefined || !when.severities.includes(severity))) return false
  if (when.categories?.length && !meet(when.categories, categories)) return false
  if (when.draftedBy?.length && !meet(when.draftedBy, drafterPositions)) return false
  return !when.notDraftedBy?.length || !meet(when.notDraftedBy, drafterPositions)
}
export const asked = ({ when }: ChainStep, of: Case, rules: Rules) => when.length === 0 || when.some((one) => holds(one, of, rules))

/**
 * Who sits there. A relation that leads to nobody, or back to the drafter, leaves the seat with the drafter, who may not
 * sign it: the administrator then owes a reassignment and nothing is stuck. B-10
 */
const holderOf = (seat: ChainSeat, { project }: Case, drafter: Around, heads: readonly Head[]): Holder => {
  if (seat.person !== undefined) return { person: seat.person }
  if (seat.department !== undefined) return { department: seat.department }
  const here = project === undefined ? {} : { project }
  if (seat.position !== undefined) return { position: seat.position, ...here }
  const head = heads.find(({ department }) => department === drafter.department)?.head
  if (seat.relation === 'projectRepresentative') return { position: 'representative', ...here }
  // whoever leads their department goes to their own superior
  const others = [head, drafter.superior].filter((person) => person !== undefined && person !== drafter.person)
  const [first] = seat.relation === 'drafterDepartmentHead' ? others : others.toReversed()
  return { person: first ?? drafter.person }
}

/** The steps a case goes through, with who sits where. A person named twice, as superior and as head, signs once. P-2 */
export const stepsFor = (
  steps: readonly ChainStep[],
  of: Case,
  drafter: Around,
  heads: readonly Head[],
  rules: Rules,
): readonly NewStep[] => {
  const named = new Set<string>()
  return steps
    .filter((step) => asked(step, of, rules))
    .map(({ mode, seats }) => ({
      mode,
      seats: seats
        .map((seat) => holderOf(seat, of, drafter, heads))
        .filter((holder) => {
          if (!('person' in holder)) return true
          const again = named.has(holder.person)
          named.add(holder.person)
          return !again
        }),
    }))
    .filter(({ seats }) => seats.length > 0)
}
