import type { Reading } from '../schema/context.ts'
import { columnOf, type Mapping } from './mapping.ts'
import { mappings } from './mappings.ts'
import { conditionOf, storedColumns, storedFrom, type Source, type StoredRow } from './source.ts'

/** Reads what facts are read from and locks nothing: for showing what could be decided. */
export const readingSource = (prisma: Reading): Source => ({
  async load(noun, ids) {
    const rows = await prisma.$queryRawUnsafe<StoredRow[]>(`select ${storedColumns} from "${mappings[noun].table}" where id = any($1::uuid[])`, ids)
    return rows.map((row) => storedFrom(noun, row))
  },
  async find(noun, where, newest) {
    const mapping: Mapping = mappings[noun]
    const { text, values } = conditionOf(mapping, where)
    const order = newest ? `${columnOf(mapping, newest.by)} desc nulls last, id limit ${newest.limit}` : 'id'
    const rows = await prisma.$queryRawUnsafe<StoredRow[]>(`select ${storedColumns} from "${mapping.table}" where ${text} order by ${order}`, ...values)
    return rows.map((row) => storedFrom(noun, row))
  },
  async tally(noun, where, by) {
    const mapping: Mapping = mappings[noun]
    const { text, values } = conditionOf(mapping, where)
    const column = columnOf(mapping, by)
    const rows = await prisma.$queryRawUnsafe<{ of: string; n: number }[]>(
      `select ${column}::text as of, count(*)::int as n from "${mapping.table}" where ${text} and ${column} is not null group by ${column}`,
      ...values,
    )
    return new Map(rows.map(({ of, n }) => [of, n]))
  },
  // nothing is decided here, so nothing asks for these
  lastDone: () => Promise.resolve(undefined),
  nextNumber: () => Promise.reject(new Error('a number is only taken by a decision')),
  holdsAll: () => false,
})
