import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { DecisionBar } from './DecisionBar.tsx'
import { RecordHead } from './RecordHead.tsx'
import { RunningClock } from './RunningClock.tsx'
import { StateDot } from './StateDot.tsx'

export default { component: RecordHead } satisfies Meta<typeof RecordHead>
type Story = StoryObj<typeof RecordHead>

export const Whole: Story = {
  args: {
    number: 'TS-2026-000123',
    title: '主卧外墙渗水',
    link: 'http://127.0.0.1/complaints/1',
    state: <StateDot word="处理中" tone="blue" />,
    clocks: <RunningClock of={{ startedAt: '2026-11-23T01:00:00Z', dueAt: '2026-11-23T05:00:00Z', stoppedAt: '2026-11-23T04:00:00Z' }} />,
    about: '澜湾一期 3 栋 1201 · 王芳',
    decisions: <DecisionBar decisions={[{ name: 'resolve', label: '解决', allowed: true }]} onDecide={fn()} />,
  },
}
export const LongTitle: Story = { args: { title: '主卧外墙渗水，阳台地面空鼓，卫生间门槛石开裂，'.repeat(5) } }
