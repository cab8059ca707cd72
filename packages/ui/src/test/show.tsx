import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import type { Language } from '../language.tsx'
import { UiProvider } from '../provider.tsx'

/** Shows a part of the library with its own words as their keys, so that a test says what it looks for. */
export const show = (part: ReactNode, language: Language = 'zh') => {
  const say = (word: string, values?: Record<string, string | number>) => (values ? `${word} ${Object.values(values).join(' ')}` : word)
  const wrap = (inside: ReactNode) => (
    <UiProvider language={language} say={say} env="test">
      {inside}
    </UiProvider>
  )
  const view = render(wrap(part))
  return { ...view, user: userEvent.setup(), again: (next: ReactNode) => view.rerender(wrap(next)) }
}
