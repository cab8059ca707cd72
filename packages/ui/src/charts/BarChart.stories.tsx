import type { Meta, StoryObj } from '@storybook/react-vite'
import { BarChart } from './BarChart.tsx'
import { byElement, inChinese } from './sample.ts'

export default { component: BarChart } satisfies Meta<typeof BarChart>
type Story = StoryObj

export const Compared: Story = {
  render: (_, { globals }) => <BarChart data={byElement(inChinese(globals))} label="投诉 · complaints" />,
}
export const Pareto: Story = {
  render: (_, { globals }) => <BarChart data={{ ...byElement(inChinese(globals)), beforeLabel: undefined }} label="Pareto" cumulative />,
}
