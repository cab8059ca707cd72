import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { KeyboardHelp } from './KeyboardHelp.tsx'

export default { component: KeyboardHelp, args: { opened: true, onClose: fn() } } satisfies Meta<typeof KeyboardHelp>
type Story = StoryObj<typeof KeyboardHelp>

export const Keys: Story = {
  args: {
    groups: [
      {
        title: '到处',
        keys: [
          { keys: ['/'], does: '搜索' },
          { keys: ['?'], does: '这里的按键' },
        ],
      },
      {
        title: '列表',
        keys: [
          { keys: ['↑', '↓'], does: '上一行，下一行' },
          { keys: ['Enter'], does: '打开' },
        ],
      },
    ],
  },
}
