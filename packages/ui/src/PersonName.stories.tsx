import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { PersonName } from './PersonName.tsx'

export default { component: PersonName, args: { of: { name: '王芳', position: '客户代表' } } } satisfies Meta<typeof PersonName>
type Story = StoryObj<typeof PersonName>

export const WithPosition: Story = {}
/** P-2 */
export const InTheNameOfSomebody: Story = {
  args: { inNameOf: { name: '李明' } },
  async play({ canvas }) {
    await expect(canvas.getByText(/李明/u)).toBeInTheDocument()
  },
}
export const Nobody: Story = { args: { of: null } }
