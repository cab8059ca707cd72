import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, screen, userEvent } from 'storybook/test'
import { wordsOf } from '../.storybook/saying.ts'
import type { Field } from './fields.ts'
import { FilterBar } from './FilterBar.tsx'

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
]

export default {
  component: FilterBar,
  args: { fields, filter: { and: [] }, onChange: fn(), always: ['state'] },
  render: function Render(args) {
    const [filter, setFilter] = useState(args.filter)
    return (
      <FilterBar
        {...args}
        filter={filter}
        onChange={(next) => {
          setFilter(next)
          args.onChange(next)
        }}
      />
    )
  },
} satisfies Meta<typeof FilterBar>
type Story = StoryObj<typeof FilterBar>

export const Plain: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: '状态' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: '处理中' }))
    await expect(args.onChange).toHaveBeenCalledWith({ and: [{ key: 'state', filter: { is: 'in', values: ['open'] } }] })
  },
}
export const OffersWhatMayBeFilteredBy: Story = {
  async play({ canvas, globals }) {
    await userEvent.click(canvas.getByRole('button', { name: wordsOf(globals)('addFilter') }))
    await expect(await screen.findByRole('menuitem', { name: '金额' })).toBeInTheDocument()
  },
}
export const Nested: Story = {
  args: {
    filter: {
      and: [
        { key: 'state', filter: { is: 'in', values: ['open', 'closed'] } },
        {
          or: [
            { key: 'number', filter: { is: 'contains', text: '2026' } },
            { key: 'amount', filter: { is: 'between', from: '5000.00' } },
          ],
        },
      ],
    },
  },
}
