import { expect, test } from 'vitest'
import { parseAddress, readView } from '../list/address.ts'
import type { ListField } from '../list/fields.ts'
import { filterInput } from '../list/query.ts'
import { recordsOf } from './records.ts'
import type { TrendValue } from './written.ts'

const field = (key: string, type: ListField['type'], kind: ListField['kind']): ListField => ({
  key,
  label: key,
  type,
  kind,
  shown: true,
  sortable: true,
  filterable: true,
  maybeEmpty: true,
  groupable: true,
  totalled: false,
  exportable: true,
  width: 100,
})
const fields: readonly ListField[] = [
  field('registeredAt', 'moment', 'moment'),
  field('state', 'state', 'choice'),
  field('project', 'person', 'ref'),
  field('contractor', 'person', 'ref'),
  field('element', 'choice', 'choice'),
  field('houseType', 'text', 'text'),
  field('age', 'number', 'count'),
  field('onTime', 'flag', 'flag'),
]
const time = { from: '2026-09-30T16:00:00.000Z', until: '2026-10-31T15:59:59.999Z' }
const figure = (filter: object): TrendValue => ({
  measure: 'count',
  value: 3,
  money: null,
  count: 3,
  before: null,
  hidden: false,
  opens: [{ noun: 'complaint', filter }],
})
/** What the list asks the API for, once the address has been followed. */
const askedAt = (href: string | undefined) => filterInput(readView(parseAddress(href?.split('?')[1] ?? ''), fields).filter, fields)
const asked = (filter: object) => askedAt(recordsOf(figure(filter), () => fields))

test('Y-5 the list a figure opens asks for exactly what the figure counted', () => {
  expect(asked({ state: { not: ['merged'] }, registeredAt: time })).toEqual({
    state: { not: ['merged'] },
    registeredAt: time,
  })
})

test.each([
  ['an id', { project: { in: ['UHJvamVjdDox'] } }],
  ['nothing recorded', { contractor: { empty: true } }],
  ['an enum’s value', { element: { in: ['bathroom'] } }],
  ['a text, and not what only contains it', { houseType: { is: 'A1' } }],
  ['a text that looks like something else', { houseType: { is: '=1' } }],
  ['a number of months', { age: { from: 3, until: 3 } }],
  ['whether something is recorded', { onTime: { empty: false } }],
])('Y-5 by %s', (_, test) => {
  expect(asked({ state: { not: ['merged'] }, and: [test] })).toMatchObject({ state: { not: ['merged'] }, ...test })
})

test('Y-5 any of several, and several of one kind beside each other', () => {
  const any = { or: [{ houseType: { is: 'A1' } }, { houseType: { is: 'B2' } }] }
  expect(JSON.stringify(asked({ and: [any] }))).toContain(JSON.stringify(any.or))
  const two = asked({ and: [{ element: { in: ['bathroom'] } }, { element: { empty: false } }] })
  expect(two).toEqual({ and: [{ element: { in: ['bathroom'] } }, { element: { empty: false } }] })
})

test('Y-7 what is put together from several kinds of records is no single list', () => {
  const both = {
    ...figure({}),
    opens: [
      { noun: 'fine' as const, filter: {} },
      { noun: 'emergencyRepair' as const, filter: {} },
    ],
  }
  expect(recordsOf(both, () => fields)).toBeUndefined()
})
