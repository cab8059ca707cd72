import { Button } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { BarChart } from './BarChart.tsx'
import { FigureFrame } from './FigureFrame.tsx'
import { FigureTable } from './FigureTable.tsx'
import { byElement, inChinese } from './sample.ts'

export default { component: FigureFrame } satisfies Meta<typeof FigureFrame>
type Story = StoryObj

export const Whole: Story = {
  render: (_, { globals }) => {
    const { zh } = inChinese(globals)
    const data = byElement({ zh })
    return (
      <FigureFrame
        title={zh ? '投诉集中在哪些部位' : 'Which elements complaints are about'}
        answer={zh ? '外墙渗漏最多：1,324 件，占 53%。' : 'Façade leaks lead with 1,324, 53 % of all.'}
        actions={<Button variant="subtle">{zh ? '导出' : 'Export'}</Button>}
        chart={<BarChart data={data} label={zh ? '各部位投诉数' : 'Complaints by element'} />}
        table={<FigureTable data={data} label={zh ? '各部位投诉数' : 'Complaints by element'} />}
        note={zh ? '按登记时间计。' : 'Counted by the day they were registered.'}
        tableOpen
      />
    )
  },
}
