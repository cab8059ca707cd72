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
}
/** The list of exactly the records a figure was counted from; none where they are of several kinds. Y-5 */
export const recordsOf = ({ opens }: TrendValue, fieldsOf: (noun: string) => readonly ListField[]): string | undefined => {
  const [one] = opens
  const list = one && opens.length === 1 ? lists[one.noun] : undefined
  if (!one || list === undefined) return undefined
  const fields = fieldsOf(one.noun)
  return fields.length === 0
    ? undefined
    : `${list}${writeAddress({ view: 'all', ...writeView({}, fields, { ...plainView, filter: treeFrom(one.filter, fields) }) })}`
}
