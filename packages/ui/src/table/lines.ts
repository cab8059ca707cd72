import type { ReactNode } from 'react'
import type { Row } from '../fields.ts'

/** `changed`: somebody else changed it while it was shown. `gone`: it has left this list or its place in it. REL-11 */
export type Mark = 'changed' | 'gone'
export type RowLine = { readonly is: 'row'; readonly row: Row; readonly mark?: Mark | undefined }
export type GroupLine = {
  readonly is: 'group'
  readonly key: string
  readonly label: ReactNode
  /** How many it holds, as text; sums of its members by the key of their column. */
  readonly count: string
  readonly totals: Readonly<Record<string, unknown>>
  readonly opened: boolean
}
export type Line = RowLine | GroupLine

/**
 * What a table shows, line by line. It may know a window of it only: what is far away is let go and read again when it is
 * wanted, so that a hundred thousand rows weigh no more than a few pages.
 */
export type Lines = {
  /** How many places are known. */
  readonly count: number
  /** Whether there are further ones behind them. */
  readonly more: boolean
  /** Nothing where it is being read. */
  readonly at: (index: number) => Line | undefined
  /** Says which places are looked at, so that they are read and what is far from them is let go. */
  readonly want: (from: number, until: number) => void
  /** Ids of the rows that are held just now: the page one looks at, more or less. */
  readonly atHand: () => readonly string[]
  /** Ids of the rows from one place to another, read again where they were let go. */
  readonly idsBetween: (from: number, until: number) => Promise<readonly string[]>
}

/** A few rows that are all at hand. */
export const linesOf = (rows: readonly Row[]): Lines => {
  const lines = rows.map((row): Line => ({ is: 'row', row }))
  return {
    count: rows.length,
    more: false,
    at: (index) => lines[index],
    want: () => undefined,
    atHand: () => rows.map(({ id }) => id),
    idsBetween: async (from, until) => rows.slice(from, until + 1).map(({ id }) => id),
  }
}
