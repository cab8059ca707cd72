import { fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { Field, Row } from '../fields.ts'
import { show } from '../test/show.tsx'
import type { ShownColumn } from '../view.ts'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { linesOf, type Lines } from './lines.ts'
import { nothingChosen } from './selection.ts'

const fields: readonly Field[] = [
  { key: 'number', label: '编号', type: 'text' },
  { key: 'state', label: '状态', type: 'state', choices: [{ value: 'open', label: '处理中', tone: 'blue' }] },
  { key: 'amount', label: '金额', type: 'money', sortable: true },
]
const columns: readonly ShownColumn[] = [{ key: 'number', pin: 'left' }, { key: 'state' }, { key: 'amount' }]
const rowsOf = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${n + 1}`,
    number: `F-${n + 1}`,
    state: 'open',
    amount: n === 1 ? null : { amount: '5000.00' },
  }))
const list = { label: '罚款', fields, columns, lines: linesOf(rowsOf(2)), state: 'ready' as const }

/** A list whose columns are changed as somebody changes them. */
function Changing(props: Partial<DataTableProps>) {
  const [standing, setStanding] = useState(columns)
  return <DataTable {...list} {...props} columns={standing} onColumns={setStanding} />
}
const grid = () => screen.getByRole('grid', { name: '罚款' })
const names = () => screen.getAllByRole('columnheader').map((name) => name.textContent)
const activeCell = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
const copied = () => {
  const given = new Map<string, string>()
  fireEvent.copy(grid(), { clipboardData: { setData: (type: string, text: string) => given.set(type, text) } })
  return given
}

it('shows every value as its type says, in a grid that says how large it is', () => {
  show(<DataTable {...list} />)
  const row = screen.getByRole('row', { name: /F-1/u })
  expect(within(row).getByText('处理中')).toBeInTheDocument()
  expect(within(row).getByText('5,000.00 元')).toBeInTheDocument()
  expect(grid()).toHaveAttribute('aria-rowcount', '3')
  expect(grid()).toHaveAttribute('aria-colcount', '3')
  expect(row).toHaveAttribute('aria-rowindex', '2')
})

it('holds a screenful of a hundred thousand rows, and says which it looks at', () => {
  const want = vi.fn()
  const rows = rowsOf(1)
  const lines: Lines = {
    ...linesOf(rows),
    count: 100_000,
    more: true,
    at: (index) => ({ is: 'row', row: { ...rows[0], id: `${index}` } }),
    want,
  }
  show(<DataTable {...list} lines={lines} />)
  expect(screen.getAllByRole('row').length).toBeGreaterThan(15)
  expect(screen.getAllByRole('row').length).toBeLessThan(50)
  expect(grid()).toHaveAttribute('aria-rowcount', '-1')
  expect(want).toHaveBeenCalledWith(0, expect.any(Number))
})

it('is walked by cell, opened with Enter, and its header sorted', async () => {
  const open = vi.fn()
  const sort = vi.fn()
  const { user } = show(<DataTable {...list} onOpen={open} onSort={sort} />)
  await user.tab()
  expect(grid()).toHaveFocus()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(open).toHaveBeenCalledWith(expect.objectContaining({ id: '2' }))
  await user.keyboard('{End}')
  expect(activeCell()).toHaveAttribute('aria-colindex', '3')
  await user.keyboard('{Control>}{Home}{/Control}')
  expect(activeCell()).toHaveTextContent('F-1')
  await user.keyboard('{ArrowUp}{End}{Enter}{Shift>}{Enter}{/Shift}')
  expect(sort.mock.calls).toEqual([
    ['amount', false],
    ['amount', true],
  ])
})

it("asks for a sort by the column's name and adds to it with shift", async () => {
  const sort = vi.fn()
  const { user } = show(<DataTable {...list} onSort={sort} />)
  await user.click(screen.getByRole('button', { name: '金额' }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('button', { name: '金额' }))
  expect(sort.mock.calls).toEqual([
    ['amount', false],
    ['amount', true],
  ])
})

it('X-2 moves, widens and freezes columns by keyboard alone', async () => {
  const { user } = show(<Changing />)
  await user.tab()
  await user.keyboard('{ArrowUp}{ArrowRight}{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
  expect(names()).toEqual(['编号', '金额', '状态'])
  await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(grid().style.getPropertyValue('--tracks')).toContain('144px')
  await user.keyboard(' ')
  await user.click(await screen.findByRole('menuitem', { name: 'pinLeft' }))
  expect(names()).toEqual(['编号', '状态', '金额'])
  const held = screen.getAllByRole('columnheader').map((name) => name.style.position)
  expect(held).toEqual(['sticky', 'sticky', ''])
})

it('copies a block of cells as text and as a table, amounts as figures, nothing as a formula', async () => {
  const lines = linesOf([
    { id: '1', number: '=1+1', state: 'open', amount: { amount: '-5.00' } },
    { id: '2', number: 'F-2', state: 'open', amount: { amount: '6.00' } },
  ])
  const { user } = show(<DataTable {...list} lines={lines} />)
  await user.tab()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{ArrowRight}{/Shift}')
  const given = copied()
  expect(given.get('text/plain')).toBe("'=1+1\t处理中\t-5.00\nF-2\t处理中\t6.00")
  expect(given.get('text/html')).toContain('<td>6.00</td>')
})

it('says when filters leave nothing, and clears them', async () => {
  const clear = vi.fn()
  const { user } = show(<DataTable {...list} lines={linesOf([])} filtered onClearFilters={clear} />)
  await user.click(screen.getByRole('button', { name: 'clearFilters' }))
  expect(clear).toHaveBeenCalledOnce()
})

it('says what failed and tries again', async () => {
  const retry = vi.fn()
  const { user } = show(<DataTable {...list} state="failed" failure="没有网络" onRetry={retry} />)
  expect(screen.getByRole('alert')).toHaveTextContent('没有网络')
  await user.click(screen.getByRole('button', { name: 'retry' }))
  expect(retry).toHaveBeenCalledOnce()
})

it('X-10 chooses one row, those up to another one with shift, and all at hand', async () => {
  const change = vi.fn()
  const Choosing = () => {
    const [value, setValue] = useState(nothingChosen)
    return (
      <DataTable
        {...list}
        lines={linesOf(rowsOf(5))}
        selection={{
          value,
          onChange: (next) => {
            change(next)
            setValue(next)
          },
        }}
      />
    )
  }
  const { user } = show(<Choosing />)
  const boxes = screen.getAllByRole('checkbox', { name: 'selectRow' })
  await user.click(boxes[1] as HTMLElement)
  await user.keyboard('{Shift>}')
  await user.click(boxes[3] as HTMLElement)
  await user.keyboard('{/Shift}')
  await vi.waitFor(() => expect(change).toHaveBeenLastCalledWith({ ids: new Set(['2', '3', '4']) }))
  await user.click(screen.getByRole('checkbox', { name: 'selectAll' }))
  expect(change).toHaveBeenLastCalledWith({ ids: new Set(['1', '2', '3', '4', '5']) })
})

it('tells of new rows instead of putting them in, and shows them when asked', async () => {
  const news = { fresh: 3, gone: 0, show: vi.fn() }
  const { user } = show(<DataTable {...list} news={news} />)
  await user.click(screen.getByRole('button', { name: /newRows 3/u }))
  expect(news.show).toHaveBeenCalledOnce()
})

it('shows groups with their count and sums, opened and closed', async () => {
  const toggle = vi.fn()
  const lines: Lines = {
    ...linesOf([]),
    count: 1,
    at: () => ({ is: 'group', key: 'g', label: '渗漏', count: '1,000+', totals: { amount: { amount: '12.00' } }, opened: false }),
  }
  const { user } = show(<DataTable {...list} lines={lines} onToggleGroup={toggle} totals={{ values: { amount: { amount: '99.00' } } }} />)
  expect(screen.getByText('12.00 元')).toBeInTheDocument()
  expect(screen.getByText('99.00 元')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /渗漏/u, expanded: false }))
  expect(toggle).toHaveBeenCalledWith('g')
})
