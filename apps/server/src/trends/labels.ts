import type { NounName } from '@lintel/domain'
import type { Snapshot } from '../database/snapshots.ts'
import { called } from '../fields/groups.ts'
import type { Reader } from '../schema/context.ts'
import { dimensionOf, type DimensionName } from './registry.ts'
import type { Named } from './opens.ts'

/** What keys stand for, and what records are called that they refer to; what may not be read has no name. */
export const namesOf = async (
  snapshot: Snapshot,
  reader: Reader,
  language: string,
  by: readonly DimensionName[],
  groups: readonly (readonly number[])[],
): Promise<{ readonly named: Named; readonly labels: ReadonlyMap<number, string> }> => {
  const named = new Map<number, string>()
  const labels = new Map<number, string>()
  for (const [n, name] of by.entries()) {
    const { kind, of } = dimensionOf(name)
    const keys = [...new Set(groups.map((group) => group[n] ?? 0))]
    if (kind === 'months') continue
    const label =
      kind === 'ref' && of && reader.may(`${of}.read`)
        ? called[of as NounName]?.(language).replaceAll(/\bk\b/g, 'k.value::uuid')
        : undefined
    const rows = await snapshot<{ key: number; value: string; label: string | null }>(
      `select k.key, k.value, ${label ? `(${label})` : 'null'} as label from trend_key k where k.key = any($1::int[])`,
      [keys],
    )
    for (const row of rows) {
      named.set(row.key, row.value)
      if (row.label !== null) labels.set(row.key, row.label)
    }
  }
  return { named, labels }
}
