import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, within } from 'storybook/test'
import { wordsOf } from '../../.storybook/saying.ts'
import type { Field, Row } from '../fields.ts'
import type { ShownColumn } from '../view.ts'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { linesOf, type Lines } from './lines.ts'
import { nothingChosen } from './selection.ts'

const fields: readonly Field[] = [
  { key: 'number', label: '编号', type: 'text', sortable: true },
  { key: 'title', label: '标题', type: 'text' },
  { key: 'state', label: '状态', type: 'state', choices: [{ value: 'open', label: '处理中', tone: 'blue' }] },
  { key: 'amount', label: '金额', type: 'money', sortable: true },
]
const columns: readonly ShownColumn[] = [
  { key: 'number', pin: 'left' },
  { key: 'title' },
  { key: 'state' },
  { key: 'amount', pin: 'right' },
]
const aRow = (n: number): Row => ({
  id: `${n + 1}`,
  number: `FK-2026-${String(n + 1).padStart(6, '0')}`,
  title: n === 2 ? '四小时内未到场，门卫登记与电话记录为证，催促三次无果，业主多次来电。'.repeat(3) : '四小时内未到场',
  state: 'open',
  amount: { amount: `${5000 + n}.00`, currency: 'CNY' },
})
const rows = (count: number) => linesOf(Array.from({ length: count }, (_, n) => aRow(n)))
const many: Lines = {
  count: 100_000,
  more: true,
  at: (n) => ({ is: 'row', row: aRow(n) }),
  want: () => undefined,
  atHand: () => [],
  idsBetween: async () => [],
}

const Standing = (props: DataTableProps) => {
  const [standing, setStanding] = useState(props.columns)
  const [selection, setSelection] = useState(props.selection?.value ?? nothingChosen)
  return (
    <div style={{ blockSize: 420, display: 'flex', flexDirection: 'column' }}>
      <DataTable {...props} columns={standing} onColumns={setStanding} selection={{ value: selection, onChange: setSelection }} />
    </div>
  )
}

export default {
  component: DataTable,
  args: { label: '罚款', fields, columns, lines: rows(20), state: 'ready', onOpen: fn(), onSort: fn() },
  render: (args) => <Standing {...args} />,
} satisfies Meta<typeof DataTable>
type Story = StoryObj<typeof DataTable>

export const Rows: Story = {
  async play({ canvas, args }) {
    const grid = canvas.getByRole('grid', { name: '罚款' })
    grid.focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(args.onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: '2' }))
  },
}
export const AHundredThousand: Story = {
  args: { lines: many },
  async play({ canvas }) {
    await expect(canvas.getAllByRole('row').length).toBeLessThan(60)
  },
}
export const Dense: Story = { args: { density: 'dense', sort: [{ key: 'amount', down: true }] } }
export const Wrapped: Story = { args: { wrap: true, density: 'wide' } }
export const Loading: Story = { args: { state: 'loading', lines: linesOf([]) } }
export const Failed: Story = { args: { state: 'failed', onRetry: fn() } }
export const NoMatches: Story = {
  args: { lines: linesOf([]), filtered: true, onClearFilters: fn() },
  async play({ canvas, args, globals }) {
    await userEvent.click(canvas.getByRole('button', { name: wordsOf(globals)('clearFilters') }))
    await expect(args.onClearFilters).toHaveBeenCalled()
  },
}
export const Empty: Story = { args: { lines: linesOf([]) } }
export const GroupsAndTotals: Story = {
  args: {
    lines: {
      ...linesOf([]),
      count: 3,
      at: (n) =>
        n === 1
          ? { is: 'row', row: aRow(1) }
          : {
              is: 'group',
              key: `g${n}`,
              label: n === 0 ? '宏远建设' : '东建集团',
              count: '12',
              totals: { amount: { amount: '61000.00' } },
              opened: n === 0,
            },
    },
    totals: { values: { amount: { amount: '122000.00' } } },
    onToggleGroup: fn(),
  },
  async play({ canvas, args }) {
    await userEvent.click(within(canvas.getByRole('row', { name: /东建集团/u })).getAllByRole('button')[0] ?? canvas.getByText('东建集团'))
    await expect(args.onToggleGroup).toHaveBeenCalledWith('g2')
  },
}
/** REL-11 */
export const NewRowsAreAnnounced: Story = { args: { news: { fresh: 3, gone: 0, show: fn() } } }
