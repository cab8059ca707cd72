import { Button } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { Hint } from './Hint.tsx'

export default {
  component: Hint,
  args: { label: '2026-11-23 (周一) 14:05', children: <Button onClick={fn()}>14:05</Button> },
} satisfies Meta<typeof Hint>
type Story = StoryObj<typeof Hint>

export const AtThePointer: Story = {
  async play({ canvas, args }) {
    const button = canvas.getByRole('button')
    await userEvent.hover(button)
    await expect(await screen.findByText(args.label)).toBeInTheDocument()
    await expect(button).toHaveAccessibleDescription(args.label)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByText(args.label)).not.toBeInTheDocument())
  },
}
export const ByKeyboard: Story = {
  async play({ canvas, args }) {
    await userEvent.tab()
    await expect(canvas.getByRole('button')).toHaveFocus()
    await expect(await screen.findByText(args.label)).toBeInTheDocument()
  },
}
export const WhenPressed: Story = {
  args: { touch: true },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button'))
    await expect(await screen.findByText(args.label)).toBeInTheDocument()
  },
}
