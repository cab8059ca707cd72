import { Button } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Refusal } from './Refusal.tsx'

export default { component: Refusal, args: { message: '金额已改为 6,000.00 元，请看过再签。' } } satisfies Meta<typeof Refusal>
type Story = StoryObj<typeof Refusal>

export const Plain: Story = {}
export const WithTheWayOn: Story = {
  args: { action: <Button variant="default">再看一次</Button>, children: <p>5,000.00 元 → 6,000.00 元</p> },
}
