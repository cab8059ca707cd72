import { readMoney, type Picked } from '@lintel/ui'
import type { ApprovalMode, ChainLimit, ChainRelation, ChainStepInput, ChainStepPartsFragment } from '../../gql/graphql.ts'
import { bilingualName, categoryName } from '../../places.ts'

// A chain as somebody is editing it: every step, seat and condition has a key of its own, so that moving one keeps the rest.

export const ways = ['position', 'department', 'person', 'relation'] as const
export type Way = (typeof ways)[number]
export type DraftSeat = {
  key: string
  way: Way
  position?: string | undefined
  department?: Picked | undefined
  person?: Picked | undefined
  relation?: ChainRelation | undefined
}
export type DraftCondition = {
  key: string
  over: string
  upTo: string
  limit: ChainLimit | undefined
  grounds: readonly string[]
  severities: readonly string[]
  categories: readonly Picked[]
  draftedBy: readonly string[]
  notDraftedBy: readonly string[]
}
export type DraftStep = { key: string; mode: ApprovalMode; seats: readonly DraftSeat[]; when: readonly DraftCondition[] }

const key = () => crypto.randomUUID()
export const newSeat = (): DraftSeat => ({ key: key(), way: 'position' })
export const newCondition = (): DraftCondition => ({
  key: key(),
  over: '',
  upTo: '',
  limit: undefined,
  grounds: [],
  severities: [],
  categories: [],
  draftedBy: [],
  notDraftedBy: [],
})
export const newStep = (): DraftStep => ({ key: key(), mode: 'any', seats: [newSeat()], when: [] })

export const draftFrom = (steps: readonly ChainStepPartsFragment[], language: 'zh' | 'en'): readonly DraftStep[] =>
  steps.map(({ mode, seats, when }) => ({
    key: key(),
    mode,
    seats: seats.map(({ position, department, person, relation }) => ({
      key: key(),
      way: department ? 'department' : person ? 'person' : relation ? 'relation' : 'position',
      position: position ?? undefined,
      department: department ? { value: department.id, label: bilingualName(department, language) } : undefined,
      person: person ? { value: person.id, label: person.name } : undefined,
      relation: relation ?? undefined,
    })),
    when: when.map(({ over, upTo, limit, grounds, severities, categories, draftedBy, notDraftedBy }) => ({
      key: key(),
      over: over?.amount ?? '',
      upTo: upTo?.amount ?? '',
      limit: limit ?? undefined,
      grounds: grounds.map(String),
      severities,
      categories: categories.map((category) => ({ value: category.id, label: categoryName(category, language) })),
      draftedBy,
      notDraftedBy,
    })),
  }))

const listed = <K extends string, T>(name: K, values: readonly T[]) =>
  (values.length ? { [name]: [...values] } : {}) as Partial<Record<K, T[]>>
/** What the API is told; what cannot be read as an amount goes as it was typed, and the answer says so. */
const sum = <K extends string>(name: K, typed: string) =>
  (typed.trim() === '' ? {} : { [name]: readMoney(typed) ?? typed }) as Partial<Record<K, string>>

const seatInput = ({ way, position, department, person, relation }: DraftSeat) => ({
  ...(way === 'position' && position ? { position } : {}),
  ...(way === 'department' && department ? { department: department.value } : {}),
  ...(way === 'person' && person ? { person: person.value } : {}),
  ...(way === 'relation' && relation ? { relation } : {}),
})
export const toInput = (steps: readonly DraftStep[]): ChainStepInput[] =>
  steps.map(({ mode, seats, when }) => ({
    mode,
    seats: seats.map(seatInput),
    when: when.map(({ over, upTo, limit, grounds, severities, categories, draftedBy, notDraftedBy }) => ({
      ...sum('over', over),
      ...sum('upTo', upTo),
      ...(limit ? { limit } : {}),
      ...listed('grounds', grounds.map(Number)),
      ...listed('severities', severities),
      ...listed(
        'categories',
        categories.map(({ value }) => value),
      ),
      ...listed('draftedBy', draftedBy),
      ...listed('notDraftedBy', notDraftedBy),
    })),
  }))

/** The same list with one of its items changed, moved by a place, or taken out. */
export const replaced = <T extends { key: string }>(all: readonly T[], one: T) => all.map((each) => (each.key === one.key ? one : each))
export const without = <T extends { key: string }>(all: readonly T[], one: T) => all.filter((each) => each.key !== one.key)
export const moved = <T>(all: readonly T[], from: number, by: number) => {
  const to = from + by
  const [item, other] = [all[from], all[to]]
  return item === undefined || other === undefined ? all : all.with(from, other).with(to, item)
}
