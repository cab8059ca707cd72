import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Field } from './fields.ts'
import { FilterBar } from './FilterBar.tsx'
import { emptyFilter, fromAddress, periods, shapesOf, takesNumber, toAddress, type Filter } from './filters.ts'
import { treeInWords } from './filter-words.ts'
import { show } from './test/show.tsx'
import type { FilterTree } from './view.ts'

const fields: readonly Field[] = [
  {
    key: 'state',
    label: '状态',
    type: 'state',
    filterable: true,
    choices: [
      { value: 'open', label: '处理中' },
      { value: 'closed', label: '已关闭' },
    ],
  },
  { key: 'amount', label: '金额', type: 'money', filterable: true },
  { key: 'number', label: '编号', type: 'text', filterable: true, maybeEmpty: true },
  { key: 'dueAt', label: '到期', type: 'clock', filterable: true },
  { key: 'secret', label: '电话', type: 'text' },
]

function Bar({ begun = { and: [] } }: { begun?: FilterTree }) {
  const [filter, setFilter] = useState<FilterTree>(begun)
  return (
    <>
      <FilterBar fields={fields} filter={filter} onChange={setFilter} always={['state']} />
      <output>{treeInWords(filter, fields, (word) => word)}</output>
    </>
  )
}

it('sets, shows and takes off a filter by choice', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: '状态' }))
  await user.click(await screen.findByRole('checkbox', { name: '处理中' }))
  expect(screen.getByRole('status')).toHaveTextContent('状态 处理中')
  await user.click(screen.getByRole('button', { name: 'remove 状态' }))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('offers only what may be filtered by', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  expect(await screen.findByRole('menuitem', { name: '金额' })).toBeInTheDocument()
  expect(screen.queryByRole('menuitem', { name: '电话' })).toBeNull()
})

it('sets a range from the menu', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  await user.click(await screen.findByRole('menuitem', { name: '金额' }))
  await user.type(await screen.findByLabelText('from'), '5000')
  await user.click(screen.getByRole('button', { name: 'apply' }))
  expect(screen.getByRole('status')).toHaveTextContent('金额 ≥ 5000.00')
})

it('X-2 asks for several conditions of one field, and takes off the one that is taken off', async () => {
  const { user } = show(
    <Bar
      begun={{
        and: [
          { key: 'state', filter: { is: 'in', values: ['open'] } },
          { key: 'state', filter: { is: 'not', values: ['closed'] } },
        ],
      }}
    />,
  )
  const [, second] = screen.getAllByRole('button', { name: 'remove 状态' })
  if (second) await user.click(second)
  expect(screen.getByRole('status')).toHaveTextContent('状态 处理中')
})

it('X-2 asks for none of these, for emptiness and for a period that moves with the day', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: '状态' }))
  await user.selectOptions(await screen.findByLabelText('filterWay'), 'not')
  await user.click(await screen.findByRole('checkbox', { name: '已关闭' }))
  expect(screen.getByRole('status')).toHaveTextContent('状态 filterNot')
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  await user.click(await screen.findByRole('menuitem', { name: '编号' }))
  await user.selectOptions(await screen.findByLabelText('filterWay'), 'filled')
  expect(screen.getByRole('status')).toHaveTextContent('编号 filterFilled')
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  await user.click(await screen.findByRole('menuitem', { name: '到期' }))
  await user.selectOptions(await screen.findByLabelText('filterPeriod'), 'thisWeek')
  expect(screen.getByRole('status')).toHaveTextContent('到期 period_thisWeek')
})

it('X-2 builds conditions any of which must hold, and shows them as one', async () => {
  const { user } = show(<Bar begun={{ key: 'number', filter: { is: 'contains', text: '12' } }} />)
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  await user.click(await screen.findByRole('menuitem', { name: 'filterBuilder' }))
  await user.click(await screen.findByRole('button', { name: 'filterAddCondition' }))
  const [, second] = screen.getAllByRole('button', { name: 'filterValue' })
  if (second) await user.click(second)
  await user.click(await screen.findByRole('checkbox', { name: '处理中' }))
  await user.keyboard('{Escape}')
  await user.selectOptions(screen.getByLabelText('filterMode'), 'or')
  await user.click(screen.getByRole('button', { name: 'apply' }))
  expect(screen.getByRole('status')).toHaveTextContent('编号 “12” filterOr 状态 处理中')
})

it('says what is no amount before it is asked for', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: 'addFilter' }))
  await user.click(await screen.findByRole('menuitem', { name: '金额' }))
  await user.type(await screen.findByLabelText('from'), '很多')
  await user.click(screen.getByRole('button', { name: 'apply' }))
  expect(screen.getByText('moneyWrong')).toBeInTheDocument()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

const asked: Readonly<Record<Filter['is'], readonly Filter[]>> = {
  in: [{ is: 'in', values: ['open', 'closed'] }],
  not: [{ is: 'not', values: ['open'] }],
  contains: ['漏水', 'empty', '^x', '*x', 'a,b..c'].map((text) => ({ is: 'contains', text })),
  startsWith: [{ is: 'startsWith', text: 'TS-2026' }],
  equals: [
    { is: 'equals', text: 'A2-98㎡' },
    { is: 'equals', text: '=1' },
  ],
  between: [
    { is: 'between', from: '1', to: '2' },
    { is: 'between', from: '5000.00' },
    { is: 'between', to: '9' },
  ],
  within: periods.map((of) => ({ is: 'within', of, ...(takesNumber(of) ? { n: 30 } : {}) })),
  flag: [
    { is: 'flag', on: true },
    { is: 'flag', on: false },
  ],
  empty: [
    { is: 'empty', empty: true },
    { is: 'empty', empty: false },
  ],
}
const types = ['text', 'number', 'money', 'moment', 'day', 'clock', 'state', 'person', 'choice', 'flag'] as const
it.each(types)('X-2 whatever a field of type %s can be asked comes back from the address as it went', (type) => {
  const field = { type, maybeEmpty: true }
  for (const filter of shapesOf(field).flatMap((shape) => asked[shape])) expect(fromAddress(field, toAddress(filter))).toEqual(filter)
  expect(shapesOf(field).map((shape) => emptyFilter(shape).is)).toEqual(shapesOf(field))
})
