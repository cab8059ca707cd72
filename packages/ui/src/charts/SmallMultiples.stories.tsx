import type { Meta, StoryObj } from '@storybook/react-vite'
import { crossed, inChinese } from './sample.ts'
import { SmallMultiples } from './SmallMultiples.tsx'

export default { component: SmallMultiples } satisfies Meta<typeof SmallMultiples>
type Story = StoryObj

export const Projects: Story = {
  render: (_, { globals }) => <SmallMultiples data={crossed(inChinese(globals))} label="各楼盘 · projects" hrefOf={(key) => `#${key}`} />,
}
