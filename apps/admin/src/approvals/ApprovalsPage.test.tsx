import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from '../test/api.ts'
import { approval, available, fine, form, task } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const mine = [
  available('approvalApprove', { part: 's1', owed: true }),
  available('approvalReturn', { part: 's1' }),
  available('approvalReject', { part: 's1' }),
]
const comment = { name: 'comment', kind: 'text', long: true, required: false }
const seat = { name: 'seat', kind: 'text' }
const queue = (more: object = {}) => ({
  tasks: page([
    task(),
    task({
      id: 'Task:2',
      number: 'FK-2026-000002',
      recordId: 'Approval:2',
      subjectId: 'Fine:2',
      contractor: { id: 'Contractor:2', name: '四川天成防水工程有限公司' },
    }),
  ]),
  fine: ({ id }: { id: string }) =>
    fine({
      id,
      number: id === 'Fine:1' ? 'FK-2026-000001' : 'FK-2026-000002',
      approval: approval({ id: id.replace('Fine', 'Approval'), availableDecisions: mine }),
    }),
  tasksOf: [task()],
  decisionForm: ({ name }: { name: string }) =>
    name === 'approval_approve'
      ? form('approvalApprove', [seat, comment])
      : form('approvalReturn', [seat, { name: 'reason', kind: 'text', long: true }]),
  ...more,
})

it('B-6 shows what a decision needs: amount, party, ground with its times, evidence, what happens, who signs', async () => {
  await open('/approvals', queue())
  expect(await screen.findByText(/四小时内未到场或未交方案/u)).toBeInTheDocument()
  expect(screen.getAllByText('20,000.00 元').length).toBeGreaterThan(0)
  expect(screen.getByText(/2026-11-20 \(周五\) 13:00/u)).toBeInTheDocument()
  expect(screen.getByText('尚无记录')).toBeInTheDocument()
  expect(screen.getByText(/催促电话录音/u)).toBeInTheDocument()
  expect(screen.getByText('罚款单待经理下达')).toBeInTheDocument()
  expect(screen.getByText('同意处罚')).toBeInTheDocument()
})

it('B-4 approves on the seat that is mine, with the revisions of what was seen, and the next task comes up', async () => {
  const { user, asked } = await open('/approvals', queue({ approvalApprove: approval() }))
  await user.click(await screen.findByRole('button', { name: '同意' }))
  await user.type(await screen.findByRole('textbox', { name: '意见' }), '同意')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '同意' }))
  await waitFor(() => expect(asked.find((each) => each.name === 'ApprovalApprove')).toBeDefined())
  const sent = asked.find((each) => each.name === 'ApprovalApprove')?.variables
  expect(sent).toMatchObject({
    id: 'Approval:1',
    input: { seat: 's1', comment: '同意' },
    saw: [
      { id: 'Fine:1', revision: 4 },
      { id: 'Approval:1', revision: 1 },
      { id: 'Notice:1', revision: 2 },
    ],
  })
  expect(await screen.findByRole('heading', { level: 1, name: /四川/u })).toBeInTheDocument()
  await waitFor(() => expect(asked.some((each) => each.name === 'Fine' && each.variables['id'] === 'Fine:2')).toBe(true))
})

it("says a refusal in the server's words and keeps what was typed", async () => {
  const refusal = { __typename: 'AlreadyDecided', code: 'AlreadyDecided', message: '郭春华已于 11-24 09:00 处理，无需重复。' }
  const { user } = await open('/approvals', queue({ approvalReturn: refusal }))
  await user.click(await screen.findByRole('button', { name: '退回' }))
  await user.type(await screen.findByRole('textbox', { name: /理由/u }), '证据不足，请补现场照片')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退回' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('郭春华已于 11-24 09:00 处理')
  expect(screen.getByRole('textbox', { name: /理由/u })).toHaveValue('证据不足，请补现场照片')
})

it('B-3 sends the same decision again with the same key after a lost answer, and never twice with another', async () => {
  let lost = true
  const { user, asked } = await open(
    '/approvals',
    queue({
      approvalApprove: () => {
        if (!lost) return approval()
        lost = false
        throw new Error('connection lost')
      },
    }),
  )
  await user.click(await screen.findByRole('button', { name: '同意' }))
  await screen.findByRole('textbox', { name: '意见' })
  const send = () => user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '同意' }))
  await send()
  expect(await screen.findByRole('alert')).toBeInTheDocument()
  await send()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const keys = asked.filter((each) => each.name === 'ApprovalApprove').map((each) => each.variables['key'])
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

it('B-4 shows what changed since it was opened, and the next try is on what is seen now', async () => {
  let amount = '20000.00'
  const { user, asked } = await open(
    '/approvals',
    queue({
      fine: ({ id }: { id: string }) =>
        fine({
          id,
          revision: amount === '20000.00' ? 4 : 5,
          amount: { __typename: 'Money', amount, currency: 'CNY' },
          approval: approval({ availableDecisions: mine }),
        }),
      approvalApprove: () => {
        if (amount !== '20000.00') return approval()
        amount = '30000.00'
        return { __typename: 'ChangedSinceSeen', code: 'ChangedSinceSeen', message: '您打开之后内容已有变化，请查看变化后再决定。' }
      },
    }),
  )
  await user.click(await screen.findByRole('button', { name: '同意' }))
  await screen.findByRole('textbox', { name: '意见' })
  const send = () => user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '同意' }))
  await send()
  const dialog = screen.getByRole('dialog')
  expect(await within(dialog).findByText('20,000.00 元')).toBeInTheDocument()
  expect(within(dialog).getByText('30,000.00 元')).toBeInTheDocument()
  await send()
  await waitFor(() => expect(asked.filter((each) => each.name === 'ApprovalApprove')).toHaveLength(2))
  expect(asked.findLast((each) => each.name === 'ApprovalApprove')?.variables['saw']).toContainEqual({ id: 'Fine:1', revision: 5 })
})

it('B-11 an earlier step is chosen by its name and people; who may not be asked is shown with the reason', async () => {
  const signed = (name: string) => ({ at: '2026-11-23T09:00:00.000Z', by: { __typename: 'Person', id: `Person:${name}`, name } })
  const steps = [
    {
      number: 0,
      mode: 'all',
      earlier: true,
      seats: [{ key: 's0', open: false, holder: { position: 'manager' }, before: [], after: [], signed: signed('郭春华') }],
    },
    { number: 1, mode: 'any', earlier: false, seats: [{ key: 's1', open: true, holder: { position: 'manager' }, before: [], after: [] }] },
  ]
  const verbs = ['approvalSendBack', 'approvalTransfer'].map((verb) => available(verb, { part: 's1', owed: true }))
  const { user, asked } = await open(
    '/approvals',
    queue({
      fine: ({ id }: { id: string }) => fine({ id, approval: approval({ steps, availableDecisions: verbs }) }),
      decisionForm: ({ name }: { name: string }) =>
        name === 'approval_sendBack'
          ? form('approvalSendBack', [seat, { name: 'step', kind: 'count', min: 0, max: 20 }, { name: 'reason', kind: 'text', long: true }])
          : form('approvalTransfer', [seat, { name: 'to', kind: 'ref', of: 'person' }]),
      approvalSendBack: approval(),
      signers: [
        { because: null, person: { __typename: 'Person', id: 'Person:ok', name: '周敏', positions: [] } },
        { because: '同一审批中每人只能签一次。', person: { __typename: 'Person', id: 'Person:no', name: '郭春华', positions: [] } },
      ],
    }),
  )
  await user.click(await screen.findByRole('button', { name: '转办' }))
  await user.click(await screen.findByRole('textbox', { name: /转给|交给|转办/u }))
  expect(await screen.findByRole('option', { name: /周敏/u })).toBeInTheDocument()
  expect(screen.getByRole('option', { name: /郭春华.*每人只能签一次/u })).toHaveAttribute('data-combobox-disabled', 'true')
  expect(asked.findLast((each) => each.name === 'Signers')?.variables).toMatchObject({ approval: 'Approval:1', seat: 's1' })
  await user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('button', { name: '退回上步' }))
  expect(await screen.findByRole('radio', { name: /第 1 步.*郭春华/u })).toBeInTheDocument()
  await user.type(screen.getByRole('textbox', { name: /理由/u }), '请再看')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退回上步' }))
  await waitFor(() =>
    expect(asked.find((each) => each.name === 'ApprovalSendBack')?.variables['input']).toEqual({ seat: 's1', step: 0, reason: '请再看' }),
  )
})

it('is decided with single keys', async () => {
  const { user } = await open('/approvals', queue())
  await screen.findByRole('button', { name: '同意' })
  await user.keyboard('r')
  expect(await screen.findByRole('dialog', { name: /退回/u })).toBeInTheDocument()
})

it('says when nothing waits', async () => {
  await open('/approvals', { tasks: page([]) }, 'en')
  expect(await screen.findByText('Nothing waits for your signature')).toBeInTheDocument()
})
