import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from './test/show.tsx'
import { Timeline, type TimelineEntry } from './Timeline.tsx'

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
  },
  { id: '1', at: '2026-11-23T01:00:00Z', title: '提醒', bySystem: true, kind: 'task' },
]

it('N-2 marks what was entered late with both times', () => {
  show(<Timeline entries={entries} />)
  expect(screen.getByText('late')).toBeInTheDocument()
  expect(screen.getByText(/2026-11-24 \(周二\) 14:00/u)).toBeInTheDocument()
})

it('B-9 says what the software did itself', () => {
  show(<Timeline entries={entries} />)
  expect(screen.getByText('system')).toBeInTheDocument()
})

it('shows only the kinds chosen', async () => {
  const { user } = show(
    <Timeline
      entries={entries}
      kinds={[
        { value: 'notice', label: '通知单' },
        { value: 'task', label: '任务' },
      ]}
    />,
  )
  await user.click(screen.getByRole('checkbox', { name: '通知单' }))
  expect(screen.queryByText('提醒')).toBeNull()
  expect(screen.getByText('到场')).toBeInTheDocument()
})
