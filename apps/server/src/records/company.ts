import {
  defaultSettings,
  hatOf,
  type chainProblem,
  type Department,
  type DepartmentId,
  type Hat,
  rulesOf,
  type Actor,
  type CompanySettings,
  type Delegation,
  type Moment,
  type Person,
  type PersonId,
  type Position,
  type Rules,
} from '@lintel/domain'
import { decidingWith, type Deciding } from './play.ts'

/** What the system does itself, such as setting itself up, is labelled as its own. B-9 */
export const system = '00000000-0000-8000-8000-000000000000' as PersonId

/** Who works here, what they may, and the rules in force: what every decision reads besides records. */
export type Company = {
  readonly rules: Rules
  readonly person: (id: PersonId) => Person | undefined
  /** Everybody who works here now. */
  readonly everybody: readonly PersonId[]
  /** The same, as they hold what is asked. */
  readonly hats: readonly Hat[]
  /** Whoever leads each department. */
  readonly heads: readonly { readonly department: DepartmentId; readonly head?: PersonId }[]
  /** What a chain is checked against. B-1 */
  readonly known: Parameters<typeof chainProblem>[2]
  /** The person as they decide now; nobody, where they are unknown or have left. */
  readonly deciding: (id: PersonId) => Deciding | undefined
  /** Whether a position of theirs wants a second factor. SEC-11 */
  readonly asksSecondFactor: (id: PersonId) => boolean
}

export type Staff = {
  readonly persons: Iterable<Person>
  readonly positions: Iterable<Position>
  readonly departments: Iterable<Department>
  readonly delegations: Iterable<Delegation>
  readonly settings: CompanySettings | undefined
}

const unset: Rules = {
  ...defaultSettings,
  version: 0,
  calendar: { holidays: new Set(), makeUpDays: new Set(), publishedYears: new Set(), hours: [] },
}

const theSystem: Deciding = {
  actor: { person: system, positions: [], projects: 'all', standsInFor: [] },
  permissions: new Set(),
  may: () => true,
  itself: true,
}

export const companyOf = ({ persons, positions, departments, delegations, settings }: Staff): Company => {
  const people = new Map([...persons].map((person) => [person.id as PersonId, person]))
  const permissions = new Map([...positions].filter(({ state }) => state === 'active').map(({ key, permissions: held }) => [key, held]))
  const strict = new Set([...positions].filter(({ state, secondFactor }) => state === 'active' && secondFactor).map(({ key }) => key))
  const standIns = Map.groupBy(
    [...delegations].filter(({ state }) => state === 'granted'),
    ({ to }) => to,
  )
  const known = new Map<PersonId, Deciding>([[system, theSystem]])

  const open = [...departments].filter(({ state }) => state === 'active')
  const active = [...people.values()].filter(({ state }) => state === 'active')
  /** Theirs, or whoever leads their department; whoever has left passes it on to their own. B-5 */
  const superiorOf = (person: Person, seen: readonly PersonId[] = [person.id]): PersonId | undefined => {
    const head = open.find(({ id }) => id === person.department)?.head
    const found = [person.superior, head].find((id) => id !== undefined && !seen.includes(id) && people.get(id)?.state === 'active')
    const gone = person.superior === undefined || seen.includes(person.superior) ? undefined : people.get(person.superior)
    return found ?? (gone && superiorOf(gone, [...seen, gone.id]))
  }
  const reporting = Map.groupBy(active, (person) => superiorOf(person))
  const hatWith = (person: Person): Hat => {
    const leads = reporting.get(person.id)
    return { ...hatOf(person), ...(leads ? { leads: leads.map(hatOf) } : {}) }
  }
  const hats = active.map(hatWith)

  const working = (id: PersonId) => {
    const person = people.get(id)
    return person?.state === 'active' ? person : undefined
  }
  const decide = (id: PersonId): Deciding | undefined => {
    const person = working(id)
    if (!person) return undefined
    const actor: Actor = {
      ...hatWith(person),
      // only those running count, which whoever reads them decides by the time of the decision. P-2
      standsInFor: (standIns.get(id) ?? []).flatMap(({ principal, from, until }) => {
        const other = working(principal)
        return other ? [{ ...hatWith(other), from, until }] : []
      }),
    }
    return decidingWith(actor, new Set(person.positions.flatMap((key) => permissions.get(key) ?? [])))
  }
  return {
    hats,
    heads: open.map(({ id, head }) => ({ department: id, ...(head === undefined ? {} : { head }) })),
    known: { staff: hats, positions: [...permissions.keys()], departments: open.map(({ id }) => id) },
    rules: settings ? rulesOf(settings) : unset,
    person: (id) => people.get(id),
    asksSecondFactor: (id) => people.get(id)?.positions.some((key) => strict.has(key)) ?? false,
    everybody: hats.map(({ person }) => person),
    deciding(id) {
      const before = known.get(id)
      if (before) return before
      const now = decide(id)
      if (now) known.set(id, now)
      return now
    },
  }
}

export type Clock = { now(database: Moment): Moment }
/** The time of a decision is the database's. T-1 */
export const databaseTime: Clock = { now: (database) => database }
