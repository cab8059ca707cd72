import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { DecisionBar } from './DecisionBar.tsx'
import { show } from './test/show.tsx'

const decisions = [
  { name: 'fine.sign', label: '签发', allowed: false, because: '申诉未决' },
  { name: 'fine.stop', label: '停止', allowed: true },
]

it('offers what is possible first and does it', async () => {
  const decide = vi.fn()
  const { user } = show(<DecisionBar decisions={decisions} onDecide={decide} />)
  await user.click(screen.getByRole('button', { name: '停止' }))
  expect(decide).toHaveBeenCalledWith('fine.stop')
})

it('says why something is not possible', async () => {
  const { user } = show(<DecisionBar decisions={decisions} onDecide={vi.fn()} />)
  await user.click(screen.getByRole('button', { name: 'more' }))
  expect(await screen.findByText('申诉未决')).toBeInTheDocument()
})

it('a lone impossible decision stays reachable, does nothing, and says why', async () => {
  const decide = vi.fn()
  const { user } = show(<DecisionBar decisions={decisions.slice(0, 1)} onDecide={decide} />)
  await user.tab()
  expect(screen.getByRole('button', { name: '签发' })).toHaveFocus()
  expect(await screen.findByText('申诉未决')).toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect(decide).not.toHaveBeenCalled()
})
