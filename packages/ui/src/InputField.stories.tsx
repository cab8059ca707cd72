import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import { useState } from 'react'
import { InputField } from './InputField.tsx'
import type { Input } from './inputs.ts'
import { UploadsProvider, type Uploads } from './uploads.tsx'

const choices = [
  { value: 'general', label: '一般' },
  { value: 'serious', label: '严重' },
]
const kinds: readonly Input[] = [
  { name: 'text', label: '标题', kind: 'text', required: true, hint: '一句话' },
  { name: 'longText', label: '原话', kind: 'longText', required: false },
  { name: 'money', label: '金额', kind: 'money', required: true },
  { name: 'number', label: '人数', kind: 'number', required: false },
  { name: 'quantity', label: '工程量', kind: 'quantity', required: false },
  { name: 'moment', label: '到场', kind: 'moment', required: false },
  { name: 'day', label: '交房', kind: 'day', required: false },
  { name: 'choice', label: '程度', kind: 'choice', required: true, choices },
  { name: 'choices', label: '依据', kind: 'choices', required: false, choices },
  { name: 'flag', label: '达到标准', kind: 'flag', required: false },
  { name: 'record', label: '房屋', kind: 'record', of: 'unit', required: false },
  { name: 'records', label: '参加人', kind: 'records', of: 'person', required: false },
  { name: 'texts', label: '其他人', kind: 'texts', required: false },
  { name: 'evidence', label: '证据', kind: 'evidence', required: false },
]
const uploads: Uploads = {
  accepts: async () => ['image/jpeg', 'image/png'],
  send: (file, { onDone }) => {
    onDone({ id: file.name, kind: 'photo', name: file.name, size: file.size })
    return { stop: () => {}, goOn: () => {} }
  },
  thumbnail: () => 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
}
const [first] = kinds
if (!first) throw new Error('there are kinds of input')

export default {
  component: InputField,
  args: { input: first, path: 'text', typed: '', errors: {}, onChange: fn(), find: async () => [{ value: 'u1', label: '3 栋 1201' }] },
} satisfies Meta<typeof InputField>
type Story = StoryObj<typeof InputField>

function Every({ errors }: { errors: Readonly<Record<string, string>> }) {
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({})
  return (
    <UploadsProvider uploads={uploads}>
      <div style={{ display: 'grid', gap: 12, maxInlineSize: 480 }}>
        {kinds.map((input) => (
          <InputField
            key={input.name}
            input={input}
            path={input.name}
            typed={typed[input.name]}
            errors={errors}
            find={async () => [{ value: 'u1', label: '3 栋 1201' }]}
            onChange={(now) => setTyped({ ...typed, [input.name]: now })}
          />
        ))}
      </div>
    </UploadsProvider>
  )
}
export const EveryKind: Story = {
  render: () => <Every errors={{}} />,
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox', { name: /金额/u }), '12480')
    await userEvent.tab()
    await expect(canvas.getByRole('textbox', { name: /金额/u })).toHaveValue('12,480.00')
  },
}
export const EveryKindWrong: Story = { render: () => <Every errors={Object.fromEntries(kinds.map(({ name }) => [name, '请填写']))} /> }
