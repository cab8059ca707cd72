import { plainView, type Field, type FilterTree, type ViewState } from '@lintel/ui'
import { describe, expect, it } from 'vitest'
import { nextSort, parseAddress, readView, withoutIn, writeAddress, writeView } from './address.ts'

const fields: readonly (Field & { groupable?: boolean; exportable?: boolean })[] = [
  { key: 'title', label: '标题', type: 'text', filterable: true, sortable: true, maybeEmpty: true },
  { key: 'state', label: '状态', type: 'state', filterable: true, maybeEmpty: true },
  { key: 'dueAt', label: '到期', type: 'clock', filterable: true, sortable: true, maybeEmpty: true },
  // a field may be called like a part of the address
  { key: 'open', label: '未结', type: 'money', filterable: true, maybeEmpty: true },
  { key: 'phone', label: '电话', type: 'text', groupable: false, exportable: false },
]
const title = (text: string): FilterTree => ({ key: 'title', filter: { is: 'contains', text } })
const state = (...values: string[]): FilterTree => ({ key: 'state', filter: { is: 'in', values } })
const open: FilterTree = { key: 'open', filter: { is: 'between', from: '5000.00' } }

const throughAddress = (view: ViewState, search = {}) =>
  readView(parseAddress(writeAddress(writeView(search, fields, view)).slice(1)), fields)

describe('X-2 the whole of what a list shows stands in its address', () => {
  const trees: readonly FilterTree[] = [
    { and: [] },
    { and: [title('漏水'), state('open', 'closed')] },
    { and: [title('(a|b);c:d%e & f=g'), open] },
    { and: [title('一'), title('二')] },
    { and: [state('open'), { or: [title('a|b'), { and: [open, { key: 'dueAt', filter: { is: 'within', of: 'lastDays', n: 7 } }] }] }] },
    { or: [state('open'), title(')')] },
    { nor: [state('open'), { or: [title('x'), title('y')] }] },
  ]
  it.each(trees.map((filter) => [JSON.stringify(filter), filter] as const))('X-2 filtered by %s', (_, filter) => {
    const top = 'and' in filter ? filter : { and: [filter] }
    const read = throughAddress({ ...plainView, filter }).filter
    expect('and' in read ? read : { and: [read] }).toEqual(top)
  })
  it('X-2 sorted, with its columns, widths, pins, groups, density and wrapping', () => {
    const view: ViewState = {
      filter: { and: [state('open')] },
      sort: [
        { key: 'dueAt', down: false },
        { key: 'title', down: true },
      ],
      columns: [
        { key: 'title', width: 220, pin: 'left' },
        { key: 'state' },
        { key: 'open', width: 90, pin: 'right' },
        { key: 'dueAt', pin: 'left' },
      ],
      groups: ['state', 'dueAt'],
      density: 'dense',
      wrap: true,
    }
    expect(throughAddress(view)).toEqual(view)
  })
  it('X-2 keeps what else stands there, and says nothing of what is as always', () => {
    expect(writeAddress(writeView({ open: 'R1', state: 'closed', sort: '-title' }, fields, plainView))).toBe('?open=R1')
    expect(writeAddress(writeView({ open: 'R1' }, fields, { ...plainView, filter: { and: [state('open', 'closed')] } }))).toBe(
      '?open=R1&state=open,closed',
    )
  })
  it('X-9 beside the name of a view, showing everything is said, so that it is not taken for the view as it is kept', () => {
    const search = writeView({ view: 'V1', state: 'open' }, fields, plainView)
    expect(search).toMatchObject({ view: 'V1', where: '()' })
    expect(readView(search, fields)).toEqual(plainView)
  })
  it('SEC-5 what the reader may not see is left out, whoever wrote the address, and named', () => {
    const search = { phone: '138', where: '(phone:138;state:open)', sort: '-phone,title', columns: 'title,phone', groups: 'phone,state' }
    expect(readView(search, fields)).toMatchObject({
      filter: { and: [{ key: 'state', filter: { is: 'in', values: ['open'] } }] },
      sort: [{ key: 'title', down: false }],
      columns: [{ key: 'title' }],
      groups: ['state'],
    })
    for (const [part, text] of Object.entries(search)) expect(withoutIn({ [part]: text }, fields), part).toEqual(['phone'])
    expect(withoutIn({ state: 'open', sort: 'title', columns: 'title', groups: 'state' }, fields)).toEqual([])
  })
  it.each(['(', '((((((((((((', '!(', 'state', ')', '(|)', '(state:open', '!', '(a:b)(c:d)'])(
    'reads %s, which nobody wrote, without failing',
    (where) => {
      expect(() => readView({ where }, fields)).not.toThrow()
    },
  )
})

describe('X-2 the order of a list', () => {
  it('goes up, down and away, alone or beside the others', () => {
    const up = { key: 'title', down: false }
    const other = { key: 'dueAt', down: true }
    expect(nextSort([other], 'title', false)).toEqual([up])
    expect(nextSort([up, other], 'title', false)).toEqual([{ ...up, down: true }])
    expect(nextSort([{ ...up, down: true }], 'title', false)).toEqual([])
    expect(nextSort([other], 'title', true)).toEqual([other, up])
    expect(nextSort([up, other], 'title', true)).toEqual([{ ...up, down: true }, other])
    expect(nextSort([{ ...up, down: true }, other], 'title', true)).toEqual([other])
  })
})
