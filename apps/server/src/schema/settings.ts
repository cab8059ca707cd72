import { settingsShape, valuesOf, writeMoney, type CompanySettings, type Money } from '@lintel/domain'
import { replayedSettings } from '../what-if/replay.ts'
import { builder } from './builder.ts'
import { documentOf, recordInterface } from './record.ts'
import { date } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<CompanySettings>(row)
const document = { document: true } as const

type Value = { readonly name: string; readonly value: Money | number }
const setting = builder.objectRef<Value>('Setting').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    /** Yuan for an amount, otherwise a whole number in the unit the name says. */
    value: t.string({ resolve: ({ value }) => (typeof value === 'bigint' ? writeMoney(value) : String(value)) }),
    isMoney: t.boolean({ resolve: ({ value }) => typeof value === 'bigint' }),
    /** Whether it can be tried on what has happened. Y-8 */
    replayed: t.boolean({ resolve: ({ name }) => replayedSettings.has(name) }),
  }),
})

/** 限额与时限: what rules read, as a version. F-4, C-11, T-1 */
export const settings = builder.prismaObject('Settings', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    rulesVersion: t.exposeInt('rulesVersion'),
    since: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).since) }),
    values: t.field({
      type: [setting],
      select: document,
      resolve: (row) => {
        const values = valuesOf(doc(row))
        return (Object.keys(settingsShape) as (keyof typeof values)[]).map((name) => ({ name, value: values[name] }))
      },
    }),
    /** Years whose official calendar is known. T-1 */
    publishedYears: t.intList({
      select: document,
      resolve: (row) =>
        doc(row)
          .calendar.map(({ year }) => year)
          .toSorted((one, other) => one - other),
    }),
  }),
})
