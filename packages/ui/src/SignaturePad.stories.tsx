import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { SignaturePad } from './SignaturePad.tsx'

export default {
  component: SignaturePad,
  args: { label: '业主签名', required: true, value: '', onChange: fn() },
} satisfies Meta<typeof SignaturePad>
type Story = StoryObj<typeof SignaturePad>

export const Empty: Story = {}
export const Missing: Story = { args: { error: '请签名', hint: '用手指或鼠标书写' } }
