import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { LanguageProvider, type Language, type Say } from './language.tsx'
import { theme } from './theme.ts'

type UiProviderProps = {
  language: Language
  say: Say
  children: ReactNode
  /** `test` leaves out transitions. */
  env?: 'default' | 'test'
  /** What a strict policy asks of styles that come into being on the page. */
  nonce?: string | undefined
}

/** Theme and words around everything. */
export function UiProvider({ language, say, children, env = 'default', nonce }: UiProviderProps) {
  const closed = say('close')
  // a passing word has its close button from the theme alone: there is no other place to name it
  const spoken = useMemo(
    () => mergeThemeOverrides(theme, { components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': closed } } } } }),
    [closed],
  )
  return (
    <MantineProvider theme={spoken} defaultColorScheme="auto" env={env} {...(nonce ? { getStyleNonce: () => nonce } : {})}>
      <LanguageProvider language={language} say={say}>
        {children}
      </LanguageProvider>
    </MantineProvider>
  )
}
