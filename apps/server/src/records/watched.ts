import { matches } from './mapping.ts'
import type { AnyRecord, NounName, Where } from './nouns.ts'

const valueOf = (record: AnyRecord, property: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[property]
const timeOf = (record: AnyRecord, property: string) => Number(valueOf(record, property) ?? -Infinity)
const newestFirst = (by: string) => (a: AnyRecord, b: AnyRecord) => timeOf(b, by) - timeOf(a, by) || (a.id < b.id ? -1 : 1)

type Watch = { readonly where: Where; note(before: AnyRecord | undefined, now: AnyRecord): void }

/** Answers that are kept true while records change, instead of being worked out again from thousands of them. */
export type Watched = {
  put(noun: NounName, before: AnyRecord | undefined, now: AnyRecord): void
  /** How many there are by the value of a property. */
  counts(noun: NounName, where: Where, by: string, all: () => Iterable<AnyRecord>): ReadonlyMap<string, number>
  /** The newest few, newest first. */
  newest(noun: NounName, where: Where, by: string, limit: number, all: () => Iterable<AnyRecord>): readonly AnyRecord[]
}

export const watched = (): Watched => {
  const watches = new Map<string, Map<string, Watch & { readonly answer: () => unknown }>>()

  const remembered = <Answer>(noun: NounName, question: string, make: () => Watch & { readonly answer: () => Answer }): Answer => {
    const ofNoun = watches.get(noun) ?? new Map<string, Watch & { readonly answer: () => unknown }>()
    watches.set(noun, ofNoun)
    const known = ofNoun.get(question)
    // the same question has the same kind of answer
    if (known) return known.answer() as Answer
    const made = make()
    ofNoun.set(question, made)
    return made.answer()
  }

  return {
    put(noun, before, now) {
      for (const watch of watches.get(noun)?.values() ?? []) watch.note(before && matches(before, watch.where) ? before : undefined, now)
    },
    counts: (noun, where, by, all) =>
      remembered(noun, `count ${by} ${JSON.stringify(where)}`, () => {
        const counts = new Map<string, number>()
        const add = (record: AnyRecord, n: number) => {
          const value = valueOf(record, by)
          if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + n)
        }
        for (const record of all()) if (matches(record, where)) add(record, 1)
        return {
          where,
          note(before, now) {
            if (before) add(before, -1)
            if (matches(now, where)) add(now, 1)
          },
          answer: () => counts,
        }
      }),
    newest: (noun, where, by, limit, all) =>
      remembered(noun, `newest ${by} ${limit} ${JSON.stringify(where)}`, () => {
        const order = newestFirst(by)
        const gather = () =>
          [...all()]
            .filter((record) => matches(record, where))
            .toSorted(order)
            .slice(0, limit)
        let list = gather()
        let stale = false
        return {
          where,
          note(before, now) {
            const still = matches(now, where)
            const place = before ? list.findIndex(({ id }) => id === before.id) : -1
            if (place >= 0 && still && before && timeOf(before, by) === timeOf(now, by)) list = list.with(place, now)
            else if (place >= 0) stale = true
            else if (still) list = [...list, now].toSorted(order).slice(0, limit)
          },
          answer() {
            if (stale) list = gather()
            stale = false
            return list
          },
        }
      }),
  }
}
