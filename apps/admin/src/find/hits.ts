import type { TFunction } from 'i18next'
import type { HitFragment } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName, categoryName, unitName } from '../places.ts'
import { listed } from '../words/words.ts'

export type Hit = HitFragment
type Saying = { t: TFunction; language: 'zh' | 'en'; position: (key: string) => string }

/** What a record is called among others of its kind. */
export const nameOf = ({ number, title, record }: Hit, { language }: Pick<Saying, 'language'>) =>
  record.__typename === 'Category'
    ? categoryName(record, language)
    : record.__typename === 'Department'
      ? bilingualName(record, language)
      : number && number !== title
        ? `${number} ${title}`
        : title

/** What tells it from others that are called alike. */
export const besideOf = ({ record }: Hit, { t, language, position }: Saying): string => {
  switch (record.__typename) {
    case 'Complaint':
    case 'Visit':
    case 'Survey':
      return unitName(record.unit) ?? ''
    case 'GroupAlert':
      return record.building.name
    case 'SuggestionTable':
      return t(`state.suggestionTable.${record.tableState}`)
    case 'Problem':
      return t(`choice.ProblemScope.${record.scope}`)
    case 'DepartmentRequest':
      return bilingualName(record.department, language)
    case 'Notice':
    case 'Fine':
    case 'EmergencyRepair':
    case 'Contract':
      return record.contractor.name
    case 'Customer':
      return [record.phone, ...record.units.slice(0, 2).map((unit) => unitName(unit))].filter(Boolean).join(' · ')
    case 'Unit':
      return record.houseType
    case 'Contractor':
      return record.vetoed ? t('contractors.vetoed') : t(`choice.PartyKind.${record.kind}`)
    case 'Project':
      return record.city
    case 'Person':
      return listed(record.positions.map(position))
    case 'Building':
    case 'Department':
    case 'Category':
    case undefined:
      return ''
  }
}

/** Where a result leads: to its page, or, where it has none, to what one looks for with it. */
export const placeOf = ({ noun, id, record }: Hit): { path: string; search?: Record<string, string> } => {
  switch (record.__typename) {
    case 'Unit':
      return { path: '/complaints', search: { unit: id } }
    case 'Customer':
      return { path: '/complaints', search: { customer: id } }
    case 'Contract':
      return { path: pathOf('contractor', record.contractor.id) }
    case 'Building':
      return { path: pathOf('project', record.project.id) }
    case 'Person':
      return { path: '/settings/people' }
    case 'Department':
      return { path: '/settings/departments' }
    case 'Category':
      return { path: '/settings/categories' }
    default:
      return { path: pathOf(noun, id) }
  }
}
export const hrefOfHit = (hit: Hit) => {
  const { path, search = {} } = placeOf(hit)
  const asked = new URLSearchParams(search).toString()
  return asked === '' ? path : `${path}?${asked}`
}
