import type { AnyRecord, Money, Moment, Rules } from '@lintel/domain'
import type { Where } from './nouns.ts'

/** What a column holds, as JSON that PostgreSQL reads into the column's type. */
export type Cell = string | number | boolean | null | readonly (string | number)[]
export type Row = Readonly<Record<string, Cell>>

/** Rows of another table; `of` is their column with the record's id. */
export type Children<R> = { readonly of: string; rows(record: R, rules: Rules): readonly Row[] }

export type Entries<R> = { readonly of: string; readonly key: string; rows(record: R): readonly Row[] }

/**
 * How a noun's record lies in its table. The record whole is in `document`; what is listed, filtered, found by a fact or
 * guarded by a constraint is a column beside it, derived here and nowhere else.
 */
export type Mapping<R extends AnyRecord = AnyRecord> = {
  readonly table: string
  /** Due times follow from the rules; when those change, the columns are read off again. */
  columns(record: R, rules: Rules): Row
  /** The columns of the properties that facts look for, besides id, number, state and project. */
  readonly found: Readonly<Partial<Record<keyof R & string, string>>>
  /** Rows of other tables that constraints need, replaced with the record. */
  readonly children?: Readonly<Record<string, Children<R>>>
  /** Rows that are only ever added; their ids follow from the record. One that is there already under `key` is left alone. */
  readonly entries?: Readonly<Record<string, Entries<R>>>
  /** Where the open work is: facts about it are locked until the decision they serve is committed. */
  readonly lockedByFacts: boolean
}

export const at = (moment: Moment | undefined): string | null => (moment === undefined ? null : new Date(moment).toISOString())
export const fen = (money: Money | undefined): string | null => (money === undefined ? null : money.toString())
export const or = <T>(value: T | undefined): T | null => value ?? null
/** Where nothing is due: after everything that is, so that one order serves all. */
export const never = '9999-12-31T00:00:00.000Z'

const everywhere: Readonly<Record<string, string>> = { id: 'id', number: 'number', state: 'state', project: 'project_id' }
export const columnOf = (mapping: Mapping, property: string): string => {
  const column = everywhere[property] ?? (mapping.found as Readonly<Record<string, string>>)[property]
  if (!column) throw new Error(`${mapping.table} has no column for "${property}", which a fact looks for`)
  return column
}

/** Whether a record is one of those a fact is about, by the same reading as the SQL. */
export const matches = (record: AnyRecord, where: Where): boolean =>
  Object.entries(where).every(([property, wanted]) => {
    const value = (record as unknown as Readonly<Record<string, unknown>>)[property]
    if (Array.isArray(value)) return value.includes(wanted)
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted
  })
