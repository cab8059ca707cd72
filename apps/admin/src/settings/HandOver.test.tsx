import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from '../test/api.ts'
import { available, column } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const leaving = {
  __typename: 'Person',
  id: 'Person:leaving',
  name: '李晓梅',
  email: 'rep@lintel.test',
  positions: ['representative'],
  allProjects: true,
  projects: [],
  categories: [],
  onDuty: true,
  language: 'zh',
  state: 'active',
  revision: 3,
  timeline: [],
  availableDecisions: [available('personHandOver')],
}
const work = (noun: string, n: number, seat: string | null = null) => ({
  noun,
  recordId: `${noun}:${n}`,
  number: `N-${n}`,
  title: null,
  seat,
})
const colleague = { __typename: 'Person', id: 'Person:to', name: '张志强', positions: [] }

it('P-5 some cases and a seat go to a colleague, the rest stays; what could not go says why', async () => {
  const { user, asked } = await open('/settings/people?open=Person%3Aleaving', {
    columns: [column('name', 'text')],
    people: page([colleague]),
    person: {
      ...leaving,
      openWork: [work('complaint', 1), work('complaint', 2), work('fine', 3), work('approval', 4, '1.0.0')],
    },
    personHandOver: leaving,
    approvalReassign: { __typename: 'AlreadySigned', code: 'AlreadySigned', message: '同一审批中每人只能签一次。' },
  })
  await user.click(await screen.findByRole('button', { name: '移交' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(await within(dialog).findByRole('checkbox', { name: /投诉 N-2/u }))
  expect(within(dialog).getByRole('checkbox', { name: '全部 4 件' })).not.toBeChecked()
  await user.click(within(dialog).getByRole('textbox', { name: /交给/u }))
  await user.click(await screen.findByRole('option', { name: /张志强/u }))
  await user.click(within(dialog).getByRole('button', { name: '移交 3 件' }))
  await waitFor(() => expect(asked.some((each) => each.name === 'ApprovalReassign')).toBe(true))
  expect(asked.find((each) => each.name === 'PersonHandOver')?.variables['input']).toEqual({
    to: 'Person:to',
    complaints: ['complaint:1'],
    fines: ['fine:3'],
  })
  expect(asked.find((each) => each.name === 'ApprovalReassign')?.variables).toMatchObject({
    id: 'approval:4',
    input: { seat: '1.0.0', to: 'Person:to' },
  })
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('同一审批中每人只能签一次')
})
