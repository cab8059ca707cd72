import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Picker, type Picked } from './Picker.tsx'
import { show } from './test/show.tsx'

const units: readonly Picked[] = [
  { value: 'u1', label: '澜湾一期 3 栋 1201', hint: '王芳 ·· 1234' },
  { value: 'u2', label: '澜湾一期 3 栋 1202' },
]
const find = async (text: string) => units.filter((unit) => `${unit.label}${unit.hint ?? ''}`.includes(text))

function Unit() {
  const [unit, setUnit] = useState<Picked>()
  return (
    <>
      <Picker label="房屋" value={unit} onChange={setUnit} find={find} />
      <output>{unit?.value}</output>
    </>
  )
}

it('takes the first of what was asked for with Enter, however quick the finger', async () => {
  const { user } = show(<Unit />)
  await user.type(screen.getByRole('textbox', { name: '房屋' }), '1202{Enter}')
  expect(await screen.findByText('u2')).toBeInTheDocument()
})

it('lets go of what was chosen', async () => {
  const { user } = show(<Unit />)
  await user.type(screen.getByRole('textbox', { name: '房屋' }), '1234')
  await user.click(await screen.findByRole('option', { name: /1201/u }))
  await user.click(screen.getByRole('button', { name: 'clear 房屋' }))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('says when nothing is found', async () => {
  const { user } = show(<Unit />)
  await user.type(screen.getByRole('textbox', { name: '房屋' }), '没有')
  expect(await screen.findByText('pickNone')).toBeInTheDocument()
})
