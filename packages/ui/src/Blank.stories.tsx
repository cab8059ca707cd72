import { Button } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Blank } from './Blank.tsx'

export default { component: Blank } satisfies Meta<typeof Blank>
type Story = StoryObj<typeof Blank>

export const Empty: Story = { args: { title: '没有投诉', hint: '接到来电、来访后点“登记投诉”。', action: <Button>登记投诉</Button> } }
export const Failed: Story = { args: { title: '没能打开', hint: '网络恢复后再试一次。', tone: 'red', action: <Button>重试</Button> } }
