import { IconBell, IconChecklist, IconMessageReport, IconPlus, IconSearch } from '@tabler/icons-react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { AppFrame, type RailItem } from './AppFrame.tsx'

const item = (key: string, label: string, icon: RailItem['icon'], more: Partial<RailItem> = {}): RailItem => ({
  key,
  label,
  href: `#${key}`,
  icon,
  ...more,
})
const tasks = item('tasks', '我的任务', IconChecklist, { current: true, count: { value: 12, overdue: true } })
const complaints = item('complaints', '投诉', IconMessageReport, { count: { value: 1000, more: true } })

export default { component: AppFrame, parameters: { whole: true } } satisfies Meta<typeof AppFrame>
type Story = StoryObj<typeof AppFrame>

export const Frame: Story = {
  args: {
    name: '安居',
    railLabel: '主导航',
    skipLabel: '跳到内容',
    groups: [
      { key: 'own', items: [tasks] },
      { key: 'queues', title: '队列', items: [complaints] },
    ],
    bottom: [tasks, complaints, item('search', '搜索', IconSearch), item('new', '新建', IconPlus)],
    bar: <IconBell size={18} aria-hidden="true" />,
    children: <h1 style={{ padding: 20 }}>我的任务</h1>,
  },
}
