import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { available, form, notice } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const address = '/notices/Notice%3A1'
const when = [
  { name: 'at', kind: 'moment', notAfterNow: true },
  { name: 'lateReason', kind: 'text', long: true, required: false },
  { name: 'proof', kind: 'text', long: true, required: false },
]

it('N-3 shows a ground whose excuse waits to be judged as pending', async () => {
  const proofs = [{ what: 'served', at: '2026-11-24T01:00:00.000Z' }]
  await open(address, {
    tasksOf: [],
    notice: notice({ grounds: [{ ground: 2, since: '2026-11-24T05:00:00.000Z', pending: true, fined: false, proofs }] }),
  })
  expect(await screen.findByText('理由待判定')).toBeInTheDocument()
  expect(screen.getByText(/2026-11-24 \(周二\) 13:00/u)).toBeInTheDocument()
})

it('N-2 asks for reason and proof when the server says the entry is late, and keeps the time that was typed', async () => {
  let asks = 0
  const { user, asked } = await open(address, {
    tasksOf: [],
    notice: notice({ availableDecisions: [available('noticeRecordArrival', { owed: true })] }),
    decisionForm: form('noticeRecordArrival', when),
    noticeRecordArrival: () => {
      asks += 1
      return asks === 1
        ? { __typename: 'LateEntryNeedsReason', code: 'LateEntryNeedsReason', message: '迟录超过 30 分钟，请填写原因和证明。', minutes: 30 }
        : notice()
    },
  })
  await user.click(await screen.findByRole('button', { name: '到场' }))
  const dialog = await screen.findByRole('dialog')
  const at = await within(dialog).findByRole('textbox', { name: /发生时间/u })
  expect(within(dialog).queryByRole('textbox', { name: /为何迟录|迟录原因/u })).toBeNull()
  await user.clear(at)
  await user.type(at, '2026-11-24 12:50')
  await user.click(within(dialog).getByRole('button', { name: '到场' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('迟录超过 30 分钟')
  await user.type(within(dialog).getByRole('textbox', { name: /迟录原因/u }), '在工地没有信号')
  await user.type(within(dialog).getByRole('textbox', { name: /证明/u }), '门卫登记')
  expect(at).toHaveValue('2026-11-24 12:50')
  await user.click(within(dialog).getByRole('button', { name: '到场' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked.findLast((each) => each.name === 'NoticeRecordArrival')?.variables['input']).toEqual({
    at: '2026-11-24T04:50:00.000Z',
    lateReason: '在工地没有信号',
    proof: '门卫登记',
  })
})

it('N-2 marks a late entry with both times, its reason and its proof', async () => {
  const onSite = {
    at: '2026-11-24T04:50:00.000Z',
    entered: '2026-11-24T06:00:00.000Z',
    by: { id: 'Person:2', name: '李晓梅' },
    late: { reason: '没有信号', proof: '门卫登记' },
    evidence: [],
  }
  await open(address, {
    tasksOf: [],
    notice: notice({ onSite, takenBack: [{ ground: 2, since: '2026-11-24T05:00:00.000Z', at: '2026-11-24T06:00:00.000Z' }] }),
  })
  expect(await screen.findByText(/门卫登记/u)).toBeInTheDocument()
  expect(screen.getByText(/“四小时”的提醒已收回/u)).toBeInTheDocument()
})

it('a record one may not see says so and leads back', async () => {
  await open(address, { tasksOf: [], notice: null })
  expect(await screen.findByText('没有找到这条记录')).toBeInTheDocument()
  expect(screen.getAllByRole('link', { name: /整改通知/u }).length).toBeGreaterThan(1)
})
