import type { Reader } from '../schema/context.ts'
import { globalId } from '../schema/global-id.ts'
import { typeOf } from '../schema/names.ts'
import type { Ask } from './asked.ts'
import { dayWritten, firstDayOf, type Days } from './calendar.ts'
import { countedFor, countedOf, dimensionOf, subjects, type DimensionName, type MeasureName, type SubjectName } from './registry.ts'

/** A list of exactly the records behind a figure: its noun, and the filter as the API has it. Y-5 */
export type Opens = { readonly noun: (typeof subjects)[SubjectName]['noun']; readonly filter: Readonly<Record<string, unknown>> }

/** What a key stands for. */
export type Named = ReadonlyMap<number, string>
/** As the API has it: an id, an enum's value, a house type, a number of months; nothing where the group says nothing. */
export const valueOf = (name: DimensionName, key: number, named: Named): string | null => {
  const { kind, of } = dimensionOf(name)
  if (kind === 'months') return key < 0 ? null : String(key)
  const value = named.get(key)
  if (value === undefined) return null
  return kind === 'ref' ? globalId(typeOf(of ?? ''), value) : value
}

/** 120 months stands for more as well. */
const oldest = 120
const monthsOf = (field: string, value: string) => {
  const months = Number(value)
  return { [field]: months >= oldest ? { from: oldest } : { from: months, until: months } }
}
const testOf = (name: DimensionName, subject: SubjectName, values: readonly string[], none: boolean): object => {
  const { kind, field: usual, fieldOf } = dimensionOf(name)
  const field = fieldOf?.[subject] ?? usual
  const any =
    kind === 'text'
      ? values.map((value) => ({ [field]: { is: value } }))
      : kind === 'months'
        ? values.map((value) => monthsOf(field, value))
        : values.length
          ? [{ [field]: { in: values } }]
          : []
  const tests = none ? [...any, { [field]: { empty: true } }] : any
  // none of no values: what nothing is
  if (tests.length === 0) return { and: [{ [field]: { empty: true } }, { not: { [field]: { empty: true } } }] }
  return tests.length === 1 ? (tests[0] as object) : { or: tests }
}

const at = (day: number) => Date.parse(`${dayWritten(day)}T00:00:00+08:00`)
/** The days of a stretch of time that were asked for. */
const daysIn = ({ grain, days }: Ask, bucket: number | undefined): Days =>
  grain === undefined || bucket === undefined
    ? days
    : { from: Math.max(days.from, firstDayOf(grain, bucket)), until: Math.min(days.until, firstDayOf(grain, bucket + 1) - 1) }

/** The lists behind one figure, for whoever may read them; of groups taken together there is none. */
export const opensOf = (
  reader: Reader,
  ask: Ask,
  name: MeasureName,
  keys: readonly (string | null)[] | 'together',
  bucket: number | undefined,
): readonly Opens[] => {
  if (keys === 'together') return []
  const { from, until } = daysIn(ask, bucket)
  return countedFor(name).flatMap((one): readonly Opens[] => {
    const { subject, filter: more } = countedOf(one)
    const { noun, at: field, filter } = subjects[subject]
    if (!reader.may(`${noun}.read`)) return []
    const grouped = ask.by.slice(0, keys.length)
    const tests = [
      ...grouped.map((dimension, n) => {
        const value = keys[n] ?? null
        return testOf(dimension, subject, value === null ? [] : [value], value === null)
      }),
      ...ask.filter
        .filter(({ dimension }) => !grouped.includes(dimension))
        .map((kept) => testOf(kept.dimension, subject, writtenIn(kept), kept.none)),
    ]
    const time = { [field]: { from: new Date(at(from)).toISOString(), until: new Date(at(until + 1) - 1).toISOString() } }
    return [{ noun, filter: { ...filter, ...more, ...time, ...(tests.length ? { and: tests } : {}) } }]
  })
}
const writtenIn = ({ dimension, values }: Ask['filter'][number]) => {
  const { kind, of } = dimensionOf(dimension)
  return kind === 'ref' ? values.map((id) => globalId(typeOf(of ?? ''), id)) : values
}
