import { dayOf, type Moment } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import { idOf } from '../schema/global-id.ts'
import { bucketOf, comparedTo, dayFrom, firstDayOf, type Compare, type Days, type Grain } from './calendar.ts'
import { aggregates, isGuarded } from './guard.ts'
import { dimensionOf, measureOf, subjects, subjectsOf, type DimensionName, type MeasureName } from './registry.ts'

/** What is asked, as the API has it. */
export type Given = {
  readonly by: readonly DimensionName[]
  readonly grain?: Grain | null | undefined
  readonly measures: readonly MeasureName[]
  readonly from: string
  readonly until: string
  readonly compare?: Compare | null | undefined
  readonly filter?: readonly Condition[] | null | undefined
  readonly order?: { readonly measure: MeasureName; readonly descending?: boolean | null | undefined } | null | undefined
  readonly first?: number | null | undefined
}
type Condition = {
  readonly dimension: DimensionName
  readonly in?: readonly string[] | null | undefined
  readonly none?: boolean | null | undefined
}
/** One dimension's condition: any of these values, as they stand in the keys; `none` where it says nothing. */
export type Kept = { readonly dimension: DimensionName; readonly values: readonly string[]; readonly none: boolean }
export type Ask = {
  readonly by: readonly DimensionName[]
  readonly grain: Grain | undefined
  readonly measures: readonly MeasureName[]
  readonly days: Days
  readonly before: Days | undefined
  readonly filter: readonly Kept[]
  readonly order: { readonly measure: MeasureName; readonly descending: boolean }
  readonly first: number
  /** The dimension by which cells are told apart for whoever may not read the records; see `toldCells`. */
  readonly guardedBy: DimensionName | undefined
  /** Of later days there is nothing yet. */
  readonly today: number
}

/** How much one answer may be: groups that are told apart, and rows that are handed out. */
export const most = { dimensions: 3, measures: 6, groups: 50_000, first: 1_000, values: 200, years: 50 }

/** What figures cannot be asked for, or not by this reader: which argument, and why. */
export class NotAsked extends Error {
  readonly because: 'tooWide' | 'notUsable' | 'guarded'
  constructor(argument: string, because: NotAsked['because']) {
    super(argument)
    this.because = because
  }
}

/** Whether the records behind a measure are the reader's to read. P-1 */
export const readsBehind = (reader: Reader, name: MeasureName) => subjectsOf(name).every((subject) => !isGuarded(reader, subject))
/** The measures a reader may ask for: those of what they may read, and those they have without it. P-1, Y-6 */
export const mayMeasure = (reader: Reader, name: MeasureName) =>
  subjectsOf(name).every(
    (subject) =>
      reader.may(`${subjects[subject].noun}.read`) ||
      // divided by homes, what is left out would look like less
      (reader.may(aggregates) && measureOf(name).kind !== 'rate'),
  )
const isQuarter = (day: number) => firstDayOf('quarter', bucketOf('quarter', day)) === day
/** Without the records: whole quarters, and one dimension besides the project. Y-6 */
const guardedBy = ({ by, grain, filter }: Given, { from, until }: Days): DimensionName | undefined => {
  if (!isQuarter(from)) throw new NotAsked('from', 'guarded')
  if (!isQuarter(until + 1)) throw new NotAsked('until', 'guarded')
  if (grain && grain !== 'quarter' && grain !== 'year') throw new NotAsked('grain', 'guarded')
  const [one, another] = new Set([...by, ...(filter ?? []).map(({ dimension }) => dimension)].filter((name) => name !== 'project'))
  if (another) throw new NotAsked(another, 'guarded')
  return one
}

const valuesOf = (name: DimensionName, values: readonly string[]): readonly string[] => {
  const { kind, of } = dimensionOf(name)
  if (values.length > most.values) throw new NotAsked(name, 'tooWide')
  if (values.some((value) => value.length > 200 || value.includes('\0'))) throw new NotAsked(name, 'notUsable')
  // an id of something else is none of these
  if (kind === 'ref') return values.flatMap((value) => idOf(of ?? '', value) ?? [])
  if (kind === 'months' && !values.every((value) => /^\d{1,3}$/.test(value))) throw new NotAsked(name, 'notUsable')
  return values
}

/** What is asked, checked. */
export const asked = (reader: Reader, given: Given, now: Moment): Ask => {
  const { by, grain, measures, first, compare } = given
  if (by.length > most.dimensions) throw new NotAsked('by', 'tooWide')
  if (new Set(by).size < by.length) throw new NotAsked('by', 'notUsable')
  if (measures.length === 0) throw new NotAsked('measures', 'notUsable')
  if (measures.length > most.measures) throw new NotAsked('measures', 'tooWide')
  const order = { measure: given.order?.measure ?? (measures[0] as MeasureName), descending: given.order?.descending ?? true }
  for (const name of measures) if (!mayMeasure(reader, name)) throw new NotAsked(name, 'notUsable')
  if (!measures.includes(order.measure)) throw new NotAsked('order', 'notUsable')
  // of homes it is known how old they are now, not how old they were in each of many months
  if (grain && by.includes('age') && measures.some((name) => measureOf(name).kind === 'rate')) throw new NotAsked('age', 'notUsable')
  const [from, until] = [dayFrom(given.from), dayFrom(given.until)]
  if (from === undefined) throw new NotAsked('from', 'notUsable')
  if (until === undefined || until < from) throw new NotAsked('until', 'notUsable')
  if (from < 0 || until - from > most.years * 366) throw new NotAsked('from', 'tooWide')
  if (grain && bucketOf(grain, until) - bucketOf(grain, from) >= most.groups) throw new NotAsked('grain', 'tooWide')
  const days = { from, until }
  const guarded = measures.some((name) => subjectsOf(name).some((subject) => isGuarded(reader, subject)))
  return {
    today: dayOf(now),
    guardedBy: guarded ? guardedBy(given, days) : undefined,
    by,
    grain: grain ?? undefined,
    measures: [...new Set(measures)],
    days,
    before: compare ? comparedTo(days, compare) : undefined,
    filter: (given.filter ?? []).map(({ dimension, in: values, none }) => ({
      dimension,
      values: valuesOf(dimension, values ?? []),
      none: none === true,
    })),
    order,
    first: Math.min(Math.max(first ?? 100, 1), most.first),
  }
}
