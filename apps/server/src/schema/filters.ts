import type { NounName } from '@lintel/domain'
import { registries } from '../fields/nouns.ts'
import { periodNames } from '../fields/periods.ts'
import type { Field, Order, Registry } from '../fields/registry.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { typeOf } from './names.ts'

// What lists are filtered, sorted and grouped by, read off the registries: a line there is an input here.

const periodName = builder.enumType('PeriodName', { values: periodNames })
const period = builder.inputType('Period', {
  description: 'Moves with the day it is asked on, in Asia/Shanghai; weeks begin on Monday. lastDays and nextDays take n and count today.',
  fields: (t) => ({ of: t.field({ type: periodName, required: true }), n: t.int() }),
})
const textFilter = builder.inputType('TextFilter', {
  fields: (t) => ({ contains: t.string(), startsWith: t.string(), is: t.string(), empty: t.boolean() }),
})
const momentFilter = builder.inputType('MomentFilter', {
  fields: (t) => ({
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
    within: t.field({ type: period }),
    empty: t.boolean(),
  }),
})
const dateFilter = builder.inputType('DateFilter', {
  fields: (t) => ({
    from: t.field({ type: 'Date' }),
    until: t.field({ type: 'Date' }),
    within: t.field({ type: period }),
    empty: t.boolean(),
  }),
})
const moneyFilter = builder.inputType('MoneyFilter', {
  fields: (t) => ({ from: t.field({ type: 'Decimal' }), until: t.field({ type: 'Decimal' }), empty: t.boolean() }),
})
const countFilter = builder.inputType('CountFilter', { fields: (t) => ({ from: t.int(), until: t.int(), empty: t.boolean() }) })
const flagFilter = builder.inputType('FlagFilter', { fields: (t) => ({ is: t.boolean(), empty: t.boolean() }) })
const refFilter = builder.inputType('RefFilter', {
  description: 'not: whatever refers to none of these, to nothing as well.',
  fields: (t) => ({ in: t.idList(), not: t.idList(), empty: t.boolean() }),
})
const numbersFilter = builder.inputType('NumbersFilter', { fields: (t) => ({ in: t.intList(), not: t.intList(), empty: t.boolean() }) })

type InputRef = typeof textFilter
const ofChoices = new Map<string, InputRef>()
/** Any of a closed list, or none of these. */
const choiceFilter = (of: string): InputRef => {
  const known = ofChoices.get(of)
  if (known) return known
  const made = builder.inputType(`${of}Filter`, {
    fields: (t) => ({ in: t.field({ type: [enumOf(of)] }), not: t.field({ type: [enumOf(of)] }), empty: t.boolean() }),
  }) as unknown as InputRef
  ofChoices.set(of, made)
  return made
}
const filterOf = (field: Field) => {
  switch (field.kind) {
    case 'text':
      return textFilter
    case 'moment':
      return momentFilter
    case 'date':
      return dateFilter
    case 'money':
      return moneyFilter
    case 'count':
      return countFilter
    case 'flag':
      return flagFilter
    case 'choice':
    case 'choices':
      return choiceFilter(field.of ?? '')
    case 'ref':
    case 'refs':
      return refFilter
    case 'numbers':
      return numbersFilter
  }
}

export type Given = Readonly<Record<string, unknown>>
const enumFor = (name: string, keys: readonly string[]) => builder.enumType(name, { values: keys as readonly [string, ...string[]] })

const inputsOf = ({ noun, fields }: Registry) => {
  const type = typeOf(noun)
  const sortable = Object.keys(fields).filter((key) => fields[key]?.sort)
  const filter = builder.inputRef<Given>(`${type}Filter`)
  filter.implement({
    fields: (t) => ({
      and: t.field({ type: [filter] }),
      or: t.field({ type: [filter] }),
      not: t.field({ type: filter }),
      ...Object.fromEntries(
        Object.entries(fields).flatMap(([key, field]) =>
          field.filter ? [[key, t.field({ type: filterOf(field) as typeof textFilter })]] : [],
        ),
      ),
    }),
  })
  const sort = builder.inputRef<Order>(`${type}Sort`)
  sort.implement({
    fields: (t) => ({
      by: t.field({ type: enumFor(`${type}SortField`, sortable), required: true }),
      descending: t.boolean({ required: true }),
    }),
  })
  const groupable = Object.keys(fields).filter((key) => fields[key]?.group)
  return { filter, sort, groupBy: enumFor(`${type}GroupField`, groupable) }
}

/** A noun's inputs: `ComplaintFilter`, `ComplaintSort`, and what it is grouped by. */
export const listInputs: ReadonlyMap<NounName, ReturnType<typeof inputsOf>> = new Map(
  registries.map((registry) => [registry.noun, inputsOf(registry)]),
)
