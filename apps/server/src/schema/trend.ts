import { fen } from '@lintel/domain'
import { asked, mayMeasure, NotAsked, readsBehind, type Given } from '../trends/asked.ts'
import { compares, grains } from '../trends/calendar.ts'
import { trendOf, type Figure, type Key, type Trend, type TrendRow, type Value } from '../trends/figures.ts'
import type { Opens } from '../trends/opens.ts'
import {
  additive,
  dimensionNames,
  dimensionOf,
  measureNames,
  measureOf,
  subjects,
  subjectsOf,
  type DimensionName,
  type MeasureName,
} from '../trends/registry.ts'
import { phrase } from '../words/say.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'

/** Milliseconds a statement of a figure may take: longer nobody waits, who narrows the question has it. */
const patience = 3_000

const dimensionEnum = builder.enumType('TrendDimension', { values: dimensionNames as readonly [DimensionName, ...DimensionName[]] })
const measureEnum = builder.enumType('TrendMeasure', { values: measureNames as readonly [MeasureName, ...MeasureName[]] })
const grainEnum = builder.enumType('TrendGrain', { values: grains })
const compareEnum = builder.enumType('TrendCompare', { values: compares })

const filterInput = builder.inputType('TrendFilter', {
  description: 'One dimension: any of these values, as keys have them; `none`: also where it says nothing.',
  fields: (t) => ({
    dimension: t.field({ type: dimensionEnum, required: true }),
    in: t.stringList(),
    none: t.boolean(),
  }),
})
const orderInput = builder.inputType('TrendOrder', {
  fields: (t) => ({ measure: t.field({ type: measureEnum, required: true }), descending: t.boolean({ defaultValue: true }) }),
})
const askInput = builder.inputType('TrendAsk', {
  description: 'Up to three dimensions and six measures over days in Asia/Shanghai, the last one included.',
  fields: (t) => ({
    by: t.field({ type: [dimensionEnum], required: true }),
    grain: t.field({ type: grainEnum }),
    measures: t.field({ type: [measureEnum], required: true }),
    from: t.field({ type: 'Date', required: true }),
    until: t.field({ type: 'Date', required: true }),
    compare: t.field({ type: compareEnum }),
    filter: t.field({ type: [filterInput] }),
    order: t.field({ type: orderInput }),
    /** So many groups, the rest together as others; 100 unless told, 1,000 at most. */
    first: t.int(),
  }),
})

const money = (amount: bigint | null) => (amount === null ? null : fen(amount))
const opens = builder.objectRef<Opens>('TrendOpens').implement({
  description: 'A list of exactly the records behind a figure. Y-5',
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    filter: t.field({ type: 'JSON', resolve: ({ filter }) => filter }),
  }),
})
const figure = builder.objectRef<Figure>('TrendFigure').implement({
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true }),
    money: t.field({ type: 'Money', nullable: true, resolve: (one) => money(one.money) }),
    count: t.exposeInt('count'),
  }),
})
const value = builder.objectRef<Value>('TrendValue').implement({
  description: 'Durations in seconds, shares of one, numbers, numbers per hundred homes; money as money.',
  fields: (t) => ({
    measure: t.field({ type: measureEnum, resolve: ({ measure }) => measure }),
    value: t.exposeFloat('value', { nullable: true }),
    money: t.field({ type: 'Money', nullable: true, resolve: (one) => money(one.money) }),
    /** How many records are behind it. */
    count: t.exposeInt('count'),
    /** The same of what is compared to. */
    before: t.field({ type: figure, nullable: true, resolve: ({ before }) => before }),
    /** Of fewer than five, and the reader may not read the records: not told. */
    hidden: t.exposeBoolean('hidden'),
    opens: t.field({ type: [opens], resolve: (one) => one.opens }),
  }),
})
const key = builder.objectRef<Key>('TrendKey').implement({
  fields: (t) => ({
    dimension: t.field({ type: dimensionEnum, resolve: ({ dimension }) => dimension }),
    /** An id, an enum's value, a house type, a number of months; none where it says nothing. */
    value: t.exposeString('value', { nullable: true }),
    /** What a record referred to is called. */
    label: t.exposeString('label', { nullable: true }),
  }),
})
const row = builder.objectRef<TrendRow>('TrendRow').implement({
  fields: (t) => ({
    keys: t.field({ type: [key], resolve: ({ keys }) => keys }),
    /** The first day of the stretch of time. */
    at: t.field({ type: 'Date', nullable: true, resolve: ({ at }) => at }),
    values: t.field({ type: [value], resolve: ({ values }) => values }),
  }),
})
type Answered = Trend & { readonly asOf: Date }
const trend = builder.objectRef<Answered>('Trend').implement({
  description: 'Figures as of one moment: groups in their order, within them by time; what says nothing is left out.',
  fields: (t) => ({
    asOf: t.field({ type: 'DateTime', resolve: ({ asOf }) => asOf }),
    rows: t.field({ type: [row], resolve: ({ rows }) => rows }),
    total: t.field({ type: row, resolve: ({ total }) => total }),
    /** Groups beyond `first` taken together, by time. */
    others: t.field({ type: [row], resolve: ({ others }) => others }),
    /** How many groups there are. */
    groups: t.exposeInt('groups'),
    /** How many groups of fewer than five are not told. */
    hidden: t.exposeInt('hidden'),
  }),
})

type No = { readonly no: 'TrendTooWide' | 'TrendTookTooLong' | 'TrendNotUsable'; readonly argument: string; readonly message: string }
const isNo = (answer: unknown): answer is No => typeof answer === 'object' && answer !== null && 'no' in answer
const tooWide = builder.objectRef<No>('TrendTooWide').implement({
  description: 'More is asked at once than one answer may hold.',
  fields: (t) => ({ argument: t.exposeString('argument'), message: t.exposeString('message') }),
})
const tookTooLong = builder.objectRef<No>('TrendTookTooLong').implement({
  description: 'It would take longer than somebody waits.',
  fields: (t) => ({ message: t.exposeString('message') }),
})
const notUsable = builder.objectRef<No>('TrendNotUsable').implement({
  description: 'This cannot be asked, or not by this reader.',
  fields: (t) => ({ argument: t.exposeString('argument'), message: t.exposeString('message') }),
})
const result = builder.unionType('TrendResult', {
  types: [trend, tooWide, tookTooLong, notUsable],
  resolveType: (answer) => (isNo(answer) ? answer.no : 'Trend'),
})

builder.queryField('trend', (t) =>
  t.field({
    type: result,
    description: 'Figures by any dimensions, exact at the moment they are asked for. Y-1',
    args: { ask: t.arg({ type: askInput, required: true }) },
    resolve: async (_, { ask: given }, { reader, language, snapshot, readNow }: Context): Promise<Answered | No> => {
      const no = (kind: No['no'], argument: string, said: string = kind): No => ({
        no: kind,
        argument,
        message: phrase(language, `trend.${said}`, { argument }),
      })
      if (!reader) return no('TrendNotUsable', 'trend')
      try {
        const now = await readNow()
        const ask = asked(reader, given as Given, now)
        const asOf = new Date(now)
        const found = await snapshot(patience, (of) => trendOf(of, reader, language, ask))
        return found ? { ...found, asOf } : no('TrendTookTooLong', 'trend')
      } catch (error) {
        if (error instanceof NotAsked) {
          const { because, message } = error
          return because === 'guarded'
            ? no('TrendNotUsable', message, because)
            : no(because === 'tooWide' ? 'TrendTooWide' : 'TrendNotUsable', message)
        }
        throw error
      }
    },
  }),
)

const dimensionKinds = builder.enumType('TrendDimensionKind', { values: ['ref', 'choice', 'text', 'months'] as const })
const measureKinds = builder.enumType('TrendMeasureKind', { values: ['count', 'share', 'duration', 'money', 'rate', 'hours'] as const })
const knownDimension = builder.objectRef<DimensionName>('TrendDimensionKnown').implement({
  fields: (t) => ({
    name: t.field({ type: dimensionEnum, resolve: (name) => name }),
    kind: t.field({ type: dimensionKinds, resolve: (name) => dimensionOf(name).kind }),
    /** The noun it refers to. */
    noun: t.field({ type: enumOf('NounName'), nullable: true, resolve: (name) => dimensionOf(name).of ?? null }),
  }),
})
const knownMeasure = builder.objectRef<MeasureName>('TrendMeasureKnown').implement({
  fields: (t) => ({
    name: t.field({ type: measureEnum, resolve: (name) => name }),
    kind: t.field({
      type: measureKinds,
      resolve: (name) => {
        const { kind } = measureOf(name)
        return kind === 'sum' ? 'money' : kind
      },
    }),
    /** Whether the values of groups add up to that of all. */
    additive: t.boolean({ resolve: (name) => additive(name) }),
    /** What is counted; each counts at the time of its own: cases by registration, fines by issue, repairs by their start. */
    nouns: t.field({ type: [enumOf('NounName')], resolve: (name) => subjectsOf(name).map((subject) => subjects[subject].noun) }),
  }),
})
type Catalogue = { readonly measures: readonly MeasureName[]; readonly guarded: readonly MeasureName[] }
const catalogue = builder.objectRef<Catalogue>('TrendCatalogue').implement({
  description: 'What this reader may ask figures for.',
  fields: (t) => ({
    dimensions: t.field({
      type: [knownDimension],
      resolve: ({ measures, guarded }) => (measures.length + guarded.length ? dimensionNames : []),
    }),
    measures: t.field({ type: [knownMeasure], resolve: ({ measures }) => measures }),
    /** Without the records behind them: by whole quarters, and one dimension besides the project. Y-6 */
    guarded: t.field({ type: [knownMeasure], resolve: ({ guarded }) => guarded }),
  }),
})
builder.queryField('trendCatalogue', (t) =>
  t.field({
    type: catalogue,
    resolve: (_, __, { reader }) => {
      const asked = reader ? measureNames.filter((name) => mayMeasure(reader, name)) : []
      const { free = [], guarded = [] } = Object.groupBy(asked, (name) => (reader && readsBehind(reader, name) ? 'free' : 'guarded'))
      return { measures: free, guarded }
    },
  }),
)
