import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { Timeline, type TimelineEntry } from './Timeline.tsx'
import { wordsOf } from '../.storybook/saying.ts'

const entries: readonly TimelineEntry[] = [
  {
    id: '2',
    at: '2026-11-24T04:50:00Z',
    enteredAt: '2026-11-24T06:00:00Z',
    late: true,
    title: '到场',
    who: { name: '王芳' },
    kind: 'notice',
    note: '门卫登记为证',
    changes: [{ label: '期限', before: '11-24', after: '11-26' }],
  },
  { id: '1', at: '2026-11-23T01:00:00Z', title: '提醒', bySystem: true, kind: 'task' },
]
const kinds = [
  { value: 'notice', label: '通知单' },
  { value: 'task', label: '任务' },
]
export default { component: Timeline, args: { entries, kinds } } satisfies Meta<typeof Timeline>
type Story = StoryObj<typeof Timeline>

/** N-2 */
export const MarksWhatWasEnteredLate: Story = {
  async play({ canvas, globals }) {
    await expect(canvas.getByText(wordsOf(globals)('late'))).toBeInTheDocument()
    await expect(canvas.getByText(/2026-11-24 \((周二|Tue)\) 14:00/u)).toBeInTheDocument()
  },
}
/** B-9 */
export const SaysWhatTheSoftwareDid: Story = {
  async play({ canvas, globals }) {
    await expect(canvas.getByText(wordsOf(globals)('system'))).toBeInTheDocument()
  },
}
export const ShowsOnlyTheKindsChosen: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('checkbox', { name: '通知单' }))
    await expect(canvas.queryByText('提醒')).toBeNull()
    await expect(canvas.getByText('到场')).toBeInTheDocument()
  },
}
export const Nothing: Story = { args: { entries: [] } }
