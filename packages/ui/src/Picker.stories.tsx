import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent } from 'storybook/test'
import { useState } from 'react'
import { Picker, type Picked } from './Picker.tsx'
import { wordsOf } from '../.storybook/saying.ts'

const units: readonly Picked[] = [
  { value: 'u1', label: '澜湾一期 3 栋 1201', hint: '王芳 ·· 1234' },
  { value: 'u2', label: '澜湾一期 3 栋 1202' },
]
const find = async (text: string) => units.filter((unit) => `${unit.label}${unit.hint ?? ''}`.includes(text))

export default {
  component: Picker,
  args: { label: '房屋', value: undefined, onChange: fn(), find },
  render: function Render(args) {
    const [unit, setUnit] = useState<Picked>()
    return (
      <>
        <Picker {...args} value={unit} onChange={setUnit} />
        <output aria-label="选中">{unit?.value}</output>
      </>
    )
  },
} satisfies Meta<typeof Picker>
type Story = StoryObj<typeof Picker>

export const TakesTheFirstWithEnter: Story = {
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('textbox', { name: '房屋' }), '1202{Enter}')
    await expect(await canvas.findByText('u2')).toBeInTheDocument()
  },
}
export const LetsGoOfWhatWasChosen: Story = {
  async play({ canvas, globals }) {
    await userEvent.type(canvas.getByRole('textbox', { name: '房屋' }), '1234')
    await userEvent.click(await screen.findByRole('option', { name: /1201/u }))
    await userEvent.click(canvas.getByRole('button', { name: `${wordsOf(globals)('clear')} 房屋` }))
    await expect(canvas.getByLabelText('选中')).toBeEmptyDOMElement()
  },
}
export const SaysWhenNothingIsFound: Story = {
  async play({ canvas, globals }) {
    await userEvent.type(canvas.getByRole('textbox', { name: '房屋' }), '没有')
    await expect(await screen.findByText(wordsOf(globals)('pickNone'))).toBeInTheDocument()
  },
}
