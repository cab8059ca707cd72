import type { NounName } from '@lintel/domain'

/** What is counted: the table of its figures, when each counts, and its list with the filter of what counts. Y-5 */
export type Subject = {
  readonly noun: NounName
  readonly table: string
  /** The field of its list that says when. */
  readonly at: string
  readonly counts: string
  readonly filter: Readonly<Record<string, unknown>>
}
export const subjects = {
  // a merged case is the same matter as another, which is counted; a rejected one came in all the same
  complaint: {
    noun: 'complaint',
    table: 'trend_complaint',
    at: 'registeredAt',
    counts: 'f.counted',
    filter: { state: { not: ['merged'] } },
  },
  fine: { noun: 'fine', table: 'trend_fine', at: 'issuedAt', counts: 'true', filter: { state: { in: ['issued', 'appealed', 'cleared'] } } },
  emergencyRepair: {
    noun: 'emergencyRepair',
    table: 'trend_repair',
    at: 'startedAt',
    counts: 'true',
    filter: { state: { not: ['suggested', 'rejected', 'cancelled'] } },
  },
  visit: {
    noun: 'visit',
    table: 'trend_visit',
    at: 'visitedAt',
    counts: 'true',
    filter: { state: { in: ['done'] }, level: { empty: false } },
  },
} as const satisfies Readonly<Record<string, Subject>>
export type SubjectName = keyof typeof subjects

/**
 * What figures are counted by: the column in the tables of figures, what its values are, and the field of the lists that
 * asks for one. `of`: the noun it refers to. `units`: the column of a home by which the homes handed over are counted too.
 */
export type Dimension = {
  readonly column: string
  readonly kind: 'ref' | 'choice' | 'text' | 'months'
  readonly of?: NounName
  readonly key: string
  readonly field: string
  /** Where the list of a subject has another field for it. */
  readonly fieldOf?: Readonly<Partial<Record<SubjectName, string>>>
  readonly units?: string
}
const refersTo = (of: NounName, column: string, more: Partial<Dimension> = {}): Dimension => ({
  kind: 'ref',
  of,
  column,
  key: column,
  field: column,
  ...more,
})
const chosen = (column: string, more: Partial<Dimension> = {}): Dimension => ({
  kind: 'choice',
  column,
  key: column,
  field: column,
  ...more,
})
const severityOfCase = { fine: 'caseSeverity', emergencyRepair: 'caseSeverity', visit: 'caseSeverity' }

/** A line a dimension. */
export const dimensions = {
  project: refersTo('project', 'project', { units: 'u.project_id::text' }),
  building: refersTo('building', 'building', { units: 'u.building_id::text' }),
  contractor: refersTo('contractor', 'contractor'),
  trade: chosen('trade'),
  category: refersTo('category', 'category', { field: 'topCategory' }),
  subcategory: refersTo('category', 'subcategory', { key: 'category', field: 'category' }),
  element: chosen('element'),
  channel: chosen('channel'),
  severity: chosen('severity', { fieldOf: severityOfCase }),
  kind: chosen('kind'),
  representative: refersTo('person', 'representative'),
  houseType: { kind: 'text', column: 'house_type', key: 'houseType', field: 'houseType', units: 'u.house_type' },
  age: { kind: 'months', column: 'age', key: '', field: 'age' },
} as const satisfies Readonly<Record<string, Dimension>>
export type DimensionName = keyof typeof dimensions
export const dimensionNames = Object.keys(dimensions) as readonly DimensionName[]
export const dimensionOf = (name: DimensionName): Dimension => dimensions[name]

type Rolled = { readonly part: string; readonly of: string }
/**
 * What is measured of a subject. `part` of `of`: sums over the table of figures as `f`; a share is part over of, a sum the
 * part alone, and `of` is how many records are behind it. `seconds`: the column a percentile is taken of. `filter`: what the
 * list asks besides, so that it holds exactly the records behind it. Y-5. `rolled`: the same two over sums of months as `f`,
 * where those can tell.
 */
export type Measure =
  | {
      readonly kind: 'count' | 'share' | 'money' | 'hours'
      readonly subject: SubjectName
      readonly part: string
      readonly of: string
      readonly rolled?: Rolled
      readonly filter?: object
    }
  | {
      readonly kind: 'duration'
      readonly subject: SubjectName
      readonly seconds: string
      readonly at: number
      readonly of: string
      readonly rolled?: undefined
      readonly filter: object
    }
  /** Per hundred homes handed over. */
  | {
      readonly kind: 'rate'
      readonly subject: SubjectName
      readonly part: string
      readonly of: string
      readonly rolled?: Rolled
      readonly filter?: object
    }
  /** The sum of others. */
  | { readonly kind: 'sum'; readonly parts: readonly string[] }

const all = 'count(*)'
/** Over sums of months. */
const summed = (part: string, of = part): Rolled => ({ part: `sum(f.${part})`, of: `sum(f.${of})` })
const when = (condition: string) => `count(*) filter (where ${condition})`
const duration = (seconds: string, at: number, filter: object): Measure => ({
  kind: 'duration',
  subject: 'complaint',
  seconds,
  at,
  of: `count(${seconds})`,
  filter,
})
const accepted = { acceptedAt: { empty: false } }
const resolved = { resolvedAt: { empty: false } }
const closed = { state: { in: ['closed'] } }

/** A line a measure. What each counts, and when, is in the glossary. */
export const measures = {
  count: { kind: 'count', subject: 'complaint', part: all, of: all, rolled: summed('n') },
  open: {
    kind: 'count',
    subject: 'complaint',
    part: when('f.open'),
    of: when('f.open'),
    rolled: summed('open'),
    filter: { dueAt: { empty: false } },
  },
  acceptMedian: duration('f.accept_s', 0.5, accepted),
  acceptP90: duration('f.accept_s', 0.9, accepted),
  resolveMedian: duration('f.resolve_s', 0.5, resolved),
  resolveP90: duration('f.resolve_s', 0.9, resolved),
  closeMedian: duration('f.close_s', 0.5, closed),
  closeP90: duration('f.close_s', 0.9, closed),
  onTimeShare: {
    kind: 'share',
    subject: 'complaint',
    part: when('f.on_time'),
    of: 'count(f.on_time)',
    rolled: summed('on_time', 'timed'),
    filter: { onTime: { empty: false } },
  },
  reopenedShare: { kind: 'share', subject: 'complaint', part: when('f.reopened'), of: all, rolled: summed('reopened', 'n') },
  // of the visits that were made: a dissatisfied customer's case is opened again, and says nothing of it any more
  satisfaction: { kind: 'share', subject: 'visit', part: when('f.satisfied'), of: all },
  perHundredUnits: { kind: 'rate', subject: 'complaint', part: all, of: all, rolled: summed('n') },
  fines: { kind: 'count', subject: 'fine', part: all, of: all },
  fineSum: { kind: 'money', subject: 'fine', part: 'sum(f.amount_fen)', of: all },
  emergencyRepairs: { kind: 'count', subject: 'emergencyRepair', part: all, of: all },
  emergencyCost: {
    kind: 'money',
    subject: 'emergencyRepair',
    part: 'sum(f.audited_fen)',
    of: 'count(f.audited_fen)',
    filter: { audited: { empty: false } },
  },
  emergencyHours: { kind: 'hours', subject: 'emergencyRepair', part: 'sum(f.hours)', of: all },
  costOfPoorQuality: { kind: 'sum', parts: ['fineSum', 'emergencyCost'] },
} as const satisfies Readonly<Record<string, Measure>>
export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as readonly MeasureName[]
export const measureOf = (name: MeasureName): Measure => measures[name]

/** What has to be counted for a measure: itself, or its parts. */
export const countedFor = (name: MeasureName): readonly MeasureName[] => {
  const measure = measureOf(name)
  return measure.kind === 'sum' ? (measure.parts as readonly MeasureName[]) : [name]
}
export type Counted = Exclude<Measure, { readonly kind: 'sum' }>
export const countedOf = (name: MeasureName): Counted => {
  const measure = measureOf(name)
  if (measure.kind === 'sum') throw new Error(`${name} is counted by its parts`)
  return measure
}
/** Whether the values of groups add up to that of all. */
export const additive = (name: MeasureName) => ['count', 'money', 'hours', 'sum'].includes(measureOf(name).kind)
export const subjectsOf = (name: MeasureName): readonly SubjectName[] => [...new Set(countedFor(name).map((one) => countedOf(one).subject))]
