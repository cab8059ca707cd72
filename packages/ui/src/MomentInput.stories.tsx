import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import { useState } from 'react'
import { MomentInput } from './MomentInput.tsx'

export default { component: MomentInput, args: { label: '期限', value: '', onChange: fn() } } satisfies Meta<typeof MomentInput>
type Story = StoryObj<typeof MomentInput>

export const KeepsWhatWasTyped: Story = {
  render: function Render(args) {
    const [value, setValue] = useState('')
    return <MomentInput {...args} value={value} onChange={setValue} />
  },
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox', { name: '期限' }), '2026-11-23 14:05')
    await expect(canvas.getByRole('textbox', { name: '期限' })).toHaveValue('2026-11-23 14:05')
  },
}
export const Wrong: Story = { args: { value: '明天左右', error: '写成 2026-11-23 14:05', required: true } }
export const Day: Story = { args: { of: 'day', value: '2026-11-23', hint: '到当天结束' } }
