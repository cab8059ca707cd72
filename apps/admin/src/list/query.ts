import { endOfDay, startOfDay, type Field, type Filter } from '@lintel/ui'
import type { ListAddress } from './ListPage.tsx'

const input = (field: Field, filter: Filter): unknown => {
  switch (filter.is) {
    case 'in':
      return { in: filter.values }
    case 'contains':
      return { contains: filter.text }
    case 'flag':
      return { is: filter.on }
    case 'between': {
      const moment = field.type === 'moment' || field.type === 'clock'
      const from = filter.from && (moment ? startOfDay(filter.from) : filter.from)
      const to = filter.to && (moment ? endOfDay(filter.to) : filter.to)
      const read = (text: string) => (field.type === 'number' ? Number(text) : text)
      return { ...(from ? { from: read(from) } : {}), ...(to ? { to: read(to) } : {}) }
    }
  }
}

/** What the address says, as the list's query is asked. */
export const asked = ({ filters, sort }: ListAddress, fields: readonly Field[]): { filter?: never; sort?: never } => {
  const filter = Object.fromEntries(
    Object.entries(filters).flatMap(([key, each]) => {
      const field = fields.find((one) => one.key === key)
      return field ? [[key, input(field, each)]] : []
    }),
  )
  return {
    ...(Object.keys(filter).length > 0 ? { filter: filter as never } : {}),
    ...(sort.length > 0 ? { sort: sort.map(({ key, down }) => ({ field: key, down })) as never } : {}),
  }
}
