import type { Meta, StoryObj } from '@storybook/react-vite'
import { StateDot, type Tone } from './StateDot.tsx'

const tones: readonly Tone[] = ['gray', 'blue', 'green', 'amber', 'red', 'violet']
export default { component: StateDot, args: { word: '处理中', tone: 'blue' } } satisfies Meta<typeof StateDot>
type Story = StoryObj<typeof StateDot>

export const Tones: Story = {
  render: () => (
    <ul>
      {tones.map((tone) => (
        <li key={tone}>
          <StateDot word={tone} tone={tone} />
        </li>
      ))}
    </ul>
  ),
}
export const Hollow: Story = { args: { hollow: true } }
