import type { Meta, StoryObj } from '@storybook/react-vite'
import { FactsGrid, Section } from './FactsGrid.tsx'
import { Money, Nothing } from './Money.tsx'

export default { component: FactsGrid } satisfies Meta<typeof FactsGrid>
type Story = StoryObj<typeof FactsGrid>

export const Facts: Story = {
  args: {
    title: '罚款',
    facts: [
      { label: '金额', value: <Money of={{ amount: '12480.00' }} /> },
      { label: '施工单位', value: '宏远建设' },
      { label: '签收', value: <Nothing /> },
      { label: '理由', value: '四小时内未到场，门卫登记与电话记录为证，催促三次无果。'.repeat(4), wide: true },
    ],
  },
}
export const Sections: Story = {
  args: { facts: [] },
  render: () => (
    <Section title="整改通知" count={2}>
      <p>两张通知单</p>
    </Section>
  ),
}
