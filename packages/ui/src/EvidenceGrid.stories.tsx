import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent } from 'storybook/test'
import { EvidenceGrid } from './EvidenceGrid.tsx'
import type { Standing } from './evidence.ts'
import { aPaper, aPhoto } from '../.storybook/evidence.ts'
import { wordsOf } from '../.storybook/saying.ts'

const stands: Readonly<Record<string, Standing>> = { 1: 'unaltered', 2: 'altered' }

export default { component: EvidenceGrid, args: { items: [aPhoto('1'), aPhoto('2')] } } satisfies Meta<typeof EvidenceGrid>
type Story = StoryObj<typeof EvidenceGrid>

export const Nothing: Story = { args: { items: [] } }
export const OffersTheOriginalOnlyWhereItIsOpen: Story = {
  args: { items: [aPhoto('1', { save: '/o/1', located: true }), aPhoto('2')] },
  async play({ canvas, globals }) {
    await expect(canvas.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/o/1'])
    await expect(canvas.getByText(new RegExp(wordsOf(globals)('evidenceLocated'), 'u'))).toBeInTheDocument()
  },
}
/** F-13 */
export const ChecksEveryFileInTurn: Story = {
  args: { items: [aPhoto('1'), aPhoto('2'), aPaper], onCheck: fn(async (id: string) => stands[id]) },
  async play({ canvas, args, globals }) {
    const say = wordsOf(globals)
    await userEvent.click(canvas.getByRole('button', { name: say('evidenceCheck') }))
    await expect(await canvas.findByText(new RegExp(`照片2.*${say('evidenceAltered')}`, 'u'))).toBeInTheDocument()
    await expect(args.onCheck).toHaveBeenCalledTimes(2)
  },
}
export const OpensOverTheWholeScreen: Story = {
  async play({ canvas, globals }) {
    await userEvent.click(canvas.getByRole('button', { name: `${wordsOf(globals)('evidenceOpen')} 照片2` }))
    const shown = await screen.findAllByAltText('照片2')
    await expect(shown.some((picture) => picture.getAttribute('src')?.endsWith('#2'))).toBe(true)
  },
}
