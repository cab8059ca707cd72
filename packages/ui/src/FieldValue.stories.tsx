import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { FieldValue } from './FieldValue.tsx'
import type { FieldType } from './fields.ts'

const values: readonly (readonly [FieldType, unknown])[] = [
  ['text', '主卧外墙渗水'],
  ['text', { name: '澜湾一期' }],
  ['number', 12480],
  ['money', { amount: '12480.00', currency: 'CNY' }],
  ['moment', '2026-11-23T06:05:00Z'],
  ['day', '2026-11-23'],
  ['state', 'open'],
  ['person', { name: '王芳' }],
  ['choice', ['a', 'b']],
  ['flag', true],
  ['text', null],
]
const choices = [
  { value: 'open', label: '处理中', tone: 'blue' as const },
  { value: 'a', label: '墙面' },
  { value: 'b', label: '地面' },
]
export default { component: FieldValue, args: { field: { type: 'text' }, value: '' } } satisfies Meta<typeof FieldValue>
type Story = StoryObj<typeof FieldValue>

/** each type as the language writes it. */
export const EveryType: Story = {
  render: () => (
    <dl>
      {values.map(([type, value], n) => (
        <div key={n}>
          <dt>{type}</dt>
          <dd>
            <FieldValue field={{ type, choices }} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  ),
  async play({ canvas, globals }) {
    await expect(canvas.getByText(globals['language'] === 'en' ? '¥12,480.00' : '12,480.00 元')).toBeInTheDocument()
  },
}
