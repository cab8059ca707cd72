import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { DecisionForm, type Sent } from './DecisionForm.tsx'
import type { Input } from './inputs.ts'
import { show } from './test/show.tsx'

const inputs: readonly Input[] = [
  { name: 'amount', label: '金额', kind: 'money', required: true },
  { name: 'reason', label: '理由', kind: 'longText', required: false },
  { name: 'standardMet', label: '达到标准', kind: 'flag', required: true },
]
const done = async (): Promise<Sent> => ({ done: true })

it('sends what was typed, read as its kind', async () => {
  const send = vi.fn(done)
  const { user } = show(<DecisionForm inputs={inputs} onSend={send} sendLabel="签发" />)
  await user.type(screen.getByRole('textbox', { name: /金额/u }), '5,000')
  await user.click(screen.getByRole('radio', { name: 'no' }))
  await user.click(screen.getByRole('button', { name: '签发' }))
  expect(send).toHaveBeenCalledWith({ amount: '5000.00', standardMet: false })
})

it('says beside the field what is missing, and sends nothing', async () => {
  const send = vi.fn(done)
  const { user } = show(<DecisionForm inputs={inputs} onSend={send} sendLabel="签发" />)
  await user.click(screen.getByRole('button', { name: '签发' }))
  expect(screen.getByRole('textbox', { name: /金额/u })).toBeInvalid()
  expect(screen.getByRole('textbox', { name: /金额/u })).toHaveFocus()
  expect(send).not.toHaveBeenCalled()
})

it('keeps what was typed when the answer is no, and says why', async () => {
  const { user } = show(
    <DecisionForm
      inputs={inputs}
      onSend={async () => ({ done: false, message: '低于最低限额', fields: { amount: '最低 5,000.00 元' } })}
      sendLabel="签发"
    />,
  )
  await user.type(screen.getByRole('textbox', { name: /金额/u }), '4999.99')
  await user.click(screen.getByRole('radio', { name: 'yes' }))
  await user.click(screen.getByRole('button', { name: '签发' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('低于最低限额')
  expect(screen.getByRole('textbox', { name: /金额/u })).toHaveValue('4,999.99')
  expect(screen.getByText('最低 5,000.00 元')).toBeInTheDocument()
})

it('keeps a draft until it is sent', async () => {
  const form = <DecisionForm inputs={inputs} onSend={done} sendLabel="签发" draftKey="fine.sign:1" />
  const { user, unmount } = show(form)
  await user.type(screen.getByRole('textbox', { name: '理由' }), '多次催促无果')
  unmount()
  const again = show(form)
  expect(screen.getByRole('textbox', { name: '理由' })).toHaveValue('多次催促无果')
  await again.user.type(screen.getByRole('textbox', { name: /金额/u }), '6000')
  await again.user.click(screen.getByRole('radio', { name: 'yes' }))
  await again.user.click(screen.getByRole('button', { name: '签发' }))
  again.unmount()
  show(form)
  expect(screen.getByRole('textbox', { name: '理由' })).toHaveValue('')
})

it('asks for lines of a list and names a wrong one', async () => {
  const send = vi.fn(done)
  const defects: readonly Input[] = [
    {
      name: 'defects',
      label: '缺陷',
      kind: 'lines',
      required: true,
      inputs: [
        { name: 'location', label: '部位', kind: 'text', required: true },
        { name: 'deadline', label: '期限', kind: 'moment', required: false },
      ],
    },
  ]
  const { user } = show(<DecisionForm inputs={defects} onSend={send} sendLabel="送达" />)
  await user.type(screen.getByRole('textbox', { name: '部位' }), '主卧外墙')
  await user.type(screen.getByRole('textbox', { name: '期限' }), 'tomorrow-ish')
  await user.click(screen.getByRole('button', { name: '送达' }))
  expect(screen.getByRole('textbox', { name: '期限' })).toBeInvalid()
  await user.clear(screen.getByRole('textbox', { name: '期限' }))
  await user.click(screen.getByRole('button', { name: '送达' }))
  expect(send).toHaveBeenCalledWith({ defects: [{ location: '主卧外墙' }] })
})
