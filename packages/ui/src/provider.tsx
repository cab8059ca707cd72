import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { LanguageProvider, type Language, type Say } from './language.tsx'
import { theme } from './theme.ts'

/** Theme and words around everything. `env="test"` leaves out transitions. */
export function UiProvider({ language, say, children, env = 'default' }: { language: Language; say: Say; children: ReactNode; env?: 'default' | 'test' }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" env={env}>
      <LanguageProvider language={language} say={say}>
        {children}
      </LanguageProvider>
    </MantineProvider>
  )
}
