import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Field } from './fields.ts'
import { ListTable } from './ListTable.tsx'
import { show } from './test/show.tsx'

const fields: readonly Field[] = [
  { key: 'number', label: '编号', type: 'text', pinned: 'left' },
  { key: 'state', label: '状态', type: 'state', choices: [{ value: 'open', label: '处理中', tone: 'blue' }] },
  { key: 'amount', label: '金额', type: 'money', sortable: true },
]
const rows = [
  { id: '1', number: 'F-1', state: 'open', amount: { amount: '5000.00' } },
  { id: '2', number: 'F-2', state: 'open', amount: null },
]
const list = { label: '罚款', fields, rows, state: 'ready' as const }

it('shows every value as its type says', () => {
  show(<ListTable {...list} />)
  const row = screen.getByRole('row', { name: /F-1/u })
  expect(within(row).getByText('处理中')).toBeInTheDocument()
  expect(within(row).getByText('5,000.00 元')).toBeInTheDocument()
})

it('is walked and opened with the keyboard', async () => {
  const open = vi.fn()
  const { user } = show(<ListTable {...list} onOpen={open} />)
  await user.tab()
  while (document.activeElement?.tagName !== 'TR') await user.tab()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(open).toHaveBeenCalledWith(rows[1])
})

it("asks for a sort by the column's name and adds to it with shift", async () => {
  const sort = vi.fn()
  const { user } = show(<ListTable {...list} onSort={sort} />)
  await user.click(screen.getByRole('button', { name: '金额' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('button', { name: '金额' }))
  expect(sort.mock.calls).toEqual([
    ['amount', false],
    ['amount', true],
  ])
})

it('says when filters leave nothing, and clears them', async () => {
  const clear = vi.fn()
  const { user } = show(<ListTable {...list} rows={[]} filtered onClearFilters={clear} />)
  await user.click(screen.getByRole('button', { name: 'clearFilters' }))
  expect(clear).toHaveBeenCalledOnce()
})

it('says what failed and tries again', async () => {
  const retry = vi.fn()
  const { user } = show(<ListTable {...list} state="failed" failure="没有网络" onRetry={retry} />)
  expect(screen.getByRole('alert')).toHaveTextContent('没有网络')
  await user.click(screen.getByRole('button', { name: 'retry' }))
  expect(retry).toHaveBeenCalledOnce()
})

it('loads the next page when asked', async () => {
  const load = vi.fn()
  const { user } = show(<ListTable {...list} more={{ has: true, loading: false, load }} />)
  await user.click(screen.getByRole('button', { name: 'loadMore' }))
  expect(load).toHaveBeenCalledOnce()
})

it('chooses rows one by one and all at once', async () => {
  const change = vi.fn()
  const { user } = show(<ListTable {...list} selection={{ ids: new Set(['1']), onChange: change }} />)
  await user.click(screen.getByRole('checkbox', { name: 'selectAll' }))
  expect(change).toHaveBeenCalledWith(new Set(['1', '2']))
})
