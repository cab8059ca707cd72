import type { AnyRecord, NounName, Where } from './nouns.ts'
import type { Stored } from './stored.ts'

type Ids = Set<string>
type ByValue = Map<unknown, Ids>

const valuesOf = (record: AnyRecord, property: string): readonly unknown[] => {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[property]
  return Array.isArray(value) ? value : [value]
}

export type ColumnIndex = {
  put(stored: Stored, before: Stored | undefined): void
  drop(stored: Stored): void
  /** Records that may be the ones looked for; whoever asks still compares. */
  candidates(noun: NounName, where: Where): Iterable<string>
}

/** Records in memory by the properties facts look for; a property is indexed the first time it is looked for. */
export const columnIndex = (): ColumnIndex => {
  const held = new Map<NounName, Map<string, AnyRecord>>()
  const indexes = new Map<NounName, Map<string, ByValue>>()

  const enter = (values: ByValue, record: AnyRecord, property: string) => {
    for (const value of valuesOf(record, property)) {
      const ids = values.get(value)
      if (ids) ids.add(record.id)
      else values.set(value, new Set([record.id]))
    }
  }
  const leave = (values: ByValue, record: AnyRecord, property: string) => {
    for (const value of valuesOf(record, property)) values.get(value)?.delete(record.id)
  }
  const indexOn = (noun: NounName, property: string): ByValue => {
    const ofNoun = indexes.get(noun) ?? new Map<string, ByValue>()
    indexes.set(noun, ofNoun)
    const known = ofNoun.get(property)
    if (known) return known
    const values: ByValue = new Map()
    ofNoun.set(property, values)
    for (const record of held.get(noun)?.values() ?? []) enter(values, record, property)
    return values
  }

  return {
    put({ noun, record }, before) {
      const ofNoun = held.get(noun)
      if (ofNoun) ofNoun.set(record.id, record)
      else held.set(noun, new Map([[record.id, record]]))
      for (const [property, values] of indexes.get(noun) ?? []) {
        if (before) leave(values, before.record, property)
        enter(values, record, property)
      }
    },
    drop({ noun, record }) {
      held.get(noun)?.delete(record.id)
      for (const [property, values] of indexes.get(noun) ?? []) leave(values, record, property)
    },
    candidates(noun, where) {
      const { id } = where
      if (typeof id === 'string') return [id]
      let fewest: readonly Ids[] | undefined
      let size = Infinity
      for (const [property, wanted] of Object.entries(where)) {
        const values = indexOn(noun, property)
        const sets = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((value: unknown) => values.get(value) ?? [])
        const all = sets.reduce((sum, ids) => sum + ids.size, 0)
        if (all < size) [fewest, size] = [sets, all]
      }
      if (!fewest) return held.get(noun)?.keys() ?? []
      const [only, ...others] = fewest
      if (only && others.length === 0) return only
      return new Set(fewest.flatMap((ids) => [...ids]))
    },
  }
}
