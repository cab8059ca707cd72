import type { Meta, StoryObj } from '@storybook/react-vite'
import { LinkedRows } from './LinkedRows.tsx'
import { StateDot } from './StateDot.tsx'

export default { component: LinkedRows } satisfies Meta<typeof LinkedRows>
type Story = StoryObj<typeof LinkedRows>

export const Rows: Story = {
  args: {
    rows: [
      { id: '1', href: '#1', number: 'ZG-2026-000012', title: '宏远建设', state: <StateDot word="整改中" tone="blue" />, aside: '3 天' },
      { id: '2', href: '#2', number: 'ZG-2026-000013', title: '主卧外墙渗水，阳台地面空鼓，'.repeat(6) },
    ],
  },
}
export const None: Story = { args: { rows: [], none: '没有整改通知' } }
