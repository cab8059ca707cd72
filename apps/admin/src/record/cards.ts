import type { Typed } from '@lintel/ui'

/** What a form of change begins with: the record as it stands. */
export const changeFrom = (record: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[key, value]] : typeof value === 'number' ? [[key, String(value)]] : [],
    ),
  )
