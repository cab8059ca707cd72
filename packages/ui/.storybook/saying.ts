import type { Language, Say } from '../src/language.tsx'
import en from '../src/words/en.json'
import zh from '../src/words/zh.json'

const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { zh, en }

/** The library's own words, as the app says them. */
export const saying =
  (language: Language): Say =>
  (word, values = {}) =>
    (catalogues[language][word] ?? word).replaceAll(/\{\{(\w+)\}\}/gu, (_, gap: string) => String(values[gap] ?? ''))

/** What a story's page says, in the language it is shown in. */
export const wordsOf = (globals: Readonly<Record<string, unknown>>): Say => saying(globals['language'] === 'en' ? 'en' : 'zh')
