import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from '../test/api.ts'
import { column, complaint } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const columns = [
  column('number', 'text', { pinned: 'left', sortable: true }),
  column('title', 'text'),
  column('state', 'choice', { of: 'ComplaintState', values: ['registered', 'inProgress'] }),
  column('registeredAt', 'moment', { sortable: true }),
]

it('lists cases in the words of the chosen language', async () => {
  const { unmount } = await open('/complaints', { columns, complaints: page([complaint()]) })
  expect(await screen.findByRole('row', { name: /TS-2026-000001.*处理中/u })).toBeInTheDocument()
  unmount()
  const { asked } = await open('/complaints', { columns, complaints: page([complaint()]) }, 'en')
  expect(await screen.findByRole('row', { name: /TS-2026-000001.*In progress/u })).toBeInTheDocument()
  expect(asked[0]?.language).toBe('en')
})

it('X-2 asks as its address says, and its address says what was asked', async () => {
  const { user, asked, router } = await open('/complaints?state=registered&sort=-registeredAt', {
    columns,
    complaints: page([complaint({ state: 'registered' })]),
  })
  await screen.findByRole('row', { name: /TS-2026-000001/u })
  await waitFor(() =>
    expect(asked.findLast((each) => each.name === 'Complaints')?.variables).toMatchObject({
      filter: { state: { in: ['registered'] } },
      sort: [{ by: 'registeredAt', descending: true }],
    }),
  )
  await user.click(screen.getByRole('button', { name: '清除筛选' }))
  await waitFor(() => expect(router.state.location.searchStr).toBe('?sort=-registeredAt'))
})

it('says when filters leave nothing, and clears them', async () => {
  const { user, router } = await open('/complaints?state=registered', { columns, complaints: page([]) })
  await screen.findByText('没有符合条件的记录')
  const [first] = screen.getAllByRole('button', { name: '清除筛选' })
  if (first) await user.click(first)
  await waitFor(() => expect(router.state.location.searchStr).toBe(''))
  expect(await screen.findByText('还没有投诉')).toBeInTheDocument()
})

it('says what failed and reads again', async () => {
  let broken = true
  const { user } = await open('/complaints', {
    columns,
    complaints: () => {
      if (broken) throw new Error('no database')
      return page([complaint()])
    },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('没能读取')
  broken = false
  await user.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByRole('row', { name: /TS-2026-000001/u })).toBeInTheDocument()
})

it('reads the next page from where the last one ended, once its end comes near', async () => {
  const { asked } = await open('/complaints', {
    columns,
    complaints: ({ after }: { after?: string }) =>
      after === undefined ? page([complaint()], { more: true }) : page([complaint({ id: 'Complaint:2', number: 'TS-2026-000002' })]),
  })
  expect(await screen.findByRole('row', { name: /TS-2026-000002/u })).toBeInTheDocument()
  expect(asked.findLast((each) => each.name === 'Complaints')?.variables['after']).toBe('0')
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
})
