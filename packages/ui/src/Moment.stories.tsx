import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Moment } from './Moment.tsx'

export default { component: Moment, args: { at: '2026-11-23T06:05:00Z' } } satisfies Meta<typeof Moment>
type Story = StoryObj<typeof Moment>

export const Relative: Story = {}
export const Exact: Story = {
  args: { as: 'exact' },
  async play({ canvas, globals }) {
    await expect(
      canvas.getByText(globals['language'] === 'en' ? /2026-11-23 \(Mon\) 14:05/u : '2026-11-23 (周一) 14:05'),
    ).toBeInTheDocument()
  },
}
export const Day: Story = { args: { as: 'day', at: '2026-11-23' } }
export const None: Story = { args: { at: null } }
