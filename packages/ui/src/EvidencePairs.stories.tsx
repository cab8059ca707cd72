import type { Meta, StoryObj } from '@storybook/react-vite'
import { EvidencePairs } from './EvidencePairs.tsx'
import { aPhoto } from '../.storybook/evidence.ts'

export default { component: EvidencePairs } satisfies Meta<typeof EvidencePairs>
type Story = StoryObj<typeof EvidencePairs>

/** N-4 */
export const BeforeBesideAfter: Story = { args: { before: [aPhoto('1')], after: [aPhoto('2')] } }
export const NotYetAfter: Story = { args: { before: [aPhoto('1')], after: [] } }
