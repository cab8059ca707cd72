import { writeAddress, writeView } from '../list/address.ts'
import type { ListField } from '../list/fields.ts'
import { treeFrom } from '../list/kept-filter.ts'
import { plainView } from '@lintel/ui'
import type { TrendValue } from './written.ts'

const lists: Readonly<Record<string, string>> = {
  complaint: '/complaints',
  fine: '/fines',
  emergencyRepair: '/emergency-repairs',
  visit: '/visits',
  notice: '/notices',
  departmentRequest: '/department-requests',
}
/** The list of exactly the records a figure was counted from; none where they are of several kinds. Y-5 */
export const recordsOf = ({ opens }: TrendValue, fieldsOf: (noun: string) => readonly ListField[]): string | undefined => {
  const [one] = opens
  return one && opens.length === 1 ? listOf(one.noun, one.filter, fieldsOf(one.noun)) : undefined
}
/** A list with a filter as the API has it, once it is known what its fields are. */
export const listOf = (noun: string, filter: unknown, fields: readonly ListField[]): string | undefined => {
  const list = lists[noun]
  return list === undefined || fields.length === 0
    ? undefined
    : `${list}${writeAddress({ view: 'all', ...writeView({}, fields, { ...plainView, filter: treeFrom(filter, fields) }) })}`
}
