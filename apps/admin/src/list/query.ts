import { endOfDay, startOfDay, type Field, type Filter } from '@lintel/ui'
import type { ListAddress } from './ListPage.tsx'

const input = (field: Field & { kind?: string }, filter: Filter): unknown => {
  switch (filter.is) {
    case 'in':
      return field.kind === 'numbers' ? filter.values.map(Number) : filter.values
    case 'contains':
      return { contains: filter.text }
    case 'flag':
      return filter.on
    case 'between': {
      const moment = field.type === 'moment' || field.type === 'clock'
      const from = filter.from && (moment ? startOfDay(filter.from) : filter.from)
      const until = filter.to && (moment ? endOfDay(filter.to) : filter.to)
      const read = (text: string) =>
        field.type === 'number' ? Number(text) : field.type === 'money' && !text.includes('.') ? `${text}.00` : text
      return { ...(from ? { from: read(from) } : {}), ...(until ? { until: read(until) } : {}) }
    }
  }
}

/** What the address says, as the list's query is asked; the registry the fields come from is the filters' as well. */
export const asked = ({ filters, sort }: ListAddress, fields: readonly Field[]): { filter?: never; sort?: never } => {
  const filter = Object.fromEntries(
    Object.entries(filters).flatMap(([key, each]) => {
      const field = fields.find((one) => one.key === key)
      return field ? [[key, input(field, each)]] : []
    }),
  )
  const [first] = sort
  return {
    ...(Object.keys(filter).length > 0 ? { filter: filter as never } : {}),
    ...(first ? { sort: { by: first.key, descending: first.down } as never } : {}),
  }
}
