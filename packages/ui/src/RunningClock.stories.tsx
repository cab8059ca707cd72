import type { Meta, StoryObj } from '@storybook/react-vite'
import { RunningClock } from './RunningClock.tsx'

const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
export default { component: RunningClock, args: { of: { startedAt: hours(-1), dueAt: hours(3) } } } satisfies Meta<typeof RunningClock>
type Story = StoryObj<typeof RunningClock>

export const Calm: Story = {}
export const Near: Story = { args: { of: { startedAt: hours(-9), dueAt: hours(1) } } }
export const Over: Story = { args: { of: { startedAt: hours(-9), dueAt: hours(-2) } } }
/** T-2 */
export const Paused: Story = { args: { of: { startedAt: hours(-9), dueAt: hours(9), pausedAt: hours(-1), pausedBecause: '等待业主' } } }
export const Large: Story = { args: { large: true, label: '到场' } }
export const Met: Story = { args: { of: { startedAt: hours(-9), dueAt: hours(-5), stoppedAt: hours(-6) } } }
