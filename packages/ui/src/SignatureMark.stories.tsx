import type { Meta, StoryObj } from '@storybook/react-vite'
import { SignatureMark } from './SignatureMark.tsx'

export default { component: SignatureMark, args: { path: 'M100 200 L300 60 L420 240 L700 90', label: '王芳的签名' } } satisfies Meta<
  typeof SignatureMark
>
export const Signed: StoryObj<typeof SignatureMark> = {}
