import { ActionIcon } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { IconBaselineDensityMedium } from '@tabler/icons-react'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { MenuButton } from './MenuButton.tsx'

const choose = fn()

export default {
  component: MenuButton,
  args: {
    label: '行高',
    hint: '行高',
    lines: () => [
      { heading: '怎样显示' },
      { label: '32', current: true, onClick: choose },
      { label: '40', onClick: choose },
      { divider: true },
      { label: '52', note: '屏幕太小', blocked: true },
      { label: '折行', disabled: true },
    ],
    children: (
      <ActionIcon aria-label="行高">
        <IconBaselineDensityMedium size={16} />
      </ActionIcon>
    ),
  },
} satisfies Meta<typeof MenuButton>
type Story = StoryObj<typeof MenuButton>

export const Closed: Story = {}
export const ByKeyboard: Story = {
  async play({ canvas }) {
    choose.mockClear()
    const button = canvas.getByRole('button')
    button.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen.findByRole('menu')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('menu').contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await userEvent.click(await screen.findByRole('menuitem', { name: '40' }))
    await expect(choose).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
  },
}
export const Open: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button'))
    await expect(await screen.findByRole('menuitem', { name: /屏幕太小/u })).toHaveAttribute('aria-disabled', 'true')
    await expect(canvas.getByRole('button')).toHaveAttribute('aria-expanded', 'true')
  },
}
