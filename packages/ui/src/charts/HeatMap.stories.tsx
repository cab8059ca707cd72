import type { Meta, StoryObj } from '@storybook/react-vite'
import { HeatMap } from './HeatMap.tsx'
import { crossed, inChinese } from './sample.ts'

export default { component: HeatMap } satisfies Meta<typeof HeatMap>
type Story = StoryObj

export const Months: Story = { render: (_, { globals }) => <HeatMap data={crossed(inChinese(globals))} label="热力图 · heat map" /> }
