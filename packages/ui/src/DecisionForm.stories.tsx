import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import { useState } from 'react'
import { DecisionForm, type Sent } from './DecisionForm.tsx'
import type { Input } from './inputs.ts'
import { wordsOf } from '../.storybook/saying.ts'

const inputs: readonly Input[] = [
  { name: 'amount', label: '金额', kind: 'money', required: true },
  { name: 'reason', label: '理由', kind: 'longText', required: false },
  { name: 'standardMet', label: '达到标准', kind: 'flag', required: true },
]
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
const done = async (): Promise<Sent> => ({ done: true })

export default { component: DecisionForm, args: { inputs, onSend: fn(done), sendLabel: '签发' } } satisfies Meta<typeof DecisionForm>
type Story = StoryObj<typeof DecisionForm>

export const SendsWhatWasTyped: Story = {
  async play({ canvas, args, globals }) {
    await userEvent.type(canvas.getByRole('textbox', { name: /金额/u }), '5,000')
    await userEvent.click(canvas.getByRole('radio', { name: wordsOf(globals)('no') }))
    await userEvent.click(canvas.getByRole('button', { name: '签发' }))
    await expect(args.onSend).toHaveBeenCalledWith({ amount: '5000.00', standardMet: false })
  },
}
export const SaysBesideTheFieldWhatIsMissing: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: '签发' }))
    await expect(canvas.getByRole('textbox', { name: /金额/u })).toBeInvalid()
    await expect(canvas.getByRole('textbox', { name: /金额/u })).toHaveFocus()
    await expect(args.onSend).not.toHaveBeenCalled()
  },
}
export const KeepsWhatWasTypedWhenTheAnswerIsNo: Story = {
  args: { onSend: fn(async (): Promise<Sent> => ({ done: false, message: '低于最低限额', fields: { amount: '最低 5,000.00 元' } })) },
  async play({ canvas, globals }) {
    await userEvent.type(canvas.getByRole('textbox', { name: /金额/u }), '4999.99')
    await userEvent.click(canvas.getByRole('radio', { name: wordsOf(globals)('yes') }))
    await userEvent.click(canvas.getByRole('button', { name: '签发' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('低于最低限额')
    await expect(canvas.getByRole('textbox', { name: /金额/u })).toHaveValue('4,999.99')
    await expect(canvas.getByText('最低 5,000.00 元')).toBeInTheDocument()
  },
}
export const KeepsADraftUntilItIsSent: Story = {
  args: { draftKey: 'fine.sign:1' },
  render: function Render(args) {
    const [away, setAway] = useState(false)
    return (
      <>
        {!away && <DecisionForm {...args} />}
        <button onClick={() => setAway(!away)}>走开</button>
      </>
    )
  },
  async play({ canvas, globals }) {
    const leave = async () => {
      await userEvent.click(canvas.getByRole('button', { name: '走开' }))
      await userEvent.click(canvas.getByRole('button', { name: '走开' }))
    }
    const reason = () => canvas.getByRole('textbox', { name: '理由' })
    await userEvent.type(reason(), '多次催促无果')
    await leave()
    await expect(reason()).toHaveValue('多次催促无果')
    await userEvent.type(canvas.getByRole('textbox', { name: /金额/u }), '6000')
    await userEvent.click(canvas.getByRole('radio', { name: wordsOf(globals)('yes') }))
    await userEvent.click(canvas.getByRole('button', { name: '签发' }))
    await leave()
    await expect(reason()).toHaveValue('')
  },
}
export const AsksForLinesAndNamesAWrongOne: Story = {
  args: { inputs: defects, sendLabel: '送达' },
  async play({ canvas, args }) {
    await userEvent.type(canvas.getByRole('textbox', { name: '部位' }), '主卧外墙')
    await userEvent.type(canvas.getByRole('textbox', { name: '期限' }), 'tomorrow-ish')
    await userEvent.click(canvas.getByRole('button', { name: '送达' }))
    await expect(canvas.getByRole('textbox', { name: '期限' })).toBeInvalid()
    await userEvent.clear(canvas.getByRole('textbox', { name: '期限' }))
    await userEvent.click(canvas.getByRole('button', { name: '送达' }))
    await expect(args.onSend).toHaveBeenCalledWith({ defects: [{ location: '主卧外墙' }] })
  },
}
