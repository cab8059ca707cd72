import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { Field } from './fields.ts'
import { FilterBar } from './FilterBar.tsx'
import { fromAddress, toAddress, type Filters } from './filters.ts'
import { show } from './test/show.tsx'

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
  { key: 'number', label: '编号', type: 'text', filterable: true },
  { key: 'secret', label: '电话', type: 'text' },
]

function Bar() {
  const [filters, setFilters] = useState<Filters>({})
  return (
    <>
      <FilterBar fields={fields} filters={filters} onChange={setFilters} always={['state']} />
      <output>
        {Object.entries(filters)
          .map(([key, filter]) => `${key}=${toAddress(filter)}`)
          .join('&')}
      </output>
    </>
  )
}

it('sets, shows and takes off a filter by choice', async () => {
  const { user } = show(<Bar />)
  await user.click(screen.getByRole('button', { name: '状态' }))
  await user.click(await screen.findByRole('checkbox', { name: '处理中' }))
  expect(screen.getByRole('status')).toHaveTextContent('state=open')
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
  expect(screen.getByRole('status')).toHaveTextContent('amount=5000..')
})

it.each(fields.map((field) => field.type))('X-2 a filter of type %s comes back from the address as it went', (type) => {
  const field = { type }
  for (const text of type === 'money' ? ['5000..', '..9', '1..2'] : ['open', 'open,closed']) {
    const filter = fromAddress(field, text)
    expect(filter && toAddress(filter)).toBe(text)
  }
})
