import { useMantineColorScheme } from '@mantine/core'
import type { Preview } from '@storybook/react-vite'
import { useEffect, type ReactNode } from 'react'
import '../src/styles.css'
import type { Language } from '../src/language.tsx'
import { UiProvider } from '../src/provider.tsx'
import { saying } from './saying.ts'

function Theme({ is, children }: { is: 'light' | 'dark'; children: ReactNode }) {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(is), [is, setColorScheme])
  return children
}

export default {
  globalTypes: {
    language: {
      description: '语言 · language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'zh', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    theme: {
      description: '明暗 · theme',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: '明 light' },
          { value: 'dark', title: '暗 dark' },
        ],
      },
    },
  },
  initialGlobals: { language: 'zh', theme: 'light' },
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story, { globals }) => {
      const language: Language = globals['language'] === 'en' ? 'en' : 'zh'
      document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
      return (
        <UiProvider language={language} say={saying(language)} env="test">
          <Theme is={globals['theme'] === 'dark' ? 'dark' : 'light'}>
            <main style={{ padding: 16 }}>
              <Story />
            </main>
          </Theme>
        </UiProvider>
      )
    },
  ],
} satisfies Preview
