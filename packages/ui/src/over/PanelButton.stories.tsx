import { Button, TextInput } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { PanelButton, type PanelButtonProps } from './PanelButton.tsx'

function Held(props: PanelButtonProps) {
  const [opened, setOpened] = useState(props.opened)
  return <PanelButton {...props} opened={opened} onOpened={setOpened} />
}

export default {
  component: PanelButton,
  render: (props) => <Held {...props} />,
  args: {
    label: '选择列',
    opened: false,
    onOpened: () => {},
    panel: () => <TextInput label="名称" />,
    children: <Button variant="default">列</Button>,
  },
} satisfies Meta<typeof PanelButton>
type Story = StoryObj<typeof PanelButton>

export const OpenedAndClosed: Story = {
  async play({ canvas }) {
    const button = canvas.getByRole('button')
    await userEvent.click(button)
    await expect(await screen.findByRole('dialog', { name: '选择列' })).toBeInTheDocument()
    await waitFor(() => expect(screen.getByLabelText('名称')).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await waitFor(() => expect(button).toHaveFocus())
  },
}
export const Open: Story = { args: { opened: true } }
