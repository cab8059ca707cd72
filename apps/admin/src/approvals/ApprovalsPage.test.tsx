import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { announceOwn } from '../graph/live.tsx'
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

it('B-6 a card says what a decision needs without opening it, and B-5 that one was reminded and urged, and the superior told', async () => {
  const waiting = task({
    evidence: 3,
    urgedAt: '2026-11-24T00:30:00.000Z',
    told: 'late',
    toldAt: '2026-11-24T01:00:00.000Z',
    escalatedAt: '2026-11-24T01:20:00.000Z',
  })
  await open('/approvals', queue({ tasks: page([waiting]) }))
  const card = (await screen.findByRole('button', { name: /证据 3 件/u })) as HTMLElement
  expect(card).toHaveTextContent('20,000.00 元')
  expect(card).toHaveTextContent(/同意之后：罚款单待经理下达/u)
  expect(card).toHaveTextContent(/已等/u)
  expect(card).toHaveTextContent('对方已催办')
  expect(card).toHaveTextContent('已提醒：已逾期')
  expect(card).toHaveTextContent('已上报上级')
})

it('B-4 says what changed by itself since it was opened, before anybody decides, until one has looked', async () => {
  let amount = '20000.00'
  const { user } = await open(
    '/approvals',
    queue({
      fine: ({ id }: { id: string }) =>
        fine({ id, amount: { __typename: 'Money', amount, currency: 'CNY' }, approval: approval({ availableDecisions: mine }) }),
    }),
  )
  await screen.findByRole('button', { name: '同意' })
  amount = '30000.00'
  act(() => announceOwn(undefined))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('20,000.00 元 → 30,000.00 元')
  await user.click(within(alert).getByRole('button', { name: '已看过变化' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('B-4, B-6 several are approved on what their cards showed, and each is answered by itself', async () => {
  const seen = (n: number) => [{ __typename: 'SeenRecord', id: `Approval:${n}`, revision: n }]
  const { user, asked } = await open(
    '/approvals',
    queue({
      tasks: page([
        task({ part: 's1', seen: seen(1) }),
        task({ id: 'Task:2', number: 'FK-2026-000002', recordId: 'Approval:2', part: 's7', seen: seen(2) }),
      ]),
      approvalApprove: ({ id }: { id: string }) =>
        id === 'Approval:1'
          ? approval()
          : { __typename: 'ChangedSinceSeen', code: 'ChangedSinceSeen', message: '您打开之后内容已有变化，请查看变化后再决定。' },
    }),
  )
  for (const box of await screen.findAllByRole('checkbox')) await user.click(box)
  await user.click(screen.getByRole('button', { name: '同意选中的 2 件' }))
  expect(await screen.findByText(/1 件已同意，1 件未能同意/u)).toBeInTheDocument()
  expect(screen.getByText(/FK-2026-000002.*内容已有变化/u)).toBeInTheDocument()
  expect(asked.filter(({ name }) => name === 'ApprovalApprove').map(({ variables }) => [variables['input'], variables['saw']])).toEqual([
    [{ seat: 's1' }, [{ id: 'Approval:1', revision: 1 }]],
    [{ seat: 's7' }, [{ id: 'Approval:2', revision: 2 }]],
  ])
})

it('says when nothing waits', async () => {
  await open('/approvals', { tasks: page([]) }, 'en')
  expect(await screen.findByText('Nothing waits for your signature')).toBeInTheDocument()
})
