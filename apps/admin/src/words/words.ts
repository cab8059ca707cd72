import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language, Say } from '@lintel/ui'

/** Chinese first; the other catalogue is fetched when somebody asks for it. X-1 */
const ofParts = ({ default: ui }: { default: object }) => ({ default: { ui } })
const catalogues = {
  zh: () => Promise.all([import('@lintel/words/zh.json'), import('./zh.json'), import('@lintel/ui/words/zh.json').then(ofParts)]),
  en: () => Promise.all([import('@lintel/words/en.json'), import('./en.json'), import('@lintel/ui/words/en.json').then(ofParts)]),
} satisfies Record<Language, () => Promise<readonly { default: object }[]>>
const kept = 'language'

const asked = (): Language => {
  const chosen = localStorage.getItem(kept)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.languages.some((each) => each.toLowerCase().startsWith('zh')) || !navigator.language.toLowerCase().startsWith('en')
    ? 'zh'
    : 'en'
}

const load = async (language: Language) => {
  if (!i18next.hasResourceBundle(language, 'translation'))
    for (const { default: words } of await catalogues[language]()) i18next.addResourceBundle(language, 'translation', words, true)
  await Promise.all([...apart].map((one) => loadApart(one, language)))
}

/** Words of pages that few open; they come with those pages, and do not make the first one heavier. */
type Apart = Readonly<Record<Language, () => Promise<{ default: object }>>>
const apart = new Set<Apart>()
const loadApart = async (words: Apart, language: Language) => {
  i18next.addResourceBundle(language, 'translation', (await words[language]()).default, true)
}
export const withWords = async (words: Apart) => {
  apart.add(words)
  // where nothing is said yet, they come with the first words
  if (i18next.isInitialized) await loadApart(words, currentLanguage())
}

export const startWords = async (language: Language = asked()) => {
  await i18next.use(initReactI18next).init({ lng: language, resources: {}, interpolation: { escapeValue: false }, returnNull: false })
  await load(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

export const chooseLanguage = async (language: Language) => {
  await load(language)
  localStorage.setItem(kept, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  await i18next.changeLanguage(language)
}

export type Words = { t: TFunction; language: Language; say: Say; has: (key: string) => boolean }

/** The words of the chosen language, for the app and, under `ui.`, for the component library. */
export const useWords = (): Words => {
  const { t, i18n } = useTranslation()
  return {
    t,
    language: i18n.language === 'en' ? 'en' : 'zh',
    say: (word, values) => t(`ui.${word}`, values ?? {}),
    has: (key) => i18n.exists(key),
  }
}

/** Several things one after another, as the language writes them. X-1 */
export const listed = (parts: readonly string[]) => parts.join(currentLanguage() === 'zh' ? '、' : ', ')
/** What is said of something. X-1 */
export const labelled = (label: string, text: string) => `${label}${currentLanguage() === 'zh' ? '：' : ': '}${text}`
