import type { Meta, StoryObj } from '@storybook/react-vite'
import { FigureTable } from './FigureTable.tsx'
import { byElement, crossed, inChinese } from './sample.ts'

export default { component: FigureTable } satisfies Meta<typeof FigureTable>
type Story = StoryObj

export const Compared: Story = {
  render: (_, { globals }) => {
    const { zh } = inChinese(globals)
    return (
      <FigureTable
        data={byElement({ zh })}
        label="投诉 · complaints"
        total={{
          label: zh ? '合计' : 'Total',
          figures: [{ value: 2_478, text: '2,478', href: '#all', before: { value: 2_224, text: '2,224' } }],
        }}
      />
    )
  },
}
export const Pivot: Story = {
  render: (_, { globals }) => <FigureTable data={crossed(inChinese(globals))} label="透视表 · pivot" heat="whole" />,
}
