import type { PositionKey } from '../../kernel/actor.ts'
import type { DepartmentId, PersonId } from '../../kernel/values.ts'
import type { ChainSeat, ChainStep } from './chain.ts'

/** Who works here, as a chain is checked against it. */
export type Staff = readonly {
  readonly person: PersonId
  readonly positions: readonly PositionKey[]
  readonly department?: DepartmentId
}[]
export type Known = { readonly staff: Staff; readonly positions: readonly PositionKey[]; readonly departments: readonly DepartmentId[] }

/** Those who could sign there; a relation is only known when a request is made. */
export const candidates = (seat: ChainSeat, { staff }: Known): readonly PersonId[] | undefined => {
  const { position, department, person } = seat
  if (person !== undefined) return staff.some((one) => one.person === person) ? [person] : []
  if (department !== undefined) return staff.filter((one) => one.department === department).map((one) => one.person)
  if (position !== undefined) return staff.filter(({ positions }) => positions.includes(position)).map((one) => one.person)
  return seat.relation === 'projectRepresentative'
    ? staff.filter(({ positions }) => positions.includes('representative')).map((one) => one.person)
    : undefined
}

/** P-2: one person gives at most one signature in a chain, so every signature asked needs somebody of its own. */
export const canAllSign = (steps: readonly ChainStep[], known: Known): boolean => {
  const asked = steps.flatMap(({ mode, seats }): (readonly PersonId[] | undefined)[] => {
    const each = seats.map((seat) => candidates(seat, known))
    if (mode !== 'any') return each
    return each.includes(undefined) ? [undefined] : [each.flatMap((some) => some ?? [])]
  })
  const signs = new Map<PersonId, number>()
  const seat = (n: number, tried: Set<PersonId>): boolean =>
    (asked[n] ?? []).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const other = signs.get(person)
      if (other !== undefined && !seat(other, tried)) return false
      signs.set(person, n)
      return true
    })
  return asked.every((some, n) => some === undefined || seat(n, new Set()))
}
