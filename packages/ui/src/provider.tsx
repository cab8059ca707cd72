import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
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
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" env={env} {...(nonce ? { getStyleNonce: () => nonce } : {})}>
      <LanguageProvider language={language} say={say}>
        {children}
      </LanguageProvider>
    </MantineProvider>
  )
}
