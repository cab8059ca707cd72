import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Money } from './Money.tsx'

export default { component: Money } satisfies Meta<typeof Money>
type Story = StoryObj<typeof Money>

export const Amount: Story = {
  args: { of: { amount: '-1234567.80', currency: 'CNY' } },
  async play({ canvas, globals }) {
    await expect(canvas.getByText(globals['language'] === 'en' ? /^[-−]¥1,234,567\.80$/u : /^[-−]1,234,567\.80 元$/u)).toBeInTheDocument()
  },
}
export const None: Story = { args: { of: null } }
