import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent } from 'storybook/test'
import { DecisionBar } from './DecisionBar.tsx'
import { wordsOf } from '../.storybook/saying.ts'

const decisions = [
  { name: 'fine.sign', label: '签发', allowed: false, because: '申诉未决' },
  { name: 'fine.stop', label: '停止', allowed: true },
]
export default { component: DecisionBar, args: { decisions, onDecide: fn() } } satisfies Meta<typeof DecisionBar>
type Story = StoryObj<typeof DecisionBar>

export const OffersWhatIsPossibleFirst: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: '停止' }))
    await expect(args.onDecide).toHaveBeenCalledWith('fine.stop')
  },
}
export const SaysWhySomethingIsNotPossible: Story = {
  async play({ canvas, globals }) {
    await userEvent.click(canvas.getByRole('button', { name: wordsOf(globals)('more') }))
    await expect(await screen.findByText('申诉未决')).toBeInTheDocument()
  },
}
export const ALoneImpossibleDecisionStaysReachable: Story = {
  args: { decisions: decisions.slice(0, 1) },
  async play({ canvas, args }) {
    await userEvent.tab()
    await expect(canvas.getByRole('button', { name: '签发' })).toHaveFocus()
    await expect(await screen.findByText('申诉未决')).toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    await expect(args.onDecide).not.toHaveBeenCalled()
  },
}
export const Many: Story = {
  args: {
    decisions: ['受理', '指派', '补充证据', '暂停', '并入其他投诉']
      .map((label) => ({ name: label, label, allowed: true }))
      .concat([{ name: '不予受理', label: '不予受理', allowed: true }]),
  },
}
