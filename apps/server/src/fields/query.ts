import type { Moment } from '@lintel/domain'
import type { Reader, Reading } from '../schema/context.ts'
import { all, conditionOf } from './conditions.ts'
import type { Tree } from './filter.ts'
import { lookedUp } from './looked-up.ts'
import { cursorOf, keysOf, readCursor, stretchesOf } from './keyset.ts'
import { readable, Statement } from './readable.ts'
import type { Order, Registry } from './registry.ts'

/** Whose list it is, when it is read, and what it is filtered by. */
export type List = { readonly registry: Registry; readonly reader: Reader; readonly now: Moment; readonly filter: Tree }
export type Page = { readonly first: number; readonly after?: string | null | undefined }

/** The records of a list as a condition over its table as `t`: what the reader may read, and the filter. P-1 */
export const matching = ({ registry, reader, now, filter }: List, statement: Statement) =>
  all([readable(registry.noun, reader, now, statement), conditionOf(filter, now, statement)])

/** The list with what an index knows of its filter. */
export const prepared = async (prisma: Reading, list: List): Promise<List> => ({
  ...list,
  filter: await lookedUp(prisma, list.registry.noun, list.filter),
})

export type Found = { readonly ids: readonly string[]; readonly cursors: readonly string[]; readonly more: boolean }
type Row = { readonly id: string; readonly place: readonly (string | null)[] }

/** A page of ids by keyset: it costs the same on the thousandth page as on the first, and nothing is counted. */
export const findPage = async (prisma: Reading, asked: List, sort: readonly Order[] | undefined, page: Page): Promise<Found> => {
  const keys = keysOf(asked.registry, asked.reader, sort)
  const place = page.after ? readCursor(keys, page.after) : undefined
  const wanted = page.first + 1
  const list = await prepared(prisma, asked)
  let rows: readonly Row[] = []
  for (const stretch of stretchesOf(keys, place)) {
    if (rows.length >= wanted) break
    const statement = new Statement()
    const conditions = matching(list, statement)
    const { condition, order } = stretch(statement)
    rows = [
      ...rows,
      ...(await prisma.$queryRawUnsafe<Row[]>(
        `select t.id::text as id, array[${keys.map(({ written }) => written).join(', ')}]::text[] as place from ${list.registry.table} t where ${all([conditions, condition])} order by ${order} limit ${wanted - rows.length}`,
        ...statement.values,
      )),
    ]
  }
  const shown = rows.slice(0, page.first)
  return {
    ids: shown.map(({ id }) => id),
    cursors: shown.map(({ id, place: values }) => cursorOf(keys, { values, id })),
    more: rows.length > page.first,
  }
}

/** The ids of a list in no order, up to so many; nothing where there are more. */
export const idsUpTo = async (prisma: Reading, asked: List, most: number): Promise<readonly string[] | undefined> => {
  const list = await prepared(prisma, asked)
  const statement = new Statement()
  const conditions = matching(list, statement)
  const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
    `select t.id::text as id from ${list.registry.table} t where ${conditions} limit ${most + 1}`,
    ...statement.values,
  )
  return rows.length > most ? undefined : rows.map(({ id }) => id)
}

/** How many match, up to a cap: never the reason a page waits. */
export const countUpTo = async (prisma: Reading, asked: List, cap: number) => {
  const list = await prepared(prisma, asked)
  const statement = new Statement()
  const conditions = matching(list, statement)
  const [row] = await prisma.$queryRawUnsafe<{ n: number }[]>(
    `select count(*)::int as n from (select 1 from ${list.registry.table} t where ${conditions} limit ${cap + 1}) found`,
    ...statement.values,
  )
  const n = row?.n ?? 0
  return { value: Math.min(n, cap), more: n > cap }
}
