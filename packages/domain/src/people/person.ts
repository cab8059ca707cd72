import type { Around } from '../approvals/chains/steps.ts'
import { card, type Card } from '../kernel/card.ts'
import type { Decision, Fact } from '../kernel/decision.ts'
import { choice, flag, list, optional, ref, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Hat } from '../kernel/actor.ts'
import type { DepartmentId, Id, PersonId, ProjectId } from '../kernel/values.ts'

const languages = ['zh', 'en'] as const
const shape = {
  name: text(60),
  email: text(120),
  phone: optional(text(30)),
  positions: list(text(60), { max: 20 }),
  /** Assigned to every project, or to those named. P-1 */
  allProjects: flag(),
  projects: list(ref('project'), { max: 500 }),
  /** New cases may be given to them. C-14 */
  onDuty: flag(),
  /** Categories they take first; none: any. C-14 */
  categories: list(ref('category'), { max: 50 }),
  language: choice('Language', languages),
  /** Where they work; what is asked of a department is asked of any of its staff. B-1 */
  department: optional(ref('department')),
  /** To whom what they are late with goes. B-5 */
  superior: optional(ref('person')),
}
/** A member of the staff. P-1 */
export type Person = Card<'person', typeof shape>

export const hatOf = (person: Person): Hat => ({
  person: person.id,
  positions: person.positions,
  projects: person.allProjects ? 'all' : person.projects,
  ...(person.department === undefined ? {} : { department: person.department }),
})

const aroundOf = ({ id, positions, superior, department }: Person): Around => ({
  person: id,
  positions,
  ...(superior === undefined ? {} : { superior }),
  ...(department === undefined ? {} : { department }),
})

type OnDuty = { readonly person: PersonId; readonly projects: 'all' | readonly ProjectId[]; readonly categories: readonly Id<'category'>[] }
/** Those of a position to whom new cases may be given. C-14 */
const onDuty: Fact<Person, string, readonly OnDuty[]> = {
  find: (position) => ({ positions: position, onDuty: true, state: 'active' }),
  read: (found) => found.map((person) => ({ person: person.id, projects: hatOf(person).projects, categories: person.categories })),
}
/** Whether a person holds the position in a project and is not retired. P-5 */
const working: Fact<Person, string, (person: PersonId, project: ProjectId) => boolean> = {
  find: (position) => ({ positions: position, state: 'active' }),
  read: (found) => (person, project) => found.some((one) => one.id === person && (one.allProjects || one.projects.includes(project))),
}
/** Somebody as a chain sees them: what they are, and to whom they report. B-1 */
const around: Fact<Person, PersonId, Around | undefined> = {
  find: (person) => ({ id: person }),
  read: ([found]) => found && aroundOf(found),
}
/** Everybody who works here. */
const everybody: Fact<Person, 'active', readonly Around[]> = {
  find: (state) => ({ state }),
  read: (found) => found.map(aroundOf),
}
/** Those of them who work here. P-5 */
const present: Fact<Person, readonly PersonId[], readonly PersonId[]> = {
  find: (people) => ({ id: people, state: 'active' }),
  read: (found) => found.map(({ id }) => id),
}
/** Who works in a department. P-5 */
const staffOf: Fact<Person, DepartmentId, readonly PersonId[]> = {
  find: (department) => ({ department, state: 'active' }),
  read: (found) => found.map(({ id }) => id),
}
/** Who else administers, so that nobody locks everybody out. */
const administrators: Fact<Person, string, readonly PersonId[]> = {
  find: (position) => ({ positions: position, state: 'active' }),
  read: (found) => found.map(({ id }) => id),
}

const noun = card('person', shape)
type PersonEvent = Parameters<typeof noun.evolve>[1]
const { change, retire } = noun.decisions

const lastAdministrator = (person: Person, left: boolean, administering: readonly PersonId[]) =>
  person.positions.includes('administrator') && left && administering.every((id) => id === person.id)
    ? refuse('LastOne', { what: 'administrator' })
    : undefined

const changeKeepingOne: Decision<Person, PersonEvent, typeof change.input, 'person.administrators'> = {
  ...change,
  refuses: ['Incomplete', 'LastOne', 'SameRecord'],
  needs: { 'person.administrators': () => 'administrator' },
  decide: (person, given, scene, facts) =>
    (given.superior === person.id ? refuse('SameRecord') : undefined) ??
    lastAdministrator(person, !given.positions.includes('administrator'), facts['person.administrators']) ??
    change.decide(person, given, scene, {}),
}
type OpenWork =
  | 'complaint.openOf'
  | 'notice.openOf'
  | 'emergencyRepair.openOf'
  | 'fine.openOf'
  | 'fine.keptBy'
  | 'departmentRequest.openOf'
  | 'survey.openOf'
const openWork = {
  'complaint.openOf': (person: Person) => person.id,
  'notice.openOf': (person: Person) => person.id,
  'emergencyRepair.openOf': (person: Person) => person.id,
  'fine.openOf': (person: Person) => person.id,
  'fine.keptBy': (person: Person) => person.id,
  'departmentRequest.openOf': (person: Person) => person.id,
  'survey.openOf': (person: Person) => person.id,
}
/** The facts that say what is somebody's by name. P-5 */
export const openWorkFacts = Object.keys(openWork) as readonly (keyof typeof openWork)[]

/** Nothing is left with nobody: whoever leaves has handed their work over. P-5 */
const retireWithNothingLeft: Decision<Person, PersonEvent, typeof retire.input, 'person.administrators' | OpenWork> = {
  ...retire,
  refuses: ['LastOne', 'HasOpenWork'],
  needs: { 'person.administrators': () => 'administrator', ...openWork },
  blocked(person, _, facts) {
    const count =
      facts['complaint.openOf'].length +
      facts['notice.openOf'].length +
      facts['emergencyRepair.openOf'].length +
      facts['fine.openOf'].length +
      facts['fine.keptBy'].length +
      facts['departmentRequest.openOf'].length +
      facts['survey.openOf'].length
    return lastAdministrator(person, true, facts['person.administrators']) ?? (count ? refuse('HasOpenWork', { count }) : undefined)
  },
  decide: (person, given, scene) => retire.decide(person, given, scene, {}),
}

const handOverInput = {
  to: ref('person'),
  /** Case by case: these alone; without any of them, everything. */
  complaints: optional(list(ref('complaint'), { max: 500 })),
  notices: optional(list(ref('notice'), { max: 500 })),
  repairs: optional(list(ref('emergencyRepair'), { max: 500 })),
  fines: optional(list(ref('fine'), { max: 500 })),
  requests: optional(list(ref('departmentRequest'), { max: 500 })),
  surveys: optional(list(ref('survey'), { max: 500 })),
}
/** 移交: what somebody is in charge of goes to a named colleague in one go, all of it or some; each record tells of it. P-5 */
const handOver: Decision<Person, PersonEvent, typeof handOverInput, OpenWork> = {
  input: handOverInput,
  from: ['active'],
  by: { permission: 'person.handOver' },
  refuses: ['SameRecord', 'Incomplete'],
  needs: openWork,
  decide(person, { to, complaints, notices, repairs, fines, requests, surveys }, _, facts) {
    if (to === person.id) return refuse('SameRecord')
    const some = (complaints ?? notices ?? repairs ?? fines ?? requests ?? surveys) !== undefined
    const meant = <Of>(all: readonly Of[], named: readonly Of[] = []) => (some ? all.filter((id) => named.includes(id)) : all)
    const follow = [
      ...meant(facts['complaint.openOf'], complaints).map((id) => ask('complaint.assign', id, { to })),
      ...meant(facts['notice.openOf'], notices).map((id) => ask('notice.handOver', id, { to })),
      ...meant(facts['emergencyRepair.openOf'], repairs).map((id) => ask('emergencyRepair.handOver', id, { to })),
      ...meant([...facts['fine.openOf'], ...facts['fine.keptBy']], fines).map((id) => ask('fine.handOver', id, { to })),
      ...meant(facts['departmentRequest.openOf'], requests).map((id) => ask('departmentRequest.handOver', id, { to })),
      ...meant(facts['survey.openOf'], surveys).map((id) => ask('survey.handOver', id, { to })),
    ]
    return follow.length ? { events: [], follow } : refuse('Incomplete', { what: 'openWork' })
  },
}

export const person = {
  ...noun,
  facts: { onDuty, working, around, everybody, present, staffOf, administrators },
  decisions: { ...noun.decisions, change: changeKeepingOne, retire: retireWithNothingLeft, handOver },
}
